"""Modes: words by which a text speaks of what may be, is wanted or is asked, rather than of what is."""

import re

_UNREAL = re.compile(
    r"\b(?:whether|if|unless|would|could|(?-i:may)|might|should|must|will|shall|can|want\w*|hop\w+|plan\w*|expect\w*|threat\w*|about\sto|"
    r"likely|possib\w+|question\w*|wonder\w*|ask\w*|to\sbe|attempt\w*|tr(?:y|ied|ying)\sto|fear\w*|intend\w*|vow\w*|promis\w+|swor[en]|pledg\w+|"
    r"ideas?\sof|float\w*|propos\w+|suppos\w+|refus\w+|declin\w+)\b|\w['’](?:ll|d)\b|\?",
    re.IGNORECASE,
)


def find_modes(text: str) -> frozenset[str]:
    """Return the words by which a text speaks of what may be, is wanted, or is asked, rather than of what is."""
    return frozenset(match[0].casefold() for match in _UNREAL.finditer(text))
