"""Word documents (DOCX)."""

from datetime import date
from io import BytesIO

from index.errors import SourceError
from index.readers.imprints.placeholders import keep_title
from index.readers.word.archive import check_archive
from index.source import Document

_TEMPLATE_DAY = date(2013, 12, 23)
"""The day stamped into every document that python-docx makes from its own template."""


def read_docx(data: bytes) -> Document:
    """Return the paragraphs, list items, notes and table rows of a Word document in order."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    from index.readers.word.manuscript import Manuscript

    check_archive(data, "Word document")
    try:
        document = docx.Document(BytesIO(data))
        manuscript = Manuscript(document)
        paragraphs = tuple(manuscript.paragraphs())
        properties = document.core_properties
        title, created = properties.title, properties.created
        title = keep_title(title) or manuscript.title()
    except (OpcError, LxmlError, KeyError, ValueError) as error:
        raise SourceError("The Word document is broken.", "Open it in a word processor and save it again.") from error
    made = created.date().isoformat() if created and created.date() != _TEMPLATE_DAY else None
    return Document(title, paragraphs, made=made)
