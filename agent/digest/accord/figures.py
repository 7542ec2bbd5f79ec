"""Figures: whether one sentence tells the numbers, days and hours that another tells."""

import re
from calendar import month_name

from agent.verify.conflict.assertions import Assertion
from agent.verify.conflict.former import read_dates, read_numbers
from index.language.dates import DateMention
from index.language.numbers import NumberMention, contradict_numbers, rounds_to

_NAMED_MANY = re.compile(r"\s([A-Z][a-z]+s)\b")
"""Whom a number counts by a name: Eight Knicks."""
_ROUNDED, _ABOUT = 0.05, 0.1
"""Share of a number by which another bound of it may be less, or more, and say as much; the same for about as many."""
_IN_MONTH = re.compile(rf"\b(?:in|of|since|last|late|early|until|by|from)\s({'|'.join(month_name[1:])})\b")
"""A month that a report names, be it not known of which year."""
_SHORT = 3
"""Letters of a month's abbreviation."""
_HOUR = re.compile(r"\b(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s?([ap])\.?m\b", re.IGNORECASE)


def fits(claim: Assertion, other: Assertion) -> bool:
    """Tell whether the other has all numbers and an hour of the claim, and no other day, month or year for its own.

    What either gives only as what was before is none of them.
    """
    if (hours := _read_hours(claim.said)) and not hours & _read_hours(other.text):
        return False
    months = _IN_MONTH.findall(claim.said)
    if months and not any(month[:_SHORT] in other.text for month in months):
        return False
    theirs = read_numbers(other)
    for number in read_numbers(claim):
        if not any(_is_same(number, each) and _count_same(claim, number, other, each) for each in theirs):
            return False
    for precision in {date.precision for date in claim.dates}:
        days, others = (
            {date.value for date in read_dates(each) if date.precision == precision} for each in (claim, other)
        )
        if others and not days & others:
            return False
    return all(_may_fall(date, other) for date in claim.dates)


def _may_fall(date: DateMention, other: Assertion) -> bool:
    """Tell whether a month or year of a claim has a day of the other in it, where that names days or months."""
    inner = [each.value for each in other.dates if len(each.value) > len(date.value)]
    return date.precision in ("day", "week") or not inner or any(each.startswith(date.value) for each in inner)


def _is_same(number: NumberMention, other: NumberMention) -> bool:
    """Tell whether another number says what a number of a claim says.

    Without a word for it (about, more than) only what is rounded does: 1,300 of 1,318, but not 340,000 of 310,000, and
    more than 26,000 is no more than 31,000.
    """
    if contradict_numbers(number, other) or not _close(number.value, other.value):
        return False
    if any((number.kind == kind) != (other.kind == kind) for kind in ("ordinal", "score")):
        return False
    one, two = number.value, other.value
    if one == two or rounds_to(one, two) or rounds_to(two, one):
        return True
    if "about" in (number.hedge, other.hedge):
        return abs(one - two) <= _ABOUT * one
    least = number.hedge == "at least" and two > one * (1 - _ROUNDED * (other.hedge == "at least"))
    most = number.hedge == "at most" and two < one * (1 + _ROUNDED * (other.hedge == "at most"))
    return least or most or "vague" in (number.kind, other.kind)


def _count_same(claim: Assertion, number: NumberMention, other: Assertion, their_number: NumberMention) -> bool:
    """Tell whether two numbers are not told of different things: of those a name stands for (Eight Knicks), or none."""
    ours, theirs = _read_counted(claim, number), _read_counted(other, their_number)
    return not ours or not theirs or ours == theirs or not (ours[:1].isupper() or theirs[:1].isupper())


def _read_counted(assertion: Assertion, number: NumberMention) -> str:
    """Return the unit of a number, or else the plural of a name right behind it."""
    found = _NAMED_MANY.match(assertion.said, number.end)
    return number.unit or (found[1] if found else "")


def _read_hours(text: str) -> frozenset[str]:
    """Return the times of day that a text names, as HH:MM."""
    found = (
        (int(hour) % 12 + 12 * (half.lower() == "p"), minute or "00") for hour, minute, half in _HOUR.findall(text)
    )
    return frozenset(f"{hour:02}:{minute}" for hour, minute in found)


def has_dates(claim: Assertion, other: Assertion) -> bool:
    """Tell whether the other names every day, month and year of a claim, or a day within it."""
    theirs = read_dates(other)
    return all(any(each.value.startswith(date.value) for each in theirs) for date in read_dates(claim))


def list_days(assertion: Assertion) -> frozenset[str]:
    """Return the days (ISO) that a sentence names."""
    return frozenset(date.value for date in assertion.dates if date.precision == "day")


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= 0.25 * max(abs(one), abs(other))
