"""Denied: whether what one sentence states is what another denies, so that the two contradict each other."""

import re
from collections.abc import Sequence

from agent.evidence.words.likeness import Words
from agent.evidence.words.negation import UNDONE
from agent.verify.conflict.assertions import (
    Assertion,
    is_verb,
    list_predicate,
    match_name,
    match_words,
    read_assertion,
    word_keys,
)
from agent.verify.conflict.comparisons import read_comparison
from agent.verify.conflict.modes import find_modes
from agent.verify.denial.denials import Denial
from index.language.numbers import contradict_numbers

FIRM, JUDGED, BARE = 0.6, 0.75, 0.99
"""Share of what is denied that the other sentence must say: by a verb of denial, a judgement, and a bare negation."""

_OPEN = re.compile(r"\b(?:whether|if|unless)\b|\?", re.IGNORECASE)
_ANY = re.compile(r"\bany\s((?:\w+\s)?\w+)", re.IGNORECASE)
"""What is spoken of whether or not there is any: the right to sue for any role."""
_NOT = re.compile(rf"\b(?:no|not|never|none|{UNDONE})\b|n['’]t\b", re.IGNORECASE)
_LIGHT = frozenset(("take", "make", "give", "put", "go", "come", "hold", "keep"))
_PRONOUNS = frozenset("it he she they we i this that there".split())


def states(stated: Assertion, clause: Assertion, denial: Denial, words: Words) -> bool:
    """Tell whether a clause of a statement says what is denied: its names, predicate and most else, of one subject."""
    scope = read_assertion(denial.scope)
    if not scope.words or _OPEN.search(clause.said) or _OPEN.search(denial.scope):
        return False
    if any(
        word_keys(scope.words[0]) & word_keys(word) for found in _ANY.findall(clause.said) for word in found.split()
    ):
        return False
    if _NOT.search(clause.said) or (denial.firm and not denial.judged and _NOT.search(denial.scope)):
        return False
    if not denial.firm and find_modes(denial.scope) != find_modes(clause.said):
        return False
    if (compared := read_comparison(denial.scope)) and compared != read_comparison(clause.said):
        return False
    if not all(match_name(name, stated.names) for name in scope.names) or _of_other_numbers(scope, clause):
        return False
    found = match_words(scope.words, clause.words, words)
    said, all_said = sum(found) + len(scope.names), len(found) + len(scope.names)
    heads = [here for word, here in zip(scope.words, found, strict=True) if word.islower() and not is_light(word)]
    least = BARE if not denial.firm else JUDGED if denial.judged else FIRM
    named = denial.firm and not denial.judged and len(scope.names) > 1 and any(heads)
    if said < least * all_said or not (named or (heads or found)[0]):
        return False
    if said < 2 or not (denial.firm or _close_together(scope.words, clause)):
        return False
    deeds = [here for word, here in zip(scope.words, found, strict=True) if is_verb(word)]
    if deeds and not any(deeds):
        return False
    predicate = list_predicate(scope)
    if predicate and not any(match_words(predicate, clause.words, words)):
        return False
    return (denial.firm and bool(scope.names) and sum(found) > 1) or _same_subject(
        stated if denial.firm else clause, clause, scope, denial, words
    )


def is_light(word: str) -> bool:
    """Tell whether a verb leaves its meaning to its object: took a picture, made an offer."""
    return not _LIGHT.isdisjoint(word_keys(word))


def _close_together(sought: Sequence[str], clause: Assertion) -> bool:
    """Tell whether words stand in a clause in their order and with little between them."""
    keys = [word_keys(word) for word in clause.words]
    places = [next((n for n, key in enumerate(keys) if key & word_keys(word)), -1) for word in sought]
    return -1 not in places and places == sorted(places) and places[-1] - places[0] <= len(sought)


def _same_subject(stated: Assertion, clause: Assertion, scope: Assertion, denial: Denial, words: Words) -> bool:
    """Tell whether the subject of what is denied, the denier where it is a pronoun, is spoken of in the clause."""
    opening = denial.scope.split()[0].casefold()
    own = opening not in _PRONOUNS and not opening.endswith("ing")
    if denial.firm and scope.names and own:
        return True
    subject = read_assertion(denial.subject)
    if subject.names:
        return any(match_name(name, stated.names) for name in subject.names)
    if not subject.words or (stated.names and not denial.firm):
        return False
    return match_words(subject.words[-1:], clause.words, words)[0]


def _of_other_numbers(scope: Assertion, clause: Assertion) -> bool:
    return bool(scope.numbers) and not any(
        not contradict_numbers(ours, theirs) for ours in scope.numbers for theirs in clause.numbers
    )
