"""Occasions: whether two tolls are of one event and of the same people, by the words and names of their clauses."""

import re
from collections.abc import Sequence

from agent.digest.accord.synonyms import name_same
from agent.digest.tallying.tolls import Toll
from agent.evidence.words.likeness import Words
from agent.evidence.words.people import is_anybody
from agent.verify.conflict.assertions import match_name, match_words
from agent.verify.conflict.contraries import tell_of_two, tells_contrary
from index.language.terms import stem

_MANY = 5
"""Persons from which the same count without a word of the event is taken for the same."""
_JOINED = re.compile(r"[A-Z][\w’'-]+,?\s(?:and|as\swell\sas)\s(?:in\s|near\s)?(?:the\s)?[A-Z]")
"""Names of several that are counted together: in Orme and Lisk."""


def is_one_event(toll: Toll, other: Toll, words: Words, total: bool = False) -> bool:
    """Tell whether two tolls are of one event, by the names and words of their clauses; a bare `total` is of any."""
    if toll.names and other.names and not any(match_name(name, other.names) for name in toll.names):
        return False
    if not _count_alike(toll.number.unit, other.number.unit) or tell_of_two(toll.clause, other.clause):
        return False
    if toll.words and other.words:
        named = bool(toll.names and other.names)
        return any(match_nouns(toll.words, other.words, words)) or (total and named)
    if toll.names or other.names:
        return total or bool(toll.names and other.names)
    return total or min(toll.number.value, other.number.value) >= _MANY


def is_surely_one_event(toll: Toll, other: Toll, words: Words) -> bool:
    """Tell whether two tolls are of one event, of which neither tells another place or part: at the mill, in the port.

    Those who died in one place are not those who died in it and another.
    """
    if not is_one_event(toll, other, words) or tells_contrary(toll.clause, other.clause):
        return False
    few, many = sorted((toll.words, other.words), key=len)
    if few and 2 * sum(match_nouns(few, many, words)) <= len(few):
        return False
    joined = any(_JOINED.search(each.clause) for each in (toll, other))
    return not (joined and toll.names and other.names) or all(
        match_name(name, theirs)
        for names, theirs in ((toll.names, other.names), (other.names, toll.names))
        for name in names
    )


def counts_all(toll: Toll, other: Toll) -> bool:
    """Tell whether whom one toll counts are all whom another does: people, or the same."""
    unit, other_unit = toll.number.unit, other.number.unit
    return not unit or is_anybody(unit) or stem(unit) == stem(other_unit)


def _count_alike(unit: str, other: str) -> bool:
    return unit == other or not unit or not other or is_anybody(unit) or is_anybody(other)


def match_nouns(ours: Sequence[str], theirs: Sequence[str], words: Words) -> list[bool]:
    """Tell for each of our words whether one of theirs is the same, or names the same kind of event."""
    found = match_words(ours, theirs, words)
    return [here or any(name_same(word, other) for other in theirs) for word, here in zip(ours, found, strict=True)]
