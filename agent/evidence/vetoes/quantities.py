"""Quantities: a figure of something else than the one asked for by its name, as a profit for the operating margin."""

import re
from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.context.topics import read_back
from agent.evidence.question import Kind, Question
from index.language.terms import content_stems, is_content

_NAMED = re.compile(
    r"\bwhat\s(?:is|was|are|were|will\sbe)\s(?:the\s|its\s|their\s|(?:[A-Z][\w.&-]*\s){0,3}?[A-Z][\w.&-]*['’]s?\s)?"
    r"(?P<phrase>[a-z-]+\s[a-z-]+)\b",
    re.IGNORECASE,
)


def tell_other_quantities(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences have no word of the name of a figure that is asked for, where others have all of it.

    The sentences before one in its paragraph may name it as well.
    """
    asked = _NAMED.search(question.text)
    told = [False] * len(candidates)
    if (
        question.kind not in (Kind.NUMBER, Kind.WHAT)
        or asked is None
        or not all(map(is_content, asked["phrase"].split()))
    ):
        return told
    phrase = re.compile(rf"\b{re.escape(asked['phrase'])}", re.IGNORECASE)
    words = frozenset(content_stems(asked["phrase"]))
    if not any(phrase.search(each.text) for each in candidates):
        return told
    return [all(words.isdisjoint(content_stems(text)) for text in read_back(each)) for each in candidates]
