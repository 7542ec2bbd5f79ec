"""Qualifiers: what sort of people are counted, `people with asthma`, `people over 60`, `who died of cholera`.

A number of people of whom nothing of the sort is told is not theirs.
"""

import re
from collections.abc import Iterator, Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.context.surroundings import list_above, list_lead
from agent.evidence.context.topics import read_back
from agent.evidence.question import Kind, Question
from index.language.terms import fold, is_content, split_words

_WITH = re.compile(
    r"\b(?:(?:people|persons?|patients|participants|children|adults|women|men|those|infected|diagnosed|ill|sick|living)\swith|"
    r"(?:died|dead|dying|cases?|deaths)\sof|(?:died|suffer\w*)\sfrom)\s(?!the\b|an?\b|his\b|her\b|their\b|this\b|that\b|it\b)"
    r"(?P<sort>[\w-]+(?:\s[\w-]+)?)",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:people|persons?|patients|participants|adults|women|men|those|who\s(?:are|were))\s(?:aged\s)?"
    r"(?:over|under|above|below|older\sthan|younger\sthan|aged)\s(?P<age>\d{1,3})\b",
    re.IGNORECASE,
)
_MINORS = 18
_YOUNG = re.compile(r"\b(?:child\w*|minors?|teen\w*|pupils?|bab(?:y|ies)|infants?|juveniles?)\b", re.IGNORECASE)
_VAGUE = frozenset(
    """injuries injury wounds burns hunger starvation cold thirst exposure drowning old natural age causes cause disease
    illness infection virus symptoms something anything whom which what this people""".split()
)
"""Words that do not name what somebody died of or has, or that are told in other words: they froze to death."""
_ALIASES = (
    frozenset("covid coronavirus corona sars".split()),
    frozenset("flu influenza".split()),
    frozenset("hiv aids".split()),
    frozenset("mpox monkeypox".split()),
    frozenset("cancer tumour tumor leukaemia leukemia".split()),
)
_STEM = 5
"""Letters that the words for one thing have in common at least: disabled, disability."""


def tell_other_sorts(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences are of people of whom neither they nor what stands around them tells what is asked of them.

    That is their paragraph up to there, the one above, the title and the lead of their report.
    """
    told = [False] * len(candidates)
    if question.kind is not Kind.NUMBER:
        return told
    if asked := _WITH.search(question.text):
        words = frozenset(_list_words(asked["sort"]))
        if words:
            return [not any(_speaks(words, text) for text in _read_around(each)) for each in candidates]
    if aged := _AGED.search(question.text):
        return [_lacks_age(aged["age"], each) for each in candidates]
    return told


def _list_words(sort: str) -> Iterator[str]:
    """Yield the words that name what somebody has or died of; none where the first is vague."""
    first, *rest = split_words(sort)
    if not is_content(first) or fold(first) in _VAGUE or first[0].isdigit():
        return
    yield from next((each for each in _ALIASES if fold(first) in each), (fold(first),))
    yield from (fold(word) for word in rest[:1] if is_content(word) and len(word) > _STEM)


def _speaks(words: frozenset[str], text: str) -> bool:
    begins = tuple(word[:_STEM] for word in words)
    return any(fold(word).startswith(begins) for word in split_words(text))


def _read_around(candidate: Candidate) -> Iterator[str]:
    yield from read_back(candidate)
    yield from (candidate.before, candidate.paragraph.source.title)
    yield from list_above(candidate)[-1:]
    yield from list_lead(candidate)


def _lacks_age(age: str, candidate: Candidate) -> bool:
    if int(age) <= _MINORS and _YOUNG.search(candidate.text):
        return False
    return not any(re.search(rf"\b{age}(?!\d)", text) for text in _read_around(candidate))
