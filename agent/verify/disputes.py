"""Disputes: retrieved sentences that contradict each other on what is asked.

A dispute that is not there is worse than one that is missed, so both sides must speak of the question's matter. Three
kinds are told: another count or day of what is asked for, one side that denies or judges false what another tells,
and two sentences that contradict each other by themselves. A report that can supersede the other, being the later
one, is told as an update.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from agent.answer.answer import AnswerSentence, Dispute
from agent.answer.composition import Part
from agent.evidence.candidates import Candidate
from agent.evidence.kinds import may_answer
from agent.evidence.likeness import Words
from agent.evidence.question import Kind as Asked
from agent.evidence.question import Question
from agent.evidence.ranking import Ranking
from agent.verify.contradiction import Kind, contradict
from agent.verify.counts import find_other_counts
from agent.verify.days import find_other_days
from agent.verify.denials import find_denials
from agent.verify.matter import WH
from agent.verify.stances import find_sides
from index.source import Paragraph
from index.terms import content_words

COVERED = 0.6
"""Likeness from which a word of the question counts as spoken of."""

READ = 16
"""Sentences, best first, that are held against each other; one that denies what is asked is looked for in all."""

NEARLY = 0.75
"""Share of the question's words that a side must speak of: all of a short question, most of a long one."""

SAME_TIME = 1
"""Days by which a report may be later than the denial of what it tells without superseding it."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two candidates, by their positions, of which the second contradicts the first.

    `update` says that one may supersede the other: it was published later.
    """

    stated: int
    denied: int
    update: bool = False


def find_contradiction(question: Question, candidates: Sequence[Candidate], words: Words) -> Contradiction | None:
    """Return the best ranked pair of candidates that contradict each other on what is asked, or None."""
    read = candidates[:READ]
    if question.kind is Asked.NUMBER:
        counted = next(find_other_counts(question, read, words), None)
        if counted:
            return Contradiction(*counted, update=_count_days(candidates, *counted) != 0)
    if question.kind is Asked.WHEN and (dated := next(find_other_days(question, read, words), None)):
        return Contradiction(*dated)
    superseded = None
    for stated, denied in find_sides(question, candidates, words):
        if _count_days(candidates, stated, denied) <= SAME_TIME:
            return Contradiction(stated, denied)
        superseded = superseded or Contradiction(stated, denied, update=True)
    return next(_told_pairs(question, read, words), None) or superseded


def _count_days(candidates: Sequence[Candidate], one: int, other: int) -> int:
    """Return how many days the first candidate was published later than the other, 0 if that is not known."""
    day, against = (_find_day(candidates[n]) for n in (one, other))
    return (date.fromisoformat(day) - date.fromisoformat(against)).days if day and against else 0


def _find_day(candidate: Candidate) -> str | None:
    """Return the first known day on which a candidate's sentence was published."""
    paragraphs: Sequence[Paragraph] = (candidate.paragraph, *candidate.copies)
    return min((paragraph.source.date[:10] for paragraph in paragraphs if paragraph.source.date), default=None)


def _told_pairs(question: Question, candidates: Sequence[Candidate], words: Words) -> Iterator[Contradiction]:
    """Yield pairs that contradict each other by themselves and both speak of most of what is asked.

    Where, who or what a name is has no two sides because something is told and denied of it.
    """
    if WH.search(question.text) and not any(word.islower() for word in question.words):
        return
    near = [n for n, candidate in enumerate(candidates) if covers(question, candidate.text, words)]
    yield from _answering_pairs(near, candidates, words)
    for stated, denied in combinations(near, 2):
        pair = candidates[stated], candidates[denied]
        if pair[0].paragraph == pair[1].paragraph:
            continue
        kind = contradict(pair[0].text, pair[1].text, words, (_find_day(pair[0]), _find_day(pair[1])))
        if kind:
            swapped = kind in (Kind.DENIAL, Kind.NEGATION) and not find_denials(pair[1].text)
            yield Contradiction(denied, stated) if swapped else Contradiction(stated, denied)


def _answering_pairs(near: Sequence[int], candidates: Sequence[Candidate], words: Words) -> Iterator[Contradiction]:
    """Yield pairs of which the second comes right after the first in its source and denies "this"."""
    for stated in near:
        one = candidates[stated]
        for denied, other in enumerate(candidates):
            follows = other.before == one.text and other.paragraph.source == one.paragraph.source
            day = one.paragraph.source.date
            if follows and contradict(one.text, other.text, words, (day, day), follows=True) is Kind.DENIAL:
                yield Contradiction(stated, denied)


def covers(question: Question, sentence: str, words: Words) -> bool:
    """Tell whether a sentence speaks of what the question names: of all of a short one, of most of a long one."""
    if not question.words:
        return False
    return bool((words.best(question.words, content_words(sentence)) >= COVERED).mean() >= NEARLY)


@dataclass(frozen=True, slots=True)
class FoundDispute:
    """Two sides that contradict each other, as the parts of an answer; `update`: the later may supersede the other."""

    stated: Candidate
    denied: Candidate
    update: bool = False

    @property
    def parts(self) -> list[Part]:
        """Both sides, verbatim, each with its citation."""
        return [Part(side.text, (side,)) for side in (self.stated, self.denied)]

    def number(self, sentences: Sequence[AnswerSentence]) -> tuple[Dispute, ...]:
        """Return the dispute by the citation numbers of the answer's sentences; none for an update."""
        if self.update:
            return ()
        return (Dispute(self.stated.text, sentences[0].citations, sentences[1].citations),)

    def list_notes(self) -> tuple[str, ...]:
        """Return a note where one side is the later report, which may supersede the earlier one."""
        dates = (_find_day(self.stated), _find_day(self.denied))
        if not all(dates) or dates[0] == dates[1]:
            return ()
        later, earlier = (1, 2) if str(dates[0]) > str(dates[1]) else (2, 1)
        told = f"[{later}] was published later ({max(map(str, dates))}) than [{earlier}] ({min(map(str, dates))})"
        return (f"{told} and may supersede it." if self.update else f"{told}.",)


def find_dispute(question: Question, ranking: Ranking, gathered: Sequence[Candidate] = ()) -> FoundDispute | None:
    """Return the two sides on which the sources contradict each other, or None.

    `gathered` are all candidates, also those that cannot answer by themselves: a question about a denial ranks only
    sentences that deny, but what these deny is told by others.
    """
    candidates = [item.candidate for item in ranking.items]
    candidates += [candidate for candidate in gathered if not may_answer(question, candidate.text)]
    found = find_contradiction(question, candidates, ranking.words)
    return FoundDispute(candidates[found.stated], candidates[found.denied], found.update) if found else None
