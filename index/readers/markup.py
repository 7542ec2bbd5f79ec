"""From HTML elements to paragraphs, for the formats that carry their own structure."""

from collections.abc import Iterator
from typing import Any

_BLOCKS = frozenset(
    """address article aside blockquote body dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
    h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead tr ul""".split()
)
_SKIPPED = frozenset(
    ("head", "script", "style", "template", "noscript", "svg", "math", "nav", "iframe", "button", "select")
)


def paragraphs_of(tree: Any) -> list[str]:
    """Return the text of an lxml HTML tree by blocks; list items keep a marker, table rows are one block."""
    return [text for text in (" ".join(raw.split()) for raw in _blocks(tree, "")) if text.strip("•| ")]


def _blocks(element: Any, marker: str) -> Iterator[str]:
    """Yield runs of inline text; a block element ends the run before it and begins its own."""
    held: list[str] = [marker, element.text or ""]
    number = int(element.get("start", 1)) if _name(element) == "ol" and element.get("start", "1").isdigit() else 1
    for child in element:
        name = _name(child)
        if name == "tr":
            yield "".join(held)
            yield " | ".join(" ".join(paragraphs_of(cell)) for cell in child if _name(cell) in ("td", "th"))
            held = []
        elif name in _BLOCKS:
            mark = ("• " if _name(element) != "ol" else f"{number}. ") if name == "li" else ""
            number += name == "li"
            # A list item that holds its text in a paragraph keeps its marker with that text.
            lead = "".join(held)
            if marker and lead.strip() == marker.strip():
                mark = lead
            else:
                yield lead
            yield from _blocks(child, mark)
            held, marker = [], ""
        elif name == "br":
            yield "".join(held)
            held = []
        elif name not in _SKIPPED:
            held.append("".join(_inline(child)))
        held.append(child.tail or "")
    yield "".join(held)


def _inline(element: Any) -> Iterator[str]:
    name = _name(element)
    if name in _SKIPPED or not name:
        return
    yield element.text or ""
    for child in element:
        if _name(child) in _BLOCKS | {"br"}:
            yield " "
        yield from _inline(child)
        yield child.tail or ""


def _name(element: Any) -> str:
    """Return the tag without its namespace; comments and processing instructions have none."""
    return element.tag.rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""
