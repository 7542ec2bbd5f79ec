"""What Word shows of a paragraph once every tracked change is accepted: its final wording.

Inserted and moved-to text counts, also within content controls and smart tags. Deleted, moved-from and hidden text
does not, nor do a second rendering for old programs, prompts that nobody has filled in, and tables of contents.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from docx.oxml.ns import nsmap, qn
from lxml import etree

TEXTS = frozenset(map(qn, ("w:t", "w:tab", "w:ptab", "w:br", "w:cr", "w:noBreakHyphen")))
"""The elements that python-docx turns into text by `str`."""
NOTES = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}
"""The marks of notes, and the part of the document that holds the notes."""
BOX = qn("w:txbxContent")
"""The text of a box that is drawn beside or over the paragraph that it belongs to."""

_GONE = frozenset(map(qn, ("w:del", "w:moveFrom", "w:rt", "w:pPr", "w:rPr", "w:sdtPr", "w:tblPr", "w:sectPr")))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CONTROL = qn("w:sdt")
_EMPTY_CONTROL = 'w:sdtPr/w:showingPlcHdr | w:sdtPr//w:docPartGallery[@w:val="Table of Contents"]'
_VANISHES = 'w:rPr/w:vanish[not(@w:val = "0" or @w:val = "false" or @w:val = "off")]'


def find(element: Any, path: str) -> list[Any]:
    """Return what an XPath with the prefixes of Word finds, also of elements that python-docx has no class for."""
    return list(_compile(path)(element))


@lru_cache(maxsize=200)
def _compile(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=nsmap)


def shown(element: Any, hidden: Collection[str]) -> Iterator[Any]:
    """Yield the texts, marks of notes and boxes that are shown of a paragraph, in order.

    `hidden` are the styles whose text is not shown.
    """
    for child in element.iterchildren("*"):
        if child.tag in TEXTS or child.tag in NOTES or child.tag == BOX:
            yield child
        elif not is_gone(child) and not _is_hidden(child, hidden):
            yield from shown(child, hidden)


def is_gone(element: Any) -> bool:
    """Tell whether nothing within an element is part of the final wording."""
    if element.tag == _CONTROL:
        return bool(find(element, _EMPTY_CONTROL))
    return element.tag in _GONE or element.tag == _FALLBACK


def hidden_styles(styles: Any) -> frozenset[str]:
    """Return the styles whose text is not shown."""
    return frozenset(style.styleId for style in find(styles, f"w:style[@w:styleId and {_VANISHES}]"))


def _is_hidden(run: Any, hidden: Collection[str]) -> bool:
    properties = run.find(qn("w:rPr"))
    if properties is None or not len(properties):
        return False
    if properties.find(qn("w:vanish")) is not None:
        return bool(find(run, _VANISHES))
    style = properties.find(qn("w:rStyle"))
    return style is not None and style.get(qn("w:val")) in hidden
