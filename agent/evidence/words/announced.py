"""Announced: quotations that stand in a paragraph of their own, below the line that says whose they are."""

import re

_QUOTED = ('"', "“", "„", "«")
_SAYS = re.compile(
    r"^[^.“”\"]*(?:\b[A-Z][a-z]{0,3}\.\s)?[A-Z][^.:“”\"]*\s(?:said|says|writes|wrote|added|adds|comments|commented):$"
)
"""A line that ends with the verb of speech: `Prof. Ann Orr, head of the lab, said:`."""


def announces(line: str, quotation: str) -> bool:
    """Tell whether a line says no more than whose word the quotation is below it is: `Ann Orr, diver, said:`."""
    return quotation.startswith(_QUOTED) and _SAYS.search(line) is not None
