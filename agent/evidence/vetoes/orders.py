"""Orders: `Do not close the gate.` does not tell whether the gate was closed."""

import re
from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.question import Kind, Question
from agent.evidence.words.deeds import find_deeds, find_order
from agent.evidence.words.verbs import list_infinitives

_DONE = re.compile(r"\b(?:did|was|were|has|have|had|been)\b", re.IGNORECASE)


def tell_orders(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences order or forbid what a question asks to have been done.

    None where it is asked what somebody was told to do.
    """
    told = [False] * len(candidates)
    deeds = find_deeds(question.text)
    if question.kind not in (Kind.YES_NO, Kind.WHEN, Kind.WHO) or not deeds or not _DONE.search(question.text):
        return told
    orders = [find_order(each.text) for each in candidates]
    return [bool(order) and all(order in list_infinitives(deed) for deed in deeds) for order in orders]
