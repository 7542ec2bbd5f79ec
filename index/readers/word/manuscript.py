"""The body of a Word document as a sequence of paragraphs: text, list items, rows of tables, boxes and notes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from index.article.rows import BAR, EMPTY
from index.readers.heads import Placed, list_told
from index.readers.tables import fill_row, write_table
from index.readers.word.numbering import Numbering
from index.readers.word.wording import BOX, NOTES, TEXTS, find, hidden_styles, is_gone, shown

_PARAGRAPH, _TABLE, _ID, _BREAK = qn("w:p"), qn("w:tbl"), qn("w:id"), qn("w:br")
_TITLES = ("title", "heading 1")
_FIRST = "(w:p | w:sdt/w:sdtContent/w:p)[position() <= 10]"
_JOINED = "w:pPr/w:rPr/w:del | w:pPr/w:rPr/w:moveFrom"
"""The mark of a paragraph whose end is deleted: the next one goes on in it."""
_ROWS, _CELLS = "w:tr | w:sdt/w:sdtContent/w:tr | w:customXml/w:tr", "w:tc | w:sdt/w:sdtContent/w:tc | w:customXml/w:tc"
_DROPPED = "w:trPr/w:del | w:trPr/w:hidden"
_HEAD_ROW = 'w:trPr/w:tblHeader[not(@w:val = "0" or @w:val = "false" or @w:val = "off")]'
_PLAIN = './/w:r[w:t[normalize-space()]][not(w:rPr/w:b[not(@w:val = "0" or @w:val = "false" or @w:val = "off")])]'
"""What is written without being set in bold."""
_GOES_ON = 'w:tcPr/w:vMerge[not(@w:val = "restart")]'
"""A cell that is one with the cell above it."""


class Manuscript:
    """What a Word document shows once its tracked changes are accepted."""

    def __init__(self, document: Any) -> None:
        """Take a document as python-docx opened it."""
        styles = document.styles.element
        self._body = document.element.body
        self._names = {style.styleId: str(style.name_val).lower() for style in find(styles, "w:style[@w:styleId]")}
        self._hidden = hidden_styles(styles)
        self._numbering = Numbering(_read_part(document, "numbering"), styles)
        parts = {kind: _read_part(document, kind) for kind in NOTES.values()}
        self._notes = {(kind, note.get(_ID)): note for kind, part in parts.items() if part is not None for note in part}
        self._marks = 0
        self._behind: list[str] = []

    def title(self) -> str:
        """Return the first of the first paragraphs that is styled as a title, "" where none is."""
        for paragraph in find(self._body, _FIRST):
            text = "".join(str(leaf) for leaf in shown(paragraph, self._hidden) if leaf.tag in TEXTS)
            if self._names.get(paragraph.style) in _TITLES and text.strip():
                return " ".join(text.split())
        return ""

    def paragraphs(self) -> Iterator[str]:
        """Yield the paragraphs in order, each with its notes and boxes behind it."""
        for line in self._lines(self._body):
            behind, self._behind = self._behind, []
            yield from (each for each in (line, *behind) if each.strip(f"•{BAR}{EMPTY} "))

    def _lines(self, container: Any) -> Iterator[str]:
        """Yield the lines of what holds paragraphs and tables; what belongs behind a line is set aside meanwhile."""
        held = ""
        for block in container.iterchildren("*"):
            if block.tag == _PARAGRAPH:
                held += self._text(block)
                if not find(block, _JOINED):
                    label = self._numbering.label(block)
                    first, *rest = [" ".join(line.split()) for line in held.split("\n") if line.strip()] or [""]
                    yield from (label + first if first else "", *rest)
                    held = ""
            elif block.tag == _TABLE:
                yield from self._rows(block)
            elif not is_gone(block):
                yield from self._lines(block)
        if held.strip():
            yield " ".join(held.split())

    def _text(self, paragraph: Any) -> str:
        """Return the final wording of a paragraph and set its notes and boxes aside."""
        if paragraph.style in self._hidden:
            return ""
        text = ""
        for leaf in shown(paragraph, self._hidden):
            if leaf.tag in TEXTS:
                text += str(leaf) or "\n" * (leaf.tag == _BREAK)
            elif leaf.tag == BOX:
                self._behind += list(self._lines(leaf))
            else:
                self._behind += self._note(NOTES[leaf.tag], leaf.get(_ID))
        return text

    def _note(self, kind: str, name: str) -> list[str]:
        """Return the lines of a note under the number of its mark; what is wrongly marked again is told once."""
        note = self._notes.pop((kind, name), None)
        if note is None:
            return []
        self._marks += 1
        first, *rest = [line for line in self._lines(note) if line] or [""]
        return [f"[{self._marks}] {first}", *rest] if first else []

    def _rows(self, table: Any) -> Iterator[str]:
        """Yield the rows of a table, what belongs behind any of them behind the last."""
        lines = list(self._table(table))
        behind, self._behind = self._behind, []
        yield from lines[:-1]
        self._behind = behind
        yield from lines[-1:]

    def _table(self, table: Any) -> Iterator[str]:
        """Yield the rows of a table; one with a table in one of its cells only places these on the page."""
        held: list[list[Placed]] = []
        above: dict[int, Placed] = {}
        for row in find(table, _ROWS):
            cells = [] if find(row, _DROPPED) else find(row, _CELLS)
            if any(find(cell, ".//w:tbl") for cell in cells):
                yield from filter(None, write_table(held))
                held = []
                yield from (line for cell in cells for line in self._lines(cell))
            else:
                above_it = (each for placed in held if len(list_told(placed)) > 1 for each in placed)
                bold = all(each.head for each in above_it) and all(map(_is_bold, cells))
                held.append(self._place(row, cells, above, head=bold or bool(find(row, _HEAD_ROW))))
        yield from filter(None, write_table(held))

    def _place(self, row: Any, cells: Sequence[Any], above: dict[int, Placed], head: bool) -> list[Placed]:
        """Return the cells of a row in their columns; one that reaches over several rows is told in each."""
        column = sum(map(int, find(row, "w:trPr/w:gridBefore/@w:val")))
        placed = []
        for cell in cells:
            span = sum(map(int, find(cell, "w:tcPr/w:gridSpan/@w:val"))) or 1
            if not find(cell, _GOES_ON):
                above[column] = Placed(column, " ".join(filter(None, self._lines(cell))))
            placed.append(replace(above.get(column, Placed(column, "")), span=span, head=head))
            column += span
        return fill_row(placed)


def _is_bold(cell: Any) -> bool:
    """Tell whether all that is written in a cell is bold, also where nothing is."""
    return not find(cell, _PLAIN)


def _read_part(document: Any, kind: str) -> Any:
    """Return the root element of a further part of the document, None where it has none."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            return parse_xml(relation.target_part.blob)
    return None
