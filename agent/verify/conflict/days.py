"""Days: on what day a sentence says that what a question asks for happened, and sentences that tell another."""

from collections.abc import Iterator, Sequence

from agent.evidence.beside import stands_beside
from agent.evidence.candidates import Candidate
from agent.evidence.question import Question
from agent.evidence.words.likeness import Words
from agent.evidence.words.spoken import asks_speech, is_spoken
from agent.verify.conflict.assertions import match_words
from agent.verify.conflict.dating import is_day_of
from agent.verify.conflict.divergence import find_clause, is_other_time, pair_differing
from agent.verify.conflict.modes import find_modes
from agent.verify.denial.denials import find_denials
from index.language.dates import DateMention, contradict_dates, find_dates
from index.language.names import find_names
from index.language.terms import content_words

SPOKEN = 0.75
"""Share of the question's words that a sentence must speak of, and the clause of the day of those that are no names."""

_TIMES = frozenset("day date time month year week".split())


def find_other_days(question: Question, candidates: Sequence[Candidate], words: Words) -> Iterator[tuple[int, int]]:
    """Yield pairs of candidates of different sources that tell different days for what is asked, the best first."""
    days = [read_day(question, candidate, words) for candidate in candidates]
    yield from pair_differing(candidates, days, contradict_dates)


def read_day(question: Question, candidate: Candidate, words: Words) -> DateMention | None:
    """Return the one day in a sentence that says when that happened which the question asks for, else None."""
    text = candidate.text
    dates = find_dates(text, candidate.paragraph.source.date)
    asked = [word for word in question.words if word.lower() not in _TIMES]
    told = match_words(asked, content_words(text), words)
    if len(dates) != 1 or dates[0].precision == "week" or len(asked) < 2 or sum(told) < SPOKEN * len(told):
        return None
    if find_modes(text) or find_denials(text) or stands_beside(question, text):
        return None
    if is_spoken(text, dates[0].start, dates[0].end) and not asks_speech(question.text):
        return None
    clause = find_clause(text, dates[0])
    common = [word for word in asked if word.islower()]
    named = [word for word in asked if not word.islower()]
    if is_other_time(text, dates[0]) or sum(match_words(common, content_words(clause), words)) < SPOKEN * len(common):
        return None
    if not is_day_of(common, text, dates[0], words):
        return None
    foreign = named and find_names(clause) and not any(match_words(named, content_words(clause), words))
    return None if foreign else dates[0]


def may_date(question: Question, candidate: Candidate, words: Words) -> bool:
    """Tell whether no day of a sentence is that of another deed than the question asks for."""
    asked = [word for word in question.words if word.islower() and word not in _TIMES]
    days = find_dates(candidate.text, candidate.paragraph.source.date)
    return all(is_day_of(asked, candidate.text, day, words) for day in days)
