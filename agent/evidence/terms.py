"""Terms: the words of a question, how rare each is, which are names, and which the sources have to speak of."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from agent.evidence.question import Question
from index.language.terms import split_words, stem

Array = NDArray[np.float64]

_OPENING = re.compile(r"(?:^|[:“\"]\s?)\W*(\w+)")
_OFFICE = re.compile(r"C[EFOTI]O|VP|PM|MEP|MP|MVP")
"""Offices in capitals, which are no names: sources also write `chief executive`."""


def find_needed(question: Question) -> NDArray[np.bool_]:
    """Tell for each of the question's words whether the sources have to speak of it; all where none would be left."""
    needed = np.array([stem(word) not in question.category for word in question.words], dtype=bool)
    return needed if needed.any() else ~needed


def find_named(question: Question) -> NDArray[np.bool_]:
    """Tell for each of the question's words whether it is a name: a capital that does not open the question."""
    opening = split_words(question.text)[:1]
    named = [word[0].isupper() and word not in opening and not _OFFICE.fullmatch(word) for word in question.words]
    return np.array(named, dtype=bool)


def list_own(question: Question, named: NDArray[np.bool_], needed: NDArray[np.bool_]) -> list[str]:
    """Return the question's words for what somebody did or is: all that are needed but names and numbers."""
    own = [word for word, name, need in zip(question.words, named, needed, strict=True) if need and not name]
    return [word for word in own if not word[0].isdigit()]


def list_plain(text: str, content: Sequence[str], own: Sequence[str]) -> list[str]:
    """Return the content words of a sentence that are no names.

    Those without a capital, those that open it or what follows a colon, and titles: `Prime Minister` where it is asked
    for a prime minister.
    """
    asked, opening = {stem(word) for word in own}, set(_OPENING.findall(text))
    return [word for word in content if word[0].islower() or word in opening or stem(word) in asked]


def weigh_terms(asked: Sequence[str], contents: Sequence[Sequence[str]]) -> Array:
    """Return the weight of each of the question's words by its rarity among the candidates; they sum to 1."""
    frequency = Counter(root for content in contents for root in {stem(word) for word in content})
    count = len(contents)
    found = np.array([frequency[stem(word)] for word in asked], dtype=float)
    rarity = np.maximum(np.log1p((count - found + 0.5) / (found + 0.5)), 0.3)
    return np.asarray(rarity / rarity.sum() if len(rarity) else rarity, dtype=float)
