"""Comparisons: what a question or sentence says is more or less than what."""

import re

from index.language.terms import content_words, fold, stem

_THAN = re.compile(
    r"\b(?P<how>more|less|fewer|worse|[a-z]{2,}er)\b(?:\s[\w’'-]+){0,9}?\sthan\s(?P<what>.+)", re.IGNORECASE
)


def read_comparison(text: str) -> tuple[str, str] | None:
    """Return the comparative and the first word after `than` (a stem), None where nothing is compared."""
    match = _THAN.search(text)
    words = content_words(match["what"]) if match else []
    return (fold(match["how"]), stem(words[0])) if match and words else None
