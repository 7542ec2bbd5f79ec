"""Firmness: whether one sentence denies what another denies, and tells as surely what it tells as so."""

import re

from agent.digest.accord.quotations import cut_quotes, denies_firmly
from agent.digest.statements.polarity import USUAL, denies_same
from agent.evidence.words.negation import NEGATIONS, speaks_against
from index.language.terms import split_words

_HEDGED = re.compile(r"\b(?:claim|alleg|insist|purport|suppos|reportedly|apparently|possibly|rumou?r)", re.IGNORECASE)
_POSSIBLE = re.compile(r"\b(?:may|might|could)\b|\b(?:decid|consider|discuss|weigh|ask|determin)\w*\s(?:if|whether)\b")
_USUAL = re.compile(rf"\b(?:{'|'.join(sorted(USUAL))})\b")
_CONTRACTED = re.compile(r"n['’]t\b")


def says_as_firmly(claim: str, other: str) -> bool:
    """Tell whether two sentences deny the same, or both nothing; what one negates the other has to, by any word."""
    if denies_firmly(claim) != denies_firmly(other) or not denies_same(claim, other):
        return False
    return speaks_against(other) or not (_CONTRACTED.search(claim) or NEGATIONS.intersection(split_words(claim)))


def tells_as_surely(claim: str, other: str) -> bool:
    """Tell whether the other does not only tell as possible, or as usual, what a claim tells as so."""
    ours, theirs = cut_quotes(claim), cut_quotes(other)
    return all(sign.search(ours) or not sign.search(theirs) for sign in (_POSSIBLE, _USUAL))


def hedges(text: str) -> bool:
    """Tell whether a sentence gives something as claimed and not as known."""
    return _HEDGED.search(text) is not None
