"""Plain text, among it what was saved as text: mail, subtitles and printed pages."""

from index.readers.captions import find_captions
from index.readers.encoding import decode
from index.readers.lines import reflow
from index.readers.mail import find_mail
from index.readers.pages import join_pages
from index.source import Document


def read_text(data: bytes) -> Document:
    """Return the paragraphs of plain text; the title is left open, but by mail."""
    text = decode(data)
    if mail := find_mail(text):
        return mail
    return Document(title="", paragraphs=tuple(find_captions(text) or reflow(join_pages(text))))
