"""Eras: of which year a day without one is, in a report whose matter is of another year than its publication.

A report looks back where its title names one past year and nothing in it is of the days of its publication.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from agent.digest.statements.polarity import has_finite_verb
from agent.verify.conflict.assertions import Assertion, read_assertion
from index.language.dates import MONTH, DateMention, find_dates
from index.language.sentences import split_sentences
from index.source import Paragraph, Source

_FRESH = timedelta(days=31)
"""Around publication: a day so near may be of the year of publication whatever else is told."""
_YEAR = re.compile(r"(?<![\d.,£$€-])(?:1[5-9]|20)\d\d(?![\d,%]|\.\d|[-–]\d)")
_MONTH = re.compile(MONTH)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_OF_ITS_WEEK = re.compile(r"\bthe\s$")
"""A weekday of the week that is told of: on the Monday."""
_JOINED = re.compile(r"[^.,;:()“”\"]{0,80}")


@dataclass(frozen=True, slots=True)
class Era:
    """The days of a report: when it was published, and the past year that it is about (None: its own time)."""

    published: str | None
    year: int | None = None

    def find_days(self, sentence: str) -> list[DateMention]:
        """Return the dates of a sentence, those that may be of several years left out."""
        found: list[DateMention] = []
        for mention in find_dates(sentence, self.published):
            before = found[-1] if found else None
            placed = self._place(mention, before, sentence[before.end : mention.start] if before else "")
            found += [placed] if placed else []
        return found

    def _place(self, mention: DateMention, before: DateMention | None, between: str) -> DateMention | None:
        """Return a date of its year, None where that is not known; `before` is the date before it in the sentence."""
        issued = _read_day(self.published)
        if not (issued and lacks_year(mention)):
            return None if self.year and mention.relative and mention.precision == "day" else mention
        fresh = abs(date.fromisoformat(mention.value) - issued) <= _FRESH
        if before and _is_full(before) and _JOINED.fullmatch(between):
            dated = _set_year(mention, int(before.value[:4]) + (mention.value[5:] < before.value[5:]))
            return mention if fresh or not dated or dated.value > issued.isoformat() else dated
        if self.year is None:
            return mention
        return None if fresh else _set_year(mention, self.year)


def read_eras(paragraphs: Iterable[Paragraph]) -> dict[int, Era]:
    """Return the era of every source by its id; the paragraphs of one stand together."""
    bodies = [list(body) for _, body in groupby(paragraphs, key=lambda paragraph: paragraph.source.id)]
    return {body[0].source.id: read_era(body[0].source, [paragraph.text for paragraph in body]) for body in bodies}


def read_era(source: Source, texts: Iterable[str]) -> Era:
    """Return the era of a source of which the texts of the paragraphs are given."""
    return Era(source.date, find_year(source, texts))


def read_statement(sentence: str, era: Era) -> Assertion:
    """Return a sentence taken apart, its days in the years that its report is about."""
    assertion = read_assertion(sentence, era.published)
    dates = tuple(era.find_days(assertion.said)) if any(map(lacks_year, assertion.dates)) else assertion.dates
    return assertion if dates == assertion.dates else replace(assertion, dates=dates)


def find_year(source: Source, texts: Iterable[str]) -> int | None:
    """Return the one past year that the title names of a report that tells nothing of its own days; None for others."""
    issued = _read_day(source.date)
    named = {int(year) for year in _YEAR.findall(source.title)}
    if not issued or len(named) != 1 or (year := named.pop()) >= issued.year:
        return None
    told = [sentence for text in texts for sentence in split_sentences(text) if has_finite_verb(sentence)]
    return None if any(_tells_now(sentence, issued) for sentence in told) else year


def lacks_year(mention: DateMention) -> bool:
    """Tell whether a date is a day of a month whose year the text does not give."""
    return mention.relative and mention.precision == "day" and _MONTH.search(mention.text) is not None


def _tells_now(sentence: str, issued: date) -> bool:
    """Tell whether a sentence names, outside quotations, a day or year of the time of publication."""
    text = _QUOTED.sub(lambda match: " " * len(match[0]), sentence)
    for mention in find_dates(text, issued.isoformat()):
        if lacks_year(mention) or _OF_ITS_WEEK.search(text[: mention.start]):
            continue
        if mention.value[:4] >= str(issued.year) or (mention.relative and mention.precision != "year"):
            return True
    return False


def _is_full(mention: DateMention) -> bool:
    return mention.precision == "day" and not mention.relative


def _set_year(mention: DateMention, year: int) -> DateMention | None:
    try:
        return replace(mention, value=date.fromisoformat(mention.value).replace(year=year).isoformat())
    except ValueError:
        return None  # 29 February of another year


def _read_day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
