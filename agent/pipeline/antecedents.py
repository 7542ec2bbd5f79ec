"""Antecedents: what an earlier turn offers for a later one to point to: its place, its topic, what its answer says."""

import re

from agent.answer.answer import Answer, Citation
from index.language.names import find_names
from index.language.terms import content_words

_WHAT_IS_ASKED = re.compile(
    r"^(?:(?:and|but|so|or|then)\b[\s,]*)?(?:(?:in|at|on|by|from|to|for|with|of|since|until)\s+)?"
    r"(?:what\s+about\b|(?:who|whom|whose|what|which|when|where|why|how)\b(?:\s+(?:many|much|long|far|often|old|big|large|high)\b)?)?\s*"
    r"(?:(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must)\b)?\s*",
    re.I,
)
_LEANING = re.compile(r"^(?:he|she|they|it|we|you|i|this|that|these|those)\b\s*", re.I)
_ADDED = re.compile(r"^(?P<outer>.*?)\s*\((?P<inner>.+)\)\W*$")
_PLACED = r"\b(?:in|at|near|from|into|to|around|outside|inside|across|toward|towards|of)\s+(?:the\s+)?$"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()
_NUMBERED = re.compile(
    rf"^(?:(?:what|how)\s+about\s+)?(?:the\s+(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?:one|citation|source|quote|passage)"
    r"|(?:number|no\.?|citation|source)\s*(?P<digit>[1-9])|\[(?P<bracketed>[1-9])\])$",
    re.I,
)
_QUOTATION = re.compile('[“”"]')
_TOPIC, SENTENCE = 12, 30
"""The most words of a topic, and of a sentence that is taken up, before only content words are taken."""


def find_topic(question: str) -> str:
    """Return what a question is about: its words without what is asked of them, a few of them if they are many."""
    added = _ADDED.match(question)
    if added:
        outer = " ".join(content_words(_WHAT_IS_ASKED.sub("", added["outer"])))
        return shorten(f"{outer}, {added['inner']}" if outer else added["inner"])
    topic = shorten(_LEANING.sub("", _WHAT_IS_ASKED.sub("", question.strip())).rstrip("?!. "))
    return topic if content_words(topic) else ""


def shorten(topic: str, longest: int = _TOPIC) -> str:
    """Return a topic, the first content words of one that is long."""
    return topic if len(topic.split()) <= longest else " ".join(content_words(topic)[:_TOPIC])


def find_statement(answer: Answer | None) -> str:
    """Return the first sentence of an answer as a topic, empty where the sources did not tell."""
    sentence = answer.sentences[0].text if answer and answer.sentences else ""
    return shorten(_QUOTATION.sub("", sentence).strip().rstrip("?!. "), SENTENCE)


def find_cited(question: str, answer: Answer | None) -> Citation | None:
    """Return the citation of an answer that a question points to by its number: the second one, number 2, [2]."""
    match = _NUMBERED.match(question)
    if match is None or answer is None:
        return None
    digit = match["digit"] or match["bracketed"]
    number = int(digit) if digit else _ORDINALS.index(match["ordinal"].lower()) + 1
    return next((citation for citation in answer.citations if citation.n == number), None)


def name_places(question: str) -> list[str]:
    """Return the names of a question that stand behind a preposition of place, or all if there is but one."""
    names = find_names(question)
    placed = [name for name in names if re.search(_PLACED, question[: question.find(name)], re.I)]
    return placed or (names if len(names) == 1 else [])
