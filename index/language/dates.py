"""Dates: what a text says of when, resolved against the day it was published.

Absolute forms resolve by themselves. Weekdays, `last month`, `two days ago` and dates without a year follow
the usage of news: the most recent one not after publication, or the coming one in a clause about the future.
"""

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.language import date_values, reckonings, weekdays
from index.language.date_values import DateValue, Precision


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in `text[start:end]`; `value` is ISO, a week being given by its first day."""

    start: int
    end: int
    text: str
    value: str
    precision: Precision
    relative: bool
    """Whether the publication date was needed to resolve it."""


MONTH = (
    rf"(?:{'|'.join([*month_name[1:], *(name.upper() for name in month_name[1:])])}"
    rf"|(?:{'|'.join(month_abbr[1:])}|Sept)\b\.?)"
)
"""A month by its name or abbreviation."""

_DAY_NAME = rf"(?:{'|'.join(day_name)})"
_WEEKDAY = rf"(?:(?:{_DAY_NAME}|(?:{'|'.join(day_abbr)}|Tues|Thurs)\.?),?\s+(?:the\s+)?)?"
_DATE = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?(?![\d:%]|[.,]\d)"
_YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)(?!\d|,\d|\.\d|%|s\b|[-–]year)"
_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)"
_EVENTS = r"(?!,?\s(?:(?:terror\w*|2001)\s)?(?:attacks?|riots?|insurrection|committee|hijack\w+|Movement)\b)"


_LEAD = (
    r"(?P<lead>in|since|until|till|last|this|next|during|early|late|mid|through|throughout|from|of|by|before|after"
    r"|for)"
)
_Resolver = Callable[[re.Match[str], date | None], DateValue | None]
_FORMS: tuple[tuple[re.Pattern[str], _Resolver], ...] = (
    (
        re.compile(
            r"(?<![\w.,/-])(?P<date>(?:1\d|20)\d\d([-/.])\d\d?\2\d\d?|\d\d?([/.])\d\d?\3(?:1\d|20)\d\d)(?![\w/-])"
        ),
        date_values.resolve_numeric,
    ),
    (
        re.compile(rf"\b{_WEEKDAY}{_DATE}(?:\s+of)?\s+(?P<month>{MONTH})(?:,?\s+{_YEAR}|{_EVENTS})(?!\w)"),
        date_values.resolve_date,
    ),
    (
        re.compile(rf"\b{_WEEKDAY}(?P<month>{MONTH})\s+{_DATE}(?:\s?,?\s+{_YEAR}|{_EVENTS})(?!\w)"),
        date_values.resolve_date,
    ),
    (re.compile(rf"\b(?P<month>{MONTH})(?:\sof)?,?\s{_YEAR}"), date_values.resolve_month),
    (
        re.compile(
            rf"\b(?i:{_LEAD})[\s-]+(?:the\s(?:start|end|middle|beginning)\sof\s)?(?P<date>(?P<month>{MONTH}))(?P<year>)"
            r"(?!\w|\s?\d|['’]s|\s[A-Z])"
        ),
        date_values.resolve_month,
    ),
    (
        re.compile(
            rf"(?:\b(?i:in|since|until|till|by|from|of|during|before|after|early|late|mid|the|for|to|and|between|through|year|"
            rf"summer|spring|autumn|fall|winter|circa|around|about)[\s-]|\(|\d\d\d\d\s?[-–]\s?)(?P<date>{_YEAR})(?!\w)"
            rf"(?!\s?(?:km|m|ft|kg|people|troops|soldiers|fighters|dollars|euros|pounds|times|miles|met(?:er|re)s|percent|per)\b)"
        ),
        date_values.resolve_year,
    ),
    (
        re.compile(
            r"(?<![\w$€£#/:.,-])(?<!No\.\s)(?P<date>(?P<year>19\d\d|20[0-3]\d))(?!\w|[,.:/-]\d|%)"
            r"(?!\s(?:\w+\s)?[a-z]+s\b|\s(?:people|percent|per|km|m|kg|men|women|children)\b)"
        ),
        date_values.resolve_year,
    ),
    (reckonings.OF_MONTH, reckonings.resolve_of_month),
    (reckonings.BESIDE_ISSUE, reckonings.resolve_beside_issue),
    (
        weekdays.NAMED,
        date_values.resolve_weekday,
    ),
    (
        re.compile(
            r"\b(?P<date>(?i:yesterday|today|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening)))\b(?!['’]s\b)"
        ),
        date_values.resolve_day,
    ),
    (
        re.compile(
            r"\b(?P<lead>(?i:last|past|previous|this|next|coming|(?:over|at|during)\sthe(?=\sweekend)))\s"
            r"(?P<unit>week|weekend|month|year)\b(?!['’-])"
        ),
        date_values.resolve_span,
    ),
    (
        re.compile(rf"\b(?i:{_COUNT})\s(?P<unit>day|week|month|year)s?\sago\b"),
        date_values.resolve_ago,
    ),
)
_LAST = re.compile(rf"last\s{_DAY_NAME}", re.IGNORECASE)
_COUNTED = re.compile(r"\bago\b|\b(?:yesterday|today|tonight|tomorrow|(?:last|this)\s\w+)$", re.IGNORECASE)
_WEEK = 7
_HINT = re.compile(
    rf"\d{{4}}|{_DAY_NAME}|{MONTH}|{reckonings.HINT}|[Tt]o(?:day|night|morrow)|[Yy]esterday|\bago\b|\b(?:[Ll]ast|[Tt]his|[Nn]ext|past|coming|the)\s"
    r"(?:week|month|year|night|morning|afternoon|evening)|\d[./]\d"
)


def find_dates(text: str, published: str | None = None) -> list[DateMention]:
    """Return the dates of a text in order; without an ISO date in `published` only absolute ones resolve."""
    if not _HINT.search(text):
        return []
    day = _read_day(published)
    mentions: list[DateMention] = []
    taken = bytearray(len(text))
    for pattern, resolve in _FORMS:
        for match in pattern.finditer(text):
            start, end = match.span("date") if "date" in pattern.groupindex else match.span()
            if not any(taken[start:end]) and (found := resolve(match, day)):
                mentions.append(DateMention(start, end, text[start:end], *found))
                taken[start:end] = b"x" * (end - start)
    return sorted(mentions, key=lambda mention: mention.start)


def contradict_dates(one: DateMention, other: DateMention) -> bool:
    """Tell whether two dates of one precision cannot be the same.

    What is counted from publication (`yesterday`, `two years ago`) may be one off: papers are written before their day.
    Of which week a `last Thursday` is, reports do not agree.
    """
    if one.precision != other.precision:
        return False
    if abs(_count(one) - _count(other)) == _WEEK and (_LAST.fullmatch(one.text) or _LAST.fullmatch(other.text)):
        return False
    if _COUNTED.search(one.text) or _COUNTED.search(other.text):
        return abs(_count(one) - _count(other)) > 1
    return one.value != other.value


def _count(mention: DateMention) -> float:
    """Return a date as a number of its units."""
    parts = [int(part) for part in mention.value.split("-")]
    if mention.precision in ("day", "week"):
        return date(*parts).toordinal() / (7 if mention.precision == "week" else 1)
    return 12 * parts[0] + parts[1] if mention.precision == "month" else parts[0]


@lru_cache(maxsize=1024)
def _read_day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10].replace("/", "-"))
    except ValueError:
        return None
