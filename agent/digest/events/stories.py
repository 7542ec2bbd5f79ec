"""Stories: sources about the same event, brought together without being told how many events there are.

Sources that share rare words or names are candidates; groups of them are joined, the likest first, as long as
their sources are on average alike enough (average linkage): for sources of any kind, or for these, nearly as much as
the sources within each group. Groups that follow one running event are joined at last, however unlike. No step
compares every source with every other.
"""

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log2
from typing import TYPE_CHECKING

import numpy as np

from agent.digest.events.profiles import Profiles, profile_sources
from agent.digest.events.running import Dated, join_running
from agent.digest.events.traits import Traits, read_traits
from index.source import Paragraph, Source
from index.vectors.embed import Embedder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Likeness = NDArray[np.float64]

ALIKE = 0.28
"""Mean likeness (0 to 1) from which two groups of sources are about one event, however alike those within each are."""
LEAST, GROWTH, FEW = 0.1, 0.035, 5
"""Mean likeness below which they are not among FEW sources, and how much more it has to be with each doubling of their
number: of many, more are alike by chance."""
NEARLY = 0.65
"""Share of the likeness within two groups from which that between them is of one event.

Papers that tell of one event in one register are much more alike than a firm's statement, a verdict and a letter are.
LEAST, GROWTH, NEARLY and LASTING were chosen on the even events of BASIL, the even topics of ECB+, ninety documents
of three trades on eighteen matters, and articles taken at random.
"""
_ALLOWANCE = 3.0
"""Days by which reports of one event may be apart at no cost."""
_FADING, _ENDING, LASTING = 60.0, 730.0, 0.5
"""Days beyond the allowance after which likeness has fallen to 1/e, and those after which the share of it that lasts
longer has: a verdict comes long after the deed, but the same words years apart tell of another event."""
_NEIGHBOURS = 40
"""Sources that one is compared with, those first with which it shares most."""
_WIDEST = 60
"""Of the sources that share a word or name, so many are proposed to each: those that stand next to it."""
_TELLING = 60
"""Words and names of a source, the weightiest first, by which candidates are found."""


def group_stories(
    sources: Sequence[Source], paragraphs: Mapping[int, Sequence[Paragraph]], embedder: Embedder
) -> list[list[Source]]:
    """Return the sources in groups of one event each, the largest first; every source is in exactly one.

    `paragraphs` holds the paragraphs of each source by its id. The order of `sources` does not matter.
    """
    bodies = {source.id: [paragraph.text for paragraph in paragraphs.get(source.id, ())] for source in sources}
    return group_by_traits(sources, {each.id: read_traits(each, bodies[each.id], embedder) for each in sources})


def group_by_traits(sources: Sequence[Source], traits: Mapping[int, Traits]) -> list[list[Source]]:
    """Return the sources in groups of one event each, as `group_stories` does, by their traits (by source id)."""
    if not sources:
        return []
    ordered = sorted(sources, key=lambda source: (source.name, source.id))
    profiles = profile_sources(ordered, [traits[source.id] for source in ordered])
    dated = {
        number: Dated(traits[source.id].happenings, float(day))
        for number, (source, day) in enumerate(zip(ordered, profiles.days, strict=True))
        if not np.isnan(day)
    }
    groups = join_running(_join_groups(profiles, find_neighbours(profiles)), dated)
    stories = [[ordered[number] for number in sorted(group)] for group in groups]
    return sorted(stories, key=lambda story: (-len(story), story[0].name))


def find_neighbours(profiles: Profiles) -> list[set[int]]:
    """Return for each source those it shares most rare words and names with; the relation is symmetric."""
    telling = [_most_telling(features) for features in profiles.features]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, features in enumerate(telling):
        for feature in features:
            holders[feature].append(number)
    near: list[set[int]] = [set() for _ in telling]
    for number, features in enumerate(telling):
        shared: defaultdict[int, float] = defaultdict(float)
        for feature, weight in features.items():
            place = bisect_left(holders[feature], number)
            for other in holders[feature][max(0, place - _WIDEST // 2) : place + _WIDEST // 2]:
                shared[other] += weight * telling[other][feature]
        shared.pop(number, None)
        for other in heapq.nsmallest(_NEIGHBOURS, shared, key=lambda each: (-shared[each], each)):
            near[number].add(other)
            near[other].add(number)
    return near


def _most_telling(features: dict[str, float]) -> dict[str, float]:
    return dict(heapq.nsmallest(_TELLING, features.items(), key=lambda entry: (-entry[1], entry[0])))


class _Groups:
    """Groups of sources while they are joined: the sum of their vectors, their days, their neighbours."""

    def __init__(self, profiles: Profiles, near: list[set[int]]) -> None:
        self.members = {number: [number] for number in range(len(near))}
        self.near = {number: set(others) for number, others in enumerate(near)}
        self._sums = profiles.vectors.copy()
        self._days = np.nan_to_num(profiles.days)
        self._dated = (~np.isnan(profiles.days)).astype(float)
        self._nearest = [self._find_nearest(number) for number in self.members]
        self._within = [0.0] * len(near)

    def compare(self, group: int, others: Sequence[int]) -> tuple["Likeness", "Likeness"]:
        """Return the mean likeness of the sources of a group with those of others, as much as lasts and as is left."""
        sizes = np.array([len(self.members[other]) for other in others]) * len(self.members[group])
        likeness, gaps = (self._sums[others] @ self._sums[group]) / sizes, self._find_gaps(group, others)
        left = np.exp(-gaps / _FADING)
        lasting = LASTING * np.exp(-gaps / _ENDING) + (1 - LASTING) * left
        return np.asarray(likeness * lasting, dtype=float), np.asarray(likeness * left, dtype=float)

    def _find_nearest(self, number: int) -> float:
        return float(self.compare(number, sorted(self.near[number]))[0].max(initial=0.0))

    def _find_gaps(self, group: int, others: Sequence[int]) -> "Likeness":
        """Return by how many days more than is allowed groups are apart, 0 where that is not known."""
        days = self._days[others] / np.maximum(self._dated[others], 1)
        gaps = np.abs(days - self._days[group] / max(self._dated[group], 1))
        known = (self._dated[others] > 0) & (self._dated[group] > 0)
        return np.where(known, np.maximum(gaps - _ALLOWANCE, 0.0), 0.0)

    def find_within(self, group: int) -> float:
        """Return the mean likeness of the sources of a group with each other; of one with what is likest to it."""
        size = len(self.members[group])
        return self._within[group] / (size * (size - 1) / 2) if size > 1 else self._nearest[group]

    def join(self, group: int, other: int) -> None:
        """Move the sources of the other group into the first."""
        between = float(self.compare(group, [other])[0][0]) * len(self.members[group]) * len(self.members[other])
        self._within[group] += self._within[other] + between
        self.members[group] += self.members.pop(other)
        self._sums[group] += self._sums[other]
        self._days[group] += self._days[other]
        self._dated[group] += self._dated[other]
        moved = self.near.pop(other)
        self.near[group] = (self.near[group] | moved) - {group, other}
        for neighbour in moved - {group}:
            self.near[neighbour].discard(other)
            self.near[neighbour].add(group)


def _join_groups(profiles: Profiles, near: list[set[int]]) -> list[list[int]]:
    """Join the likest two groups until none are alike; returns the numbers of their sources."""
    groups = _Groups(profiles, near)
    least = LEAST + GROWTH * log2(max(len(near) / FEW, 1.0))
    version = dict.fromkeys(groups.members, 0)
    queue: list[tuple[float, int, int, int, int]] = []

    def propose(group: int) -> None:
        others = sorted(groups.near[group])
        for other, likeness, left in zip(others, *groups.compare(group, others), strict=True):
            within = (groups.find_within(group) + groups.find_within(other)) / 2
            if left >= ALIKE or likeness >= max(least, NEARLY * within):
                entry = (-round(float(likeness), 6), group, other, version[group], version[other])
                heapq.heappush(queue, entry)

    for group in version:
        propose(group)
    while queue:
        _, group, other, mine, yours = heapq.heappop(queue)
        if version.get(group) == mine and version.get(other) == yours:
            groups.join(group, other)
            version[group] += 1
            del version[other]
            propose(group)
    return list(groups.members.values())
