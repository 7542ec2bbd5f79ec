"""Ranking: which claims of a story matter most, and which only say again what another holds."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agent.digest.accord.groups import Group
from agent.digest.accord.updates import find_replaced, list_tolls
from agent.digest.digest import Status
from agent.digest.overview.lapses import find_lapsed
from agent.digest.statements.statements import Statement
from agent.digest.tallying.revisions import find_revised
from agent.digest.tallying.tallies import find_outgrown
from agent.evidence.words.likeness import Words
from agent.verify.conflict.assertions import word_keys

_LEAD = 0.5
"""What standing at the head of a report counts beside being central, which is 1 at most."""
_LATE = 0.4
"""What standing there in a report of the last day counts more; of days between, their share of it."""
_LATEST = 1.0
"""What telling the last toll counts where it has changed."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim with what makes it worth showing."""

    group: Group
    score: float
    outdated: bool = False
    """Whether later reports tell something else of the same thing, or it was so only at its time."""
    latest: bool = False
    """Whether it tells the last of figures that have changed."""


def rank_groups(groups: Sequence[Group], statements: Sequence[Statement], words: Words) -> list[Ranked]:
    """Return the claims, the most important first: voices, centrality in the story, place in the report, recency."""
    common = weigh_terms(groups)
    raw = [_centrality(read_terms(group.statements[0]), common) for group in groups]
    most = max(raw, default=1.0) or 1.0
    told = [
        find_replaced(list_tolls(statements), words),
        find_outgrown(statements, words),
        find_revised(statements),
    ]
    replaced, latest = (frozenset[int]().union(*found) for found in zip(*told, strict=True))
    lapsed = find_lapsed(groups, statements)
    late = _weigh_days(statements)

    def is_latest(group: Group) -> bool:
        return any(each.number in latest for each in group.statements)

    def rate(group: Group, central: float) -> float:
        lead = max((_LEAD + _LATE * late.get(_day(each), 0.0)) / _place(each) for each in group.statements)
        return len(group.origins) - 1 + central / most + lead + _LATEST * is_latest(group)

    ranked = [
        Ranked(group, rate(group, central), group.statements[0].number in replaced | lapsed, is_latest(group))
        for group, central in zip(groups, raw, strict=True)
    ]
    return sorted(ranked, key=lambda item: (-round(item.score, 6), item.group.statements[0].number))


def _weigh_days(statements: Iterable[Statement]) -> dict[str, float]:
    """Return for each day of publication, from the second of a story on, how late it is: 1 for the last one."""
    days = sorted({day for statement in statements if (day := _day(statement))})
    return {day: n / (len(days) - 1) for n, day in enumerate(days) if n}


def _day(statement: Statement) -> str:
    return (statement.published or "")[:10]


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


def _place(statement: Statement) -> int:
    return min(place.paragraph.n for place in statement.places)
