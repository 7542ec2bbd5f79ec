"""Sides: which candidates stand together on either side of a contradiction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agent.answer.answer import AnswerSentence, Dispute
from agent.answer.composition import Part
from agent.evidence.candidates import Candidate
from agent.evidence.publication import count_days, find_day, note_days
from agent.verify.denial.counterclaims import is_firm
from index.language.names import find_names, same_name

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


@dataclass(frozen=True, slots=True)
class FoundDispute:
    """The candidates of two sides that contradict each other; `update`: the later may supersede the other."""

    stated: tuple[Candidate, ...]
    denied: tuple[Candidate, ...]
    update: bool = False

    @property
    def sides(self) -> tuple[Candidate, ...]:
        """The candidates of both sides in the order in which they are shown: of an update the newest side first."""
        newest = [max(find_day(each) or "" for each in side) for side in (self.stated, self.denied)]
        later = self.update and all(newest) and newest[1] > newest[0]
        return (*self.denied, *self.stated) if later else (*self.stated, *self.denied)

    @property
    def parts(self) -> list[Part]:
        """Both sides, verbatim, each sentence with its citation."""
        return [Part(side.text, (side,)) for side in self.sides]

    @property
    def alone(self) -> bool:
        """Whether one source tells both sides, so that what others tell is not said by either."""
        return len({side.paragraph.source.id for side in (*self.stated, *self.denied)}) == 1

    def number(self, sentences: Sequence[AnswerSentence]) -> tuple[Dispute, ...]:
        """Return the dispute by the citation numbers of its sentences, the first of an answer; none for an update."""
        if self.update:
            return ()
        cited = [sentence.citations for sentence in sentences]
        for_, against = (
            tuple(dict.fromkeys(n for numbers in side for n in numbers))
            for side in (cited[: len(self.stated)], cited[len(self.stated) : len(self.parts)])
        )
        return (Dispute(self.stated[0].text, for_, against),)

    def list_notes(self) -> tuple[str, ...]:
        """Return a note where the newest report of one side is later than that of the other, which it may supersede."""
        sides = self.sides
        stated, denied = (max(side, key=lambda each: find_day(each) or "") for side in (self.stated, self.denied))
        return note_days((stated, denied), (sides.index(stated) + 1, sides.index(denied) + 1), self.update)


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


def are_of_one_matter(one: Candidate, other: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Tell whether the sources of two candidates name anything in common in what was found of them."""
    ours, theirs = (
        {name for each in candidates if each.paragraph.source == side.paragraph.source for name in _list_names(each)}
        for side in (one, other)
    )
    return not (ours and theirs) or any(same_name(name, each) for name in ours for each in theirs)


def _list_names(candidate: Candidate) -> Iterator[str]:
    yield from find_names(candidate.text)
    yield from find_names(candidate.paragraph.source.title)


def may_supersede(candidates: Sequence[Candidate], stated: int, denied: int) -> bool:
    """Tell whether what is stated was published so much later than its denial that it may supersede it."""
    return count_days(candidates[stated], candidates[denied]) > (SAME_TIME if is_firm(candidates[denied].text) else 0)
