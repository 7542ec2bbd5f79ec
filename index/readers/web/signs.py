"""Signs that HTML writes as elements: quotation marks, raised figures, formulas, the marks of notes."""

import re
from typing import Any

_SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_POWER = re.compile(r"[+−-]?\d+")
_BRACKETED = re.compile(r"(?:\[[^\[\]]{1,60}\]\s*)+")
_FORMULA = ".//text()[not(ancestor::*[starts-with(name(), 'annotation')])]"
_QUOTES = "\"'“”‘’«»„‹›"


def name_of(element: Any) -> str:
    """Return the tag without its namespace; comments and processing instructions have none."""
    return element.tag.rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""


def raise_figures(element: Any) -> str | None:
    """Return raised figures as such, so that a power is no longer number; None where other text is raised."""
    text = "".join(element.itertext()).strip()
    if _is_note(element, text):
        return ""
    return text.translate(_SUPERSCRIPTS) if _POWER.fullmatch(text) else None


def leads_to_note(element: Any) -> bool:
    """Tell whether an element is marked as the sign of a note."""
    return "noteref" in (element.get("role") or element.get("epub:type") or "")


def _is_note(element: Any, text: str) -> bool:
    """Tell whether a raised text leads to a note: a link of one sign or a number, or anything in square brackets."""
    if _BRACKETED.fullmatch(text):
        return True
    linked = any(name_of(part) == "a" for part in element.iterdescendants())
    linked = linked or (name_of(parent := element.getparent()) == "a" and parent.text_content().strip() == text)
    return linked and (len(text) == 1 or text.isdecimal())


def read_formula(element: Any) -> str:
    """Return a formula in the words that its author gave it, else its signs in order."""
    return element.get("alttext") or "".join(element.xpath(_FORMULA))


def quotation_marks(element: Any) -> tuple[str, str]:
    """Return the marks that a browser puts around a short quotation, none where the text has its own."""
    if name_of(element) != "q" or "".join(element.itertext()).strip()[:1] in _QUOTES:
        return "", ""
    inner = any(name_of(parent) == "q" for parent in element.iterancestors())
    return ("‘", "’") if inner else ("“", "”")
