"""Corrected figures: a number that a sentence sets against another's: 240 men, not 212 as the ministry says."""

import re

from agent.verify.conflict.assertions import Assertion, match_name
from index.language.names import find_names
from index.language.numbers import contradict_numbers, find_numbers
from index.language.terms import content_stems

_AS_SAID = re.compile(
    r"\s?(?:[\w’'-]+\s){0,2}?(?:as|that)\s(?P<who>[^,.;:]{3,60}?)\s(?:ha[sd]\s|have\s)?"
    r"(?:say|said|claim|report|state|put|announce|insist)\w*",
    re.IGNORECASE,
)
_INSTEAD = r"\b(?:not|rather\sthan|instead\sof)\s"
_NOT = re.compile(rf"{_INSTEAD}(?:the\s)?$", re.IGNORECASE)
_HINT = re.compile(_INSTEAD, re.IGNORECASE)
"""Words without which no number is set against another; most sentences have none."""


def corrects(corrected: Assertion, other: Assertion) -> bool:
    """Tell whether a sentence gives a number and says that it is not the one which another has of the same speaker."""
    text = corrected.text
    if not (other.speaker and other.numbers and _HINT.search(text)):
        return False
    numbers = find_numbers(text)
    for number in numbers:
        said = _AS_SAID.match(text, number.end) if _NOT.search(text, 0, number.start) else None
        if said and _is_of(said["who"], other) and any(number.value == each.value for each in other.numbers):
            return any(each is not number and contradict_numbers(each, number) for each in numbers)
    return False


def _is_of(who: str, other: Assertion) -> bool:
    """Tell whether a sentence is told on the word of somebody."""
    names = find_names(other.speaker)
    if any(match_name(name, names) for name in find_names(who)):
        return True
    return not set(content_stems(who)).isdisjoint(content_stems(other.speaker))
