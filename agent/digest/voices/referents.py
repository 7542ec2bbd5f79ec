"""Referents: whether two places of one short text may speak of different things, which the sentences before them name.

`She denied all the charges.` in two reports is one statement only if both speak of the same woman.
"""

from agent.digest.statements.context import leans_back
from agent.digest.voices.places import Place
from agent.verify.conflict.assertions import match_name
from index.language.names import find_names
from index.language.terms import content_stems

_SHORT = 12
"""Words up to which reports may have the same sentence by chance."""
_QUOTES = ('"', "“")


def may_differ(one: Place, other: Place) -> bool:
    """Tell whether two places may be of different things: the sentences before them have nothing in common."""
    if not (one.before and other.before and _leans(one.sentence) and _leans(other.sentence)):
        return False
    ours, theirs = find_names(one.before), find_names(other.before)
    if ours and theirs:
        return not any(match_name(name, theirs) for name in ours)
    return set(content_stems(one.before)).isdisjoint(content_stems(other.before))


def _leans(sentence: str) -> bool:
    """Tell whether a sentence of few words names nobody, and quotes nothing that could be known again."""
    if len(sentence.split()) > _SHORT or any(mark in sentence for mark in _QUOTES):
        return False
    return leans_back(sentence) or not find_names(sentence)
