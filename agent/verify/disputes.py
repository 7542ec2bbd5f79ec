"""Disputes: retrieved sentences that contradict each other on what is asked.

Two kinds are told, both narrow on purpose, because a dispute that is not there is worse than one that is missed:
a denial (one sentence says of the question's matter what another denies) and other numbers (two sentences say the
same of the same thing with numbers that exclude each other). Both sides must speak of all that the question names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from agent.answer.answer import AnswerSentence, Dispute
from agent.answer.composition import Part
from agent.evidence.candidates import Candidate
from agent.evidence.likeness import Words
from agent.evidence.negation import DENIALS, FAILINGS, NEGATIONS
from agent.evidence.question import Kind as Asked
from agent.evidence.question import Question
from agent.evidence.ranking import Ranking
from agent.verify.contradiction import Kind, contradict
from index.numbers import NumberMention, contradict_numbers, find_numbers
from index.terms import content_words, fold, stem

COVERED = 0.6
"""Likeness from which a word of the question counts as spoken of."""

READ = 16
"""Sentences, best first, that are held against each other."""

NEARLY = 0.75
"""Share of the question's words that a side must speak of: all of a short question, most of a long one."""

_CLAUSE = re.compile(r"[;:—–]|,\s+(?:but|and|while|whereas|although|though)\b|\s(?:but|while|whereas|although)\s")
_CONTRACTED = re.compile(r"n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’']+")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two candidates, by their positions, of which the second contradicts the first."""

    stated: int
    denied: int


def find_contradiction(question: Question, candidates: Sequence[Candidate], words: Words) -> Contradiction | None:
    """Return the best ranked pair of candidates that contradict each other on what is asked, or None."""
    pairs = _number_pairs if question.kind is Asked.NUMBER else _denial_pairs
    asked = next(pairs(question, candidates, words), None)
    return asked or next(_told_pairs(question, candidates, words), None)


def _told_pairs(question: Question, candidates: Sequence[Candidate], words: Words) -> Iterator[Contradiction]:
    """Yield pairs that contradict each other by themselves and both speak of most of what is asked."""
    near = [n for n, candidate in enumerate(candidates) if covers(question, candidate.text, words)]
    yield from _answering_pairs(near, candidates, words)
    for stated, denied in combinations(near, 2):
        pair = candidates[stated], candidates[denied]
        if pair[0].paragraph == pair[1].paragraph:
            continue
        days = pair[0].paragraph.source.date, pair[1].paragraph.source.date
        if contradict(pair[0].text, pair[1].text, words, days):
            swapped = bool(find_denied(pair[0].text)[1]) and not find_denied(pair[1].text)[1]
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


def _denial_pairs(question: Question, candidates: Sequence[Candidate], words: Words) -> Iterator[Contradiction]:
    spoken = [covers(question, candidate.text, words) for candidate in candidates]
    denials = [find_denied(candidate.text) for candidate in candidates]
    for stated, statement in enumerate(candidates):
        if not spoken[stated] or denials[stated][1]:
            continue
        for denied, denial in enumerate(candidates):
            if not denials[denied][1] or not spoken[denied] or statement.paragraph == denial.paragraph:
                continue
            if _about_the_same(question, statement.text, denials[denied], words):
                yield Contradiction(stated, denied)


def covers(question: Question, sentence: str, words: Words) -> bool:
    """Tell whether a sentence speaks of what the question names: of all of a short one, of most of a long one."""
    if not question.words:
        return False
    return bool((words.best(question.words, content_words(sentence)) >= COVERED).mean() >= NEARLY)


def find_denied(sentence: str) -> tuple[str, str]:
    """Return what stands before the first denial of a sentence and the clause behind it; both empty if none."""
    plain = _CONTRACTED.sub(" not", sentence)
    start = 0
    for clause in _CLAUSE.split(plain):
        start = plain.index(clause, start)
        found = next((match for match in _WORD.finditer(clause) if _denies(match[0])), None)
        if found:
            return plain[: start + found.start()], clause[found.end() :]
        start += len(clause)
    return "", ""


def _denies(word: str) -> bool:
    return fold(word) in NEGATIONS or stem(word) in DENIALS - FAILINGS


def _about_the_same(question: Question, statement: str, denial: tuple[str, str], words: Words) -> bool:
    """Tell whether what is denied is what the question asks for and the statement says.

    The denier may be named before the denial, so only the rest of the question has to be in what is denied.
    """
    before, behind = (content_words(part) for part in denial)
    if not behind:
        return False
    told = words.best(question.words, before) >= COVERED
    asked = [word for word, known in zip(question.words, told, strict=True) if not known]
    named = words.best(behind, [*question.words, *content_words(statement)]) >= COVERED
    denied = words.best(asked, behind) >= COVERED
    return bool(asked and denied.mean() >= NEARLY and named.mean() >= 0.5)


def _number_pairs(question: Question, candidates: Sequence[Candidate], words: Words) -> Iterator[Contradiction]:
    if question.focus is None:
        return
    spoken = [covers(question, candidate.text, words) for candidate in candidates]
    counts = [_counted(candidate.text, question.focus) if spoken[n] else None for n, candidate in enumerate(candidates)]
    for first, one in enumerate(counts):
        for second, other in enumerate(counts):
            if second <= first or one is None or other is None:
                continue
            if candidates[first].paragraph.source == candidates[second].paragraph.source:
                continue
            if contradict_numbers(one, other):
                yield Contradiction(first, second)


def _counted(sentence: str, noun: str) -> NumberMention | None:
    """Return the only number that stands before the counted noun (its stem) in a sentence, or None."""
    found = [
        mention
        for mention in find_numbers(sentence)
        if noun in [stem(word) for word in content_words(sentence[mention.end :])[:2]]
    ]
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class FoundDispute:
    """Two sides that contradict each other, as the parts of an answer."""

    stated: Candidate
    denied: Candidate

    @property
    def parts(self) -> list[Part]:
        """Both sides, verbatim, each with its citation."""
        return [Part(side.text, (side,)) for side in (self.stated, self.denied)]

    def number(self, sentences: Sequence[AnswerSentence]) -> tuple[Dispute, ...]:
        """Return the dispute by the citation numbers of the answer's sentences."""
        return (Dispute(self.stated.text, sentences[0].citations, sentences[1].citations),)

    def list_notes(self) -> tuple[str, ...]:
        """Return a note where one side is the later report, which may supersede the earlier one."""
        dates = (self.stated.paragraph.source.date, self.denied.paragraph.source.date)
        if not all(dates) or dates[0] == dates[1]:
            return ()
        later, earlier = (1, 2) if str(dates[0]) > str(dates[1]) else (2, 1)
        return (f"[{later}] was published later ({max(map(str, dates))}) than [{earlier}] ({min(map(str, dates))}).",)


def find_dispute(question: Question, ranking: Ranking) -> FoundDispute | None:
    """Return the two sides on which the sources contradict each other, or None."""
    candidates = [item.candidate for item in ranking.best(READ)]
    found = find_contradiction(question, candidates, ranking.words)
    return FoundDispute(candidates[found.stated], candidates[found.denied]) if found else None
