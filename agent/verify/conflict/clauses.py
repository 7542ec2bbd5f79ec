"""Clauses: where a sentence breaks into parts that are read by themselves."""

import re

_AFTER = r"(?<!named\s)(?<!look\s)(?<!looks\s)(?<!looked\s)(?<!looking\s)after"
_TURNS = ("but", "while", "whereas", "although", "though", _AFTER, "before", "when")
"""Words at which every reader of clauses breaks a sentence; what is named after somebody is not told before."""


def break_at(*further: str, listed: str = "") -> re.Pattern[str]:
    """Return a pattern of the breaks: marks, the common conjunctions, `further` words, and what is `listed` besides."""
    words = "|".join((*_TURNS, *further))
    return re.compile(rf"[;:—–]|,?\s(?:{words})\s{listed and '|' + listed}", re.IGNORECASE)
