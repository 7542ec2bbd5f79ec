"""Scope: whether a count is of all, and not only of some, and of the time of its report."""

import re
from datetime import date

from agent.verify.conflict.assertions import Assertion
from index.language.numbers import NumberMention

_NEAR = 14
"""Days before or after publication beyond which a day that a sentence names is another event's."""
_PART = re.compile(
    r"\b(?:another|additional|others?|more|further|extra|includ\w+|among|each|per|every|first|remaining|rest|last|all\sbut|"
    r"other|up\sfrom|down\sfrom|from)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:of\s(?:them|whom|these|those|the|his|her|their)|more|others?|further|fewer)\b", re.IGNORECASE
)


def counts_part(said: str, number: NumberMention) -> bool:
    """Tell whether a number in what is said counts only some of all: two of them, another three."""
    return _PART.search(said[: number.start]) is not None or _PART_AFTER.match(said[number.end :]) is not None


def is_elsewhere(assertion: Assertion, published: str | None) -> bool:
    """Tell whether a sentence names a time that is far from the day of publication."""
    if not published:
        return any(mention.precision == "year" for mention in assertion.dates)
    day = published[:10]
    for mention in assertion.dates:
        if (
            mention.precision == "day"
            and abs((date.fromisoformat(mention.value) - date.fromisoformat(day)).days) > _NEAR
        ):
            return True
        if mention.precision in ("month", "year") and not day.startswith(mention.value):
            return True
    return False
