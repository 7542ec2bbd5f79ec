"""Sides: which candidates stand together on either side of a contradiction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agent.evidence.candidates import Candidate
from agent.evidence.publication import count_days, find_day
from agent.verify.counterclaims import is_firm

SAME_TIME = 1
"""Days by which a report may be later than a firm denial of what it tells without superseding it."""

MOST_A_SIDE = 2
"""Sentences of a side that are shown, each of another source."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Candidates by their positions, the best of each side first, of which those denied contradict those stated.

    `update` says that one side may supersede the other: it was published later.
    """

    stated: tuple[int, ...]
    denied: tuple[int, ...]
    update: bool = False


def take_sides(
    pairs: Sequence[tuple[int, int]], best: tuple[int, int], candidates: Sequence[Candidate], either: bool = False
) -> Contradiction:
    """Return the best pair with the others that stand on its sides, each of another source.

    On a side stands what contradicts the other side and not its own; `either` says that pairs go both ways.
    """
    found = {*pairs, *((other, one) for one, other in pairs if either)}
    stated, denied = best
    against = [other for one, other in pairs if one == stated] or [denied]
    if either:
        against = sorted({other for one, other in found if one == stated and (other, denied) not in found})
    beside = sorted({one for one, other in found if other == denied and (stated, one) not in found})
    return Contradiction(_limit(stated, beside, candidates), _limit(denied, against, candidates))


def _limit(first: int, others: Iterable[int], candidates: Sequence[Candidate]) -> tuple[int, ...]:
    """Return the first candidate of a side and others of sources that do not stand there yet, up to MOST_A_SIDE."""
    side = [first]
    for other in others:
        sources = {candidates[n].paragraph.source.id for n in side}
        if len(side) < MOST_A_SIDE and candidates[other].paragraph.source.id not in sources:
            side.append(other)
    return tuple(side)


def find_latest(pairs: Sequence[tuple[int, int]], candidates: Sequence[Candidate]) -> tuple[int, int]:
    """Return the pair of the best candidate with what was published last of all that contradicts it."""
    stated = pairs[0][0]
    others = [other for one, other in pairs if one == stated]
    return stated, max(others, key=lambda other: (find_day(candidates[other]) or "", -other))


def may_supersede(candidates: Sequence[Candidate], stated: int, denied: int) -> bool:
    """Tell whether what is stated was published so much later than its denial that it may supersede it."""
    return count_days(candidates[stated], candidates[denied]) > (SAME_TIME if is_firm(candidates[denied].text) else 0)
