"""How alike words are: one stem, one name in two spellings, or near in meaning."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Prefix

from index.language.spellings import match_names
from index.language.terms import stem
from index.vectors.embed import Embedder

Matrix = NDArray[np.float32]

NEAR, SAME, MOST = 0.35, 0.85, 0.8
"""Cosine of two word vectors below which words are unlike, from which they count as synonyms, and what those count."""

_ROOT = 4
_OF_PLACE = frozenset(("n", "an", "ian", "i", "ese", "ish", "ic", "er", "ean"))
_PLACE = frozenset(("", "a", "ia", "e", "y", "ey", "o"))


class Words:
    """Compares words by stem, spelling and static word vectors; vectors are kept for the next comparison."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: dict[str, Matrix] = {}
        self._verdicts: dict[tuple[str, str], bool] = {}

    def compare(self, ours: Sequence[str], theirs: Sequence[str]) -> Matrix:
        """Return the likeness of every word to every other, 0 to 1, as an array of shape (ours, theirs)."""
        if not ours or not theirs:
            return np.zeros((len(ours), len(theirs)), np.float32)
        cosine = self._embed(ours) @ self._embed(theirs).T
        alike = np.clip((cosine - NEAR) / (SAME - NEAR), 0.0, 1.0) * MOST
        for row, word in enumerate(ours):
            for column, other in enumerate(theirs):
                if self._same(word, other):
                    alike[row, column] = 1.0
        return np.asarray(alike, np.float32)

    def best(self, ours: Sequence[str], theirs: Sequence[str]) -> Matrix:
        """Return, for each of our words, its likeness to the likest of theirs; shape (ours,)."""
        if not theirs:
            return np.zeros(len(ours), np.float32)
        return np.asarray(self.compare(ours, theirs).max(axis=1), np.float32)

    def nearest(self, ours: Sequence[str], theirs: Sequence[str]) -> float:
        """Return the highest cosine of the vectors of one of our words and one of theirs, 0 where there are none."""
        if not ours or not theirs:
            return 0.0
        return float((self._embed(ours) @ self._embed(theirs).T).max())

    def _embed(self, words: Sequence[str]) -> Matrix:
        new = [word for word in dict.fromkeys(words) if word not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._embedder.embed(new), strict=True))
        return np.stack([self._vectors[word] for word in words])

    def _same(self, one: str, other: str) -> bool:
        key = (one, other)
        if key not in self._verdicts:
            self._verdicts[key] = stem(one) == stem(other) or _spell_one_name(one, other)
        return self._verdicts[key]


def _spell_one_name(one: str, other: str) -> bool:
    """Tell whether two words are spellings of one name, or a place and its people (Syria, Syrian)."""
    if one[:1].casefold() != other[:1].casefold() or not other[:1].isupper():
        return False
    return is_of_place(one, other) or is_of_place(other, one) or match_names(one, other)


def is_of_place(adjective: str, place: str) -> bool:
    """Tell whether a word is made from the name of a place by one of English's endings for its people."""
    shared = Prefix.similarity(adjective.casefold(), place.casefold())
    if shared < _ROOT:
        return False
    return adjective[shared:].casefold() in _OF_PLACE and place[shared:].casefold() in _PLACE
