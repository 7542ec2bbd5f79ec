"""Marks: the numbers of the blocks of a page, in signs that no page holds, which tell what an extraction has kept."""

import re
from collections.abc import Sequence

from index.readers.web.markup import Block

_SIGNS = [chr(code) for code in range(0x1D000, 0x1D0F6)]
"""The musical signs of Byzantium, which are neither letters nor digits to those who look for them."""
_DIGITS = 3
_MARK = re.compile(f"[{_SIGNS[0]}-{_SIGNS[-1]}]{{{_DIGITS}}}")


def mark_blocks(blocks: Sequence[Block]) -> None:
    """Write the number of each block before its first and before its longest piece, of which one may be cut out."""
    for number, block in enumerate(blocks):
        mark = "".join(_SIGNS[number // len(_SIGNS) ** place % len(_SIGNS)] for place in range(_DIGITS))
        for piece in {block.pieces[0], max(block.pieces, key=lambda piece: len(piece.text))}:
            if piece.after:
                piece.element.tail = f" {mark} {piece.element.tail or ''}"
            else:
                piece.element.text = f"{mark} {piece.element.text or ''}"


def read_marks(text: str) -> list[int]:
    """Return the numbers of the marks in a text."""
    marks = _MARK.findall(text)
    first, base = ord(_SIGNS[0]), len(_SIGNS)
    return [sum((ord(sign) - first) * base**place for place, sign in enumerate(mark)) for mark in marks]


def drop_marks(text: str) -> str:
    """Return a text without its marks."""
    return _MARK.sub("", text)
