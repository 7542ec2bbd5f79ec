"""Bearing: whether what is denied has to do with the number or time that a question asks for.

Who denies that a bridge is unsafe says nothing of what it costs, though all words for the bridge are the question's.
"""

import re

from agent.evidence.question import Kind, Question
from agent.evidence.words.deeds import find_deeds
from agent.verify.conflict.denied import is_light
from index.language.dates import find_dates
from index.language.numbers import find_numbers
from index.language.terms import stem

_FIGURE = re.compile(r"\bwhat\s(?:is|was|are|were)\s(?:the\s)?(?:[a-z]+\s)??(?P<figure>[a-z]+)\sof\b", re.IGNORECASE)
"""What is asked for by a noun alone: what was the cost of the bridge."""
_HAPPENS = frozenset(map(stem, "happen occur place".split()))
"""Stems of verbs that leave what was done to their subject: when did the attack happen."""


def find_asked(question: Question) -> tuple[str, ...]:
    """Return the words for what is asked to be counted, measured or dated: its verbs, or else the figure's noun.

    None where no number or time is asked for, or its verb says no more than that something was.
    """
    if question.kind not in (Kind.NUMBER, Kind.WHEN):
        return ()
    if deeds := find_deeds(question.text):
        return () if any(is_light(word) or stem(word) in _HAPPENS for word in deeds) else deeds
    figure = _FIGURE.search(question.text)
    return (figure["figure"],) if figure else ()


def holds_value(told: str, dated: bool) -> bool:
    """Tell whether a clause has a number, or a date where one is asked for, which may be what is asked for."""
    return bool(find_dates(told) if dated else find_numbers(told))
