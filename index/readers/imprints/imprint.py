"""The imprint: where in its first lines a document says on which day it was issued.

A full date (day, month, year) is that day where it follows a word for publishing, or stands by itself between the
marks that part the pieces of such a line; a date within a sentence or a title is one that the document tells of.
"""

import re
from calendar import day_name
from collections.abc import Iterator, Sequence
from itertools import islice

from index.article.datelines import OTHER_DAY, has_mark, is_chronicle, is_labelled, tells_event, without_rows
from index.article.particulars import drop_particulars
from index.article.rows import BAR
from index.article.shape import DATE, is_sentence
from index.readers.imprints.outlets import is_outlet, part_line
from index.readers.imprints.sittings import DAY, SITTING

HEAD, LONG, LONGEST = 14, 25, 2000
"""Lines that are looked at, words from which one is a paragraph of the document itself, and characters of one that is
searched."""

_DATED = re.compile(rf"(?:\b(?:{'|'.join(day_name)}),?\s+)?{DATE.pattern}")
_SIGNED = re.compile(r"[-–—]|.*\(@\w+\)")
"""A line that says whose words stand before it, and when: `— Ann Doe (@doe) 3 May 2016`."""

_ISSUED = (
    r"(?:(?:first|originally)\s)?(?:published|issued|posted|printed|released?|filed|submitted|broadcast|aired|circulated"
    r"|accepted|disclosed|dated|delivered|signed)\b"
)
_LABEL = r"date(?:\sof\s(?:this\s\w+|issue|publication|release|report))?\s?:?\s?"
_CHANGED = r"(?:last\s)?(?:updated|edited|changed|modified|revised)\b"
_MARKS = rf"[^\w{DAY}]{{0,3}}"
_START = rf"(?:^{_MARKS}|[.;|·•(\[–—-]{_MARKS}|(?-i:\s(?=[A-Z]))|\s(?=posted\sby\b|last\s))"
_COMMA = rf"[,\"”’]{_MARKS}"
_CLOSE, _LOOSE = rf":?(?:\s\w+){{0,2}}?\s?(?:on\s)?{DAY}", rf"[^.;|\d{DAY}]{{0,60}}?{DAY}"
_ENDS, _GOES_ON = r"(?=[.;|)]|\W*$)", r"(?!,\s(?!last\b|updated\b|by\b|at\b)(?-i:[a-z]))"
_PAPERS = r"judge?ment|release|statement|letter|bulletin|circular|memo(?:randum)?"
_PARTED = rf"[.|{BAR};/·•()\[\]–—]"
_BEFORE, _AFTER = rf"(?:^|{_PARTED}\s*|\s-{{1,2}}\s)", rf"(?:\W*$|\s?{_PARTED}|,?\s-{{1,2}}\s|,\s(?:last|updated)\b)"

_PUBLISHED = re.compile(
    rf"(?:{_START}|{_COMMA})(?:(?:first|originally)\s)?published\b{_CLOSE}{_GOES_ON}(?=\W*$|[.;|)])", re.IGNORECASE
)
"""What goes before any other word for a day of issue, as where a paper was received, accepted and published."""
_IN_PROSE = re.compile(rf"{_START}{_ISSUED}(?:{_CLOSE}|{_LOOSE}{_ENDS})", re.IGNORECASE)
_IN_LINE = re.compile(rf"(?:{_START}|{_COMMA})(?:{_ISSUED}{_LOOSE}{_GOES_ON}|{_LABEL}{DAY})", re.IGNORECASE)
_ALONE = re.compile(
    rf"(?:{_BEFORE}|,\s){DAY}(?:{_AFTER}|,\s(?:\d|[A-Z]|(?:by|at|with|from|edition)\b)|\s(?=[A-Z]|at\s\d))"
)
_ALONE_IN_SENTENCE = re.compile(rf"(?:{_BEFORE}|,\s){DAY}{_AFTER}")
_ALONE_IN_TITLE = re.compile(rf"{_BEFORE}{DAY}(?:\W*$|\s?{_PARTED}|\s-{{1,2}}\s)")
"""In a title a comma does not part a date from what it tells, but beside an outlet: `The storm, 12 March 2014`."""
_BY_ITSELF = (_ALONE, _ALONE_IN_SENTENCE, _ALONE_IN_TITLE)
_MINUTED = re.compile(
    rf"^(?!.*\b(?:approv|confirm|adopt|agreed|sign|next))\W*(?:(?:draft|final|unconfirmed)\s)?minutes\sof\s(?:an?|the)\s[^.;{DAY}]*?\bmeeting\b[^.;{DAY}]*?{DAY}"
    rf"|(?:^(?!.*\b(?:approv|confirm|adopt)).*\bminutes\b.*?|(?:^|[|–—:·]\s*)(?:\w+\s){{0,2}}(?:{_PAPERS})\s(?:of|dated)\s){DAY}"
    r"(?=\s*(?:$|[.,;:|(–—-]))",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"(?:an?\s)?(?:interview|conversation|transcript|letter|statement|speech|remarks|talk)\s(?:of|with|by|from|to)\s[^,|{DAY}]+,\s{DAY}\W*$",
    re.IGNORECASE,
)
"""What was said or written by somebody, and when."""
_KIND = re.compile(rf"(?:\w+\s)?(?:{_PAPERS})\s(?:of|dated)\s{DAY}\W*", re.IGNORECASE)
_COLUMN = re.compile(
    r"(?:^|\s[–—|·-]\s|:\s)(?:[\w&’']+\s){0,2}(?:corrections?|clarifications?|corrigend(?:um|a)|errat(?:um|a)|minutes|newsletter|bulletin|transcript"
    rf"|circular|notice|(?:press|news|media)\srelease)(?:\s(?:no\.?|number)\s?\d+)?,\s{DAY}\W*$",
    re.IGNORECASE,
)
"""A title that only says what a paper or a column of it is, and of which day."""
_LATER = re.compile(_START + _CHANGED + _CLOSE, re.IGNORECASE)
_LATER_LINE = re.compile(rf"\W*{_CHANGED}", re.IGNORECASE)

_RANGE = re.compile(r"(?<![\w/])(?:[12]?\d|3[01])[–-]$|\d\s[^\W\d_]+\.?\s?[–—-]\s?$")
"""What stands before the last day of a time: `1 January – 31 December 2014`."""
_VERB = re.compile(r"\b(?:is|was|are|were|has|have|had|will|would|said|says|found|an?\s\w+\sby)\b", re.IGNORECASE)
"""What makes what stands before a comma the beginning of a sentence."""


def find_issue(lines: Sequence[str], title: str | None) -> str | None:
    """Return the day of issue as it is written, None where the first lines tell none."""
    if is_chronicle(lines):
        return None
    single = without_rows(list(islice(_take_head(lines), HEAD + 1)))[:HEAD]
    head = [drop_particulars(line.replace(DAY, " ")) for line in single if len(line) <= LONGEST and not has_mark(line)]
    dated = [line for line in head if DATE.search(line)]
    short = [line for line in dated if not _is_prose(line)]
    plain = [line for line in short if line.count("|") + line.count(BAR) <= 2 and not _SIGNED.match(line)]
    found = [_find(_PUBLISHED, line) for line in dated]
    found += [_find(_IN_LINE if line in short else _IN_PROSE, line) for line in dated]
    found += [_find(_choose_alone(line, title), line) for line in plain]
    found += [_find(pattern, line) for pattern in (_MINUTED, _SPOKEN, _COLUMN) for line in plain]
    found += [_find(SITTING, line) for line in plain if line != title]
    found += [_find(_LATER, line) for line in dated]
    return next((day for day in found if day), None)


def is_dated_kind(line: str) -> bool:
    """Tell whether a line says only what kind of paper it is and of which day: `Judgment of 3 July 1998`."""
    return _KIND.fullmatch(_DATED.sub(DAY, line)) is not None


def is_dated_column(line: str) -> bool:
    """Tell whether a title only says what a paper or column is and of which day: `Corrections, 3 July 1998`."""
    return _COLUMN.search(_DATED.sub(DAY, line)) is not None


def tells_change(line: str) -> bool:
    """Tell whether a line begins with when the document was changed, whatever else it says."""
    return _LATER_LINE.match(line) is not None


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


def _choose_alone(line: str, title: str | None) -> re.Pattern[str]:
    """Return what finds a date by itself in a line."""
    if line == title and not _names_outlet(line):
        return _ALONE_IN_TITLE
    return _ALONE_IN_SENTENCE if is_sentence(line) else _ALONE


def _names_outlet(line: str) -> bool:
    """Tell whether a line has an outlet and something else beside a day: `Lisk Radio, script, 8 a.m., 9 May 1998`."""
    parts = list(part_line(line))
    return len(parts) > 1 and any(map(is_outlet, parts))


def _find(pattern: re.Pattern[str], line: str) -> str | None:
    """Return the date of a line that a pattern finds where all its dates are marked, unless it is of something else."""
    marked = _DATED.sub(DAY, line)
    match = pattern.search(marked)
    if match is None:
        return None
    place = marked.index(DAY, match.start())
    before = marked[:place]
    opened = marked[: match.start()] if marked[match.start()] == "," else ""
    if OTHER_DAY.search(re.split(r"[.;·(]", before)[-1]) or _RANGE.search(before) or _VERB.search(opened):
        return None
    days = [each[0] for each in _DATED.finditer(line)]
    if pattern in _BY_ITSELF and (tells_event(before, marked[place + 1 :]) or _has_several(line, days)):
        return None
    return days[marked.count(DAY, 0, place)]


def _has_several(line: str, days: Sequence[str]) -> bool:
    """Tell whether a line has several days and no word that says which of them is that of issue."""
    return len(set(days)) > 1 and not is_labelled(line)
