"""Tabulation: the tables that a plain text draws with bars, or parts with tabs or commas."""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.article.rows import BAR
from index.article.shape import is_item, is_sentence
from index.readers.heads import Placed
from index.readers.tables import place_cells, write_table

_RULE = re.compile(r"(?=.*[-=─━═])[\s|│+:=─━═┼├┤╪┌┐└┘┬┴-]+")
"""A line that only rules off others."""
_EDGE = re.compile(rf"\s*[|{BAR}](.*)[|{BAR}]\s*")
_FEWEST, _LONGEST = 3, 60
"""Lines of a table that nothing encloses, at least; letters of a cell between commas, at most."""
_ENDED = (".", "!", "?", ";", ":")

Split = Callable[[str], list[str]]
"""Returns the cells of a line, fewer than two where it is no row."""


def set_tables(text: str) -> str:
    """Return a text with its tables written out, each row as a paragraph of its own."""
    if not any(sign in text for sign in ("\t", "|", BAR, ",")):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    written: list[str] = []
    at = 0
    while at < len(lines):
        if _RULE.fullmatch(lines[at]) and len(_split_bars("".join(lines[at + 1 : at + 2]))) > 1:
            at += 1
            continue
        split = next((each for each in (_split_bars, _split_tabs, _split_commas) if len(each(lines[at])) > 1), None)
        end = at + 1 if split is None else _find_end(lines, at, split)
        rows = _write_run(lines[at:end], split) if split else []
        written += [part for row in rows for part in ("", row, "")] or lines[at:end]
        at = end
    return "\n".join(written)


def _find_end(lines: Sequence[str], start: int, split: Split) -> int:
    """Return where the lines end that have as many cells as the first, with the rules between them."""
    width, end = len(split(lines[start])), start + 1
    while end < len(lines) and (
        len(split(lines[end])) == width or (split is _split_bars and _RULE.fullmatch(lines[end]))
    ):
        end += 1
    return end


def _write_run(lines: Sequence[str], split: Split) -> list[str]:
    """Return the rows of lines that are a table; none where they only look like one."""
    ruled = [bool(_RULE.fullmatch(line)) for line in lines]
    told = [split(line) for line, rule in zip(lines, ruled, strict=True) if not rule]
    enclosed = split is _split_bars and all(map(_EDGE.fullmatch, lines))
    if not (any(ruled) and len(told) > 1) and len(told) < (_FEWEST - enclosed):
        return []
    if len(told[0]) == 2 and not (enclosed or any(ruled)) and (split is _split_bars or not all(map(_is_pair, told))):
        return []
    rows: list[list[Placed]] = [place_cells(cells) for cells in told]
    if ruled[1:2] == [True]:
        rows[0] = [replace(cell, head=True) for cell in rows[0]]
    return [row for row in write_table(rows) if row]


def _is_pair(cells: Sequence[str]) -> bool:
    """Tell whether two cells that only a tab parts are a name and a value, no mark or speaker before a text."""
    name, value = cells
    return not is_item(f"{name.strip()} ") and not any(is_sentence(cell.strip()) for cell in (name, value))


def _split_bars(line: str) -> list[str]:
    if "|" not in line and BAR not in line:
        return []
    edged = _EDGE.fullmatch(line)
    cells = re.split(rf"(?<!\\)[|{BAR}]", edged[1] if edged else line)
    return cells if any(cell.strip() for cell in cells) else []


def _split_tabs(line: str) -> list[str]:
    cells = line.rstrip("\n").split("\t") if "\t" in line.strip() else []
    return cells if sum(bool(cell.strip()) for cell in cells) > 1 else []


def _split_commas(line: str) -> list[str]:
    """Return what commas part in a line of data, where no space follows them as in prose."""
    if "," not in line or (", " in line.replace('"', "") and '"' not in line) or line.rstrip().endswith(_ENDED):
        return []
    try:
        cells = next(csv.reader([line], strict=True), [])
    except csv.Error:
        return []
    plain = all(len(cell) <= _LONGEST and cell == cell.strip() for cell in cells)
    return cells if plain and len(cells) > 2 else []
