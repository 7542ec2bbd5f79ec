"""Signatures: by what a file is known as one that Concord has written, and may therefore write again."""

import json
import re

_FOOT = re.compile(r"(?:\A|\n)\*?Sources as of [^;]{1,60};\s+model:\s+\S[^\n]{0,200}(?:\n[^\n]{1,200})?\.\*?\s*\Z")
"""How a digest ends as Markdown and as text, which may break the line."""
_GENERATOR = '<meta name="generator" content="Concord">'
_CHANGES = re.compile(
    r"(?:Agreed now|Disputed now|From one origin only now|Withdrawn|New) \(\d+\)\n|Nothing became agreed, disputed,"
)
_KEYS, _CHANGED_KEYS = {"fingerprint", "stories"}, {"withdrawn", "new"}
_HEAD, _TAIL = 4000, 400
"""Letters at either end of a text where its signature is."""


def is_digest(content: bytes) -> bool:
    """Tell whether a file's content is a digest in one of its forms."""
    text = content.decode("utf-8", "replace")
    if _GENERATOR in text[:_HEAD] or _read_keys(text) >= _KEYS:
        return True
    return _FOOT.search(text.rstrip()[-_TAIL:]) is not None


def is_changes(content: bytes) -> bool:
    """Tell whether a file's content is what changed between two digests."""
    text = content.decode("utf-8", "replace")
    return _CHANGES.match(text) is not None or _read_keys(text) >= _CHANGED_KEYS


def _read_keys(text: str) -> set[str]:
    """Return the keys of a JSON object, none where the text is no object."""
    try:
        record = json.loads(text) if text.lstrip().startswith("{") else {}
    except ValueError:
        return set()
    return set(record) if isinstance(record, dict) else set()
