"""Sheets: tables saved as text, one row a line, whose cells commas, semicolons, tabs or bars part (CSV, TSV)."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from itertools import islice

from index.errors import SourceError
from index.language.parts_of_speech import list_kinds
from index.readers.heads import Row, guess_heads
from index.readers.plain.encoding import decode
from index.readers.tables import place_cells, write_table
from index.readers.text import read_text
from index.source import Document

_SIGNS = ";\t|,"
"""What parts cells; of two that do so alike the first does, as a comma is in figures and texts."""
_SAMPLE, _LONGEST = 50, 60
"""Rows that tell what parts the cells, and letters of a head at most."""
_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\W*\d")


def read_sheet(data: bytes) -> Document:
    """Return the rows of a sheet, each cell behind the head of its column; title, publisher and day stay open."""
    text = decode(data)
    try:
        sign = _find_sign(text)
        rows = [place_cells(row) for row in csv.reader(StringIO(text, newline=""), delimiter=sign)] if sign else []
    except csv.Error as error:
        raise SourceError("The table is broken.", "Open it in a spreadsheet and save it again.") from error
    if not sign:
        return read_text(data)
    first = next(at for at, row in enumerate(rows) if len(row) > 1)
    if guess_heads(rows[first:]) or _names_columns(rows[first], rows[first + 1 :]):
        rows[first] = [replace(cell, head=True) for cell in rows[first]]
    return Document("", tuple(row for row in write_table(rows) if row))


def _find_sign(text: str) -> str:
    """Return what parts the cells, by which most rows have one same number of them above one; "" where nothing does."""
    found: dict[str, tuple[int, int]] = {}
    for sign in _SIGNS:
        rows = [row for row in islice(csv.reader(StringIO(text, newline=""), delimiter=sign), _SAMPLE) if row]
        counts = Counter(len(row) for row in rows if len(row) > 1)
        cells, times = max(counts.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
        if times > len(rows) / 2:
            found[sign] = times, cells
    return max(found, key=found.__getitem__, default="")


def _names_columns(row: Row, below: Sequence[Row]) -> bool:
    """Tell whether the cells of a row, no two alike and none a figure, head columns.

    They are words of the dictionary, as the names of persons and places are not, or one of them stands above figures.
    """
    told = [cell for cell in row if cell.text]
    texts = {cell.text for cell in told}
    if not 1 < len(texts) == len(told) or any(len(text) > _LONGEST or _FIGURE.match(text) for text in texts):
        return False
    return all(map(_is_plain, texts)) or any(_is_counted(cell.column, below) for cell in told)


def _is_counted(column: int, rows: Sequence[Row]) -> bool:
    """Tell whether all that a column says are figures."""
    told = [cell.text for row in rows for cell in row if cell.column == column and cell.text]
    return bool(told) and all(map(_FIGURE.match, told))


def _is_plain(cell: str) -> bool:
    """Tell whether a cell has a word that is in the dictionary."""
    return any(map(list_kinds, _WORD.findall(cell.replace("_", " "))))
