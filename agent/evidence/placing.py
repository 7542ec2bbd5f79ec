"""Placing: a candidate sentence as the model reads it, with what it points to."""

import re
from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from index.names import find_names

_POINTING = re.compile(r"\b(?:he|she|it|they|his|her|their|its|him|them)\b", re.IGNORECASE)
_QUOTED = ('"', "\u201c", "\u2018", "'")
_OPENING = 40
"""Characters of a sentence in which a pronoun points to the sentence before."""


def place_all(candidates: Sequence[Candidate], texts: Sequence[str]) -> list[str]:
    """Return the sentences as the model reads them.

    One that opens with a pronoun, or with a quotation and names nobody, stands behind its title and the one before: it
    says little by itself; others rank worse with what stands around them.
    """
    return [
        place(candidate.paragraph.source.title, candidate.before, text)
        for candidate, text in zip(candidates, texts, strict=True)
    ]


def place(title: str, before: str, text: str) -> str:
    """Return one sentence as the model reads it; `before` is the sentence before, empty for the first one."""
    nameless = text.startswith(_QUOTED) and not find_names(text)
    opening = f"{title}. {before}" if title else before
    return f"{opening} {text}" if nameless or _POINTING.search(text[:_OPENING]) else text
