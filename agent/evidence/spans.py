"""Spans: the pieces of a sentence that may be the answer, by the kind of answer that a question wants."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from agent.evidence.measures import measures
from agent.evidence.question import Kind, Question
from index.dates import MONTH, find_dates
from index.names import find_names
from index.numbers import find_numbers
from index.terms import content_stems, stem

_PERIOD = re.compile(
    r"\b(yesterday|today|tonight|tomorrow|morning|afternoon|evening|night|noon|midnight|week|month|year|decade|century"
    r"|spring|summer|autumn|fall|winter|weekend|season|ago|[ap]\.?m\.?|1[0-9]{3}|20[0-9]{2})s?\b",
    re.IGNORECASE,
)
_GRAINS = (
    (re.compile(r"\b(what|which) month\b", re.I), re.compile(rf"\b{MONTH}")),
    (re.compile(r"\b(what|which) (year|decade|century)\b", re.I), re.compile(r"\b(1[0-9]|20)\d\d\b")),
    (
        re.compile(r"\b(what|which) (date|day|weekday)\b", re.I),
        re.compile(
            rf"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b{MONTH} \d{{1,2}}\b|\b\d{{1,2}} {MONTH}"
            r"|\b([Tt]oday|[Yy]esterday|[Tt]omorrow)\b"
        ),
    ),
    (
        re.compile(r"\bwhat time\b", re.I),
        re.compile(
            r"\b\d{1,2}(:\d\d)?\s?([ap]\.?m\b|o['’]clock)|\b\d\d?:\d\d\b"
            r"|\b(noon|midnight|morning|afternoon|evening|night)\b",
            re.I,
        ),
    ),
)
"""How finely a time is asked for, and the times that are so fine."""

_LOCATED = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|along|off|between|north|south|east|west) (?:of )?(?:the |an? )?"
    r"(?:[a-z-]+ ){0,2}$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:on|from|to|into|of|over|under|through|toward|towards) (?:the )?$", re.IGNORECASE)
_REASON = re.compile(
    r"\b(because|due to|in order to|so that|reasons?|caus(?:e[sd]?|ing)|as a result|thanks to|citing|owing to|for fear"
    r"|blam(?:e[sd]?|ing)|concern(?:s|ed)?|over (?:fears|concerns)|in response to|on the grounds?|arguing that"
    r"|in protest)\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\b(since|result(?:s|ed|ing)?|led to|amid|given|after|to \w+)\b", re.IGNORECASE)
_QUOTED = re.compile(r'["“][^"”]{2,80}["”]?')
_AGED = re.compile(r"\b[\w-]+[ -]years?[ -]old\b|,\s\d{1,3},|\baged? \d+", re.IGNORECASE)

_SOME_DAY = "2000-01-01"
"""A day of publication, so that times relative to it count as well: which one does not matter here."""

_OTHER_TIME, _LOOSE_TIME, _OTHER_UNIT, _NO_AGE, _WEAK, _PERHAPS = 0.3, 0.6, 0.4, 0.3, 0.6, 0.5
"""What counts a time too coarse, a mere period, a number of other units, one that is no age, a weak sign of a reason
and what may be a place."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece `text[start:end]` that may be the answer, and how well it fits what is asked for, 0 to 1."""

    start: int
    end: int
    fit: float


def find_spans(question: Question, sentence: str) -> list[Span] | None:
    """Return the spans of a sentence that are of the wanted kind; None where the kind has no form of its own."""
    finder = _FINDERS.get(question.kind)
    return None if finder is None else list(finder(question, sentence))


def _find_names(question: Question, sentence: str) -> Iterator[Span]:
    """Yield the names that the question does not hold itself."""
    for name in find_names(sentence):
        if not set(content_stems(name)) <= set(question.terms):
            start = sentence.find(name)
            yield Span(start, start + len(name), 1.0)


def _find_people(question: Question, sentence: str) -> Iterator[Span]:
    """Yield the names of persons and bodies: one that stands as a place is that only perhaps."""
    for span in _find_names(question, sentence):
        located = _LOCATED.search(sentence[max(0, span.start - 40) : span.start])
        yield Span(span.start, span.end, _PERHAPS) if located else span


def _find_places(question: Question, sentence: str) -> Iterator[Span]:
    """Yield the names that what stands before them makes places, surely or perhaps."""
    for span in _find_names(question, sentence):
        before = sentence[max(0, span.start - 40) : span.start]
        if _LOCATED.search(before):
            yield span
        elif _BESIDE.search(before):
            yield Span(span.start, span.end, _PERHAPS)


def _find_named(question: Question, sentence: str) -> Iterator[Span]:
    """Yield what may be a thing's name: names, what is quoted, and numbers (`which amendment`)."""
    yield from _find_names(question, sentence)
    yield from (Span(*match.span(), 1.0) for match in _QUOTED.finditer(sentence))
    yield from (Span(mention.start, mention.end, 1.0) for mention in find_numbers(sentence))


def _find_times(question: Question, sentence: str) -> Iterator[Span]:
    dates = [(mention.start, mention.end) for mention in find_dates(sentence, _SOME_DAY)]
    periods = [match.span() for match in _PERIOD.finditer(sentence)]
    for asked, fine in _GRAINS:
        if asked.search(question.text):
            yield from (Span(*match.span(), 1.0) for match in fine.finditer(sentence))
            yield from (Span(*span, _OTHER_TIME) for span in [*dates, *periods])
            return
    yield from (Span(*span, 1.0) for span in dates)
    yield from (Span(*span, _LOOSE_TIME) for span in periods)


def _find_numbers(question: Question, sentence: str) -> Iterator[Span]:
    for mention in find_numbers(sentence):
        if stem(mention.text) not in question.terms:
            fit = 1.0 if measures(question, mention, sentence) else _OTHER_UNIT
            yield Span(mention.start, mention.end, fit)


def _find_ages(question: Question, sentence: str) -> Iterator[Span]:
    yield from (Span(*match.span(), 1.0) for match in _AGED.finditer(sentence))
    yield from (Span(mention.start, mention.end, _NO_AGE) for mention in find_numbers(sentence))


def _find_amounts(question: Question, sentence: str) -> Iterator[Span]:
    finder = _find_ages if re.search(r"\bhow old\b|\bage\b", question.text, re.I) else _find_numbers
    return finder(question, sentence)


def _find_reasons(question: Question, sentence: str) -> Iterator[Span]:
    yield from (Span(*match.span(), 1.0) for match in _REASON.finditer(sentence))
    yield from (Span(*match.span(), _WEAK) for match in _PURPOSE.finditer(sentence))


_FINDERS: dict[Kind, Callable[[Question, str], Iterator[Span]]] = {
    Kind.WHO: _find_people,
    Kind.NUMBER: _find_amounts,
    Kind.WHEN: _find_times,
    Kind.WHERE: _find_places,
    Kind.WHY: _find_reasons,
    Kind.THING: _find_named,
}
