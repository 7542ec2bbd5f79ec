"""Certainty: whether the day that a date of a sentence was resolved to is surely the one that is meant.

A wrong day is worse than none: what may be of two weeks, and what somebody quoted calls today, has no day.
"""

import re
from calendar import day_name
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agent.digest.statements.context import drop_dateline, drop_number
from index.language.dates import DateMention, find_dates
from index.source import Paragraph

_NOW = re.compile(
    r"(?:yesterday|to(?:day|night|morrow)|(?:last|this)\s(?:night|morning|afternoon|evening))", re.IGNORECASE
)
"""Days that are counted from when somebody speaks."""
_LAST = re.compile(rf"[Ll]ast\s(?P<weekday>{'|'.join(day_name)})")
_OPEN = re.compile(r"“[^”]*$|‘(?:[^’]|’(?=\w))*$")
_NEAR, _OVER = 4, 2
"""Days after a weekday on which the last one may be that of a week before: of the same week, and of the one before."""
_HEAD = 3
"""Paragraphs of a report in which its dateline stands."""
_EVE = 2
"""Days before publication on which a report may have been written."""


def find_written(body: Sequence[Paragraph]) -> str | None:
    """Return the day (ISO) on which a report was written: that of its dateline, or else of its publication."""
    published = body[0].source.date if body else None
    for line in (_cut_dateline(paragraph.text)[1] for paragraph in body[:_HEAD]):
        for mention in () if line.rstrip().endswith(":") else find_dates(line, published):  # that is of a picture
            if _is_eve(mention, published):
                return mention.value
    return published


def count_from(mention: DateMention, published: str | None, written: str | None) -> DateMention:
    """Return a date, where it is today or yesterday counted from the day on which its report was written."""
    issued, day = _read_day(published), _read_day(written)
    if not (issued and day and _NOW.fullmatch(mention.text)):
        return mention
    return replace(mention, value=(date.fromisoformat(mention.value) + (day - issued)).isoformat())


def is_dateline(sentence: str, mention: DateMention, published: str | None) -> bool:
    """Tell whether a date stands in the dateline that a sentence opens with: when a report was written is no event."""
    number, line = _cut_dateline(sentence)
    return len(number) <= mention.start and mention.end <= len(number + line) and _is_eve(mention, published)


def is_certain(sentence: str, mention: DateMention, published: str | None) -> bool:
    """Tell whether a date of a sentence is surely the day that is meant; `published` is the day of its report."""
    if _NOW.fullmatch(mention.text):
        return not _is_quoted(sentence, mention)
    last, day = _LAST.fullmatch(mention.text), _read_day(published)
    return last is None or day is None or _is_of_one_week(day.weekday(), list(day_name).index(last["weekday"]))


def _cut_dateline(text: str) -> tuple[str, str]:
    """Return the number of a list that a text opens with, and the dateline behind it, each empty where it has none."""
    begun, rest = len(text) - len(drop_number(text)), len(text) - len(drop_dateline(text))
    return text[:begun], text[begun:rest]


def _is_eve(mention: DateMention, published: str | None) -> bool:
    """Tell whether a date is the day of publication, or just before it."""
    issued = _read_day(published)
    told = date.fromisoformat(mention.value) if mention.precision == "day" else None
    return issued is not None and told is not None and 0 <= (issued - told).days <= _EVE


def _is_quoted(sentence: str, mention: DateMention) -> bool:
    before = sentence[: mention.start]
    return before.count('"') % 2 == 1 or _OPEN.search(before) is not None


def _is_of_one_week(weekday: int, last: int) -> bool:
    """Tell whether the last day of a name can be but one, seen from a weekday (both counted from Monday)."""
    back = (weekday - last) % 7
    return back == 0 or back > (_NEAR if last < weekday else _OVER)


def _read_day(day: str | None) -> date | None:
    try:
        return date.fromisoformat((day or "")[:10])
    except ValueError:
        return None
