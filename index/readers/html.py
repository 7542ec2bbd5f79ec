"""Web pages: the main text, without navigation, comments and links to other stories."""

import logging
import re
from html import unescape

from index.errors import SourceError
from index.readers.encoding import decode
from index.readers.masthead import parse_date
from index.source import Document

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"<[^<>]*>")
_BULLET = re.compile(r"^[-*]\s+")


def read_html(data: bytes) -> Document:
    """Return the main text of a web page with its title, site name and publication date."""
    from lxml import html
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Extracted

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    declared = _CHARSET.search(data[:4096])
    page = _DECLARATION.sub("", decode(data, declared[1].decode("ascii") if declared else None))
    if not page.strip():
        raise SourceError("The web page is empty.", "Save the page again, with its content.")
    found = bare_extraction(
        page,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(found, Extracted) or not found.text:
        return Document(title="", paragraphs=_everything(html.fromstring(page)))
    paragraphs = tuple(_BULLET.sub("• ", line.strip()) for line in found.text.split("\n") if line.strip())
    return Document(found.title or "", paragraphs, found.sitename, _check_date(found.date, page))


def _check_date(found: str | None, page: str) -> str | None:
    """Return the date that was found; a first of the month that the page does not tell is a month or a number."""
    published = parse_date(found)
    if published is None or not published.endswith("-01"):
        return published
    year, month, _ = published.split("-")
    first, number, name = r"0?1(?:st|er|º|\.)?", rf"0?{int(month)}", r"(?:de\s+)?[^\W\d_]{3,}\.?,?\s+(?:de\s+)?"
    written = (
        rf"{year}[-/.]?{number}[-/.]?0?1(?!\d)|\b(?:0?1[-/.]{number}|{number}[-/.]0?1)[-/.]{year}\b"
        rf"|\b{first}\s+{name}{year}\b|[^\W\d_]{{3,}}\.?\s+{first},?\s+{year}\b"
    )
    text = unescape(_TAG.sub("", page))
    return published if re.search(written, page) or re.search(written, text) else None


def _everything(tree: object) -> tuple[str, ...]:
    """Return all text blocks of a page that has no recognizable article."""
    from index.readers.markup import paragraphs_of

    return tuple(paragraphs_of(tree))
