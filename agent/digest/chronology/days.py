"""Days of publication: when a report came out, and which reports of a story are its newest."""

from collections.abc import Sequence
from datetime import date

_SHORT = 3
"""Days from the first report to the last up to which a story is of one time."""
_FRESH = 1
"""Days before the last report of a longer story within which another is as new."""


def read_day(published: str | None) -> date | None:
    """Return the day of a publication date (ISO, with a time or without), None where it is no such date."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def spell_short(day: date, last: date) -> str:
    """Return a day as “2 March”, with the year where that is not the year of the last day."""
    return f"{day.day} {day:%B}" if day.year == last.year else f"{day.day} {day:%B} {day.year}"


def find_newest(published: Sequence[str | None]) -> list[bool]:
    """Tell for each report, by its publication date, whether it is new in its story: any is where that is short."""
    days = [read_day(each) for each in published]
    known = [day for day in days if day]
    if not known or (max(known) - min(known)).days <= _SHORT:
        return [True] * len(days)
    return [day is not None and (max(known) - day).days <= _FRESH for day in days]
