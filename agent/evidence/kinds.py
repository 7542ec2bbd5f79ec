"""Whether a sentence holds the kind of answer that a question wants: a number, a time, a person, a place, a reason."""

import re
from collections.abc import Callable

from agent.evidence.negation import DENIALS, DENYING
from agent.evidence.question import Kind, Question
from index.dates import find_dates
from index.names import find_names
from index.numbers import find_numbers
from index.terms import content_stems, fold, split_words, stem

_SPAN = re.compile(
    r"\b(yesterday|today|tonight|tomorrow|morning|afternoon|evening|night|noon|midnight|week|month|year|decade|century"
    r"|spring|summer|autumn|fall|winter|weekend|season|ago|[ap]\.?m\.?|1[0-9]{3}|20[0-9]{2})s?\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(in|at|on|near|from|outside|inside|to|into|of|off|around|across|along|between|over|under|north|south|east|west)"
    r"\s+(the\s+|an?\s+)?[A-Z]"
)
_REASON = re.compile(
    r"\b(because|due to|since|so that|in order to|reasons?|caus(?:e[sd]?|ing)|result(?:s|ed|ing)?|thanks to|led to"
    r"|amid|citing|blam(?:e[sd]?|ing)|owing to|given|after|for fear|concern(?:s|ed)?|to \w+)\b",
    re.IGNORECASE,
)


def holds_kind(question: Question, sentence: str) -> float:
    """Return 1 where a sentence holds the wanted kind of answer beyond the question's words, else 0; .5 if any does."""
    check = _CHECKS.get(question.kind)
    return 0.5 if check is None else float(check(question, sentence))


def may_answer(question: Question, sentence: str) -> bool:
    """Tell whether a sentence can be an answer at all: a question about a denial wants a sentence that denies."""
    return not _speaks_of(question.text, DENYING) or _speaks_of(sentence, DENIALS | {"not"})


def _speaks_of(text: str, words: frozenset[str]) -> bool:
    return any(fold(word) in words or stem(word) in words for word in split_words(text))


def _holds_name(question: Question, sentence: str) -> bool:
    return any(not set(content_stems(name)) <= set(question.terms) for name in find_names(sentence))


def _holds_number(question: Question, sentence: str) -> bool:
    return any(stem(mention.text) not in question.terms for mention in find_numbers(sentence))


def _holds_time(question: Question, sentence: str) -> bool:
    return bool(find_dates(sentence, None) or _SPAN.search(sentence))


def _holds_place(question: Question, sentence: str) -> bool:
    return _PLACE.search(sentence) is not None and _holds_name(question, sentence)


def _holds_reason(question: Question, sentence: str) -> bool:
    return _REASON.search(sentence) is not None


_CHECKS: dict[Kind, Callable[[Question, str], bool]] = {
    Kind.WHO: _holds_name,
    Kind.NUMBER: _holds_number,
    Kind.WHEN: _holds_time,
    Kind.WHERE: _holds_place,
    Kind.WHY: _holds_reason,
}
