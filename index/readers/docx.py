"""Word documents (DOCX)."""

from datetime import datetime
from io import BytesIO

from index.errors import SourceError
from index.readers.word.archive import check_archive
from index.source import Document

# The moment stamped into every document that python-docx makes from its own template.
_TEMPLATE_MOMENT = datetime(2013, 12, 23, 23, 15)

_UNTITLED = "Word Document"
"""The title that python-docx gives a document which says nothing of itself."""


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
        title = manuscript.title() if title in ("", _UNTITLED) else title
    except (OpcError, LxmlError, KeyError, ValueError) as error:
        raise SourceError("The Word document is broken.", "Open it in a word processor and save it again.") from error
    made = created.date().isoformat() if created and created.replace(tzinfo=None) != _TEMPLATE_MOMENT else None
    return Document(title, paragraphs, made=made)
