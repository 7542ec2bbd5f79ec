"""Marks in a text that are none of its words: what the editors of an encyclopedia ask for in brackets."""

import re

_ASKED = re.compile(
    r"\s?\[(?:(?:(?:better|full|non-primary|third-party|unreliable|additional)\s)?"
    r"(?:citations?|sources?|clarification|verification|attribution|page|date|quotation|explanation|context)s?\sneeded"
    r"|(?:by\s)?(?:who|whom|which|when|where|why)\?|dubious(?:\s[–-]\sdiscuss)?|unreliable\ssource\?|failed\sverification"
    r"|original\sresearch\??|according\sto\swhom\?)\]",
    re.IGNORECASE,
)


def drop_note_marks(text: str) -> str:
    """Return a text without such marks, and without the space before each."""
    return _ASKED.sub("", text) if "[" in text else text
