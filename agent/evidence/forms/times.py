"""Times: the pieces of a sentence that may say when something happened."""

import re
from collections.abc import Iterator
from dataclasses import replace

from agent.evidence.forms.span import Span
from agent.evidence.question import Question
from agent.evidence.words.spoken import asks_speech, is_spoken
from index.language.dates import MONTH, find_dates

_PERIOD = re.compile(
    r"\b(yesterday|today|tonight|tomorrow|morning|afternoon|evening|night|noon|midnight|week|month|year|decade|century"
    r"|spring|summer|autumn|fall|winter|weekend|season|ago|[ap]\.?m\.?|1[0-9]{3}|20[0-9]{2})s?\b",
    re.IGNORECASE,
)
_GRAINS = (
    (re.compile(r"\b(what|which) month\b", re.I), re.compile(rf"\b{MONTH}")),
    (re.compile(r"\b(what|which) (year|decade|century)\b", re.I), re.compile(r"\b(1[0-9]|20)\d\d\b")),
    (
        re.compile(r"\b(what|which) (date|day|weekday)\b", re.I),
        re.compile(
            rf"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b{MONTH} \d{{1,2}}\b|\b\d{{1,2}} {MONTH}"
            r"|\b([Tt]oday|[Yy]esterday|[Tt]omorrow)\b"
        ),
    ),
    (
        re.compile(r"\bwhat time\b", re.I),
        re.compile(
            r"\b\d{1,2}(:\d\d)?\s?([ap]\.?m\b|o['’]clock)|\b\d\d?:\d\d\b"
            r"|\b(noon|midnight|morning|afternoon|evening|night)\b",
            re.I,
        ),
    ),
)
"""How finely a time is asked for, and the times that are so fine."""

_REFERRED = re.compile(
    r"\b(?:same|that|previous|following)\s(?:month|day|time)\b|\bmonths?\s(?:ago|later|earlier)\b|\bweekend\b"
    r"|\b(?:Eve|Day|Christmas|Easter)\b|\b(?:dawn|dusk|hours?|minutes?)\b"
)
_REFERRED_YEAR = re.compile(r"\b(?:years?|decades?|centur(?:y|ies)|seasons?)\b")
"""Words by which a sentence may tell a time that it does not name: the same month, two years ago."""

_SOME_DAY = "2000-01-01"
"""A day of publication, so that times relative to it count as well: which one does not matter here."""

_OTHER_TIME, _LOOSE_TIME = 0.3, 0.6
"""What counts a time that is too coarse or only when something was said, and a mere period."""


def find_times(question: Question, sentence: str) -> Iterator[Span]:
    """Yield the times of what is told: one at which it was only said fits no better than one too coarse."""
    about_speech = asks_speech(question.text)
    for span in _find_any_times(question, sentence):
        spoken = not about_speech and is_spoken(sentence, span.start, span.end)
        yield replace(span, fit=min(span.fit, _OTHER_TIME)) if spoken else span


def lacks_time(question: Question, sentence: str) -> bool:
    """Tell whether a sentence has no month, year, day or hour where a question asks for just that."""
    fine = next((fine for asked, fine in _GRAINS if asked.search(question.text)), None)
    if fine is None or fine.search(sentence) or _REFERRED.search(sentence):
        return False
    years = re.search(r"\b(?:year|decade|century)\b", question.text, re.IGNORECASE) is not None
    if years and _REFERRED_YEAR.search(sentence):
        return False
    dates = [found for found in find_dates(sentence, _SOME_DAY) if years or found.precision != "year"]
    return all(is_spoken(sentence, found.start, found.end) for found in dates)


def _find_any_times(question: Question, sentence: str) -> Iterator[Span]:
    dates = [(mention.start, mention.end) for mention in find_dates(sentence, _SOME_DAY)]
    periods = [match.span() for match in _PERIOD.finditer(sentence)]
    for asked, fine in _GRAINS:
        if asked.search(question.text):
            yield from (Span(*match.span(), 1.0) for match in fine.finditer(sentence))
            yield from (Span(*span, _OTHER_TIME) for span in [*dates, *periods])
            return
    yield from (Span(*span, 1.0) for span in dates)
    yield from (Span(*span, _LOOSE_TIME) for span in periods)
