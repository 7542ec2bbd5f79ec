"""Running events: groups of sources that follow one event over days or weeks, in words that are less and less alike.

Three reports or more that tell what befell one thing, or name that as known, at no long intervals, hold the groups
together that they are in. Others join these that name the thing with somebody or something of full name that is in
their reports, or three of those.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agent.digest.events.happenings import Happenings

_HELD = 3
"""Reports that have to tell of a happening, so that it is more than a turn of speech."""
_PAUSE = 14
"""Days after which the same may have befallen the thing again."""
_SHARE = 3
"""One of so many sources of a group has to tell of the happening for the group to be about it."""
_MOST = 150
"""Sources of an event up to which others are added to those that tell of it: nobody reads a story of more."""
_FEW = 2
"""Sources of a group that joins by the names in it alone: more of them have an event of their own."""
_NAMED, _WITH_THING = 3, 2
"""Full names that a source shares with an event's reports, and the same where one of them is the thing's."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What a source tells, and the day (ordinal) of its publication."""

    happenings: Happenings
    day: float


def join_running(groups: Sequence[Sequence[int]], dated: Mapping[int, Dated]) -> list[list[int]]:
    """Return the groups, those of one running event as one; `dated` has what is known of the sources by number."""
    joined = [list(group) for group in groups]
    for happening, run in _find_runs(dated):
        places = {number: place for place, group in enumerate(joined) for number in group}
        told = Counter(places[number] for number in run)
        ours = [place for place in sorted(told) if _is_about(joined[place], happening, told[place], dated)]
        if sum(told[place] for place in ours) < _HELD:
            continue
        event = [number for place in ours for number in joined[place]]
        others = [
            place
            for place, group in enumerate(joined)
            if group and place not in ours and _belongs(group, event, happening, dated)
        ]
        if len(event) + sum(len(joined[place]) for place in others) <= _MOST:
            ours += others
        event = [number for place in ours for number in joined[place]]
        for place in ours:
            joined[place] = []
        joined[ours[0]] = event
    return [sorted(group) for group in joined if group]


def _is_about(group: Sequence[int], happening: str, told: int, dated: Mapping[int, Dated]) -> bool:
    """Tell whether enough sources of a group tell of a happening, and fewer that another thing so fared."""
    return told * _SHARE >= len(group) and told > _count_like(group, happening, dated)


def _count_like(group: Sequence[int], happening: str, dated: Mapping[int, Dated]) -> int:
    """Return how many sources of a group tell that the same befell another thing: another dam failed."""
    thing, _, root = happening.partition(":")

    def is_like(key: str) -> bool:
        other, _, its_root = key.partition(":")
        return its_root == root and other not in thing and thing not in other

    return sum(any(map(is_like, dated[number].happenings.told)) for number in group if number in dated)


def _find_runs(dated: Mapping[int, Dated]) -> list[tuple[str, list[int]]]:
    """Return what befell things, the most told first, each with the sources that tell of it without a long pause."""
    speakers = frozenset().union(*(each.happenings.speakers for each in dated.values()))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in sorted(dated.items(), key=lambda entry: (entry[1].day, entry[0])):
        for happening in each.happenings.all:
            holders[happening].append(number)
    runs: list[tuple[str, list[int]]] = []
    for happening, numbers in sorted(holders.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        if happening.partition(":")[0] not in speakers:
            runs += [(happening, run) for run in _split(numbers, dated) if _is_event(happening, run, dated)]
    return runs


def _split(numbers: Sequence[int], dated: Mapping[int, Dated]) -> Iterable[list[int]]:
    run = list(numbers[:1])
    for before, number in pairwise(numbers):
        if dated[number].day - dated[before].day > _PAUSE:
            yield run
            run = []
        run.append(number)
    yield run


def _is_event(happening: str, run: Sequence[int], dated: Mapping[int, Dated]) -> bool:
    """Tell whether enough sources tell of a happening, some that it befell the thing and some as of what is known."""
    told = any(happening in dated[number].happenings.told for number in run)
    return len(run) >= _HELD and told and any(happening in dated[number].happenings.named for number in run)


def _belongs(group: Sequence[int], event: Sequence[int], happening: str, dated: Mapping[int, Dated]) -> bool:
    """Tell whether most sources of a group name, at the time of an event, who and what is in its reports."""
    cast = frozenset().union(*(dated[number].happenings.cast for number in event if number in dated))
    days = [dated[number].day for number in event if number in dated]
    thing = happening.partition(":")[0]

    def fits(number: int) -> bool:
        if number not in dated or min(abs(dated[number].day - day) for day in days) > _PAUSE:
            return False
        shared = dated[number].happenings.cast & cast
        return len(shared) >= _WITH_THING and (thing in shared or (len(shared) >= _NAMED and len(group) <= _FEW))

    return 2 * sum(map(fits, group)) >= len(group) and not _count_like(group, happening, dated)
