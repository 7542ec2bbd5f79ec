"""Mail: a message with its headers, as a file of its own or saved as text."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from index.errors import SourceError
from index.readers.encoding import decode
from index.readers.lines import reflow
from index.readers.masthead import parse_date
from index.source import Document

_HEADER = re.compile(r"[A-Z][\w-]*:[ \t]\S")
_QUOTED = re.compile(r"[ \t]?((?:>[ \t]?)+)(.*)")
_WROTE = re.compile(r"(?:On|Am|Le|El)\b.{6,150}\b(?:wrote|schrieb|a écrit|escribió)\s?:")
"""The line that says whose words are quoted after it, and from when they are."""


def read_mail(data: bytes) -> Document:
    """Return the body of a message, plain if it has one: its subject is the title, its sender the publisher."""
    return _read(message_from_bytes(data))


def find_mail(text: str) -> Document | None:
    """Return the message that a text begins with the headers of; None where it is no message."""
    head = text.lstrip().partition("\n\n")[0].split("\n")
    if not all(_HEADER.match(line) or line[:1] in (" ", "\t") for line in head):
        return None
    names = {line.partition(":")[0].lower() for line in head}
    if "from" not in names or not names & {"subject", "date", "sent"}:
        return None
    return _read(message_from_bytes(text.lstrip().encode("utf-8")))


def _read(message: Message) -> Document:
    headers = {name: value for name in ("From", "To", "Cc") if (value := _header(message, name))}
    date = _date(message)
    when = _header(message, "Date") or _header(message, "Sent")
    shown = [f"{name}: {value}" for name, value in headers.items()] + ([f"Date: {when}"] if when and not date else [])
    body = tuple(_join_quotations(_body(message)))
    if not body:
        raise SourceError("The message has no text.", "Save what is attached to it as files of their own.")
    return Document(_header(message, "Subject"), (*shown, *body), _name(headers.get("From", "")), date)


def _header(message: Message, name: str) -> str:
    written = str(message[name] or "")
    with suppress(HeaderParseError, LookupError, UnicodeError):  # what cannot be decoded is shown as it is written
        written = str(make_header(decode_header(written)))
    return " ".join(written.split())


def _name(sender: str) -> str | None:
    name, address = parseaddr(sender)
    return name or (address if "@" in address else sender) or None


def _date(message: Message) -> str | None:
    written = _header(message, "Date") or _header(message, "Sent")
    try:
        found: datetime = parsedate_to_datetime(written)
    except ValueError:
        return parse_date(written)
    return found.date().isoformat()


def _body(message: Message) -> list[str]:
    """Return the paragraphs of the first plain part, or of the first page where there is none."""
    parts = [part for part in message.walk() if not part.is_multipart() and part.get_filename() is None]
    for kind in ("text/plain", "text/html"):
        for part in parts:
            content = part.get_payload(decode=True)
            if part.get_content_type() == kind and isinstance(content, bytes) and content.strip():
                text = decode(content, part.get_content_charset())
                return reflow("\n".join(_unquote(text))) if kind == "text/plain" else _read_page(text)
    return []


def _read_page(text: str) -> list[str]:
    from lxml import html

    from index.readers.markup import paragraphs_of

    return paragraphs_of(html.fromstring(text))


def _unquote(text: str) -> Iterator[str]:
    """Yield the lines without the marks of quotation; where these change, a paragraph ends."""
    last = 0
    for line in text.replace("\r\n", "\n").split("\n"):
        match = _QUOTED.fullmatch(line)
        depth = match[1].count(">") if match else 0
        if depth != last:
            yield ""
        yield match[2] if match else line
        last = depth


def _join_quotations(paragraphs: list[str]) -> Iterator[str]:
    """Yield the paragraphs; the line that says who wrote what follows stays with its first paragraph."""
    held = ""
    for paragraph in paragraphs:
        if _WROTE.fullmatch(paragraph):
            held = f"{held} {paragraph}".strip()
            continue
        yield f"{held} {paragraph}".strip()
        held = ""
    if held:
        yield held
