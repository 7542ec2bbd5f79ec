"""Selection: which claims of a story its summary tells, in which order, each told once."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from agent.digest.accord.agreement import repeats
from agent.digest.accord.groups import Group
from agent.digest.digest import Status
from agent.digest.overview.opinions import is_opinion
from agent.digest.overview.ranking import Ranked, read_terms, weigh_terms
from agent.digest.statements.readability import is_sentence, is_showable, is_whole
from agent.digest.statements.statements import Statement
from agent.verify.conflict.assertions import match_name
from index.language.names import find_names

LEAST, MOST = 5, 12
"""Sentences of a summary; a story that says less has fewer."""
_AGREED, _DISPUTED, _CORRECTED = 7, 3, 1
_SHARE = 7
"""Claims of a story for each sentence of its summary."""
_SAME = 72.0
"""Likeness (rapidfuzz's token_set_ratio) from which a sentence only repeats one that is there already."""
_OVERLAP, _NEWS = 0.45, 0.5
"""Share of the terms of the sentence with fewer from which the same is told again, and the same by the weight of the
terms in the story, which is what tells that two sentences report the same news in other words."""
_SHARED = 4
"""Terms that two sentences must share for that."""


def choose_groups(ranked: Sequence[Ranked], title: str = "") -> list[Group]:
    """Return the claims to show: agreed, then disputed, then from single sources; none that repeats another.

    Beside other reports none is an opinion of the outlet itself.
    """
    length = min(MOST, max(LEAST, len(ranked) // _SHARE), math.ceil(len(ranked) * 2 / 3))
    common = weigh_terms(item.group for item in ranked)
    taken: list[Statement] = []

    several = len({origin for item in ranked for origin in item.group.origins}) > 1
    reports = {source for item in ranked for each in item.group.statements for source in each.sources}
    told = [item for item in ranked if len(reports) == 1 or not is_opinion(item.group.statements)]

    def choose(status: Status, most: int) -> Iterator[Group]:
        found = corrected = 0
        for item in told:
            if found >= most:
                return
            amends = any(each.withdrawal for each in (*item.group.statements, *item.group.opposing))
            fitting = item.group.status is status and not item.outdated and not (amends and corrected >= _CORRECTED)
            group = _show(item.group, several) if fitting else None
            if group and not _tells_again(group, taken, common, item.latest) and _introduces(group, taken, title):
                found += 1
                corrected += amends
                if not amends:  # what is corrected is hardly the news, and hides none
                    taken.extend([group.statements[0], *group.opposing[:1]])
                yield group

    disputed = list(choose(Status.DISPUTED, min(_DISPUTED, length)))
    agreed = list(choose(Status.AGREED, min(_AGREED, length - len(disputed))))
    single = list(choose(Status.SINGLE, length - len(disputed) - len(agreed)))
    return [*agreed, *disputed, *single]


def _show(group: Group, several: bool) -> Group | None:
    """Return the claim with a statement at its head that can be shown, None where it has none.

    Beside other voices (`several`) nobody speaks of himself without being named. Another statement than the claim's
    takes its place only where all others have its words as well.
    """
    if not group.opposing and group.statements[0].withdrawal:
        return None  # it tells what a report had wrong that is not read here
    if group.opposing:
        one, other = _lead(group.statements), _lead(group.opposing)
        return Group(one, other, group.kind) if _can_oppose(one[0]) and _can_oppose(other[0]) else None
    if group.core:
        return group if is_sentence(group.core) else None
    for statement in group.statements:
        rest = [other for other in group.statements if other is not statement]
        same = statement is group.statements[0] or all(repeats(statement.text, other.text) for other in rest)
        if same and is_showable(statement) and (statement.voiced or not several):
            return Group((statement, *rest))
    return None


def _lead(side: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(side, key=lambda each: not _can_oppose(each)))


def _can_oppose(statement: Statement) -> bool:
    return statement.plain and statement.complete and is_whole(statement.quote)


def _tells_again(group: Group, taken: Sequence[Statement], common: Mapping[str, float], latest: bool) -> bool:
    """Tell whether a claim says again what is taken; the `latest` figure is news whatever else it has in common."""
    quote, terms = group.text, read_terms(group.statements[0])
    text = group.core or group.statements[0].text
    if any(quote in other.quote or repeats(other.text, text) or repeats(text, other.text) for other in taken):
        return True
    return not group.opposing and any(
        fuzz.token_set_ratio(quote, other.quote) >= _SAME
        or (not latest and _overlaps(terms, read_terms(other), common))
        for other in taken
    )


def _overlaps(ours: frozenset[str], theirs: frozenset[str], common: Mapping[str, float]) -> bool:
    """Tell whether two sentences have too many terms in common, or too much of what the story is about."""
    if len(ours & theirs) > max(1, _OVERLAP * min(len(ours), len(theirs))):
        return True
    shared = [common[term] for term in ours & theirs if term in common]
    least = min(sum(common.get(term, 0.0) for term in terms) for terms in (ours, theirs))
    return len(shared) >= _SHARED and sum(shared) >= _NEWS * least


def _introduces(group: Group, taken: Sequence[Statement], title: str) -> bool:
    """Tell whether a claim's speaker is somebody whom a reader knows by then, and not a bare surname."""
    statement = group.statements[0]
    speakers = [name for name in find_names(statement.assertion.speaker) if " " not in name]
    if not speakers or group.opposing or statement.assertion.speaker.split()[0].casefold() in ("the", "a", "an"):
        return True
    if statement.assertion.speaker[:1].islower():
        return True  # a thing, or somebody told by an office: emails seen by Canal 9
    known = [name for text in (title, *(other.quote for other in taken)) for name in find_names(text)]
    full = [name for name in find_names(statement.quote) if " " in name]
    return all(match_name(name, [*known, *full]) for name in speakers)
