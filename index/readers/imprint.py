"""The imprint: where in its first lines a document says on which day it was issued.

A full date (day, month, year) is that day where it follows a word for publishing, or stands by itself between the
marks that part the pieces of such a line; a date within a sentence or a title is one that the document tells of.
"""

import re
from calendar import day_name
from collections.abc import Iterator, Sequence
from itertools import islice

from index.shape import DATE, OTHER_DAY, dateline, is_sentence

HEAD, LONG, LONGEST = 14, 25, 2000
"""Lines that are looked at, words from which one is a paragraph of the document itself, and characters of one that is
searched."""

_DAY = "\x00"
"""Stands in a line for its dates: no document has it."""

_DATED = re.compile(rf"(?:\b(?:{'|'.join(day_name)}),?\s+)?{DATE.pattern}")
_SIGNED = re.compile(r"[-–—]|.*\(@\w+\)")
"""A line that says whose words stand before it, and when: `— Ann Doe (@doe) 3 May 2016`."""

_CHRONICLE = 3
"""Lines that are dates beyond which none of them is the day of issue."""

_ISSUED = (
    r"(?:(?:first|originally)\s)?(?:published|issued|posted|printed|released?|filed|submitted|broadcast|aired|circulated"
    r"|accepted|disclosed|dated|delivered|signed|date(?:\sof\s(?:this\s\w+|issue|publication|release|report))?)"
)
_CHANGED = r"(?:last\s)?(?:updated|edited|changed|modified|revised)"
_OPENING = r"(?:^|[.,;|·•(\[–—\"”’-]\W*|(?-i:\s(?=[A-Z]))|\s(?=posted\sby\b|last\s))"
_CLOSE, _LOOSE = rf"\b:?(?:\s\w+){{0,2}}?\s?(?:on\s)?{_DAY}", rf"\b[^.;|\d{_DAY}]{{0,60}}?{_DAY}"
_PAPERS = r"judge?ment|release|statement|letter|bulletin|circular|memo(?:randum)?"
_IN_PROSE = re.compile(
    rf"{_OPENING}{_ISSUED}(?:{_CLOSE}|{_LOOSE}(?=[.;|)]|\W*$))",
    re.IGNORECASE,
)
_IN_LINE = re.compile(rf"{_OPENING}{_ISSUED}{_LOOSE}(?!,\s(?!last\b|updated\b|by\b|at\b)(?-i:[a-z]))", re.IGNORECASE)
_MINUTED = re.compile(rf"\b(?:minutes\b.*|(?:{_PAPERS})\s(?:of|dated)\s){_DAY}", re.IGNORECASE)
_LATER = re.compile(_OPENING + _CHANGED + _CLOSE, re.IGNORECASE)
_PARTED = r"[.|;/·•()\[\]–—]"
_ALONE = re.compile(
    rf"(?:^|{_PARTED}\s*|\s-{{1,2}}\s|,\s){_DAY}"
    rf"(?:\W*$|\s?{_PARTED}|,?\s-{{1,2}}\s|,\s(?:\d|[A-Z]|(?:last|updated|by|at|with|from|edition)\b)|\s(?=[A-Z]|at\s\d))"
)
_ALONE_IN_TITLE = re.compile(rf"(?:^|{_PARTED}\s*|\s-{{1,2}}\s){_DAY}(?:\W*$|\s?{_PARTED}|\s-{{1,2}}\s)")
"""In a title a comma does not part a date from what it tells: `The storm, 12 March 2014`."""


def find_issue(lines: Sequence[str], title: str | None) -> str | None:
    """Return the day of issue as it is written, None where the first lines tell none."""
    if sum(1 for line in lines[:80] if dateline(line)) > _CHRONICLE:
        return None
    head = [line for line in islice(_take_head(lines), HEAD) if len(line) <= LONGEST and DATE.search(line)]
    prose = {line for line in head if _is_prose(line)}
    for line in head:
        if day := _find(_IN_PROSE if line in prose else _IN_LINE, line):
            return day
    plain = [line for line in head if line.count("|") <= 2 and not (OTHER_DAY.search(line) or _SIGNED.match(line))]
    short = [line for line in plain if line not in prose]
    found = [_find(_ALONE_IN_TITLE if line == title else _ALONE, line) for line in short]
    found += [_find(_MINUTED, line) for line in short] + [_find(_LATER, line) for line in head]
    return next((day for day in found if day), None)


def _take_head(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines up to the second paragraph of the document itself."""
    paragraphs = 0
    for line in lines:
        paragraphs += _is_prose(line)
        if paragraphs > 1:
            return
        yield line


def _is_prose(line: str) -> bool:
    return len(line) > LONGEST or (is_sentence(line) and len(line.split()) >= LONG)


def _find(pattern: re.Pattern[str], line: str) -> str | None:
    """Return the date of a line that a pattern finds where all its dates are marked."""
    marked = _DATED.sub(_DAY, line)
    match = pattern.search(marked)
    return (
        match and [each[0] for each in _DATED.finditer(line)][marked.count(_DAY, 0, marked.index(_DAY, match.start()))]
    )
