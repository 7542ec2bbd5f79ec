"""Rows: how a row of a table stands as one paragraph, each cell behind the head of its column.

`Councillor: Lomax │ For: – │ Against: – │ Abstained: X`. The bar is one that no prose has, so that a row is known
wherever its paragraph is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

BAR = "│"
"""What stands between the cells, with a space on either side."""
EMPTY = "–"
"""What stands for a cell with nothing in it."""
_COLON = ": "


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: the head of its column, "" where it has none, and what it says, "" where it says nothing."""

    head: str
    text: str


def write_row(cells: Sequence[Cell]) -> str:
    """Return the paragraph of a row; empty cells keep their place."""
    return f" {BAR} ".join(
        f"{_clean(cell.head)}{_COLON * bool(cell.head)}{_clean(cell.text) or EMPTY}" for cell in cells
    )


def is_row(paragraph: str) -> bool:
    """Tell whether a paragraph is a row of a table."""
    return f" {BAR} " in paragraph


def read_row(paragraph: str) -> list[Cell]:
    """Return the cells of a row; what stands before the first colon of each is its head."""
    cells = []
    for written in paragraph.split(f" {BAR} "):
        head, colon, text = written.partition(_COLON)
        said = text if colon else head
        cells.append(Cell(head if colon else "", "" if said.strip() == EMPTY else said))
    return cells


def _clean(text: str) -> str:
    return " ".join(text.replace(BAR, "|").split())
