"""Periods: of which quarter, half, year or month a sentence tells, where a question names one.

What a firm earned in a year is no answer for a quarter of it, nor what was voted in June for April.
"""

import re
from calendar import month_name
from collections.abc import Sequence
from dataclasses import replace

from agent.evidence.candidates import Candidate
from agent.evidence.context.topics import LEAD, Body, read_back, read_body
from agent.evidence.question import Kind, Question
from agent.evidence.vetoes.quarters import UNNAMED, Periods, read_periods
from agent.evidence.words.spoken import is_spoken
from index.language.dates import find_dates

_IN_MONTH = re.compile(
    rf"\b(?:in|for|during|of)\s(?:early\s|late\s|mid-)?(?P<month>{'|'.join(month_name[1:])})\b(?!\s\d|['’]s)"
)
_NEAR = 1
"""Months between a month and the day of issue of a report that tells of it without naming it: figures come later."""
_LAST = re.compile(r"\blast\s(?:year|season)['’]s\s", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:last|previous|prior|preceding)\s(?:year|season)|\byears?\s(?:ago|earlier|before)\b|\bearlier\b",
    re.IGNORECASE,
)
"""How a sentence speaks of an earlier year."""
_THIS = re.compile(r"\b(?:(?:end|rest|close|middle)\sof\s(?:the|this)\syear|this\syear|year-end)\b", re.IGNORECASE)
"""How it speaks of that in which it was written."""


def tell_other_periods(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences are of another part of a year, year or month than the one that a question names.

    A sentence that names none is of the one that was named last before it in its paragraph.
    """
    if question.kind in (Kind.WHEN, Kind.YES_NO):
        return [False] * len(candidates)
    asked, month = read_periods(question.text), _IN_MONTH.search(question.text)
    whole = asked.whole or (bool(asked.years) and not asked.parts and question.kind is Kind.NUMBER)
    body, last = read_body(candidates), _LAST.search(question.text) is not None
    return [
        _is_other_part(replace(asked, whole=whole), each, body)
        or (month is not None and _is_other_month(month["month"], each, body))
        or (last and _is_of_now(each))
        or _is_sooner(asked, each)
        for each in candidates
    ]


def _is_other_part(asked: Periods, candidate: Candidate, body: Body) -> bool:
    told = next((found for found in map(read_periods, read_back(candidate)) if found.named), None)
    if told is None or len(asked.parts) + asked.whole != 1 or asked.parts & UNNAMED:
        return False
    if asked.whole:
        return bool(told.parts) and not (told.whole or (told.years & asked.years if asked.years else told.years))
    part = next(iter(asked.parts))
    if told.parts and told.parts <= UNNAMED:
        main = _find_main(candidate, body)
        return bool(main) and part not in main
    return part not in told.parts


def _find_main(candidate: Candidate, body: Body) -> frozenset[str]:
    """Return the quarters and halves that a report's title or, if it has none, one of its first paragraphs names."""
    paragraphs = body[candidate.paragraph.source.id]
    lead = [paragraphs[n].text for n in range(1, LEAD + 1) if n in paragraphs]
    named = (read_periods(text).parts - UNNAMED for text in (candidate.paragraph.source.title, *lead))
    return next((parts for parts in named if parts), frozenset())


def _is_other_month(month: str, candidate: Candidate, body: Body) -> bool:
    """Tell whether a sentence is of another month: of one that it names, or of none near the day of issue.

    What stands before it in its report must not name the month either.
    """
    issued, named = candidate.paragraph.source.date, re.compile(rf"\b{month}\b")
    if named.search(candidate.text) or not issued:
        return False
    asked = list(month_name).index(month)
    told = [each for each in find_dates(candidate.text, issued) if not is_spoken(candidate.text, each.start, each.end)]
    if months := {int(each.value[5:7]) for each in told if each.precision in ("day", "month")}:
        return asked not in months
    paragraphs = body[candidate.paragraph.source.id].values()
    above = [paragraph.text for paragraph in paragraphs if paragraph.n < candidate.paragraph.n]
    if any(map(named.search, (candidate.paragraph.source.title, *read_back(candidate), *above))):
        return False
    return (int(issued[5:7]) - asked) % 12 > _NEAR


def _is_of_now(candidate: Candidate) -> bool:
    """Tell whether neither a sentence nor what stands before it in its paragraph speaks of an earlier year."""
    issued = (candidate.paragraph.source.date or "")[:4]
    texts = list(read_back(candidate))
    if not issued or any(_BEFORE.search(text) or read_periods(text).whole for text in texts):
        return False
    return not any(year < issued for text in texts for year in re.findall(r"\b(?:19|20)\d\d\b", text))


def _is_sooner(asked: Periods, candidate: Candidate) -> bool:
    """Tell whether a sentence is of the year in which its report was issued, where it is asked for a later one."""
    issued = (candidate.paragraph.source.date or "")[:4]
    later = bool(issued and asked.years) and min(asked.years) > issued
    return later and not any(year in candidate.text for year in asked.years) and bool(_THIS.search(candidate.text))
