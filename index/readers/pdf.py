"""PDF documents that carry text."""

import logging
import re
from functools import reduce
from io import BytesIO
from itertools import dropwhile, takewhile
from typing import Any
from unicodedata import normalize

from index.errors import SourceError
from index.readers.imprints.masthead import parse_date
from index.readers.imprints.placeholders import keep_title
from index.readers.press.columns import order_lines
from index.readers.press.footnotes import mark_notes
from index.readers.press.hyphens import Hyphens
from index.readers.press.margins import drop_margins
from index.readers.press.printed import set_tables
from index.readers.press.typeset import Line, body_size, paragraphs_of
from index.source import Document

_SOME_WORDS = re.compile(r"[^\W\d_]{2}.*\s.*[^\W\d_]{2}|[^\W\d_]{2}.*\s\d")
_BOLD = re.compile(r"bold|black|heavy|demi|-Medi(?![a-z])|\+?(?:CM|SF|EC|LM)\w*BX", re.IGNORECASE)
"""What the names of bold fonts have, as `ABCDEF+Arial,Bold`, `NimbusRomNo9L-Medi` and `CMBX10`."""
_LONGEST, _LARGER = 200, 1.2
"""Letters of a title at most; its size in sizes of the text at least."""
_LIGATURES = str.maketrans({sign: normalize("NFKC", sign) for sign in map(chr, range(0xFB00, 0xFB07))})


def read_pdf(data: bytes) -> Document:
    """Return the paragraphs of a PDF without running heads, page numbers and end-of-line hyphens."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(
                "The PDF is encrypted.", "Save a copy without a password, for example with: qpdf --decrypt"
            )
        pages = [order_lines(_lines(page, number)) for number, page in enumerate(reader.pages)]
        title, made = _metadata(reader)
    except DependencyError as error:
        raise SourceError(f"The PDF cannot be decrypted: {error}", "Save a copy of it without encryption.") from error
    except PyPdfError as error:
        raise SourceError("The PDF is broken or cut off.", "Copy it again from where it came from.") from error
    if not any(pages):
        raise SourceError(
            "The PDF has no text, only pictures of pages.",
            "Recognize its text first, for example with: ocrmypdf IN OUT",
        )
    inner = drop_margins(pages)
    body = inner if any(inner) else pages  # as of forms that are all alike
    paragraphs = tuple(paragraphs_of(mark_notes([line for page in body for line in set_tables(page)])))
    title = title or _printed_title(pages)
    return Document(title, paragraphs, made=made)


def _metadata(reader: Any) -> tuple[str, str | None]:
    found = reader.metadata
    title = keep_title(str(found.title or "")) if found else ""
    moment = str(found.get("/CreationDate") or "") if found else ""
    stamp = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", moment)
    return title, parse_date("-".join(stamp.groups())) if stamp else None


def _printed_title(pages: list[list[Line]]) -> str:
    """Return what is set in the largest type on the first page, "" where all of it is of one size."""
    first = next((page for page in pages if page), [])
    size = max((line.size for line in first), default=0.0)
    if size < _LARGER * body_size([line for page in pages for line in page]):
        return ""
    from_title = dropwhile(lambda line: line.size < 0.99 * size, first)
    lines = [line.text for line in takewhile(lambda line: line.size >= 0.99 * size, from_title)]
    title = reduce(Hyphens(lines).join, lines)
    return title if len(title) <= _LONGEST and _SOME_WORDS.search(title) else ""


def _lines(page: Any, number: int) -> list[Line]:
    """Return the lines of a page with text, in the order in which they were printed."""
    lines: list[Line] = []
    held = ""
    place = (0.0, 0.0, 1.0)
    bold = True

    def visit(text: str, matrix: list[float], text_matrix: list[float], font: Any, size: float) -> None:
        nonlocal held, place, bold
        heavy = font is not None and _BOLD.search(str(font.get("/BaseFont"))) is not None
        for part in re.split(r"(\n)", text):
            bold = bold and (heavy or not re.search(r"\w", part))
            if part == "\n":
                flush()
            elif part.strip() and not re.search(r"\w", held):
                # Both matrices are (a, b, c, d, e, f) of PDF 1.7, 8.3.3: scale in a and d, shift in e and f.
                x = text_matrix[4] * matrix[0] + matrix[4]
                y = text_matrix[5] * matrix[3] + matrix[5]
                if not held.strip():
                    place = (x, y, 1.0)
                # The size of the first letters counts, not that of a bullet before them.
                place = (*place[:2], abs(size * text_matrix[3] * matrix[3]) or 1.0)
                held += part
            else:
                held += part

    def flush() -> None:
        nonlocal held, bold
        if held.strip():
            text = " ".join(held.translate(_LIGATURES).split())
            lines.append(Line(text, number, *place, bold=bold and re.search(r"\w", text) is not None))
        held, bold = "", True

    page.extract_text(visitor_text=visit)
    flush()
    return lines
