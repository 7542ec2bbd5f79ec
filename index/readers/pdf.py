"""PDF documents that carry text."""

import logging
import re
from collections import Counter
from io import BytesIO
from typing import Any

from index.errors import SourceError
from index.readers.lines import join_lines, wrap_width
from index.readers.masthead import parse_date
from index.source import Document

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|seite|pág\.?|p\.)?\s*(?:\d{1,4}|[ivxl]{1,7})"
    r"(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?\W*$",
    re.I,
)
_BROKEN_WORD = re.compile(r"(\w+)-\n([a-zà-ÿ]\w*)")
_EDGE = 3
_REPEATED_SHARE = 0.5


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
        pages = [(page.extract_text() or "").split("\n") for page in reader.pages]
        title, date = _metadata(reader)
    except SourceError:
        raise
    except DependencyError as error:
        raise SourceError(
            f"The PDF cannot be decrypted: {error}", "Save a copy of it without encryption."
        ) from error
    except (PyPdfError, RecursionError, *_PARSER_ERRORS) as error:
        raise SourceError(
            "The PDF is broken or cut off.", "Copy it again from where it came from."
        ) from error
    if not any(line.strip() for page in pages for line in page):
        raise SourceError(
            "The PDF has no text, only pictures of pages.",
            "Recognize its text first, for example with: ocrmypdf IN OUT",
        )
    return Document(title, tuple(_paragraphs(pages)), None, date)


# What pypdf's parser lets through on malformed objects besides its own errors.
_PARSER_ERRORS = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    AssertionError,
    ZeroDivisionError,
)


def _metadata(reader: Any) -> tuple[str, str | None]:
    found = reader.metadata
    title = str(found.title or "") if found else ""
    # Word processors put the name of the file there.
    if re.search(r"\.\w{2,5}$|^(?:Microsoft Word|untitled)\b", title, re.I):
        title = ""
    moment = str(found.get("/CreationDate") or "") if found else ""
    stamp = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", moment)
    return " ".join(title.split()), parse_date("-".join(stamp.groups())) if stamp else None


def _paragraphs(pages: list[list[str]]) -> list[str]:
    running = _running_lines(pages)
    lines = [line for page in pages for line in _page_body(page, running)]
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(lines).lower()))
    width = wrap_width([lines])
    text = _BROKEN_WORD.sub(lambda match: _mend(match, words), "\n".join(lines))
    return [" ".join(paragraph.split()) for paragraph in join_lines(text.split("\n"), width)]


def _running_lines(pages: list[list[str]]) -> set[str]:
    """Return the lines at the edge of a page, digits masked, that half of the pages have."""
    if len(pages) < 3:
        return set()
    edges = Counter(key for page in pages for key in {_masked(line) for line in _edges(page)})
    return {key for key, count in edges.items() if key and count >= max(3, _REPEATED_SHARE * len(pages))}


def _edges(page: list[str]) -> list[str]:
    filled = [line for line in page if line.strip()]
    return filled[:_EDGE] + filled[-_EDGE:]


def _masked(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))


def _page_body(page: list[str], running: set[str]) -> list[str]:
    filled = [line.rstrip() for line in page if line.strip()]
    last = len(filled) - 1
    return [
        line
        for place, line in enumerate(filled)
        if not (
            (place < _EDGE or place > last - _EDGE)
            and (_masked(line) in running or (place in (0, last) and _PAGE_NUMBER.match(line)))
        )
    ]


def _mend(match: re.Match[str], words: Counter[str]) -> str:
    """Rejoin a word broken at a line end; a real hyphen stays where the document itself writes it so."""
    left, right = match[1], match[2]
    whole, hyphened = (left + right).lower(), f"{left}-{right}".lower()
    if words[whole] or not words[hyphened]:
        both_words = words[left.lower()] and words[right.lower()] and not words[whole]
        return f"{left}-{right}\n" if both_words else f"{left}{right}\n"
    return f"{left}-{right}\n"
