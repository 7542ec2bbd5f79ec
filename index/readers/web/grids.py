"""Grids: the tables of a web page with the spans of their cells, and those that only place their cells on the page."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from index.article.shape import is_sentence
from index.readers.heads import Placed
from index.readers.tables import fill_row, write_table
from index.readers.web.signs import name_of

_LAYOUT = frozenset("table h1 h2 h3 h4 h5 h6".split())
_PARTS = frozenset("thead tbody tfoot".split())
_MOST = 1000
"""Columns or rows that a cell may say it reaches over."""
_FRAME, _TEXT = 3, 100
"""Rows of a table that makes up a page at most, and letters of the text of the page at least."""

Read = Callable[[Any], str]
"""Returns the text of a cell."""


def read_table(table: Any, read: Read) -> dict[Any, str | None]:
    """Return the paragraph of each row of a table by its element; rows that only place their cells are left out."""
    rows = list(_list_rows(table))
    menus = set(_find_menus(rows))

    def tell(cell: Any) -> str:
        return "" if cell in menus else read(cell)

    data = [row for row in rows if not _is_layout(row)]
    if len(data) == len(rows):
        return dict(zip(rows, write_table(_place(rows, tell)), strict=True))
    return {row: write_table(_place([row], tell))[0] for row in data}


def list_cells(row: Any) -> list[Any]:
    """Return the cells of a row."""
    return [cell for cell in row if name_of(cell) in ("td", "th")]


def _list_rows(part: Any) -> Iterator[Any]:
    for child in part:
        if name_of(child) == "tr":
            yield child
        elif name_of(child) in _PARTS:
            yield from _list_rows(child)


def _place(rows: list[Any], read: Read) -> list[list[Placed]]:
    """Return the cells in their columns; one that reaches over several rows is told in each."""
    placed: list[list[Placed]] = []
    below: dict[int, tuple[int, Placed]] = {}
    leading = True
    for row in rows:
        cells = list_cells(row)
        leading = leading and all(map(_is_bold, cells))
        head = leading or name_of(row.getparent()) == "thead"
        held = {column: cell for column, (_, cell) in below.items()}
        below = {column: (left - 1, cell) for column, (left, cell) in below.items() if left > 1}
        column = 0
        for cell in cells:
            while (over := next((each for each in held.values() if _reaches(each, column)), None)) is not None:
                column = over.column + over.span
            one = Placed(column, read(cell), _count(cell, "colspan"), head or name_of(cell) == "th")
            down = _count(cell, "rowspan")
            if down > 1:
                below[column] = (down - 1, one)
            held[column] = one
            column += one.span
        placed.append(fill_row(list(held.values())))
    return placed


def _reaches(cell: Placed, column: int) -> bool:
    return cell.column <= column < cell.column + cell.span


def _count(cell: Any, name: str) -> int:
    written = cell.get(name) or ""
    return max(1, min(int(written), _MOST)) if written.isdecimal() and len(written) < 10 else 1


def _is_bold(cell: Any) -> bool:
    """Tell whether all that is written in a cell is set in bold, also where nothing is."""
    loose = cell.xpath(".//text()[normalize-space() and not(ancestor::*[self::b or self::strong or self::th])]")
    return not loose


def _is_layout(row: Any) -> bool:
    """Tell whether a row only places its cells on the page: they hold headings, tables or whole texts."""
    inside = [[name_of(part) for part in cell.iterdescendants()] for cell in list_cells(row)]
    return any(not _LAYOUT.isdisjoint(names) or names.count("p") > 2 for names in inside)


def _find_menus(rows: Sequence[Any]) -> Iterator[Any]:
    """Yield the cells that are nothing but links beside the text of a page, in a table that makes up the page."""
    if len(rows) > _FRAME or any(name_of(cell) == "th" for row in rows for cell in list_cells(row)):
        return
    for row in rows:
        texts = {cell: " ".join(cell.text_content().split()) for cell in list_cells(row)}
        if any(len(text) >= _TEXT and is_sentence(text) for text in texts.values()):
            yield from (cell for cell in texts if _is_menu(cell))


def _is_menu(cell: Any) -> bool:
    """Tell whether a cell holds several links, and beside them only what parts them."""
    loose = "".join(cell.xpath(".//text()[not(ancestor::a)]"))
    return len(cell.findall(".//a")) > 1 and not any(map(str.isalnum, loose))
