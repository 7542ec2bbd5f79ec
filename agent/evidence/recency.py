"""Recency: a question that speaks of now is answered by what was published last."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from agent.evidence.candidates import Candidate
from agent.evidence.forms.kinds import holds_kind
from agent.evidence.publication import count_days, find_day
from agent.evidence.question import Question
from agent.evidence.ranked import SURE, Ranking

Array = NDArray[np.float64]

WEIGHT = 1.0
"""What a logarithm of a source's age counts beside a sentence's score; by order of magnitude."""

MONTH = 30.0
"""Days beyond which age counts: of reports a few days apart none is out of date."""

UNDATED = 12.0
"""Months that a source without a date counts as old."""

_NOW = re.compile(
    r"\b(?:(?:this|last|next|past|coming) (?:week|month|year|weekend|morning|evening|night|season|spring|summer|autumn|"
    r"fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|recent(?:ly)?|latest|current(?:ly)?|now|today|tonight|"
    r"yesterday|tomorrow|just|newly|upcoming|still|so far|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


_PRESENT = re.compile(
    r"\b(?:still|now|currently|current|so far|at (?:present|the moment)|to date|latest|any ?more|today)\b",
    re.IGNORECASE,
)
"""How things are by the last report, rather than what happened of late."""


def asks_now(question: Question) -> bool:
    """Tell whether a question speaks of the time at which it is asked: `this week`, `recently`, `still`."""
    return _NOW.search(question.text) is not None


def weigh_days(question: Question, candidates: Sequence[Candidate]) -> Array:
    """Return what the day of publication adds to the score of each sentence; counted from the latest of them all."""
    if not asks_now(question):
        return np.zeros(len(candidates))
    days = [date.fromisoformat(day) if (day := find_day(candidate)) else None for candidate in candidates]
    latest = max((day for day in days if day), default=None)
    ages = [(latest - day).days / MONTH if latest and day else UNDATED for day in days]
    return np.asarray(0.0 - WEIGHT * np.log1p(ages), dtype=float)


def lead_with_latest(ranking: Ranking) -> Ranking:
    """Return a ranking with the newest sentence that surely answers first where it is asked how things are now.

    Only in a library that may be of one event: of many, the newest is mostly of another.
    """
    if not (ranking.items and ranking.few and _PRESENT.search(ranking.question.text)):
        return ranking
    first = ranking.items[0]
    sure = [
        item
        for item in ranking.items
        if item.probability >= SURE and holds_kind(ranking.question, item.candidate.text) > 0
    ]
    newest = max(sure, key=lambda item: find_day(item.candidate) or "", default=first)
    if count_days(newest.candidate, first.candidate) <= 0:
        return ranking
    rest = (item for item in ranking.items if item is not newest)
    return replace(ranking, items=(replace(newest, score=first.score), *rest))
