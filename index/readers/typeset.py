"""From the lines of printed pages, with their places, to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.shape import BULLETS

_ITEM = re.compile(rf"(?:[{BULLETS}–—-]|\(?\d{{1,3}}[.)]|\(?[a-z][.)]|\d+(?:\.\d+)+\.?)\s+\S")
_END = re.compile(r"[.!?:;…。！？؟।]['\"’”»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_HALVES = re.compile(r"[^\W\d_]+-\n[^\W\d_]+")
_PROSE_LETTERS = 30
_GAP, _SIZE, _SHORT, _FULL = 1.25, 1.15, 0.6, 0.85


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: text, number of the page, place of its beginning and size in points."""

    text: str
    page: int
    x: float
    y: float
    size: float


def paragraphs_of(lines: Sequence[Line]) -> list[str]:
    """Return the paragraphs of the lines by gaps, indents and sizes; words broken at line ends are mended."""
    drops = [(last.y - line.y, line.size) for last, line in pairwise(lines)]
    gaps = [drop for drop, size in drops if 0 < drop < 3 * size]
    lengths = sorted(len(line.text) for line in lines if len(line.text) > _PROSE_LETTERS)
    width = lengths[len(lengths) * 9 // 10] if lengths else _PROSE_LETTERS
    spacing = median(gaps) if gaps else 0.0
    # The halves of a word that a line end breaks are not words of the document.
    whole = "\n".join(line.text for line in lines).lower()
    words = Counter(_WORD.findall(_HALVES.sub(" ", whole)))
    return list(_joined(lines, spacing, width, words))


def _joined(lines: Sequence[Line], spacing: float, width: int, words: Counter[str]) -> Iterator[str]:
    held = ""
    last: Line | None = None
    for line in lines:
        if last is None or _breaks(last, line, held, spacing, width):
            if held:
                yield held
            held = line.text
        else:
            held = _append(held, line.text, words)
        last = line
    if held:
        yield held


def _breaks(last: Line, line: Line, held: str, spacing: float, width: int) -> bool:
    """Tell whether a paragraph begins at `line`."""
    if _ITEM.match(line.text) or max(last.size, line.size) > _SIZE * min(last.size, line.size):
        return True
    share = len(last.text) / width
    ended = bool(_END.search(last.text))
    if last.page != line.page or last.y <= line.y:
        return share < _SHORT or (ended and (share < _FULL or line.text[:1].isupper()))
    if spacing and last.y - line.y > _GAP * spacing:
        return True
    indented = line.x > last.x + 0.7 * line.size and not _ITEM.match(held)
    return indented or share < _SHORT or (ended and share < _FULL and not line.text[:1].islower())


def _append(held: str, text: str, words: Counter[str]) -> str:
    """Join two lines; a hyphen between them stays where the document itself writes the word with one."""
    left, right = _BROKEN.search(held), _WORD.match(text)
    if not left or not right or not right[0][0].islower():
        return f"{held} {text}"
    first, second = left[1].lower(), right[0].lower()
    compound = words[f"{first}-{second}"] or (not words[first + second] and words[first] and words[second] > 1)
    return held + text if compound else held[:-1] + text
