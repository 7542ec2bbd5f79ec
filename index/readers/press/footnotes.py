"""Footnotes: what is printed at the foot of a page or column between the halves of a sentence that goes on in the next.

A note is set smaller than the text, or behind a mark and a space that is larger than that of two lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from index.readers.press.typeset import END, Line

_MARK = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}|[*†‡§¶¹²³⁴-⁹])\s*[A-ZÀ-Ý]")
_ENDED = re.compile(rf"{END.pattern}|(?<=[^\W\d])[.!?][\"'”’)]*\d{{1,2}}$")
"""The end of a sentence, with the mark of a note behind it."""
_SMALLER, _SAME, _APART, _MOST = 0.95, 0.5, 1.25, 8
"""Size of a note in sizes of the text at most, points by which text differs from text, space above a note in lines, and
lines of notes set as the text at most."""


def mark_notes(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those marked as notes that part a sentence."""
    marked = list(lines)
    drops = [last.y - line.y for last, line in pairwise(lines)]
    spacing = median([drop for drop in drops if drop > 0] or [0.0])
    begin = 0
    for end in _turns(lines):
        for at in range(_first_note(lines, begin, end, spacing), end):
            marked[at] = replace(lines[at], note=True)
        begin = end
    return marked


def _turns(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places of the lines that begin a page or a column, but the first."""
    for at, (last, line) in enumerate(pairwise(lines), 1):
        if last.page != line.page or line.y > last.y + last.size:
            yield at


def _first_note(lines: Sequence[Line], begin: int, end: int, spacing: float) -> int:
    """Return where the notes begin at the foot of a page or column that ends at a place, that place if it has none."""
    following = lines[end]
    start = end
    while start > begin and lines[start - 1].size < _SMALLER * following.size:
        start -= 1
    if start < end:
        return start if start > begin and _goes_on(lines[start - 1], following) else end
    for at in range(end - 1, max(begin, end - _MOST), -1):
        above = lines[at - 1]
        if above.y - lines[at].y > _APART * spacing:
            noted = _MARK.match(lines[at].text) is not None and following.text[:1].islower()
            return at if noted and _goes_on(above, following) else end
    return end


def _goes_on(last: Line, line: Line) -> bool:
    """Tell whether a line that ends no sentence is followed by one that is set alike."""
    return abs(last.size - line.size) < _SAME and not line.item and not _ENDED.search(last.text)
