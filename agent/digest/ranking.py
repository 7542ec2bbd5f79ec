"""Ranking: which claims of a story matter most, and which only say again what another holds."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agent.digest.digest import Status
from agent.digest.groups import Group
from agent.digest.statements import Statement
from agent.verify.assertions import word_keys

_LEAD = 0.5
"""What standing at the head of a report counts beside being central, which is 1 at most."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim with what makes it worth showing."""

    group: Group
    score: float


def rank_groups(groups: Sequence[Group]) -> list[Ranked]:
    """Return the claims, the most important first: voices, centrality in the story, place in the report."""
    common = weigh_terms(groups)
    raw = [_centrality(read_terms(group.statements[0]), common) for group in groups]
    most = max(raw, default=1.0) or 1.0
    ranked = [
        Ranked(group, len(group.origins) - 1 + central / most + _LEAD / _place(group))
        for group, central in zip(groups, raw, strict=True)
    ]
    return sorted(ranked, key=lambda item: (-round(item.score, 6), item.group.statements[0].number))


def drop_contained(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the claims without those of one origin that another claim of that origin holds word by word."""
    held: defaultdict[frozenset[int], list[str]] = defaultdict(list)
    for item in ranked:
        if item.group.status is Status.SINGLE:
            held[item.group.origins].append(_bare(item.group.text))

    def is_held(item: Ranked) -> bool:
        text = _bare(item.group.text)
        others = held[item.group.origins] if item.group.status is Status.SINGLE else []
        return any(text in other and len(text) < len(other) for other in others)

    return [item for item in ranked if not is_held(item)]


def _bare(text: str) -> str:
    return text.rstrip(".!… ")


def weigh_terms(groups: Iterable[Group]) -> dict[str, float]:
    """Return for each term that several claims have how much the story is about it."""
    frequency = Counter(term for group in groups for term in read_terms(group.statements[0]))
    return {term: math.log1p(count) for term, count in frequency.items() if count > 1}


def read_terms(statement: Statement) -> frozenset[str]:
    """Return the words and names of a statement by which it is compared."""
    assertion = statement.assertion
    items = [*assertion.words, *(part for name in assertion.names for part in name.split())]
    return frozenset(min(word_keys(item)) for item in items)


def _centrality(terms: frozenset[str], common: Mapping[str, float]) -> float:
    return sum(common.get(term, 0.0) for term in terms) / math.sqrt(len(terms) + 6)


def _place(group: Group) -> int:
    return min(place.paragraph.n for statement in group.statements for place in statement.places)
