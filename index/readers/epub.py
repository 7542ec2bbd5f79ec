"""EPUB books, in the order of their spine."""

import warnings
from io import BytesIO

from index.errors import SourceError
from index.readers.imprints.masthead import parse_date
from index.readers.word.archive import check_archive
from index.source import Document


def read_epub(data: bytes) -> Document:
    """Return the text of a book in reading order, with the title, publisher and date of its metadata."""
    from ebooklib import epub
    from lxml import html
    from lxml.etree import LxmlError

    from index.readers.web.markup import paragraphs_of

    check_archive(data, "EPUB book")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = epub.read_epub(BytesIO(data), options={"ignore_ncx": True})
    except (epub.EpubException, LxmlError, KeyError) as error:
        raise SourceError("The EPUB book is broken.", "Open it in a book reader and save it again.") from error
    paragraphs: list[str] = []
    for name, _ in book.spine:
        item = book.get_item_with_id(name)
        if item is None or isinstance(item, epub.EpubNav) or not item.get_content().strip():
            continue
        paragraphs += paragraphs_of(html.document_fromstring(item.get_content()))
    title, publisher, date = (_field(book, name) for name in ("title", "publisher", "date"))
    return Document(title or "", tuple(paragraphs), publisher, parse_date(date))


def _field(book: object, name: str) -> str | None:
    entries = book.get_metadata("DC", name)  # type: ignore[attr-defined]
    return next((str(value) for value, _ in entries if value), None)
