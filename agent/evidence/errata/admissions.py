"""Admissions: how the sentences behind what was published own that it was wrong, or tell what is right instead."""

import re
from collections.abc import Sequence

from agent.evidence.errata.frames import Frame, Weight
from agent.evidence.errata.turns import tells_other_measure, tells_other_value

MOST_SENTENCES = 3
"""Sentences behind an error of which one may own it, and that are taken together as what puts it right."""

_ADMITS = re.compile(
    r"^\W*(?:in\sfact\b|(?:this|that|it|which|neither|both)\s(?:is|was|were|are)\s(?:wrong|incorrect|inaccurate|untrue|"
    r"false|an?\s(?:error|mistake)(?!\sto\b)|not\s(?:so|true|correct|right|the\scase|accurate))\b|(?:it|he|she|they|this|that|"
    r"these|those|there)\s(?:is|was|are|were|has|had|have|did|does|do|will|would|can|could)(?:\snot|n['’]t)[.;,]|"
    r"(?:it|this|that|the\s\w+)\sshould\shave\s|we\s(?:regret|apologi[sz]e|were\swrong|stand\scorrected)|"
    r"I\swas\s(?:wrong|mistaken)\b|"
    r"the\s(?:error|mistake)\s(?:was|is)\b)",
    re.IGNORECASE,
)
"""How a sentence owns that the one before was wrong."""
_RIGHTED = re.compile(
    r"^\W*(?:(?P<fact>in\s(?:actual\s)?fact)\b|the\s(?:correct|(?:right|true|actual|real)\s(?=(?:figure|number|total|count|toll|"
    r"date|day|time|hour|year|age|name|sum|amount|price|cost|fee|share|percentage|value)s?\b))\s?[^;.]{1,60}?\s(?:is|are|was|were)\b|"
    r"(?:it|this|that|they|the\s\w+)\sshould\s(?:have\s(?:been|read|said)|read)\b)",
    re.IGNORECASE,
)
"""How a sentence puts another value in the place of the one before: the correct number is 12."""
_GONE_ON = re.compile(r"\b(?:now|since|meanwhile|later|risen|grown|climbed|fallen)\b", re.IGNORECASE)
_POINTS = re.compile(
    r"\W*(?:it|he|she|they|there|the\s(?:\w+\s)?(?:number|figure|name|date|age|sum|amount|cost))\b", re.I
)


def admits(sentence: str) -> bool:
    """Tell whether a sentence owns that the one before was wrong."""
    return _ADMITS.match(sentence) is not None


def is_owned(sentences: Sequence[str], after: int, frame: Frame) -> bool:
    """Tell whether what follows owns that something published was wrong, or tells another value in its place."""
    if find_righted(sentences, after, frame) is not None:
        return True
    following = sentences[after : after + MOST_SENTENCES]
    if frame.weight < Weight.OURS:
        return False
    following = following[: MOST_SENTENCES if frame.cited else 1]
    if any(map(admits, following)):
        return True
    if not (frame.cited and following and _POINTS.match(following[0])) or _GONE_ON.search(following[0]):
        return False
    return tells_other_value(sentences[after - 1][frame.end :], following[0])


def find_righted(sentences: Sequence[str], after: int, frame: Frame) -> int | None:
    """Return the sentence that puts another value in the place of what was published, None where none does."""
    error, end = sentences[after - 1][frame.end :], after + MOST_SENTENCES
    for number, text in enumerate(sentences[after:end], after):
        if righted := _RIGHTED.match(text):
            told = tells_other_measure if righted["fact"] else tells_other_value
            if told(error, text):
                return number
    return None
