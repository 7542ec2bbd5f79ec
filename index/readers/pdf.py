"""PDF documents that carry text."""

import logging
import re
from collections import Counter
from io import BytesIO
from typing import Any

from index.errors import SourceError
from index.readers.masthead import parse_date
from index.readers.typeset import Line, paragraphs_of
from index.source import Document

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|seite|pág\.?|p\.)?\s*(?:\d{1,4}|[ivxl]{1,7})"
    r"(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?\W*$",
    re.I,
)
_EDGE = 3
_REPEATED_SHARE = 0.3


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
        pages = [_lines(page, number) for number, page in enumerate(reader.pages)]
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
    return Document(title, tuple(_paragraphs(pages)), made=made)


def _metadata(reader: Any) -> tuple[str, str | None]:
    found = reader.metadata
    title = str(found.title or "") if found else ""
    # Word processors put the name of the file there.
    if re.search(r"\.\w{2,5}$|^(?:Microsoft Word|untitled)\b", title, re.I):
        title = ""
    moment = str(found.get("/CreationDate") or "") if found else ""
    stamp = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", moment)
    return " ".join(title.split()), parse_date("-".join(stamp.groups())) if stamp else None


def _lines(page: Any, number: int) -> list[Line]:
    """Return the lines of a page with text, in the order in which they were printed."""
    lines: list[Line] = []
    held = ""
    place = (0.0, 0.0, 1.0)

    def visit(text: str, matrix: list[float], text_matrix: list[float], font: object, size: float) -> None:
        nonlocal held, place
        for part in re.split(r"(\n)", text):
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
        nonlocal held
        if held.strip():
            lines.append(Line(" ".join(held.split()), number, *place))
        held = ""

    page.extract_text(visitor_text=visit)
    flush()
    return lines


def _paragraphs(pages: list[list[Line]]) -> list[str]:
    running = _running_lines(pages)
    return paragraphs_of([line for page in pages for line in _page_body(page, running)])


def _running_lines(pages: list[list[Line]]) -> set[str]:
    """Return the lines at the edge of a page, digits masked, that a good part of the pages have."""
    if len(pages) < 3:
        return set()
    near = Counter(key for page in pages for key in {_masked(line) for line in page[:_EDGE] + page[-_EDGE:]})
    outer = Counter(key for page in pages for key in {_masked(line) for line in page[:1] + page[-1:]})
    # A share, because left and right pages have different heads; three, because chapters have their own.
    often = {key for key, count in near.items() if count >= max(3, _REPEATED_SHARE * len(pages))}
    return often | {key for key, count in outer.items() if count >= 3 and any(map(str.isalpha, key))}


def _masked(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _page_body(page: list[Line], running: set[str]) -> list[Line]:
    last = len(page) - 1
    return [
        line
        for place, line in enumerate(page)
        if not (
            (place < _EDGE or place > last - _EDGE)
            and (_masked(line) in running or (place in (0, last) and _PAGE_NUMBER.match(line.text)))
        )
    ]
