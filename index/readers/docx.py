"""Word documents (DOCX)."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from index.errors import SourceError
from index.readers.archive import check_archive
from index.readers.masthead import Masthead, read_masthead
from index.source import Document

# The moment stamped into every document that python-docx makes from its own template.
_TEMPLATE_MOMENT = datetime(2013, 12, 23, 23, 15)


def read_docx(data: bytes) -> Document:
    """Return the paragraphs, list items and table rows of a Word document in order."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    check_archive(data, "Word document")
    try:
        document = docx.Document(BytesIO(data))
        paragraphs = tuple(text for text in _blocks(document) if text.strip("•| "))
        properties = document.core_properties
        title, created = properties.title, properties.created
    except (OpcError, LxmlError, KeyError, ValueError) as error:
        raise SourceError("The Word document is broken.", "Open it in a word processor and save it again.") from error
    date = created.date().isoformat() if created and created.replace(tzinfo=None) != _TEMPLATE_MOMENT else None
    # A date in the text is when it was published; the property only says when the file was made.
    found: Masthead = read_masthead(paragraphs)
    return Document(title or _styled_title(document), paragraphs, found.publisher, found.date or date)


def _styled_title(document: Any) -> str:
    for paragraph in document.paragraphs[:10]:
        if paragraph.style.name in ("Title", "Heading 1") and paragraph.text.strip():
            return " ".join(paragraph.text.split())
    return ""


def _blocks(document: Any) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (_row(row) for row in block.rows)
        else:
            bullet = "• " if _is_item(block) else ""
            yield from (bullet + " ".join(line.split()) for line in block.text.split("\n") if line.strip())


def _row(row: Any) -> str:
    """Return the cells of a table row; a merged cell counts once."""
    cells = dict.fromkeys((id(cell._tc), " ".join(cell.text.split())) for cell in row.cells)
    return " | ".join(text for _, text in cells if text)


def _is_item(paragraph: Any) -> bool:
    name = paragraph.style.name or ""
    properties = paragraph._p.pPr
    return name.startswith("List") or (properties is not None and properties.numPr is not None)
