"""From lines to paragraphs: hard-wrapped lines are joined, one-line paragraphs are left alone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.shape import BULLETS

_BLANK = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")
_ITEM = re.compile(rf"\s*(?:[{BULLETS}+–—-]|\(?\d{{1,3}}[.)]|\(?[a-z][.)])\s+\S")
_END = re.compile(r"[.!?:;…。！？؟।]['\"’”»)\]]*\s*$")
_AUTHOR = re.compile(r"\s*(?:(?:posted|written|reported|edited) )?by [A-ZÀ-Ý]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-$")
_HALVES = re.compile(r"(?<![^\W\d_])[^\W\d_]+-\n[ \t]*[^\W\d_]+")
"""Both begin only where a word does, else a very long word would be searched once for each of its letters."""
_BREAKS = 0.05
"""Share of the lines that end within a word where a text is set with hyphens."""
_SHORT = 0.75
"""Share of the width below which a line was not broken for want of room."""
_WIDEST = 120
_NARROWEST = 30


def reflow(text: str) -> list[str]:
    """Return the paragraphs of plain text, however its lines are broken; whitespace inside them is single."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").expandtabs(4)
    blocks = [block.split("\n") for block in _BLANK.split(text.strip("\n"))]
    width = wrap_width(blocks)
    hyphens = _count_words(text) if width and _HALVES.search(text) else None
    paragraphs = (paragraph for block in blocks for paragraph in join_lines(block, width, hyphens))
    return [clean for paragraph in paragraphs if (clean := _single_spaced(paragraph))]


def _single_spaced(line: str) -> str:
    """Return a line whose words have one space between them; most lines are such and need not be split."""
    return line.strip() if line.isprintable() and "  " not in line else " ".join(line.split())


def wrap_width(blocks: Sequence[Sequence[str]]) -> int | None:
    """Return the column at which the lines were wrapped, or None if each line is a paragraph."""
    lengths = sorted(len(line) for block in blocks for line in block[:-1])
    width = lengths[min(len(lengths) - 1, len(lengths) * 95 // 100)] if lengths else 0
    if not _NARROWEST <= width <= _WIDEST:
        return None
    pairs = [pair for block in blocks for pair in pairwise(block)]
    full = sum(is_full(line, following, width) for line, following in pairs)
    running = sum(not _END.search(line) and following.lstrip()[:1].islower() for line, following in pairs)
    return width if full >= 0.5 * len(pairs) and running >= 0.2 * len(pairs) else None


def is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the first word of the following line had no place left on this one."""
    word = following.split(maxsplit=1)
    return len(line.rstrip()) + 1 + len(word[0] if word else "") > width


def join_lines(lines: Sequence[str], width: int | None, words: Counter[str] | None = None) -> Iterator[str]:
    """Yield the paragraphs of one block of lines that were wrapped at `width` (None: not wrapped).

    `words` are those of the whole text, by which a word that a line end breaks is told from a compound.
    """
    held: list[str] = []
    last = ""
    for line in lines:
        if held and width and not _breaks(last, line, held, width):
            _append(held, line, words or Counter())
        else:
            yield from _joined(held)
            held = [line] if line else []
        last = line
    yield from _joined(held)


def _joined(held: Sequence[str]) -> list[str]:
    whole = " ".join(held)
    return [whole] if whole.strip() else []


def _breaks(last: str, line: str, held: Sequence[str], width: int) -> bool:
    """Tell whether `line` begins a paragraph: a list item, an indent, or the line before ended early."""
    if _ITEM.match(line):
        return True
    deeper = len(line) - len(line.lstrip()) >= len(last) - len(last.lstrip()) + 2
    if deeper and not _ITEM.match(" ".join(held[:2])):
        return True
    if is_full(last, line, width):
        return False
    short = len(last.rstrip()) < _SHORT * width
    if line.lstrip()[:1].islower():
        return short and held == [last] and _AUTHOR.match(line) is not None
    return short or bool(_END.search(last))


def _append(held: list[str], line: str, words: Counter[str]) -> None:
    """Add a line; a hyphen before it stays ("hard-" and "wrapped") unless the text has the word without one."""
    before = held[-1].rstrip()
    left, right = _BROKEN.search(before), _WORD.match(line.lstrip())
    if left is None or right is None:
        held.append(line)
        return
    first, second = left[1].lower(), right[0].lower()
    whole = words[first + second] or (words.total() and words[""] and not words[first] and not words[second])
    broken = right[0][0].islower() and not words[f"{first}-{second}"] and whole
    held[-1] = (before[:-1] if broken else before) + line.lstrip()


def _count_words(text: str) -> Counter[str]:
    """Return how often a text has each word, halves of broken ones left out; "" stands for that it breaks many."""
    words = Counter(_WORD.findall(_HALVES.sub(" ", text.lower())))
    words[""] = len(_HALVES.findall(text)) >= max(3, _BREAKS * text.count("\n"))
    return words
