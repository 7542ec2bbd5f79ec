"""Controls: what would steer a terminal or turn a line around is no text, and is taken out before text is cut up."""

import re
from dataclasses import replace

from index.source import Document

_STRING_END = r"(?:\x07|\x1b\\|\x9c)"
_SEQUENCE = (
    r"(?:\x1b\[(?:[0-?]*|[0-?]+[ -/]+)[@-~]"  # CSI: colours, movements, what clears the screen
    r"|\x9b[\d;?]+[A-Za-z]"  # the same after one character, which alone is a letter in a wrong encoding
    rf"|(?:\x1b\]|\x9d)\d+;[^\x07\x1b\x9c\x9d\n]*{_STRING_END}"  # OSC: titles, links, the clipboard
    rf"|\x1b[PX^_][^\x07\x1b\x9c\n]*{_STRING_END}"  # DCS, SOS, PM, APC
    r"|\x1b[#%()*+./$-][0-~])"  # character sets
)
"""Control sequences (ECMA-48) that are complete; of another one only its first character goes, so no text is lost."""
_SEQUENCES = re.compile(rf"(?<= ){_SEQUENCE}+ |{_SEQUENCE}+")
_IN_WORD = re.compile(r"\x00|(?<=[^\W\d_])[\x01-\x08\x0e-\x1a](?=[^\W\d_])")
"""A letter that a file has no name for, a ligature of a PDF as a rule."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LINES = re.compile(f"{_CONTROL.pattern[:-1]}\t\n\r\x85\u2028\u2029]")
"""What a name that stands in one line may not have either."""
_SPACES = dict.fromkeys((*range(0x0B, 0x0D), *range(0x1C, 0x20)), " ")
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""What C1 characters were meant as: a text of Windows that was read as ISO 8859-1 (as HTML's standard maps them)."""


def strip_controls(text: str) -> str:
    """Return a text without control sequences and characters but tabs and line breaks; bidirectional marks stay."""
    if not _CONTROL.search(text):
        return text
    text = _IN_WORD.sub("\N{REPLACEMENT CHARACTER}", strip_sequences(text))
    return _CONTROL.sub("", text.translate(_SPACES | _WINDOWS)).strip()


def strip_sequences(text: str) -> str:
    """Return a text without complete control sequences; other control characters stay."""
    return _SEQUENCES.sub("", text) if any(first in text for first in "\x1b\x9b\x9d") else text


def strip_document(document: Document) -> Document:
    """Return a document without controls in its text, title and publisher, and without paragraphs of nothing else."""
    return replace(
        document,
        title=strip_controls(document.title),
        paragraphs=tuple(text for text in map(strip_controls, document.paragraphs) if text.strip()),
        publisher=strip_controls(document.publisher) or None if document.publisher else document.publisher,
        unread=tuple(map(strip_controls, document.unread)),
    )


def escape_controls(name: str) -> str:
    """Return the name of a file with its control characters and line breaks written out, so that names stay apart."""
    return _LINES.sub(lambda match: ascii(match[0])[1:-1], name)
