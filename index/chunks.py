"""Chunks: whole paragraphs merged up to a size that is searched well; very long ones are split."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langchain_text_splitters.character import RecursiveCharacterTextSplitter

SIZE = 900
"""Characters that a chunk aims at; paragraphs are merged while they fit in."""

LONGEST = 2 * SIZE
"""Characters above which one paragraph is split."""

PARAGRAPH_BREAK = "\n\n"
"""What stands between the paragraphs of one chunk."""

_SEPARATORS = ["\n\n", "\n", r"(?<=[.!?…][\"'”’)]) ", r"(?<=[.!?…;]) ", r"(?<=[。！？])", " ", ""]
_ASCII_OTHER = re.compile(r"[^\w$%]", re.ASCII)  # 5% is not 5, and $5 not £5
_FREQUENT_OTHER = "’“”‘—–…\xa0"
_FURTHER_OTHER = re.compile(r"[^\w\x00-\x7f£€¥]")
_SPACES_FOR_OTHER = bytes(32 if code < 128 and _ASCII_OTHER.match(chr(code)) else code for code in range(256))


Span = tuple[int, int, str | None]
"""First and last paragraph of a chunk, and its text where that is a part of one paragraph only."""


def make_chunks(paragraphs: Sequence[str]) -> Iterator[Span]:
    """Yield the chunks of a body in order; together they cover every paragraph."""
    first, length = 1, 0
    for n, text in enumerate(paragraphs, start=1):
        if length and length + len(text) > SIZE:
            yield from _close(first, n - 1, paragraphs, length)
            first, length = n, 0
        length += len(text) + len(PARAGRAPH_BREAK)
    if length:
        yield from _close(first, len(paragraphs), paragraphs, length)


def join_chunk(paragraphs: Sequence[str], span: Span) -> str:
    """Return the text of a chunk of this body."""
    first, last, part = span
    return PARAGRAPH_BREAK.join(paragraphs[first - 1 : last]) if part is None else part


def likeness(text: str) -> int:
    """Return a number that is the same for texts that differ only in case, spaces and punctuation."""
    if not text.isascii():
        for mark in _FREQUENT_OTHER:  # most texts are then ASCII, which is quicker in all that follows
            text = text.replace(mark, " ")
    plain = text.casefold()
    if not plain.isascii():
        plain = _FURTHER_OTHER.sub(" ", plain)
    words = plain.encode("utf-8", "replace").translate(_SPACES_FOR_OTHER).split()
    digest = blake2b(b" ".join(words), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _close(first: int, last: int, paragraphs: Sequence[str], length: int) -> Iterator[Span]:
    if length - len(PARAGRAPH_BREAK) <= LONGEST:
        yield first, last, None
        return
    for part in _splitter().split_text(PARAGRAPH_BREAK.join(paragraphs[first - 1 : last])):
        yield first, last, part


@lru_cache(maxsize=1)
def _splitter() -> "RecursiveCharacterTextSplitter":
    # The package takes a quarter of a second to import, and most bodies have no such paragraph.
    from langchain_text_splitters.character import RecursiveCharacterTextSplitter

    return RecursiveCharacterTextSplitter(
        chunk_size=SIZE,
        chunk_overlap=0,
        separators=_SEPARATORS,
        is_separator_regex=True,
        keep_separator="end",
    )
