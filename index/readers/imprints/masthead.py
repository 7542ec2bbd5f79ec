"""What the first lines of a document say of it: title, publisher, publication date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise

from index.article.credits import is_caption, is_credit, lead_agency
from index.article.datelines import dateline, is_chronicle, is_labelled, say_beside, without_rows
from index.article.particulars import is_particular
from index.article.rows import is_row
from index.article.shape import find_date, is_item, is_sentence, label, words
from index.readers.imprints.imprint import find_issue, is_dated_kind, tells_change
from index.readers.imprints.outlets import is_beside, tells_outlet
from index.readers.imprints.publishers import find_publisher, is_running_head

_HEAD = 12
_HEADING = 14
"""Words of a heading in capitals at most."""
_KEPT = 1024  # dates, as several rules ask the same of one line
_DEFAULTS = (datetime(2000, 1, 1), datetime(2003, 7, 16))
_ENGLISH = re.compile(r"\b(?:january|february|march|may|june|july|august|october|december)\b", re.IGNORECASE)
_YEAR, _MONTH, _DAY = r"((?:1[6-9]|20)\d\d)", r"([01]\d)", r"([0-3]\d)"
_ISO_NAMES = (
    re.compile(rf"(?<!\d){_YEAR}[-_.]{_MONTH}[-_.]{_DAY}(?!\d)"),
    re.compile(rf"(?<![^\W_]){_YEAR}{_MONTH}{_DAY}(?![^\W_])"),
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_STAMPED = re.compile(rf"\W?{_YEAR}-{_MONTH}-{_DAY}[T ]\d\d:\d\d\S*\s+\S")
"""An entry of a log, which is no heading."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """Title, publisher and ISO date as far as the first lines tell them."""

    title: str | None
    publisher: str | None
    date: str | None


def read_masthead(paragraphs: Sequence[str], known: str = "") -> Masthead:
    """Return what the first paragraphs say; a publisher only where an agency or a label is evident.

    `known` is the title where the file itself tells it.
    """
    head = [paragraph for paragraph in paragraphs[:_HEAD] if len(paragraph) <= 5000]
    labels = dict(found for line in head[:6] if not is_row(line) and (found := label(line)))
    publisher = next((labels[key] for key in ("publisher", "outlet", "publication", "source") if key in labels), None)
    given = known or labels.get("title") or labels.get("headline")
    publisher = publisher or find_publisher(head, given or _title(head) or "")
    untitled = [line for line in head if line != publisher and not (find_date(line) and tells_outlet(line, publisher))]
    other = None if given == publisher else given
    title = other or _title(untitled) or given or _title(head) or _dated_title(head)
    rest = [line for line in head if line != title]
    published = parse_date(labels.get("published") or labels.get("date")) or _date(rest, paragraphs)
    published = published or parse_date(find_issue(paragraphs, title)) or _date(rest, paragraphs, changed=True)
    return Masthead(title or next(filter(is_running_head, head), None), publisher, published)


def find_iso(name: str) -> str | None:
    """Return the day in the name of a file that has one as a number: `release_2025-05-09`, `20250509_notes`."""
    found = (match for pattern in _ISO_NAMES if (match := pattern.search(name)))
    return next((day for match in found if (day := parse_date("-".join(match.groups())))), None)


def parse_date(text: str | None) -> str | None:
    """Return a full date in ISO form, whatever its language; None where day, month or year is missing."""
    if not text or not (written := find_date(text)):
        return None
    try:
        if match := _ISO.match(written):
            return date(*(int(part) for part in match.groups())).isoformat()
    except ValueError:
        return None
    return _parse_named(written)


@lru_cache(maxsize=_KEPT)
def _parse_named(written: str) -> str | None:
    """Parse a date with a month's name: English by dateutil, others by the much slower dateparser."""
    from dateutil import parser

    plain = re.sub(r"\bof\b", " ", written)
    try:
        # What is missing is taken from the default: a date that differs with it is not whole.
        days = {parser.parse(plain, default=default).date().isoformat() for default in _DEFAULTS}
        return days.pop() if len(days) == 1 else None
    except (ValueError, OverflowError):
        # An English date that does not exist is in no other language a date either.
        if _ENGLISH.search(written):
            return None
    import dateparser

    found = dateparser.parse(written, settings={"STRICT_PARSING": True})
    return found.date().isoformat() if found else None


def _title(head: Sequence[str]) -> str | None:
    """Return the first line if it is like a title: not a sentence, not a list or table, not a byline or date."""
    for line in without_rows(head[:5])[:4]:
        if is_beside(line) or is_dated_kind(line) or is_running_head(line):
            continue
        if is_row(line) or _STAMPED.match(line):
            return None
        plain = not is_item(line) and not is_caption(line) and not is_credit(line)
        if plain and _is_old_heading(line):
            return line
        stopped = line.endswith((".", ";", ",", ":", "。")) or len(line) > 200 or not words(line)
        return None if stopped or not plain or (is_sentence(line) and not line.endswith(("?", "!"))) else line
    return None


def _is_old_heading(line: str) -> bool:
    """Tell whether a line in capitals is a heading that ends with a stop, as printers set them: `FIRE AT THE MILL.`"""
    return line.isupper() and line.endswith(".") and not find_date(line) and 2 <= len(words(line)) <= _HEADING


def _dated_title(head: Sequence[str]) -> str | None:
    """Return the first line where it names more than a day and the text follows at once: `Storm, 12 March 2014`."""
    if len(head) < 2 or not is_sentence(head[1]) or is_running_head(head[0]):
        return None
    return head[0] if dateline(head[0]) and not is_labelled(head[0]) and words(say_beside(head[0])) else None


def _date(head: Sequence[str], paragraphs: Sequence[str], changed: bool = False) -> str | None:
    """Return the day of the first dateline, of those that say when the document was `changed` or of the others."""
    single = without_rows(head)
    dated = [(line, written) for line in single if (written := dateline(line))]
    if not dated:
        return next((parse_date(line[:60]) for line in single if lead_agency(line) and find_date(line[:60])), None)
    if is_chronicle(paragraphs):
        return None
    return next((parse_date(written) for line, written in dated if tells_change(line) is changed), None)


def list_imprint(paragraphs: Sequence[str], published: str | None, publisher: str | None = None) -> frozenset[str]:
    """Return the first lines that say nothing but who published the document and when, which is told beside the text.

    Where no one day is told (`published` is None or empty) lines with a day stay.
    A line of another day stays, unless it has a word for publishing.
    """
    head = without_rows(paragraphs[:_HEAD])
    told = {line for line in head if tells_outlet(line, publisher) and not find_date(line)}
    if not published or is_chronicle(paragraphs):
        return frozenset(told)
    for line in head:
        written = dateline(line)
        labelled = written is not None and is_labelled(line)
        if labelled or ((written or tells_outlet(line, publisher)) and parse_date(line) == published):
            told.add(line)
    beside = [line for pair in (*pairwise(head), *pairwise(head[::-1])) if pair[0] in told for line in pair[1:]]
    return frozenset(told | set(filter(is_particular, beside)))
