"""Plain text."""

from index.readers.encoding import decode
from index.readers.lines import reflow
from index.source import Document


def read_text(data: bytes) -> Document:
    """Return the paragraphs of plain text; the title is left open."""
    return Document(title="", paragraphs=tuple(reflow(decode(data))))
