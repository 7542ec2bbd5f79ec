"""Spans: the pieces of a sentence that may be the answer, by the kind of answer that a question wants."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from agent.evidence.forms.measures import measures
from agent.evidence.forms.span import Span
from agent.evidence.forms.times import find_times
from agent.evidence.forms.unnamed import lacks_name
from agent.evidence.question import Kind, Question
from agent.evidence.words.gazetteer import asks_town, find_listed, is_region, resembles
from index.language.names import find_names
from index.language.numbers import find_numbers
from index.language.terms import content_stems, fold, stem

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

_OTHER_UNIT, _NO_AGE, _WEAK, _PERHAPS = 0.4, 0.3, 0.6, 0.5
"""What counts a number of other units, one that is no age, a weak sign of a reason and what may be a place."""

_UNNAMED, _UNLISTED = 0.3, 0.3
"""What counts a name beside somebody asked for who is left unnamed, and one of no country where one is asked for."""


def find_spans(question: Question, sentence: str) -> list[Span] | None:
    """Return the spans of a sentence that are of the wanted kind; None where the kind has no form of its own."""
    finder = _FINDERS.get(question.kind)
    if finder is None:
        return None
    spans = list(finder(question, sentence))
    if lacks_name(question, sentence):
        return [replace(span, fit=min(span.fit, _UNNAMED)) for span in spans]
    return spans


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
        yield replace(span, fit=_PERHAPS) if located else span


def _find_places(question: Question, sentence: str) -> Iterator[Span]:
    """Yield the names that what stands before them makes places, surely or perhaps."""
    for span in _find_names(question, sentence):
        before = sentence[max(0, span.start - 40) : span.start]
        if _LOCATED.search(before):
            yield span
        elif _BESIDE.search(before):
            yield replace(span, fit=_PERHAPS)


def _find_named(question: Question, sentence: str) -> Iterator[Span]:
    """Yield what may be a thing's name: names, what is quoted, and numbers (`which amendment`)."""
    listed = find_listed(question)
    if listed is not None:
        yield from (replace(span, fit=_fit_listed(span, sentence, listed)) for span in _find_names(question, sentence))
        return
    if asks_town(question):
        yield from _find_towns(question, sentence)
        return
    yield from _find_names(question, sentence)
    yield from (Span(*match.span(), 1.0) for match in _QUOTED.finditer(sentence))
    yield from (Span(mention.start, mention.end, 1.0) for mention in find_numbers(sentence))


def _find_towns(question: Question, sentence: str) -> Iterator[Span]:
    """Yield the names that may be of a town: surely where they stand as places."""
    for span in _find_names(question, sentence):
        located = _LOCATED.search(sentence[max(0, span.start - 40) : span.start])
        region = is_region(sentence[span.start : span.end])
        yield replace(span, fit=_UNLISTED if region else 1.0 if located else _PERHAPS)


def _fit_listed(span: Span, sentence: str, listed: frozenset[str]) -> float:
    """Return how well a name fits where one of some is asked for: `Cuba`, `Cuban`, or another."""
    name = sentence[span.start : span.end]
    return 1.0 if fold(name) in listed else _PERHAPS if resembles(name, listed) else _UNLISTED


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
    Kind.WHEN: find_times,
    Kind.WHERE: _find_places,
    Kind.WHY: _find_reasons,
    Kind.THING: _find_named,
}
