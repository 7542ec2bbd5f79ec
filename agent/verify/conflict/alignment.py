"""Alignment: how much two sentences say the same, leaving open whether they agree on numbers, dates and denial."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agent.evidence.words.likeness import Words
from agent.verify.conflict.assertions import Assertion, match_name, match_words
from index.language.names import same_name

Weigh = Callable[[str], float]
"""How telling a word or name is; rarer ones tell more."""

NAMES = 0.6
"""Share of the names of the sentence with fewer that must stand in the other."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two sentences share: the weight of the shared words and names, as a share of each sentence's own.

    `count` is how many distinct words and names are shared; `named` whether the names of one fit those of the other.
    """

    first: float
    second: float
    count: int
    named: bool

    @property
    def shorter(self) -> float:
        """The share of the sentence that has less of its own."""
        return max(self.first, self.second)

    @property
    def product(self) -> float:
        """The product of both shares."""
        return self.first * self.second


def overlap(one: Assertion, other: Assertion, words: Words, weigh: Weigh = lambda _: 1.0) -> Overlap:
    """Compare two sentences by their words (forms and near synonyms) and names (spellings)."""
    first, count = _share(one, other, words, weigh)
    second, back = _share(other, one, words, weigh)
    return Overlap(first, second, min(count, back), fit_names(one.names, other.names))


def _share(one: Assertion, other: Assertion, words: Words, weigh: Weigh) -> tuple[float, int]:
    """Return the share of the first sentence's weight that the other has too, and the number of shared items."""
    own, names = tuple(dict.fromkeys(one.words)), tuple(dict.fromkeys(one.names))
    parts = [part for name in other.names for part in name.split()]
    found = match_words(own, (*other.words, *parts), words)
    found += [match_name(name, other.names) for name in names]
    weights = [weigh(item) for item in (*own, *names)]
    total = sum(weights)
    shared = sum(weight for weight, here in zip(weights, found, strict=True) if here)
    return (shared / total if total else 0.0), sum(found)


def fit_names(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two lists of names speak of the same: most of the fewer stand in the other, not reversed."""
    few, many = sorted((tuple(dict.fromkeys(one)), tuple(dict.fromkeys(other))), key=len)
    if not few:
        return not many or len(many) == 1
    places = [next((n for n, name in enumerate(many) if same_name(each, name)), None) for each in few]
    shared = [place for place in places if place is not None]
    if len(shared) < NAMES * len(few) or places[0] is None:
        return False
    return len(shared) < 2 or shared != sorted(shared, reverse=True)
