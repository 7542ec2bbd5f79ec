"""Reckonings: days as old papers give them, by the month or the weekday of the issue.

The 3rd inst. is of the month of publication, ult. of the one before, prox. of the next; Tuesday last and Thursday
next lie on either side of publication, Monday week a week behind the coming Monday.
"""

import re
from calendar import day_name, month_name
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from index.language.date_values import DateValue

_DAY_NAME = rf"(?:{'|'.join(day_name)})"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_MONTHS = {"inst": 0, "ult": -1, "prox": 1}

OF_MONTH = re.compile(
    rf"\b(?:{_DAY_NAME}{_PART},?\s(?:(?:last|next),?\s)?)?(?:the\s)?(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th|d)\s"
    r"(?:of\s(?:the\s)?)?(?P<of>inst|ult|prox)(?:ant|imo)?\b\.?"
)
"""Monday, the 3rd inst."""
BESIDE_ISSUE = re.compile(
    rf"\b(?P<weekday>{_DAY_NAME}){_PART},?\s(?P<which>last|next(?!\s(?:to|door)\b)|week)"
    r"(?=\s*(?:$|[^\w\s'’-]|[-–—]\W)|\s(?:at|in|on|of|for|by|to|from|with|and|but|when|where|while|as|before|after|between|"
    rf"near|under|through|into|over|the|an?|he|she|it|they|we|I|his|her|their|our)\b|\s(?!(?:{'|'.join(month_name[1:])})\b)[A-Z])"
)
"""Tuesday last, Thursday next, Monday week; not Sunday last year, Friday next to the river."""
HINT = r"\b(?:inst|ult|prox)"
"""What nothing but such a reckoning has."""


def resolve_of_month(match: re.Match[str], published: date | None) -> DateValue | None:
    """Resolve a day of the month of publication, or of the one before or behind it."""
    if published is None:
        return None
    month = published.replace(day=1) + relativedelta(months=_MONTHS[match["of"]])
    try:
        return month.replace(day=int(match["day"])).isoformat(), "day", True
    except ValueError:
        return None


def resolve_beside_issue(match: re.Match[str], published: date | None) -> DateValue | None:
    """Resolve a weekday before or behind the day of publication, which is never that day."""
    if published is None:
        return None
    weekday = list(day_name).index(match["weekday"])
    if match["which"] == "last":
        return (published - timedelta(days=(published.weekday() - weekday) % 7 or 7)).isoformat(), "day", True
    ahead = (weekday - published.weekday()) % 7 or 7
    return (published + timedelta(days=ahead + 7 * (match["which"] == "week"))).isoformat(), "day", True
