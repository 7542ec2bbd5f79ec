"""Ordinals: which of several times, delays or rounds is asked about, and which a sentence tells of."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from agent.evidence.candidates import Candidate
from agent.evidence.context.topics import read_back
from index.language.terms import content_stems, is_content, stem

_ORDINALS = {
    word: n
    for n, words in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th"), 1)
    for word in words.split()
}
_PLACED = re.compile(
    rf"\b(?P<rank>{'|'.join(_ORDINALS)})(?:[-\s](?!and\b|or\b|to\b|of\b|in\b|the\b)(?P<one>[a-z]+))(?:\s(?P<two>[a-z]+))?",
    re.IGNORECASE,
)
_TIME = stem("time")
_PERIODS = frozenset(
    map(stem, "quarter half year day week month hour minute century degree floor person lady aid hand".split())
)
"""Stems of nouns that are counted through, or belong to their ordinal: other rules or none tell these apart."""


def tell_other_ordinals(question: str, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences are of the second time, or delay, where it is asked for the first, or the reverse.

    A sentence that says neither is of the one that was named last before it in its paragraph or, last, by the title.
    """
    asked = dict(find_ordinals(question))
    if len(set(asked.values())) != 1:
        return [False] * len(candidates)
    rank = next(iter(asked.values()))
    nouns = frozenset(content_stems(question)) - _PERIODS if _TIME in asked else frozenset(asked)
    return [_is_other(rank, nouns, each) for each in candidates]


def _is_other(rank: int, nouns: frozenset[str], candidate: Candidate) -> bool:
    texts = (*read_back(candidate), candidate.paragraph.source.title)
    told = next((found for text in texts if (found := _rank(text, nouns))), frozenset())
    return bool(told) and rank not in told


def _rank(text: str, nouns: frozenset[str]) -> frozenset[int]:
    """Return the ordinals of some nouns in a text: `the second delay`, or `delayed a second time`."""
    kinds = nouns | {_TIME} if not nouns.isdisjoint(content_stems(text)) else nouns
    return frozenset(rank for noun, rank in find_ordinals(text) if noun in kinds)


@lru_cache(maxsize=16384)
def find_ordinals(text: str) -> tuple[tuple[str, int], ...]:
    """Return the nouns that stand behind an ordinal, by their stems, each with its rank."""
    return tuple(_find(text))


def _find(text: str) -> Iterator[tuple[str, int]]:
    for match in _PLACED.finditer(text):
        nouns = [stem(word) for word in (match["one"], match["two"] or "") if word and is_content(word)]
        if _PERIODS.isdisjoint(nouns):
            yield from ((noun, _ORDINALS[match["rank"].lower()]) for noun in nouns)
