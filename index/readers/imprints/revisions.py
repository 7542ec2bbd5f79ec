"""Revisions: the later day as of which a document is, where it says so itself."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from index.article.shape import DATE
from index.language.dates import MONTH, find_dates
from index.readers.imprints.masthead import parse_date

_CHANGED = r"last\s(?:updated|edited|changed|modified|revised|reviewed)\b"
HINT = re.compile(_CHANGED, re.IGNORECASE)
"""What every text has that says when it was last changed."""
_DAY = "\x00"
"""Stands in a line for its dates: no document has it."""
_KEPT_UP = "page|article|entry|document|guide|guidance|information|content|text|version|leaflet|date"
_SUBJECT = rf"(?:(?:this|the)\s)?(?:web\s?)?(?:{_KEPT_UP})"
_TIME = r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?"
_BETWEEN = rf"[^.;|\d{_DAY}]"
_LATER = re.compile(
    rf"^(?:[^{_DAY}]{{0,40}}{_DAY}[\W\d]{{1,12}}(?:(?:[ap]m|[a-z]{{1,3}}t)\W{{1,4}})?|\W*)(?:{_SUBJECT}\s)?(?:(?:was|is|has\sbeen)\s)?"
    rf"{_CHANGED}{_BETWEEN}{{0,30}}?(?:{_TIME}{_BETWEEN}{{0,15}}?)?(?P<day>{_DAY})",
    re.IGNORECASE,
)
"""In a line of its own, or behind the day on which it was published."""
_ANNOUNCED = re.compile(rf"\W*(?:{_SUBJECT}\s)?{_CHANGED}\W*(?:on\W*)?", re.IGNORECASE)
_LONGEST, _LEAD, _HEAD, _FOOT = 150, 8, 14, 3
"""Characters of such a line, paragraphs of a report that say from which day its days are counted, paragraphs at the
beginning and at the end of a document."""
_MONTH = re.compile(MONTH)


def list_ends(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs of a document among which it stands when it was last changed."""
    return (*paragraphs[:_HEAD], *paragraphs[-_FOOT:])


def find_revision(lines: Sequence[str]) -> str | None:
    """Return the one day (ISO) on which some lines say that their document was last changed."""
    short = [line for line in lines if len(line) <= _LONGEST]
    announced = [f"{line} {day}" for line, day in pairwise(short) if _ANNOUNCED.fullmatch(line) and DATE.search(day)]
    days = {day for line in (*short, *announced) if HINT.search(line) and (day := _read(line))}
    # Those of other documents stand under links to them.
    return days.pop() if len(days) == 1 else None


def _read(line: str) -> str | None:
    marked = DATE.sub(_DAY, line.replace(_DAY, " "))
    match = _LATER.match(marked)
    if match is None:
        return None
    return parse_date([each[0] for each in DATE.finditer(line)][marked.count(_DAY, 0, match.start("day"))])


def choose_day(published: str | None, revised: str | None, body: Iterable[str]) -> str | None:
    """Return the day as of which a document is: that of its publication, or the later one of its last change.

    What is kept up, a page of an authority or of an encyclopedia, says what was so when it was last changed: its
    figures are newer than those of a report that was published between. A report stays that of its day, whatever was
    added to it hours or days later, as its weekdays and `yesterday` are counted from that; it is known by them. So a
    mere `Updated`, as every news page has it, says nothing here, and neither does what a page states for machines only,
    which changes with its layout.
    """
    if not published or not revised or revised <= published:
        return published
    counts = (mention for text in islice(body, _LEAD) for mention in find_dates(text, published))
    reports = any(
        each.relative and each.precision in ("day", "week") and not _MONTH.search(each.text) for each in counts
    )
    return published if reports else revised
