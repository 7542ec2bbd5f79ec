"""Plain text, among it what was saved as text: mail, subtitles and printed pages."""

import re

from index.readers.plain.captions import find_captions
from index.readers.plain.encoding import decode
from index.readers.plain.lines import reflow
from index.readers.plain.pages import join_pages
from index.readers.plain.tabulation import set_tables
from index.source import Document

_LABEL = re.compile(r"\s*[A-Z][\w-]*:[ \t]")


def read_text(data: bytes) -> Document:
    """Return the paragraphs of plain text; the title is left open, but by mail."""
    text = decode(data)
    if _LABEL.match(text):
        from index.readers.mail import find_mail

        if mail := find_mail(text):
            return mail
    said = find_captions(text) if "-->" in text else None
    return Document(title="", paragraphs=tuple(said or reflow(set_tables(join_pages(text) if "\f" in text else text))))
