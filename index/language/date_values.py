"""Date values: what day, week, month or year a matched form means, seen from the day of publication."""

import re
from calendar import day_name, month_abbr, month_name
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta
from text_to_num import text2num

from index.language.tenses import find_week, follows_past, is_later, may_be_arranged, points_ahead

Precision = Literal["day", "week", "month", "year"]
DateValue = tuple[str, Precision, bool]
"""ISO value (a week by its first day), precision, and whether publication was needed to resolve it."""

_MONTHS = {name.lower(): n for names in (month_name, month_abbr) for n, name in enumerate(names) if name} | {"sept": 9}
_DAYS = {name.lower(): n for n, name in enumerate(day_name)}
_WEEKS = {"last": -1, "this": 0, "next": 1}
_AHEAD = 90
"""Days that a date without a year may lie ahead where nothing else says that it is to come."""


def resolve_numeric(match: re.Match[str], published: date | None) -> DateValue | None:
    """Resolve 2017-11-08, 8.11.2017, and 25/12/2017 where only one reading is a date."""
    parts = [int(part) for part in re.findall(r"\d+", match["date"])]
    if parts[0] > 31:
        year, month, day = parts
    elif "." in match["date"]:
        day, month, year = parts
    elif (parts[0] > 12) != (parts[1] > 12) or parts[0] == parts[1]:
        day, month, year = max(parts[:2]), min(parts[:2]), parts[2]
    else:
        return None
    return _state_day(year, month, day)


def _state_day(year: int, month: int, day: int, relative: bool = False) -> DateValue | None:
    try:
        return date(year, month, day).isoformat(), "day", relative
    except ValueError:
        return None


def resolve_date(match: re.Match[str], published: date | None) -> DateValue | None:
    """Resolve a day and month, the nearest to publication where no year is given."""
    month, day = _MONTHS[match["month"].rstrip(".").lower()], int(match["day"])
    if match["year"]:
        return _state_day(int(match["year"]), month, day)
    if published is None:
        return None
    found = [_state_day(published.year + n, month, day, True) for n in (-1, 0, 1)]
    days = [date.fromisoformat(each[0]) for each in found if each]
    ahead = points_ahead(match, dated=True)
    if ahead:
        days = [each for each in days if each >= published] or days
    elif follows_past(match):
        days = [each for each in days if each <= published] or days
    elif ahead is False and not may_be_arranged(match):
        days = [each for each in days if (each - published).days <= _AHEAD] or days
    nearest = min(days, key=lambda each: abs(each - published), default=None)
    return (nearest.isoformat(), "day", True) if nearest else None


def resolve_month(match: re.Match[str], published: date | None) -> DateValue | None:
    """Resolve a month, the latest one not after publication where no year is given."""
    month = _MONTHS[match["month"].rstrip(".").lower()]
    if match["year"]:
        return f"{int(match['year']):04}-{month:02}", "month", False
    if published is None:
        return None
    lead = match["lead"].lower()
    year = published.year - (month > published.month)
    if lead == "next" or (lead != "last" and month != published.month and _is_ahead(match, month - published.month)):
        year += 1
    elif lead == "last" and month == published.month:
        year -= 1
    return f"{year}-{month:02}", "month", True


def _is_ahead(match: re.Match[str], months: int) -> bool:
    """Tell whether a month is the coming one; where its clause may be either, the nearer one is meant."""
    future = points_ahead(match, dated=True)
    return 2 * (months % 12) < 12 if future is None else future


def resolve_year(match: re.Match[str], published: date | None) -> DateValue | None:
    """Resolve a year in digits."""
    return match["year"], "year", False


def resolve_weekday(match: re.Match[str], published: date | None) -> DateValue | None:
    """Resolve a weekday: the day of publication or the latest before it, the coming one in the future.

    `later on Wednesday` is told on that Wednesday or just after it, `last Wednesday` later than that.
    """
    if published is None:
        return None
    weekday, lead = _DAYS[match["weekday"].lower()], (match["lead"] or "").lower()
    if not lead and (week := find_week(match)):
        monday = published + timedelta(weeks=_WEEKS[week], days=-published.weekday())
        return (monday + timedelta(days=weekday)).isoformat(), "day", True
    back = (published.weekday() - weekday) % 7
    ahead = -back % 7 or (7 if lead == "next" else 0)
    if _comes(match, lead, back, ahead):
        return (published + timedelta(days=ahead)).isoformat(), "day", True
    back += 7 * (lead == "last" and back <= 1)
    return (published - timedelta(days=back)).isoformat(), "day", True


def _comes(match: re.Match[str], lead: str, back: int, ahead: int) -> bool:
    """Tell whether a weekday is the coming one; where its clause may be either, the nearer one is meant."""
    if lead:
        return lead != "last"
    if back <= 1 and is_later(match):
        return False
    future = points_ahead(match)
    return ahead < back if future is None else future


def resolve_day(match: re.Match[str], published: date | None) -> DateValue | None:
    """Resolve yesterday, today and tomorrow."""
    if published is None:
        return None
    word = match["date"].lower()
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    return (published + timedelta(days=shift)).isoformat(), "day", True


def resolve_span(match: re.Match[str], published: date | None) -> DateValue | None:
    """Resolve last, this or next week, weekend, month or year."""
    if published is None:
        return None
    lead, unit = match["lead"].lower(), match["unit"].lower()
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(lead, 0)
    if unit == "weekend":
        saturday = published + timedelta(days=5 - published.weekday())
        if lead in ("over the", "at the", "during the") and published.weekday() < 4:
            shift = -1
        return (saturday + timedelta(weeks=shift)).isoformat(), "week", True
    return _state_span(published, unit, shift)


def resolve_ago(match: re.Match[str], published: date | None) -> DateValue | None:
    """Resolve a number of days, weeks, months or years before publication."""
    if published is None:
        return None
    word = match["count"].lower()
    count = int(word) if word.isdigit() else 1 if word in ("a", "an") else text2num(word, "en")
    return _state_span(published, match["unit"].lower(), -int(count))


def _state_span(published: date, unit: str, shift: int) -> DateValue | None:
    """Return the day, week, month or year that lies `shift` units from publication."""
    if unit == "day":
        return (published + timedelta(days=shift)).isoformat(), "day", True
    if unit == "week":
        return (
            (published - timedelta(days=published.weekday()) + timedelta(weeks=shift)).isoformat(),
            "week",
            True,
        )
    if unit == "month":
        return (published + relativedelta(months=shift)).isoformat()[:7], "month", True
    return str(published.year + shift), "year", True
