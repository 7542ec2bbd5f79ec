"""The order in which the lines of a page are read, where it is not that in which they were drawn."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mean

from index.article.shape import BULLETS
from index.readers.press.typeset import Line

_MARK = re.compile(rf"(?:\(?\d{{1,3}}[.)]|\(?[a-z]\)|[{BULLETS}])$")
_NEAR = 5
"""Sizes of the type that the text of an item begins from its mark at most."""
_ROWS, _LETTERS, _RUNNING, _APART = 4, 25, 0.3, 1.5
"""Rows in which columns stand side by side at least, letters of their lines on average, share of the lines that go on
within a sentence, and space below the last line in lines."""


def order_lines(page: Sequence[Line]) -> list[Line]:
    """Return the lines of a page with the marks of lists before their items, and columns one after the other."""
    return _part_columns(_attach_marks(page))


def _attach_marks(page: Sequence[Line]) -> list[Line]:
    """Return the lines with a number or bullet that was drawn by itself before the text that stands beside it."""
    beside: dict[int, Line] = {}
    taken: set[int] = set()
    for place, mark in enumerate(page):
        if not _MARK.match(mark.text):
            continue
        right = [
            at
            for at, line in enumerate(page)
            if abs(line.y - mark.y) < 0.2 * mark.size and 0 < line.x - mark.x < _NEAR * mark.size and at not in beside
        ]
        if right and not _MARK.match(page[nearest := min(right, key=lambda at: page[at].x)].text):
            beside[nearest] = mark
            taken.add(place)
    return [
        replace(line, text=f"{beside[at].text} {line.text}", x=beside[at].x, item=True) if at in beside else line
        for at, line in enumerate(page)
        if at not in taken
    ]


def _part_columns(page: Sequence[Line]) -> list[Line]:
    """Return the lines of columns of prose that were drawn row by row one column after the other."""
    paired = [at for at, (one, other) in enumerate(pairwise(page)) if _same_row(one, other)]
    starts = Counter(round(page[at + 1].x) for at in paired)
    columns = sorted(x for x, count in starts.items() if count >= _ROWS)
    if not columns:
        return list(page)
    begin, end = paired[0], _end(page, paired)
    block = page[begin:end]
    parts = [[line for line in block if _column(line, columns) == column] for column in range(len(columns) + 1)]
    if not all(map(_is_prose, parts)):
        return list(page)
    return [*page[:begin], *(line for part in parts for line in part), *page[end:]]


def _same_row(one: Line, other: Line) -> bool:
    return abs(one.y - other.y) < 0.2 * one.size and other.x > one.x + one.size


def _column(line: Line, columns: Sequence[int]) -> int:
    return sum(round(line.x) >= x for x in columns)


def _end(page: Sequence[Line], paired: Sequence[int]) -> int:
    """Return where the columns end: the longest of them goes on alone below the last row of several."""
    last = paired[-1] + 2
    spacing = max(page[at].size for at in paired) * _APART
    longest = max(len(page[at].text) for at in paired)
    while (
        last < len(page)
        and 0 < page[last - 1].y - page[last].y <= spacing
        and len(page[last].text) <= longest
        and page[last].size == page[last - 1].size
    ):
        last += 1
    return last


def _is_prose(lines: Sequence[Line]) -> bool:
    """Tell whether the lines of a column are broken sentences, as the cells of a table are not."""
    if len(lines) < _ROWS or mean(len(line.text) for line in lines) < _LETTERS:
        return False
    return sum(line.text[:1].islower() for line in lines[1:]) >= _RUNNING * (len(lines) - 1)
