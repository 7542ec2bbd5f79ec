"""From HTML elements to paragraphs: what stands in one block, in the words and signs that a reader sees."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from index.controls import strip_sequences
from index.readers.web.grids import list_cells, read_table
from index.readers.web.signs import leads_to_note, name_of, quotation_marks, raise_figures, read_formula

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre search section summary table tbody
    td tfoot th thead tr ul""".split()
)
SKIPPED = frozenset(
    """head script style template noscript svg nav iframe button select textarea datalist audio video object canvas rp
    rt""".split()
)
"""Elements whose text a reader of the page does not see, or that only serve to get about in it."""

_INVISIBLE = dict.fromkeys([*range(9), *range(14, 28), 127, 0xAD, 0x200B, 0x2060, 0xFEFF])
"""Control characters, and what only tells where a word may be broken."""
_LONGEST_TERM, _DIGITS = 60, 10
"""Letters of a term that is a label, and digits of the number of a list item, at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as it stands in the tree, at the start of an element or after it."""

    text: str
    element: Any
    after: bool = False
    kind: Literal["text", "marker"] = "text"
    """Whether it is what is written there or the marker of a list item."""


Rows = Mapping[Any, str | None]
"""The paragraph of each row of a table, by its element."""

_END = Piece("", None)
"""Where a list item ends: the marker of one without text goes with it."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, and the pieces of the tree that it is made of."""

    text: str
    pieces: list[Piece]


def paragraphs_of(tree: Any) -> list[str]:
    """Return the text of an lxml HTML tree by blocks; list items keep a marker, table rows are one block."""
    return [block.text for block in blocks_of(tree)]


def blocks_of(tree: Any) -> Iterator[Block]:
    """Yield the blocks of an lxml HTML tree that hold text, in order."""
    for run in _runs(_pieces(tree, read_table(tree, _read_cell))):
        text = " ".join(strip_sequences("".join(piece.text for piece in run)).translate(_INVISIBLE).split())
        if text.strip("•| "):
            yield Block(text, [piece for piece in run if piece.text.strip() and piece.kind != "marker"])


def is_block(element: Any) -> bool:
    """Tell whether an element begins a paragraph of its own."""
    return name_of(element) in _BLOCKS


def length_of(element: Any) -> int:
    """Return how many characters of an element a reader of the page may see."""
    hidden = [part for part in element.iter(*SKIPPED) if next(part.iterancestors(*SKIPPED), None) is None]
    return len(element.text_content().strip()) - sum(len(part.text_content()) for part in hidden if part is not element)


def _runs(pieces: Iterator[Piece | None]) -> Iterator[list[Piece]]:
    """Yield the pieces between two breaks; the marker of a list item waits for the item's text."""
    run: list[Piece] = []
    for piece in pieces:
        texts = [held for held in run if held.text.strip()]
        waits = len(texts) == 1 and texts[0].kind == "marker"
        if piece is None and not waits:
            yield run
            run = []
        elif waits and piece and (piece is _END or piece.kind == "marker"):
            run = [piece]
        elif piece:
            run.append(piece)
    yield run


def _pieces(element: Any, rows: Rows) -> Iterator[Piece | None]:
    """Yield the texts of an element in order, and None where a block begins or ends; `rows` are those of its table."""
    opening, closing = quotation_marks(element)
    yield Piece(opening + (element.text or ""), element)
    number = _number(element.get("start"), 1)
    labelled = False
    for child in element:
        name = name_of(child)
        if name == "li":
            number = _number(child.get("value"), number)
            yield from (None, Piece(f"{number}. " if name_of(element) == "ol" else "• ", child, kind="marker"))
            yield from (*_pieces(child, rows), _END, None)
            number += 1
        elif name == "dd" and labelled:
            yield from (Piece(": ", child), *_pieces(child, rows), None)
        else:
            yield from _child(child, name, rows)
        if name:
            labelled = name == "dt" and _is_label(child)
        yield Piece("" if labelled else child.tail or "", child, after=True)
    if closing:
        yield Piece(closing, element)


def _child(child: Any, name: str, rows: Rows) -> Iterator[Piece | None]:
    if name == "br":
        yield None
    elif not name or name in SKIPPED or leads_to_note(child):
        yield from [None] if name in _BLOCKS else []
    elif name == "tr" and child in rows:
        yield from (None, *_row(child, rows[child]), None)
    elif name == "pre" and child.find("code") is None:
        yield from (None, *_lines(child, rows), None)
    elif name == "sup":
        raised = raise_figures(child)
        yield from _pieces(child, rows) if raised is None else [Piece(raised, child)]
    elif name == "math":
        yield Piece(read_formula(child), child)
    elif name in _BLOCKS:
        yield None
        yield from _pieces(child, read_table(child, _read_cell) if name == "table" else rows)
        if not (name == "dt" and _is_label(child)):
            yield None
    else:
        yield from _pieces(child, rows)


def _row(row: Any, text: str | None) -> list[Piece]:
    """Return the row of a table as one piece, which stands where its first cell does; none where others carry it."""
    return [Piece(text, list_cells(row)[0])] if text else []


def _read_cell(cell: Any) -> str:
    return " ".join(paragraphs_of(cell))


def _is_label(term: Any) -> bool:
    """Tell whether a term of a list of descriptions is a label before one short value ("Venue", "Upper room")."""
    value = term.getnext()
    if value is None or name_of(value) != "dd":
        return False
    following = value.getnext()
    if following is not None and name_of(following) == "dd":
        return False
    plain = not any(is_block(part) or name_of(part) == "br" for one in (term, value) for part in one.iterdescendants())
    label = " ".join(term.text_content().split())
    return plain and 0 < len(label) <= _LONGEST_TERM and label[-1] not in ".?!:" and bool(value.text_content().strip())


def _lines(element: Any, rows: Rows) -> Iterator[Piece | None]:
    """Yield the texts of an element whose line breaks are seen, each line as a block."""
    for piece in _pieces(element, rows):
        for number, line in enumerate(piece.text.split("\n") if piece else [""]):
            yield from [None] if number or not piece else []
            yield from [Piece(line, piece.element, piece.after)] if piece else []


def _number(written: str | None, default: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < _DIGITS else default
