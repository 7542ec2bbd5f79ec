"""Heads: which rows of a table head its columns, and what a cell stands under."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.article.rows import Cell

_LONGEST = 60
"""Letters of the head of a column that nothing marks as one, at most."""
_COLUMNS, _ROWS = 3, 2
"""Columns, and rows below it, from which a first row that nothing marks may be one of heads."""
_YEAR = re.compile(r"(?:(?:FY|Q[1-4])\s?)?(?:1[5-9]|20)\d\d(?:[/–-]\d{2,4})?\W*(?:\([^()]*\))?")
_MARK = re.compile(r"[xX✓✔●•○■*]|[Yy]es|[Nn]o")
_NOTHING = re.compile(r"[-–—.…\s]*|n/?a", re.IGNORECASE)
_FIGURE = re.compile(r"[\d.,()+−–\s-]+")
_SHARES = {"", "%"}
"""The units of a column that counts some and tells the share of others."""
_WORD, _LEADING = re.compile(r"[^\W\d_]{2}"), re.compile(r"\W*\d")


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its place: the first column it stands in, from 0, and how many; `head` where it is marked as one."""

    column: int
    text: str
    span: int = 1
    head: bool = False


Row = Sequence[Placed]


class Heads:
    """The heads of the columns, from one row or several above one another."""

    def __init__(self) -> None:
        self._texts: dict[int, list[str]] = {}
        self._closed = False

    def add(self, row: Row) -> None:
        """Take a row of heads; after rows of the body they begin anew."""
        if self._closed:
            self._texts, self._closed = {}, False
        for cell in row:
            for column in range(cell.column, cell.column + cell.span):
                held = self._texts.setdefault(column, [])
                if cell.text and cell.text not in held:
                    held.append(cell.text)

    def label(self, row: Row) -> list[Cell]:
        """Return the cells of a row of the body with their heads; columns that it does not reach are empty."""
        self._closed = True
        cells = [self._label(cell) for cell in row]
        reached = max((cell.column + cell.span for cell in row), default=0)
        return [*cells, *(Cell(self._name(column), "") for column in sorted(self._texts) if column >= reached)]

    def _label(self, cell: Placed) -> Cell:
        names = [self._name(column) for column in range(cell.column, cell.column + cell.span)]
        return Cell(" / ".join(dict.fromkeys(filter(None, names))), cell.text)

    def _name(self, column: int) -> str:
        return ", ".join(self._texts.get(column, [])).rstrip(":")


def list_told(row: Row) -> list[Placed]:
    """Return the cells of a row that say something."""
    return [cell for cell in row if cell.text]


def is_marked(row: Row) -> bool:
    """Tell whether all cells of a row that say something are marked as heads, and these are several."""
    told = list_told(row)
    return len(told) > 1 and all(cell.head for cell in told)


def guess_heads(rows: Sequence[Row], titled: bool = False) -> bool:
    """Tell whether the first row is one of heads though nothing marks it; `titled` where a title stands over it.

    Its cells are short, no two alike, and none a figure but a year; a column below one of them, or two above few rows,
    hold nothing but figures of one unit, or marks. Of two columns the first often only names what the second tells:
    `Owner │ Lisk Harbour`. Below a title one row is enough.
    """
    least = 1 if titled else _ROWS
    first, body = rows[0], [row for row in rows[1:] if len(list_told(row)) > 1]
    heads, told = [cell.text for cell in first[1:]], [cell.text for cell in first if cell.text]
    if len(first) < _COLUMNS or len(body) < least or any(cell.span > 1 for cell in first):
        return False
    if not all(heads) or len(set(told)) < len(told) or not all(map(_may_head, told)):
        return False
    columns = [(cell.text, _list_column(body, cell.column)) for cell in first if cell.text]
    figures = [text for cell in first[1:] for text in _list_column(body, cell.column)]
    measured = sum(_is_measured(*column, least) for column in columns)
    return measured > (len(body) <= _ROWS) or _is_measured(heads[0], figures, _ROWS)


def _may_head(text: str) -> bool:
    plain = len(text) <= _LONGEST and not _MARK.fullmatch(text) and not _NOTHING.fullmatch(text)
    figure = _LEADING.match(text) is not None and not _WORD.search(text)
    return plain and not text.endswith(".") and (not figure or _YEAR.fullmatch(text) is not None)


def _list_column(rows: Sequence[Row], column: int) -> list[str]:
    return [cell.text for row in rows for cell in row if cell.column == column and cell.span == 1]


def _is_measured(head: str, texts: Sequence[str], least: int) -> bool:
    """Tell whether all that a column says are marks, or `least` figures of one unit, and no years below a year."""
    told = [text for text in texts if not _NOTHING.fullmatch(text)]
    if told and all(map(_MARK.fullmatch, told)):
        return True
    if len(told) < least or not all(any(map(str.isdigit, text)) for text in told):
        return False
    if _YEAR.fullmatch(head) and all(map(_YEAR.fullmatch, told)):
        return False
    units = {_FIGURE.sub(" ", text).strip() for text in told}
    if units == _SHARES:
        return not any(map(_YEAR.fullmatch, told))
    return len(units) == 1 and len(units.pop()) <= _LONGEST
