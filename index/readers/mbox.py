"""Mailboxes: the messages of one file in mbox format (RFC 4155), each sentence with who wrote it."""

import re
from email import message_from_bytes
from email.message import Message

from index.errors import SourceError
from index.readers.mail import list_attachments, list_headers, name_sender, read_body, read_day, read_header
from index.readers.plain.replies import attribute_quotations
from index.source import Document

_BETWEEN = re.compile(rb"(?:\A|\r?\n)From \S[^\r\n]*\d{4}[^\r\n]*\r?\n(?=[A-Z][\w-]*:)")
_ESCAPED, _TIGHT = re.compile(rb">+From "), re.compile(rb">+[^\s>]")
_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg)\s?:\s*)+", re.IGNORECASE)


def read_mbox(data: bytes) -> Document:
    """Return the messages of a mailbox one after the other, each below its headers; they have no one sender.

    Nor have they one day, unless all were sent on it.
    """
    messages = [message_from_bytes(_unescape(part.lstrip())) for part in _BETWEEN.split(data) if part.strip()]
    body = [line for message in messages for line in _read(message)]
    if not body:
        raise SourceError("There is no message in it.", "Export it again, or save its messages as .eml files.")
    attached = [name for message in messages for name in list_attachments(message)]
    days = {read_day(message) for message in messages}
    day = (days.pop() if len(days) == 1 else None) or ""
    title = _REPLY.sub("", read_header(messages[0], "Subject"))
    return Document(title, tuple(body), None, day, unread=tuple(attached))


def _unescape(message: bytes) -> bytes:
    """Return a message without the mark that a mailbox puts before its lines that begin with `From `.

    Where a line beside it is quoted and has no space behind its mark either, it is a line that is quoted.
    """
    lines = message.split(b"\n")
    escaped = [place for place, line in enumerate(lines) if _ESCAPED.match(line)]
    for place in escaped:
        if not any(_TIGHT.match(line) for line in lines[max(0, place - 1) : place + 2] if not _ESCAPED.match(line)):
            lines[place] = lines[place][1:]
    return b"\n".join(lines)


def _read(message: Message) -> list[str]:
    """Return the headers of a message and what it says, none if it has no text."""
    writer = name_sender(read_header(message, "From")) or ""
    body = list(attribute_quotations(read_body(message), writer))
    return [*list_headers(message, "From", "Date", "Subject"), *body] if body else []
