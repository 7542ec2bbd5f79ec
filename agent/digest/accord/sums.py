"""Sums: whether two sentences tell one deed of the same people with different amounts of money.

How many were hurt changes from day to day, and so does what is raised or lost; what somebody took or paid does not,
whenever it is told.
"""

import re

from agent.digest.accord.synonyms import same_deed
from agent.evidence.words.likeness import Words
from agent.verify.conflict.assertions import Assertion, is_verb, match_name, match_words, read_assertion, word_keys
from agent.verify.conflict.contraries import tell_of_two
from agent.verify.conflict.divergence import find_clause, is_disjoint
from agent.verify.conflict.modes import find_modes
from agent.verify.denial.denials import find_denials
from index.language.numbers import NumberMention, contradict_numbers
from index.language.terms import TITLES, split_words, stem

_SHARED = 0.75
"""Share of the words of the clause with fewer that the other must have for their sums to be of one deed."""
_LEAST = 3
"""Words and names that two clauses must share beside the sums."""
_GROWING = frozenset(
    map(
        stem,
        """raise collect gather donate give spend earn make gain lose receive get cost cause reach total sell offer bid
        have hold owe need seek want demand estimate value""".split(),
    )
)
"""Stems of verbs whose sums change from day to day."""
_NEAR = 4
"""Words before a sum among which its verb stands."""
_PART = re.compile(
    r"\b(?:another|additional|others?|more|further|extra|includ\w+|among|each|per|every|first|remaining|rest|of\swhich|up\sto|"
    r"from|to|between|about\shalf|up\sfrom|down\sfrom|instead|rather|originally|earlier|previously|then|later|now)\s(?:\w+\s)?$",
    re.IGNORECASE,
)


def differ_in_sum(one: Assertion, other: Assertion, words: Words, one_day: bool = True) -> bool:
    """Tell whether two sentences tell one deed with sums that exclude each other.

    `one_day` says that their reports are of one day: only then do sums that may have grown exclude each other.
    """
    ours, theirs = _read_sum(one), _read_sum(other)
    if ours is None or theirs is None or ours.unit != theirs.unit or not contradict_numbers(ours, theirs):
        return False
    if find_denials(one.text) or find_denials(other.text):
        return False
    clause, their = _read_clause(one, ours), _read_clause(other, theirs)
    if find_modes(clause.said) or find_modes(their.said) or is_disjoint(one.dates, other.dates):
        return False
    if tell_of_two(clause.said, their.said) or not (one_day or _GROWING.isdisjoint(_read_verb(clause))):
        return False
    return _same_people(clause, their) and _same_deed(clause, their, words)


def _read_sum(assertion: Assertion) -> NumberMention | None:
    """Return the one amount of money of a sentence, none where it counts only a part."""
    found = [number for number in assertion.numbers if number.kind == "money"]
    if len(found) != 1 or _PART.search(assertion.said, 0, found[0].start):
        return None
    return found[0]


def _read_clause(assertion: Assertion, number: NumberMention) -> Assertion:
    """Return the clause in which a sum stands, without what says who found it so."""
    return read_assertion(find_clause(assertion.said, number).rpartition(" that ")[2])


def _same_people(one: Assertion, other: Assertion) -> bool:
    """Tell whether of the names of two clauses those of the one with fewer are all in the other."""
    few, many = sorted((one.names, other.names), key=len)
    return bool(few) and all(match_name(name, many) for name in few)


def _same_deed(one: Assertion, other: Assertion, words: Words) -> bool:
    """Tell whether two clauses have one verb before their sums, and enough names and words in common."""
    if not same_deed(_read_verb(one), _read_verb(other)):
        return False
    few, many = sorted((_list_words(one), _list_words(other)), key=len)
    shared = sum(match_words(few, many, words))
    if shared < len(few) and not all(match_words(many, few, words)):
        return False
    return shared >= _SHARED * len(few) and shared + min(len(one.names), len(other.names)) >= _LEAST


def _read_verb(clause: Assertion) -> frozenset[str]:
    """Return the stems of the verb that stands before a clause's sum."""
    before = clause.said[: clause.numbers[0].start] if clause.numbers else ""
    verbs = [word for word in split_words(before)[-_NEAR:] if is_verb(word)]
    return word_keys(verbs[-1]) if verbs else frozenset()


def _list_words(clause: Assertion) -> list[str]:
    units = {number.unit for number in clause.numbers}
    return [word for word in clause.words if word not in TITLES and word.removesuffix("s") not in units]
