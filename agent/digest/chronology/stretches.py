"""Stretches: days that bound a length of time, on which nothing need have happened.

A night from one day to the next is told of the day on which it began.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from index.language.dates import DateMention

_NUMBERED = re.compile(
    r"(?P<lead>\b(?:between|from)\s)?(?P<first>\d{1,2})(?:st|nd|rd|th)?\s(?P<joint>to|until|till|and)\s$"
)
"""What stands before the last day of a stretch that gives its month once: between 6 and, 13 to."""
_JOINT = re.compile(r"\s(?:to|until|till|and)\s")
_OPENING = re.compile(r"\b(?:between|from)\s(?:[^,;.]{0,30}\s(?:on|of)\s)?$")
_LIMIT = re.compile(
    r"\b(?:before|until|till|(?:up|prior)\sto|(?:no|not)\slater\sthan|in\sadvance\sof)\s(?:the\s)?(?:(?:morning|evening|night|"
    r"end)\sof\s)?$"
)
"""What makes a day a limit: nothing is told of it."""
_PUT_OFF = re.compile(r"\bto\s(?:(?:late|early|the\send\sof)\s)?$")
_OWNING = re.compile(r"\s?['’]s\b")
"""A day to which something is put off, and how it goes on where the day belongs to what happened: to Friday's vote."""
_SHIFTED = re.compile(
    r"\b(?:(?:re)?(?:mov|schedul|arrang)|chang|shift|switch|postpon|delay|defer|adjourn|extend|advanc|bring|brought|push|put|pull)"
    r"(?:e?s|ed|ing|e)?\b[^.;:]*\bfrom\s(?:the\s|late\s|early\s)?$"
)
"""What makes a day the one for which something had been set: moved the opening from."""


def find_moment(sentence: str, mentions: Sequence[DateMention], number: int) -> str | None:
    """Return the day (ISO) of the event that the date with a number in a sentence is the day of, None for a limit."""
    mention = mentions[number]
    before = sentence[: mention.start]
    if found := _NUMBERED.search(before):
        if found["joint"] == "and" and not (found["lead"] or "").startswith("between"):
            return mention.value  # two days of the same kind
        return _begin_night(int(found["first"]), mention.value)
    if _LIMIT.search(before):
        return None
    if _PUT_OFF.search(before) and not _OWNING.match(sentence, mention.end):
        return None
    if number and _follows(sentence, mentions[number - 1], mention):
        return None
    if number + 1 < len(mentions) and _follows(sentence, mention, mentions[number + 1]):
        if _SHIFTED.search(before):
            return None
        return mention.value if "between" not in before[-40:] or _is_next(mention, mentions[number + 1]) else None
    return mention.value


def _follows(sentence: str, first: DateMention, last: DateMention) -> bool:
    """Tell whether two dates are the first and the last day of a stretch."""
    joint = _JOINT.fullmatch(sentence, first.end, last.start)
    opened = _OPENING.search(sentence, 0, first.start)
    return joint is not None and last.precision == "day" and bool(opened or joint[0].strip() != "and")


def _is_next(first: DateMention, last: DateMention) -> bool:
    return first.precision == "day" and _count(last.value) - _count(first.value) == 1


def _begin_night(first: int, last: str) -> str | None:
    """Return the day before the last one where it has the number `first`, None where the stretch is longer."""
    day = date.fromisoformat(last) - timedelta(days=1)
    return day.isoformat() if day.day == first else None


def _count(day: str) -> int:
    return date.fromisoformat(day).toordinal()
