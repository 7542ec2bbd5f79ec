"""Mailboxes: the messages of one file in mbox format (RFC 4155), each sentence with who wrote it."""

import re
from email import message_from_bytes
from email.message import Message

from index.errors import SourceError
from index.readers.mail import list_headers, name_sender, read_body, read_header
from index.readers.plain.replies import attribute_quotations
from index.source import Document

_BETWEEN = re.compile(rb"(?:\A|\r?\n)From \S[^\r\n]*\d{4}[^\r\n]*\r?\n(?=[A-Z][\w-]*:)")
_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg)\s?:\s*)+", re.IGNORECASE)


def read_mbox(data: bytes) -> Document:
    """Return the messages of a mailbox one after the other, each below its headers; they have no one day or sender."""
    messages = [message_from_bytes(part.lstrip()) for part in _BETWEEN.split(data) if part.strip()]
    body = [line for message in messages for line in _read(message)]
    if not body:
        raise SourceError("There is no message in it.", "Export it again, or save its messages as .eml files.")
    return Document(_REPLY.sub("", read_header(messages[0], "Subject")), tuple(body), None, "")


def _read(message: Message) -> list[str]:
    """Return the headers of a message and what it says, none if it has no text."""
    writer = name_sender(read_header(message, "From")) or ""
    body = list(attribute_quotations(read_body(message), writer))
    return [*list_headers(message, "From", "Date", "Subject"), *body] if body else []
