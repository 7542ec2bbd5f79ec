"""Former values: numbers and days that a sentence gives only as what was before: raised it from 5 to 10 million.

What was so before is not what the sentence tells, though it stands there in the same words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from agent.verify.conflict.assertions import Assertion
from index.language.dates import DateMention
from index.language.numbers import NumberMention

_Mention = TypeVar("_Mention", NumberMention, DateMention)

_SIGN = r"(?:\s(?:about|around|nearly|almost|some|the|an?))?\s[$£€]?\s?$"
_FROM = re.compile(rf"\bfrom{_SIGN}", re.IGNORECASE)
_TO = re.compile(rf"(?:\s[^\s.;:()]+){{0,4}}?,?\sto{_SIGN}", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:(?:up|down)\sfrom|instead\sof|rather\sthan|in\splace\sof"
    rf"|(?:previously|originally|initially|formerly)(?:\s[\w’'-]+){{0,3}}?){_SIGN}",
    re.IGNORECASE,
)
"""What stands right before a value that was so before, or is not so."""


@lru_cache(maxsize=65536)
def read_numbers(assertion: Assertion) -> tuple[NumberMention, ...]:
    """Return the numbers that a sentence gives as what is so, the last of those that something went from and to."""
    ends = [
        replace(number, value=number.high)
        if number.high > number.value and _FROM.search(assertion.said, 0, number.start)
        else number
        for number in assertion.numbers
    ]
    return _drop_former(ends, assertion.said)


@lru_cache(maxsize=65536)
def read_dates(assertion: Assertion) -> tuple[DateMention, ...]:
    """Return the days that a sentence gives as what is so, the last of those from and to which something was moved."""
    return _drop_former(assertion.dates, assertion.said)


def tells_change(assertion: Assertion) -> bool:
    """Tell whether a sentence gives a number or day that was before beside one that is now."""
    return read_numbers(assertion) != assertion.numbers or read_dates(assertion) != assertion.dates


def _drop_former(mentions: Sequence[_Mention], said: str) -> tuple[_Mention, ...]:
    kept: list[_Mention] = []
    for place, mention in enumerate(mentions):
        if _BEFORE.search(said, 0, mention.start):
            continue
        after = mentions[place + 1] if place + 1 < len(mentions) else None
        if after is None or not _goes_to(mention.start, mention.end, after.start, said):
            kept.append(mention)
    return tuple(kept)


def _goes_to(start: int, end: int, after: int, said: str) -> bool:
    """Tell whether a value from `start` to `end` stands behind `from`, and one that begins at `after` behind `to`."""
    return _FROM.search(said, 0, start) is not None and _TO.fullmatch(said, end, after) is not None
