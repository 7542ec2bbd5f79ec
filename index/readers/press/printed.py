"""Printed tables: rows by the places of their cells on a page, where these stand under one another in columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mean, median

from index.readers.heads import Placed
from index.readers.press.typeset import Line
from index.readers.tables import fill_row, write_table

_ROWS, _APART, _TIGHT, _LEADING = 3, 4.0, 0.8, 1.35
"""Rows of several cells at least, sizes of the type between two of them at most; share of the usual distance of rows,
and sizes, below which a line goes on with the cell above it."""
_WIDTH, _NEAR, _PART = 0.45, 2.0, 0.3
"""Width of a letter, and how far a cell may stand from its column, in sizes; part of a column that a cell covers."""
_PROSE, _RUNNING, _LONGEST = 25, 0.3, 45
"""Letters of a column from which it may be prose, share of its lines that go on within a sentence, and letters beyond
which it is prose in any case."""
_COUNT = re.compile(r"\(?(?:\d{1,4}|[a-z]|[ivxl]{1,5}|\d+(?:\.\d+)+)[.)]?")

Cells = Sequence[Line]
Column = tuple[float, float]
"""Where a column begins and ends."""


def set_tables(page: Sequence[Line]) -> list[Line]:
    """Return the lines of a page with each row of a table as one line, which is an item; prose stays as it is."""
    rows = list(_part_rows(page))
    lines: list[Line] = []
    at = 0
    while at < len(rows):
        end = _find_end(rows, at) if len(rows[at]) > 1 else at + 1
        written = _write_rows(rows[at:end]) if len(rows[at]) > 1 else None
        lines += written if written is not None else [line for row in rows[at:end] for line in row]
        at = end
    return lines


def _part_rows(page: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines that stand side by side, one after the other."""
    row: list[Line] = []
    for line in page:
        if row and not (abs(row[-1].y - line.y) < 0.2 * line.size and line.x > row[-1].x + line.size):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _find_end(rows: Sequence[Cells], start: int) -> int:
    """Return where rows of several cells end, with the single lines between them and those close below."""
    end = last = start + 1
    while end < len(rows) and 0 < rows[end - 1][0].y - rows[end][0].y <= _APART * rows[end][0].size and end - last < 2:
        end += 1
        last = end if len(rows[end - 1]) > 1 else last
    usual = _find_distance(rows[start:last])
    while last < len(rows) and len(rows[last]) == 1 and _goes_on(rows, last, usual):
        last += 1
    return last


def _goes_on(rows: Sequence[Cells], at: int, usual: float) -> bool:
    """Tell whether a line stands as near below the one before as those of one cell do."""
    return 0 < rows[at - 1][0].y - rows[at][0].y < min(_TIGHT * usual, _LEADING * rows[at][0].size)


def _find_distance(rows: Sequence[Cells]) -> float:
    """Return the usual distance of rows of several cells."""
    drops = [one[0].y - other[0].y for one, other in pairwise(rows) if len(one) > 1 and len(other) > 1]
    return median(drops) if drops else 0.0


def _write_rows(rows: Sequence[Cells]) -> list[Line] | None:
    """Return the rows of a table as lines, None where the lines only stand side by side."""
    several = [row for row in rows if len(row) > 1]
    columns = _find_columns(several) if len(several) >= _ROWS else []
    if len(columns) < 2 or _is_prose(several, columns):
        return None
    usual = _find_distance(rows)
    heads = _count_heads(rows)
    placed: list[list[Placed]] = []
    begins: list[Line] = []
    for at, row in enumerate(rows):
        cells = [_place(line, columns, head=at < heads) for line in row]
        taken = [column for cell in cells if cell for column in range(cell.column, cell.column + cell.span)]
        found = [cell for cell in cells if cell]
        if len(found) < len(cells) or len(set(taken)) < len(taken):
            return None
        if placed and _goes_on(rows, at, usual):
            placed[-1] = _join(placed[-1], found)
        else:
            placed.append(found)
            begins.append(row[0])
    written = write_table([_widen(row, len(columns)) for row in placed])
    return [replace(line, text=text, item=True) for line, text in zip(begins, written, strict=True) if text]


def _count_heads(rows: Sequence[Cells]) -> int:
    """Return how many of the first rows are set in bold, 0 where all are."""
    bold = [all(line.bold for line in row) for row in rows]
    return 0 if all(bold) else bold.index(False)


def _find_columns(rows: Sequence[Cells]) -> list[Column]:
    """Return the columns by the rows with most cells, none where two of them run into each other."""
    most = max(map(len, rows))
    full = [row for row in rows if len(row) == most]
    columns = [(min(line.x for line in cells), max(map(_end, cells))) for cells in zip(*full, strict=True)]
    return [] if any(one[1] > other[0] for one, other in pairwise(columns)) else columns


def _end(line: Line) -> float:
    return line.x + _WIDTH * line.size * len(line.text)


def _place(line: Line, columns: Sequence[Column], head: bool = False) -> Placed | None:
    """Return a line as a cell in the columns that it covers, or in the nearest; None where it is near none."""
    covered = [
        at
        for at, (left, right) in enumerate(columns)
        if min(right, _end(line)) - max(left, line.x) > _PART * min(right - left, _end(line) - line.x)
    ]
    if covered:
        return Placed(covered[0], line.text, covered[-1] - covered[0] + 1, head)
    apart = [max(left - _end(line), line.x - right) for left, right in columns]
    nearest = min(range(len(columns)), key=apart.__getitem__)
    return Placed(nearest, line.text, head=head) if apart[nearest] <= _NEAR * line.size else None


def _join(row: Sequence[Placed], below: Sequence[Placed]) -> list[Placed]:
    """Return a row whose cells go on in the line below it."""
    joined = {cell.column: cell for cell in row}
    for cell in below:
        over = joined.get(cell.column)
        joined[cell.column] = replace(over, text=f"{over.text} {cell.text}") if over else cell
    return list(joined.values())


def _widen(row: Sequence[Placed], width: int) -> list[Placed]:
    """Return a row with an empty cell in each column where it has none."""
    filled = fill_row(row)
    reached = filled[-1].column + filled[-1].span
    return [*filled, *(Placed(column, "") for column in range(reached, width))]


def _is_prose(rows: Sequence[Cells], columns: Sequence[Column]) -> bool:
    """Tell whether lines that stand side by side are text: columns of sentences, or a count beside each line."""
    texts: list[list[str]] = [[] for _ in columns]
    for row in rows:
        for line in row:
            cell = _place(line, columns)
            if cell:
                texts[cell.column].append(line.text)
    if any(map(_runs, filter(None, texts))):
        return True
    return len(columns) == 2 and all(map(_COUNT.fullmatch, texts[0])) and mean(map(len, texts[1])) >= _PROSE


def _runs(column: Sequence[str]) -> bool:
    """Tell whether the lines of a column go on within sentences."""
    length = mean(map(len, column))
    running = sum(text[:1].islower() for text in column[1:]) >= _RUNNING * max(1, len(column) - 1)
    return length > _LONGEST or (length >= _PROSE and running)
