"""Conditions: items of a list that its heading makes conditions, which tell nothing that is so.

`the boathouse burns down`, below `The president may dissolve the club if:`, says of no boathouse that it burned.
"""

import re
from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.question import Kind, Question
from agent.evidence.words.deeds import find_deeds
from agent.evidence.words.verbs import list_infinitives
from index.article.shape import is_item
from index.language.sentences import split_sentences
from index.language.verbs import tells_past

_LISTED = r"(?:(?:\s[\w’'-]+){0,6}?\s(?:the\sfollowing|these|those)\b[^.,:;]{0,40})?"
_CONDITION = re.compile(
    rf"\b(?:if|unless|in\sthe\sevent\s(?:of|that)|in\scases?\s(?:of|where)|provided(?:\sthat)?|on\scondition\sthat|"
    rf"(?:as|so)\slong\sas){_LISTED}\s?:$",
    re.IGNORECASE,
)
"""How the heading of a list ends that makes its items conditions: `if:`, `if any of the following occur:`."""
_ONCE = re.compile(
    rf"\b(?:may|must|can|could|shall|should|will|would)(?:\s(?:not|only))?\s.*\b"
    rf"(?:when|whenever|where|once|until|as\ssoon\sas|(?:under|in)\s(?:any\sof\s)?(?:the\sfollowing|these)\s(?:cases|circumstances|conditions)){_LISTED}\s?:$",
    re.IGNORECASE,
)
"""The same with words that may as well tell when something was, behind a word for what may be."""
_WHO = re.compile(r"\b(?:any\w*|every\w*|each|an?|no|those|persons?)\b[^.,:;]*\bwho\s?:$", re.IGNORECASE)
"""How a rule says whom it is of: `A member is expelled who:`."""
_PAST = re.compile(r"\b(?:did|was|were|has|have|had)\b", re.IGNORECASE)
_SUPPOSES = re.compile(
    r"\b(?:if|may|might|must|can|could|shall|should|will|would|unless|conditions?|circumstances?|cases?|grounds|happens?|"
    r"rules?|criteria|allowed|permitted|required)\b",
    re.IGNORECASE,
)
"""Words of a question that asks for a rule rather than for what is so."""


def tell_conditions(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences are conditions of a rule, where a question asks for what is or was so, not for the rule."""
    past = _PAST.search(question.text) is not None or tells_past(question.text)
    if _SUPPOSES.search(question.text) or not (past or question.kind in (Kind.YES_NO, Kind.NUMBER)):
        return [False] * len(candidates)
    deeds = frozenset() if past else _list_deeds(question.text)
    headings = [_find_heading(each) for each in candidates]
    return [bool(heading) and deeds.isdisjoint(_list_deeds(heading)) for heading in headings]


def _list_deeds(text: str) -> frozenset[str]:
    return frozenset(verb for word in find_deeds(text) for verb in list_infinitives(word))


def _find_heading(candidate: Candidate) -> str:
    """Return the sentence that introduces the list of which a candidate is an item, if it makes it a condition."""
    above = list(candidate.body[: candidate.paragraph.n - 1])
    if not _is_listed(candidate.paragraph.text):
        return ""
    while above and _is_listed(above[-1].text):
        above.pop()
    heading = (split_sentences(above[-1].text) if above else [])[-1:]
    return next((text for text in heading if _is_rule(text)), "")


def _is_rule(heading: str) -> bool:
    if _CONDITION.search(heading) or _ONCE.search(heading):
        return True
    return _WHO.search(heading) is not None and not tells_past(heading)


def _is_listed(text: str) -> bool:
    """Tell whether a paragraph is an item of a list: it has a mark or begins in lower case, and heads no list."""
    return (is_item(text) or text[:1].islower()) and not text.endswith(":")
