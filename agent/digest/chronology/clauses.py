"""Clauses: whether a day of a sentence is that of its verb, or of what is only told beside it.

The family of a man who died in May sued on Tuesday: the sentence tells what happened on Tuesday.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from agent.digest.statements.pieces import split_pieces
from agent.digest.statements.polarity import has_finite_verb
from index.language.dates import DateMention

_BESIDE = re.compile(
    r"(?:(?:[a-z]+\s)?(?:of|to|by|for|with|in|at|from|on)\s)?"
    r"(?:who|whose|whom|which|where|when|after|because|although|though|while|since|once)\b",
    re.IGNORECASE,
)
"""How a clause opens that tells something beside the verb of its sentence."""


def find_beside(sentence: str, mentions: Sequence[DateMention]) -> list[bool]:
    """Tell for each date of a sentence whether it is of a clause beside what the sentence itself tells."""
    pieces = split_pieces(sentence)
    beside = [_is_beside(piece.text) for piece in pieces]
    ends = list(accumulate(len(piece.mark) + len(piece.text) for piece in pieces))
    return [beside[next((n for n, end in enumerate(ends) if mention.start < end), 0)] for mention in mentions]


def _is_beside(text: str) -> bool:
    return _BESIDE.match(text) is not None and has_finite_verb(text)
