"""Signatures: by what a file is known as one that Concord has written, and whether it is still as it was written.

Each form carries the checksum of all the rest of it: in a comment of Markdown and of a page, in the last line of a
text, and in the second half of the fingerprint of a JSON object.
"""

import json
import re
from enum import StrEnum
from hashlib import blake2b

_BYTES = 8
_HALF = rf"[0-9a-f]{{{2 * _BYTES}}}"
_FINGERPRINT = re.compile(rf'("fingerprint": "{_HALF})({_HALF})')
_LINE = re.compile(rf"Concord (digest|changes), checksum ({_HALF})")
_CHECKSUM = re.compile(rf'(?:Concord (?:digest|changes), checksum |"fingerprint": "{_HALF})({_HALF})')

_FOOT = re.compile(r"(?:\A|\n)\*?Sources as of [^;]{1,60};\s+model:\s+\S[^\n]{0,200}(?:\n[^\n]{1,200})?\.\*?\s*\Z")
"""How a digest ended as Markdown and as text, which may break the line, before it had a checksum."""
_GENERATOR = '<meta name="generator" content="Concord">'
_CHANGES = re.compile(
    r"(?:Agreed now|Disputed now|F(?:ound in|rom) one origin only now|Withdrawn|New) \(\d+\)\n"
    r"|Nothing became agreed, disputed,"
)
_KEYS, _CHANGED_KEYS = {"fingerprint", "stories"}, {"withdrawn", "new"}
_HEAD, _TAIL = 4000, 400
"""Letters at either end of a text where its signature is."""


class Written(StrEnum):
    """What Concord writes into files."""

    DIGEST = "digest"
    CHANGES = "changes"
    """What changed between two digests."""


def sign(text: str, form: str, what: Written = Written.DIGEST) -> str:
    """Return a text of this form (md, html, json or txt) with its checksum."""
    line = f"Concord {what}, checksum "
    if form == "json":
        found = _FINGERPRINT.search(text)
        assert found is not None
        head, tail = text[: found.end(1)], text[found.end(2) :]
    elif form == "html" and "<title>" in text:
        start = text.index("<title>")
        head, tail = f"{text[:start]}<!-- {line}", f" -->\n{text[start:]}"
    elif form == "txt":
        head, tail = text + line, "\n"
    else:
        head, tail = f"{text}\n<!-- {line}", " -->\n"
    return head + _sum(head, tail) + tail


def is_whole(content: bytes) -> bool:
    """Tell whether a file's content is exactly what `sign` returned."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    found = list(_CHECKSUM.finditer(text))
    # What is quoted may look like a checksum; ours is before or behind all quotations.
    return any(_sum(text[: each.start(1)], text[each.end(1) :]) == each[1] for each in (*found[:1], *found[-1:]))


def recognize(content: bytes) -> Written | None:
    """Return what a file's content was written as, be it edited since or of an earlier Concord; None for another's."""
    text = content.decode("utf-8", "replace")
    keys = _read_keys(text)
    if keys >= _CHANGED_KEYS or _CHANGES.match(text):
        return Written.CHANGES
    if found := _LINE.search(text):
        return Written(found[1])
    if _GENERATOR in text[:_HEAD] or keys >= _KEYS or _FOOT.search(text.rstrip()[-_TAIL:]):
        return Written.DIGEST
    return None


def _sum(head: str, tail: str) -> str:
    return blake2b((head + tail).encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()


def _read_keys(text: str) -> set[str]:
    """Return the keys of a JSON object, none where the text is no object."""
    try:
        record = json.loads(text) if text.lstrip().startswith("{") else {}
    except ValueError:
        return set()
    return set(record) if isinstance(record, dict) else set()
