"""Moments: sentences that tell of another year or day than the one that a question names.

A sentence's own dates tell it, what `then` means before it, and when its article was issued: what happened on a day is
told by no article of the day before, and `in 1984` not by one of today that never names that year.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from agent.evidence.candidates import Candidate
from agent.evidence.context.anaphora import find_then
from agent.evidence.context.surroundings import list_above, list_below, read_back
from agent.evidence.words.spoken import is_spoken
from agent.evidence.words.verbs import is_inflected
from index.language.dates import DateMention, find_dates
from index.language.terms import split_words

_LIMIT = re.compile(
    r"\b(?:before|after|since|until|till|by|from|to|between|and|than|through|around|about|early|late)\s(?:the\s)?$",
    re.I,
)
"""What stands before a time that only bounds the one asked for."""
_YEAR = re.compile(r"(?<![\w$€£#.,:/-])(?:1[5-9]|20)\d\d(?![\w%]|[.,:/-]\d)")
_DURING = re.compile(r"\b(?:[Ii]n|[Dd]uring)\s$")
_AFTER_TIME = re.compile(
    r"\W*(?:$|[,;?]|(?:in|at|on|to|for|by|from|with|did|was|were|had|how|who|what|which|where)\b)", re.I
)
"""What goes on behind a year that tells when; before a noun it tells which: the 2011 outbreak."""
_COUNTED = re.compile(r"\s(?:[a-z]+\s)?[a-z]+s\b(?<!\bwas)(?<!\bhas)(?<!\bdoes)(?<!\bis)")
"""What goes on behind a number that is no year: the 2000 workers."""
_NEXT = re.compile(
    r"\b(?:following|next|previous|same)\s(?:day|morning|afternoon|evening|night)\b|\b(?:day|night)\s(?:later|earlier|before|after)\b",
    re.IGNORECASE,
)
"""A day told by the distance from another."""
SOME_DAY = "2000-07-01"
"""A day of issue (ISO) of what is known to be issued on none, so that days of a month can be compared."""
_TO_COME = re.compile(r"\b(?:will|shall|would|going\sto|planned|scheduled|due|expected)\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:years?|decades?|centur(?:y|ies)|ago|earlier|later|anniversary)\b", re.IGNORECASE)
"""How a sentence may tell a year that it does not name."""
_PAST = re.compile(r"\b(?:did|was|were|had)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Moment:
    """A year that is asked about, or a day (`day` is ISO).

    `when` tells whether it says when something happened, `of` whether it only says which: the talks of 9 May.
    """

    year: str
    day: str | None
    when: bool
    of: bool = False


def tell_of_other_times(question: str, candidates: Sequence[Candidate], answering: Sequence[bool]) -> list[bool]:
    """Tell which of the sentences that may answer tell of another year or day than the one that a question names."""
    told = [False] * len(candidates)
    if not any(character.isdigit() for character in question):
        return told
    past = _is_past(question)
    for number, candidate in enumerate(candidates):
        asked = _find_moment(question, _find_issue(candidate)) if answering[number] else None
        if asked is not None:
            told[number] = (
                _is_other_day(asked, candidate, past) if asked.day else _is_other_year(asked, candidate, past)
            )
    return told


@lru_cache(maxsize=256)
def _find_moment(question: str, published: str | None) -> _Moment | None:
    """Return the one year or day that a question names, a day without year as seen from a day of issue."""
    found = find_dates(question, published or SOME_DAY)
    days = [each for each in found if each.precision == "day" and re.search(r"\d", each.text)]
    if len(days) == 1 and len(found) == 1 and not _LIMIT.search(question[: days[0].start].removesuffix("on ")):
        day, which = _place(days[0], published), re.search(r"\bof\s(?:the\s)?$", question[: days[0].start])
        return _Moment(day[:4], day, True, which is not None)
    years = [each for each in found if each.precision in ("year", "month") and _YEAR.search(each.text)]
    years = [each for each in years if not _COUNTED.match(question[each.end :])]
    if len(years) != 1 or len(found) != 1 or _LIMIT.search(question[: years[0].start]):
        return None
    when = _DURING.search(question[: years[0].start]) and _AFTER_TIME.match(question, years[0].end)
    return _Moment(years[0].value[:4], None, bool(when))


def _is_past(question: str) -> bool:
    words = split_words(question)
    if _TO_COME.search(question):
        return False
    return bool(_PAST.search(question)) or any(is_inflected(w) and not w.endswith(("s", "ing")) for w in words)


def _is_other_year(asked: _Moment, candidate: Candidate, past: bool) -> bool:
    issued, named = (_find_issue(candidate) or "")[:4], asked.year in _list_years(candidate)
    told = [each.value[:4] for each in _find_times(candidate) if not each.relative or (issued and not named)]
    if asked.year in told or asked.year in candidate.text:
        return False
    if asked.when and told:
        return past or min(told) > asked.year
    if asked.when and find_then(candidate.text) is not None and (before := _find_before(candidate)):
        return before.value[:4] != asked.year
    if not issued or not past or named or _SPAN.search(candidate.text):
        return False
    gap = int(issued) - int(asked.year)
    return gap > (0 if asked.when else 1) or (gap < 0 and asked.when)


def _is_other_day(asked: _Moment, candidate: Candidate, past: bool) -> bool:
    day, issued = asked.day or "", _find_issue(candidate)
    told = [_place(each, issued) for each in _find_times(candidate) if each.precision == "day"]
    if day in told or day in _list_days(candidate.paragraph.text, issued):
        return False
    if told:
        return past and max(told) < day and not (asked.of or _NEXT.search(candidate.text))
    if find_then(candidate.text) is not None and (before := _find_before(candidate)):
        return before.precision != "week" and not day.startswith(before.value)
    return past and issued is not None and issued < day


def _find_issue(candidate: Candidate) -> str | None:
    """Return the day of issue (ISO) of a candidate's article, None where it is not known as a day."""
    try:
        return date.fromisoformat((candidate.paragraph.source.date or "")[:10]).isoformat()
    except ValueError:
        return None


def _list_days(text: str, issued: str | None) -> list[str]:
    return [_place(each, issued) for each in find_dates(text, issued or SOME_DAY)]


def _place(mention: DateMention, issued: str | None) -> str:
    """Return the ISO value of a date; a day without year is that nearest to the day of issue."""
    if not mention.relative or not re.search(r"\d", mention.text) or mention.precision != "day":
        return mention.value
    near = date.fromisoformat(issued or SOME_DAY)
    years = (near + relativedelta(month=1, day=1, years=n) for n in (-1, 0, 1))
    month, day = int(mention.value[5:7]), int(mention.value[8:])
    days = [first + relativedelta(month=month, day=day) for first in years]
    return min(days, key=lambda each: abs((each - near).days)).isoformat()


def _find_times(candidate: Candidate) -> Iterator[DateMention]:
    """Yield the dates of a sentence but those at which something was only said."""
    for each in find_dates(candidate.text, _find_issue(candidate) or SOME_DAY):
        if not is_spoken(candidate.text, each.start, each.end):
            yield each


def _find_before(candidate: Candidate) -> DateMention | None:
    """Return the date that stands last in the sentences before one, else None."""
    issued = _find_issue(candidate)
    found = (find_dates(text, issued) for text in read_back(candidate))
    return next((dates[-1] for dates in found if dates), None)


def _list_years(candidate: Candidate) -> frozenset[str]:
    """Return the years that an article names or means up to the paragraph behind a candidate's."""
    below = list_below(candidate)[:1]
    texts = (candidate.paragraph.source.title, *list_above(candidate), candidate.paragraph.text, *below)
    return _read_years(texts, _find_issue(candidate))


@lru_cache(maxsize=256)
def _read_years(texts: tuple[str, ...], issued: str | None) -> frozenset[str]:
    named = {match[0] for text in texts for match in _YEAR.finditer(text)}
    return frozenset(named | {each.value[:4] for text in texts for each in find_dates(text, issued)})
