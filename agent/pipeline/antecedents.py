"""Antecedents: what an earlier turn offers for a later one to point to: its people, its place, its topic."""

import re

from index.name_forms import TITLES
from index.names import find_names
from index.terms import content_words, split_words, stem

_WHAT_IS_ASKED = re.compile(
    r"^(?:(?:and|but|so|or|then)\b[\s,]*)?(?:(?:in|at|on|by|from|to|for|with|of|since|until)\s+)?"
    r"(?:(?:who|whom|whose|what|which|when|where|why|how)\b(?:\s+(?:many|much|long|far|often|old|big|large|high)\b)?)?\s*"
    r"(?:(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must)\b)?\s*",
    re.I,
)
_ADDED = re.compile(r"^(?P<outer>.*?)\s*\((?P<inner>.+)\)\W*$")
_PLACED = r"\b(?:in|at|near|from|into|to|around|outside|inside|across|toward|towards|of)\s+(?:the\s+)?$"
_SPEECH = frozenset(
    map(stem, "say said tell told add deny announce claim warn confirm state speak spoke insist write".split())
)
_LONGEST = 12


def find_topic(question: str) -> str:
    """Return what a question is about: its words without what is asked of them, a few of them if they are many."""
    added = _ADDED.match(question)
    if added:
        outer = " ".join(content_words(_WHAT_IS_ASKED.sub("", added["outer"])))
        return _shorten(f"{outer}, {added['inner']}" if outer else added["inner"])
    return _shorten(_WHAT_IS_ASKED.sub("", question.strip()).rstrip("?!. "))


def _shorten(topic: str) -> str:
    return topic if len(topic.split()) <= _LONGEST else " ".join(content_words(topic)[:_LONGEST])


def find_people(question: str, answer: str) -> list[str]:
    """Return the names that a person's pronoun most likely means, those that fit equally well together.

    A title before a name or a verb of saying beside it speaks for a person, a preposition of place against one;
    a name of the question is meant before one of the answer.
    """
    scores: dict[str, int] = {}
    for text, weight in ((question, 1), (answer, 0)):
        for name in find_names(text):
            evidence = _judge_person(name, text)
            known = next((other for other in scores if name in other or other in name), name)
            scores[known] = scores.get(known, weight) + evidence
    best = max(scores.values(), default=0)
    return [name for name, score in scores.items() if score == best] if best > 0 else []


def _judge_person(name: str, text: str) -> int:
    start = text.find(name)
    before, after = text[:start], split_words(text[start + len(name) :])[:2]
    words = split_words(before)
    last = words[-1].casefold() if words else ""
    titled = last in TITLES
    speaks = any(stem(word) in _SPEECH for word in [*after, last])
    placed = re.search(_PLACED, before, re.I) is not None
    return 2 * titled + 2 * speaks + (len(name.split()) in (2, 3)) - 2 * placed


def name_places(question: str) -> list[str]:
    """Return the names of a question that stand behind a preposition of place, or all if there is but one."""
    names = find_names(question)
    placed = [name for name in names if re.search(_PLACED, question[: question.find(name)], re.I)]
    return placed or (names if len(names) == 1 else [])
