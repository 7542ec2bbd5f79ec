"""Directions: who is for something is no answer to who is against it."""

import re
from collections.abc import Iterator, Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.question import Kind, Question
from index.language.terms import stem

_TAKEN = re.compile(
    r"\b(?P<verb>vot\w+|argu\w+|sp(?:eak|oke)\w*|campaign\w*|decid\w+|rul\w+|testif\w+|demonstrat\w+|march\w*|protest\w*|"
    r"advis\w+|was|were|is|are|be|been|came\sout|lobb\w+|fought)\s(?:\w+ly\s)?(?P<way>for|in\sfavou?r\sof|against)\b",
    re.IGNORECASE,
)
"""A verb by which somebody takes a side, and which."""
_BEING = frozenset("was were is are be been".split())
_OPPOSED = re.compile(
    r"\b(?:oppos\w+|reject\w+|dissent\w*|object\w*|defied|rebel\w*|disagree\w*|against)\b", re.IGNORECASE
)
_BACKED = re.compile(r"\b(?:back(?:ed|s|ing|ers?)|support\w*|approv\w+|endors\w+|for|favou?r\w*)\b", re.IGNORECASE)
"""Words for those who are against something, and for it."""


def take_other_side(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences only say who took the other side: `voted for it`, where it is asked who voted against it.

    None where it is asked whether somebody did, which the other side answers.
    """
    asked = dict(_find_sides(question.text))
    if question.kind is Kind.YES_NO or len(asked) != 1:
        return [False] * len(candidates)
    verb, against = next(iter(asked.items()))
    return [_is_other(verb, against, each.text) for each in candidates]


def _is_other(verb: str, against: bool, sentence: str) -> bool:
    told = {side for word, side in _find_sides(sentence) if word == verb}
    if told != {not against}:
        return False
    rest = _TAKEN.sub(" ", sentence)
    return not (_OPPOSED if against else _BACKED).search(rest)


def _find_sides(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the verbs by which sides are taken, by their stems, and whether that is against something."""
    for match in _TAKEN.finditer(text):
        verb = match["verb"].lower()
        yield "be" if verb in _BEING else stem(verb), match["way"].lower() == "against"
