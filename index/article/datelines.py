"""Datelines: lines that say on which day a document was issued, and lines of days on which something else was.

A day of issue stands by itself, after a word for publishing, or beside who or where it was issued. Rows of a table,
items of a list and days with a label of their own (`Closed 2 May 1944`) are what the document tells.
"""

import re
from calendar import day_name
from collections.abc import Sequence
from functools import lru_cache

from index.article.credits import agency, is_byline
from index.article.particulars import drop_particulars
from index.article.rows import BAR, is_row, read_row
from index.article.shape import DATE, find_date, has_address, is_item, is_sentence, words
from index.language.dates import MONTH

OTHER_DAY = re.compile(
    r"\b(?:closing|closes?|deadline|due|until|till|expir\w+|valid|opens?|opening|starts?|begins?|ends?|born|died|effective"
    r"|next|birth|force)\b",
    re.IGNORECASE,
)
"""Words for a day that is not that of publication."""

_KEPT = 4096
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_ISSUED = re.compile(
    r"\b(?:published|updated|posted|issued|disclosed|released|modified|filed|created)\b", re.IGNORECASE
)
_REST = re.compile(
    rf"\b(?:for\simmediate\srelease|(?:press|news|media)\srelease|release\sof|first|last|published|updated|posted|issued|released|modified|filed|created|date|time|on|at"
    rf"|the|am|pm|a\.m\.?|p\.m\.?"
    rf"|e[sd]?t|gmt|utc|bst|(?-i:[A-Z]{{1,3}}T)|hrs?|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
    rf"|t?\d{{1,2}}[:.]\d\d(?::\d\d(?:\.\d+)?)?(?:[ap]m|z|[+-]\d\d:?\d\d)?)\b|(?:{_MONTHS})\b",
    re.IGNORECASE,
)
"""What may stand beside the date of issue without saying anything else."""
_DONE = re.compile(r"(?:\w{3,}ed|built|begun|bought|found|laid|lost|made|sold|sunk|won)\b", re.IGNORECASE)
"""A word for what was done on a day."""
_ENTRY = re.compile(
    rf"(?:{'|'.join(day_name)}),?\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?)\W*",
    re.IGNORECASE,
)
"""A day over an entry of a diary, whose year stands over the first."""
_BEGUN = re.compile(
    rf"\W{{0,2}}(?:(?:{'|'.join(day_name)}),?\s)?{DATE.pattern}(?:,[^.:]{{1,40}})?"
    r"(?:(?:,?\s|T)\d{1,2}[:.]\d\d\S*|[.:]|\s[–—-])\s+(?=\S)",
    re.IGNORECASE,
)
"""The day, with the hour, that an entry of a log or a diary begins with: `3 May 1944. Fog all day.`"""
_SIGNED = re.compile(r"\.\s+([Bb]y\s.+?)[.\s]*$")
"""Who wrote, behind the day and its stop: `14 May 2026, 07:12. By Ann Lee`."""
_PARTED = re.compile(r"[,|·•()\[\]/–—-]\s*$")
_BAR = re.compile(rf"\s*[|{BAR}]\s*")
_LONGEST, _FIRST, _MANY, _NAMED, _ENTRIES = 150, 80, 3, 2, 2
"""Characters of a dateline, lines that may make a chronicle, datelines beyond which they do, words beside the date,
days with a text of their own."""
_DENSE, _DENSER = 0.3, 0.5
"""Share of the lines of a diary that a day begins, and where there are but two days."""


@lru_cache(maxsize=_KEPT)
def dateline(line: str) -> str | None:
    """Return the full date of a line that says little more than when it was published, else None."""
    if len(line) > _LONGEST or not _YEAR.search(line) or has_mark(line):
        return None
    line = drop_particulars(line)
    if not (match := DATE.search(line)):
        return None
    if (signed := _SIGNED.search(line, match.end())) and is_byline(signed[1]):
        line = line[: signed.start()]
    rest = DATE.sub(" ", line)
    if OTHER_DAY.search(rest):
        return None
    if is_byline(rest.strip(" |,-–—·•")):
        return match[0]
    labelled = _ISSUED.search(rest) is not None
    if not labelled and len({each[0] for each in DATE.finditer(line)}) > 1:
        return None
    lead, tail = say_beside(line[: match.start()]), say_beside(line[match.start() :])
    beside = [*words(lead), *words(tail)]
    if len(beside) > _NAMED or tells_event(lead, tail):
        return None
    return match[0] if not beside or labelled or _is_parted(lead, tail) else None


def say_beside(part: str) -> str:
    """Return what a part of a line says besides dates, times, words for publishing and the address of a site."""
    plain = " ".join(word for word in DATE.sub(" ", part).split() if not has_address(word.lower()))
    return _REST.sub(" ", plain)


def _is_parted(lead: str, tail: str) -> bool:
    """Tell whether a mark stands between a date and the words beside it, all of them names."""
    if not all(word[0].isupper() for word in words(lead + tail)):
        return False
    return (not words(lead) or bool(_PARTED.search(lead))) and (not words(tail) or tail.strip()[0] in ",|·•([/–—-")


def has_mark(line: str) -> bool:
    """Tell whether a line is an item of a list; `9. Mai 2025` is none."""
    return is_item(line) and not DATE.match(line) and (line[0] not in "·|" or line.endswith("|"))


def tells_event(lead: str, tail: str) -> bool:
    """Tell whether what stands before or after a date says what was done on that day: `Closed | `, `, launched`."""
    last, first = words(lead)[-1:], words(tail)[:1]
    if any(_DONE.fullmatch(word) for word in last + first):
        return True
    cells = [cell for cell in _BAR.split(lead) if cell] if lead.rstrip().endswith(("|", BAR)) else []
    return len(cells) == 1 and len(words(cells[0])) == 1 and not (agency(cells[0]) or has_address(cells[0].lower()))


def is_labelled(line: str) -> bool:
    """Tell whether a line has a word for publishing."""
    return _ISSUED.search(line) is not None


def is_chronicle(lines: Sequence[str]) -> bool:
    """Tell whether the days in a document are headings of what it tells, so that none is the day of issue."""
    first = lines[:_FIRST]
    if _is_diary(first):
        return True
    dated = [(place, day) for place, line in enumerate(first) if (day := dateline(line))]
    opening = {day for place, day in dated if not is_labelled(first[place]) and _opens_prose(first, place)}
    if opening and len(opening) < _ENTRIES:
        opening |= {line for place, line in enumerate(first) if _ENTRY.fullmatch(line) and _opens_prose(first, place)}
    return len(dated) > _MANY or len(opening) >= _ENTRIES


def _is_diary(lines: Sequence[str]) -> bool:
    """Tell whether a good part of the lines from the first with a day on begin with one: a log, a diary."""
    begun = {place: day for place, line in enumerate(lines) if (day := _begin_entry(line))}
    days = len(set(begun.values()))
    if days < _ENTRIES:
        return False
    start = min(begun)
    dense = len(begun) >= (_DENSE if days > _ENTRIES else _DENSER) * (len(lines) - start)
    return dense and not any(dateline(line) or (DATE.search(line) and is_sentence(line)) for line in lines[:start])


def _begin_entry(line: str) -> str | None:
    """Return the day that a line begins with and tells something of, None where it says who wrote or when."""
    match = _BEGUN.match(line)
    if match is None or is_labelled(line[:_LONGEST]) or is_byline(line[match.end() :]):
        return None
    return find_date(match[0])


def _opens_prose(lines: Sequence[str], place: int) -> bool:
    return place + 1 < len(lines) and is_sentence(lines[place + 1])


def without_rows(lines: Sequence[str]) -> list[str]:
    """Return the lines, those that are rows of a table emptied: a neighbour has the same heads, or as many bars.

    No row puts a date into one cell with a word for publishing, unless that heads its column.
    """
    heads, bars = list(map(_list_heads, lines)), list(map(_count_bars, lines))
    rows = [_is_alike(heads, place) or _is_alike(bars, place) for place in range(len(lines))]
    return ["" if row else line for row, line in zip(rows, lines, strict=True)]


def _is_alike(found: Sequence[object], place: int) -> bool:
    """Tell whether a neighbour has the same, if there is anything."""
    return bool(found[place]) and found[place] in (*found[max(0, place - 1) : place], *found[place + 1 : place + 2])


def _list_heads(line: str) -> tuple[str, ...]:
    heads = tuple(cell.head for cell in read_row(line)) if is_row(line) else ()
    return heads if any(heads) else ()


def _count_bars(line: str) -> int:
    if "|" not in line and not is_row(line):
        return 0
    telling = any(is_labelled(cell) and DATE.search(cell) for cell in _BAR.split(line))
    return 0 if telling else len(_BAR.findall(line))
