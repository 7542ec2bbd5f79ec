"""Pertinence: whether a sentence that the model takes for another answer has anything to do with what is asked.

The model leans to taking a sentence for an answer to `when did it start?` that tells some other day. Where it only
leans to that, one that speaks of nothing that the question does, and measures nothing alike, is of something else. What
it is sure of may speak of it in other words: so does a third of what tells the other side in our made-up stories.
"""

import re
from collections.abc import Sequence
from itertools import product

from agent.evidence.forms.measures import measures
from agent.evidence.question import Kind, Question
from agent.evidence.words.likeness import Words
from agent.evidence.words.verbs import list_infinitives
from index.language.names import find_names, same_name
from index.language.numbers import NumberMention, find_numbers
from index.language.terms import content_words, stem

PERTAINING = 0.4
"""Likeness from which a word of a sentence is one of the question's: `soldiers` is one for `army`, `guns` hardly."""

CLOSE = 3.0
"""How many times another count of one thing is larger at most, where nothing else says that it is one."""

_ANYBODY = frozenset(map(stem, "people person many".split()))
"""Stems of what is counted where anything of its kind may be told."""
_UNITS = ("percent", "money")
_POINTING = re.compile(r"\W*(?:(?:But|And|Yet)\s)?(?:It|They|He|She|This|That|These|Those)\b")
"""How a sentence begins whose matter stands before it."""


def pertains(question: Question, best: str, text: str, words: Words) -> bool:
    """Tell whether a sentence speaks of what a question does beside its names, or of whom or what the best one does."""
    asked = [word for word in question.words if word.islower() and stem(word) not in _ANYBODY]
    if question.kind not in (Kind.NUMBER, Kind.WHEN) or not asked or _POINTING.match(text):
        return True
    told = _take_apart(text)
    if words.best(asked, told).max() >= PERTAINING or _are_forms(asked, told):
        return True
    return _tell_of_one(question, best, text) or _measure_alike(question, best, text)


def _take_apart(text: str) -> list[str]:
    """Return the content words of a text, those of its compounds too: `swearing` of `swearing-in`."""
    return [*content_words(text), *content_words(text.replace("-", " "))]


def _are_forms(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether one of our words and one of theirs may be forms of one verb: `sworn` and `swearing`."""
    verbs = {verb for word in ours for verb in list_infinitives(word)}
    return any(not verbs.isdisjoint(list_infinitives(word)) for word in theirs if word.islower())


def _tell_of_one(question: Question, best: str, text: str) -> bool:
    """Tell whether both sentences name somebody or something that the question does not."""
    asked, theirs = find_names(question.text), find_names(text)
    ours = [name for name in find_names(best) if not any(same_name(name, each) for each in asked)]
    return any(same_name(name, each) for name in ours for each in theirs)


def _measure_alike(question: Question, best: str, text: str) -> bool:
    """Tell whether both sentences have a share, or a sum of money, where one is asked for, or counts that are close."""
    if question.kind is not Kind.NUMBER:
        return False
    pairs = product(_list_measured(question, best), _list_measured(question, text))
    return any(one.kind == other.kind and (one.kind in _UNITS or _are_close(one, other)) for one, other in pairs)


def _are_close(one: NumberMention, other: NumberMention) -> bool:
    low, high = sorted((one.value, other.value))
    return low > 0.0 and high <= CLOSE * low


def _list_measured(question: Question, text: str) -> list[NumberMention]:
    return [mention for mention in find_numbers(text) if measures(question, mention, text)]
