"""How alike words are: one stem, one name in two spellings, or near in meaning."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.embed import Embedder
from index.spellings import match_names
from index.terms import stem

Matrix = NDArray[np.float32]

NEAR, SAME, MOST = 0.35, 0.85, 0.8
"""Cosine of two word vectors below which words are unlike, from which they count as synonyms, and what those count."""

_LONG = 5


class Words:
    """Compares words by stem, spelling and static word vectors; vectors are kept for the next comparison."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: dict[str, Matrix] = {}
        self._spellings: dict[tuple[str, str], bool] = {}

    def compare(self, ours: Sequence[str], theirs: Sequence[str]) -> Matrix:
        """Return the likeness of every word to every other, 0 to 1, as an array of shape (ours, theirs)."""
        if not ours or not theirs:
            return np.zeros((len(ours), len(theirs)), np.float32)
        cosine = self._embed(ours) @ self._embed(theirs).T
        alike = np.clip((cosine - NEAR) / (SAME - NEAR), 0.0, 1.0) * MOST
        stems = [stem(word) for word in theirs]
        for row, word in enumerate(ours):
            root = stem(word)
            for column, other in enumerate(stems):
                if root == other or (_may_be_name(word, theirs[column]) and self._match(word, theirs[column])):
                    alike[row, column] = 1.0
        return np.asarray(alike, np.float32)

    def best(self, ours: Sequence[str], theirs: Sequence[str]) -> Matrix:
        """Return, for each of our words, its likeness to the likest of theirs; shape (ours,)."""
        if not theirs:
            return np.zeros(len(ours), np.float32)
        return np.asarray(self.compare(ours, theirs).max(axis=1), np.float32)

    def _embed(self, words: Sequence[str]) -> Matrix:
        new = [word for word in dict.fromkeys(words) if word not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._embedder.embed(new), strict=True))
        return np.stack([self._vectors[word] for word in words])

    def _match(self, one: str, other: str) -> bool:
        key = (one, other)
        if key not in self._spellings:
            self._spellings[key] = match_names(one, other)
        return self._spellings[key]


def _may_be_name(one: str, other: str) -> bool:
    return len(one) >= _LONG and len(other) >= _LONG and other[0].isupper() and one[0].casefold() == other[0].casefold()
