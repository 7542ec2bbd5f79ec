"""Values: the numbers and times of what a question asks for, and sentences that tell others than a given one does."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from agent.evidence.candidates import Candidate
from agent.evidence.forms.measures import measures
from agent.evidence.question import Kind, Question
from agent.evidence.words.people import contradict_counts, is_people
from agent.evidence.words.spoken import is_spoken
from index.language.dates import DateMention, contradict_dates, find_dates
from index.language.numbers import NumberMention, find_numbers
from index.language.terms import content_stems, stem

Value = TypeVar("Value", NumberMention, DateMention)


SCALE = 100.0
"""How many times another count is larger, or smaller, that is of something else unless the words are the same."""


def is_out_of_scale(question: Question, one: Candidate, other: Candidate) -> bool:
    """Tell whether a sentence that has no word of the question counts far less, or more, than another does."""
    if question.kind is not Kind.NUMBER or not set(question.terms).isdisjoint(content_stems(other.text)):
        return False
    ours, theirs = ([each for each in _list_values(question, it.text) if each.kind == "plain"] for it in (one, other))
    pairs = [sorted((a.value, b.value)) for a in ours for b in theirs]
    return bool(pairs) and all(0 < small * SCALE < large for small, large in pairs)


def excludes_values(question: Question, told: Sequence[Candidate], other: Candidate) -> bool:
    """Tell whether a sentence has a number, or a time, of what is asked for, which excludes all that others tell."""
    if question.kind is Kind.WHEN:
        return _exclude_times([time for each in told for time in _list_times(each)], _list_times(other))
    ours = [mention for each in told for mention in _list_values(question, each.text)]
    theirs = _list_numbers(question, other.text) if question.kind is Kind.NUMBER else []
    if any(is_out_of_scale(question, each, other) for each in told):
        return False
    return bool(ours and theirs) and all(contradict_counts(one, each) for one in ours for each in theirs)


def differs_in_value(question: Question, one: Candidate, other: Candidate) -> bool:
    """Tell whether each of two sentences has a number, or a time, of what is asked that excludes all of the other."""
    if question.kind is Kind.WHEN:
        return _differ(_list_times(one), _list_times(other), _contradict_times)
    if question.kind is not Kind.NUMBER or is_out_of_scale(question, one, other):
        return False
    return _differ(_list_values(question, one.text), _list_values(question, other.text), contradict_counts)


def _differ(ours: Sequence[Value], theirs: Sequence[Value], contradict: Callable[[Value, Value], bool]) -> bool:
    """Tell whether some value of either side contradicts every one of the other's."""
    own = [one for one in ours if all(contradict(one, each) for each in theirs)]
    return bool(own and theirs) and any(all(contradict(one, each) for one in ours) for each in theirs)


def _contradict_times(one: DateMention, other: DateMention) -> bool:
    return one.precision == other.precision and contradict_dates(one, other)


def _exclude_times(days: Sequence[DateMention], others: Sequence[DateMention]) -> bool:
    """Tell whether no time of one side can be one of the other's of the same precision, of which both have some."""
    pairs = [(one, each) for one in days for each in others if one.precision == each.precision]
    return bool(pairs) and all(contradict_dates(one, each) for one, each in pairs)


def _list_times(candidate: Candidate) -> list[DateMention]:
    """Return the times in what a sentence tells; that at which somebody said it is none of them."""
    text = candidate.text
    dates = find_dates(text, candidate.paragraph.source.date)
    return [mention for mention in dates if not is_spoken(text, mention.start, mention.end)]


def _list_values(question: Question, text: str) -> list[NumberMention]:
    """Return the numbers of what is asked for, or else those of persons where persons are asked for."""
    return _list_numbers(question, text) or _list_persons(question, text)


def _list_numbers(question: Question, text: str) -> list[NumberMention]:
    return [
        mention
        for mention in find_numbers(text)
        if stem(mention.text) not in question.terms and measures(question, mention, text)
    ]


def _list_persons(question: Question, text: str) -> list[NumberMention]:
    """Return the counts of persons by other nouns where persons are asked for: staff of whom it asks as workers."""
    if question.counted is None or not is_people(question.counted):
        return []
    return [mention for mention in find_numbers(text) if mention.unit and is_people(mention.unit)]
