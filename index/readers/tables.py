"""Tables: from cells, however a format writes them, to rows that each tell alone what they say."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.article.rows import Cell, write_row
from index.article.shape import is_sentence
from index.readers.heads import Heads, Placed, Row, guess_heads, is_marked, list_told

_LONGEST = 80
"""Letters of a line over some of the rows, at most; a longer one is a note."""


def place_cells(texts: Iterable[str], head: bool = False) -> list[Placed]:
    """Return a row of cells that stand in one column each."""
    return [Placed(column, " ".join(text.split()), head=head) for column, text in enumerate(texts)]


def fill_row(row: Row) -> list[Placed]:
    """Return a row in the order of its columns, with an empty cell in each that it leaves out."""
    filled: list[Placed] = []
    column = 0
    for cell in sorted(row, key=lambda cell: cell.column):
        filled += [Placed(at, "") for at in range(column, cell.column)]
        filled.append(cell)
        column = cell.column + cell.span
    return filled


def write_table(rows: Sequence[Row]) -> list[str | None]:
    """Return the paragraph of each row of a table, None for those that others carry with them and for empty ones.

    Rows of heads go into the rows below them, and so does a line over some of the rows. Heads are what is marked as
    such, or else a first row where the columns below show that it is no row like the others.
    """
    return _Table(_drop_columns(rows)).write()


class _Table:
    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._width = max((cell.column + cell.span for row in rows for cell in row), default=0)
        self._first = next((at for at, row in enumerate(rows) if len(list_told(row)) > 1), len(rows))
        self._heads, self._section = Heads(), ""
        below = rows[self._first :]
        self._guessed = not any(map(is_marked, rows)) and bool(below) and guess_heads(below, titled=self._first > 0)

    def write(self) -> list[str | None]:
        written: list[str | None] = []
        waiting: dict[int, str] = {}
        for at, row in enumerate(self._rows):
            written.append(None)
            if self._is_line(row):
                text = list_told(row)[0].text
                if at < self._first or is_sentence(text) or len(text) > _LONGEST:
                    written[at] = text
                else:
                    self._section = waiting[at] = text
            elif is_marked(row) or (self._guessed and at == self._first):
                self._heads.add(row)
                waiting[at] = write_row([Cell("", cell.text) for cell in row])
            elif list_told(row):
                waiting.clear()
                written[at] = write_row([*self._over(), *self._heads.label(row)])
        for at, text in waiting.items():  # below them is no row that carries them
            written[at] = text
        return written

    def _over(self) -> list[Cell]:
        return [Cell("", self._section)] if self._section else []

    def _is_line(self, row: Row) -> bool:
        """Tell whether a row is one cell over the whole width of the table."""
        told = list_told(row)
        whole = len(told) == 1 and (told[0].span == self._width or len(row) == 1) and told[0].column == 0
        return whole and self._width > 1 and len(self._rows) > 1


def _drop_columns(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows without the columns that say nothing in any of them, which only part others."""
    used = {
        column for row in rows for cell in row if cell.text for column in range(cell.column, cell.column + cell.span)
    }
    if len(used) == max(used, default=-1) + 1:
        return rows
    places = {column: place for place, column in enumerate(sorted(used))}
    return [[moved for cell in row if (moved := _move(cell, places))] for row in rows]


def _move(cell: Placed, places: dict[int, int]) -> Placed | None:
    columns = [places[column] for column in range(cell.column, cell.column + cell.span) if column in places]
    return replace(cell, column=columns[0], span=len(columns)) if columns else None
