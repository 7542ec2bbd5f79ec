"""Casualties: the words for dying, which stand for one another when the dead are asked for or counted."""

from collections.abc import Sequence

from index.terms import stem

DEATH = frozenset(
    map(stem, "killed kills killing died dies dying dead death deaths toll perished fatality fatalities".split())
)
"""Stems of the words by which the dead are told."""


def join_deaths(plain: Sequence[str]) -> list[str]:
    """Return words with one in place of all for dying."""
    return ["killed" if stem(word) in DEATH else word for word in plain]
