"""Mail: a message with its headers, as a file of its own or saved as text."""

import re
from contextlib import suppress
from datetime import datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

from index.errors import SourceError
from index.readers.imprints.masthead import parse_date
from index.readers.plain.encoding import decode
from index.readers.plain.lines import reflow
from index.readers.plain.replies import attribute_quotations, mark_depths, mark_quotations
from index.source import Document

if TYPE_CHECKING:
    from index.readers.web.markup import Block

_HEADER = re.compile(r"[A-Z][\w-]*:[ \t]\S")
_DAYS = ("Date", "Sent")


def read_mail(data: bytes) -> Document:
    """Return the body of a message, plain if it has one: its subject is the title, its sender the publisher."""
    return _read(message_from_bytes(data))


def find_mail(text: str) -> Document | None:
    """Return the message that a text begins with the headers of; None where it is no message."""
    text = text.lstrip().replace("\r\n", "\n")
    head = text.partition("\n\n")[0].split("\n")
    if not all(_HEADER.match(line) or line[:1] in (" ", "\t") for line in head):
        return None
    names = {line.partition(":")[0].lower() for line in head}
    if "from" not in names or not names & {"subject", "date", "sent"}:
        return None
    return _read(message_from_bytes(text.encode("utf-8")))


def _read(message: Message) -> Document:
    date = read_day(message)
    shown = list_headers(message, "From", "To", "Cc", *(() if date else _DAYS))
    body = tuple(attribute_quotations(read_body(message)))
    if not body:
        raise SourceError("The message has no text.", "Save what is attached to it as files of their own.")
    sender, title = name_sender(read_header(message, "From")), read_header(message, "Subject")
    return Document(title, (*shown, *body), sender, date, unread=tuple(list_attachments(message)))


def list_headers(message: Message, *names: str) -> list[str]:
    """Return those of some headers that a message has, as lines."""
    return [f"{name}: {value}" for name in names if (value := read_header(message, name))]


def read_header(message: Message, name: str) -> str:
    """Return a header of a message as it is meant to be read, "" if it has none."""
    found = (value for key, value in message.raw_items() if key.lower() == name.lower())
    written = _decode_raw(str(next(found, "")))
    with suppress(HeaderParseError, LookupError, UnicodeError):  # what cannot be decoded is shown as it is written
        written = str(make_header(decode_header(written)))
    return " ".join(written.split())


def _decode_raw(written: str) -> str:
    """Return a header whose letters were written as they are, which the parser takes for bytes of no meaning."""
    data = written.encode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def name_sender(sender: str) -> str | None:
    """Return the name of a sender, the address where there is none."""
    name, address = parseaddr(sender)
    return name or (address if "@" in address else sender) or None


def read_day(message: Message) -> str | None:
    """Return the day (ISO) on which a message was sent, None where it does not say."""
    written = read_header(message, "Date") or read_header(message, "Sent")
    try:
        found: datetime = parsedate_to_datetime(written)
    except ValueError:
        return parse_date(written)
    return found.date().isoformat()


def read_body(message: Message) -> list[str]:
    """Return the paragraphs of all parts that are text; of those that say the same the plain one, or else the page.

    What is quoted in them is marked for `attribute_quotations`.
    """
    kind = message.get_content_type()
    parts = [part for part in message.get_payload() if isinstance(part, Message)] if message.is_multipart() else []
    if kind == "multipart/alternative":
        plain = [part for part in parts if part.get_content_type() == "text/plain"]
        return next((body for part in (*plain, *parts) if (body := read_body(part))), [])
    if kind == "message/rfc822":
        return [
            line
            for part in parts
            for line in (*list_headers(part, "From", "To", "Cc", "Subject", *_DAYS), *read_body(part))
        ]
    if parts:
        return [line for part in parts for line in read_body(part)]
    content = message.get_payload(decode=True)
    if message.get_filename() is not None or not isinstance(content, bytes) or not content.strip():
        return []
    if kind not in ("text/plain", "text/html"):
        return []
    try:
        text = decode(content, message.get_content_charset())
    except SourceError:  # what is no text, whatever it is called
        return []
    return reflow("\n".join(mark_quotations(text))) if kind == "text/plain" else _read_page(text)


def list_attachments(message: Message) -> list[str]:
    """Return the names of the files that are attached to a message, pictures within its text and signatures left out.

    None is read: others than the sender may have written it, and it has a day of its own.
    """
    parts = ((part, part.get_filename()) for part in message.walk() if not part.is_multipart())
    return [" ".join(str(name).split()) for part, name in parts if name and _is_attached(part)]


def _is_attached(part: Message) -> bool:
    if part.get_content_subtype().endswith("signature"):
        return False
    return part.get_content_disposition() == "attachment" or part.get_content_maintype() != "image"


def _read_page(text: str) -> list[str]:
    from lxml import html
    from lxml.etree import LxmlError

    from index.readers.web.markup import blocks_of

    try:
        # As bytes, as a page may begin with a declaration of another encoding.
        tree = html.document_fromstring(text.encode("utf-8"), html.HTMLParser(encoding="utf-8"))
    except LxmlError:  # there is nothing in it but comments
        return []
    told = [(_count_quotations(block), block.text) for block in blocks_of(tree)]
    # What holds the whole message is its frame.
    least = min((depth for depth, _ in told), default=0)
    return [line for line in mark_depths((depth - least, line) for depth, line in told) if line]


def _count_quotations(block: "Block") -> int:
    """Return in how many quotations a paragraph of a page stands."""
    first = next(iter(block.pieces), None)
    above = [] if first is None else list(first.element.iterancestors("blockquote"))
    return len(above) + (first is not None and not first.after and first.element.tag == "blockquote")
