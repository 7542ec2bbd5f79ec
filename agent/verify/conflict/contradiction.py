"""Contradictions between two sentences, told with precision first: a false one is worse than one that is missed.

Four kinds: one sentence says what the other denies; both are the same but for a word and its contrary; both say the
same of the same thing with numbers of one unit that exclude each other; both date the same event to different days. A
report that can supersede an earlier one (a later count, an event after the denial) does not contradict it.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from agent.evidence.words.deeds import find_order
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
from agent.verify.conflict.clauses import break_at
from agent.verify.conflict.comparisons import read_comparison
from agent.verify.conflict.contraries import exchanges_contrary
from agent.verify.conflict.divergence import find_divergence, is_disjoint
from agent.verify.conflict.modes import find_modes
from agent.verify.denial.denials import Denial, find_denials
from agent.verify.denial.pointing import denies_said
from agent.verify.denial.sayings import read_saying
from index.language.numbers import contradict_numbers

FIRM, JUDGED, BARE = 0.6, 0.75, 0.99
"""Share of what is denied that the other sentence must say: by a verb of denial, a judgement, and a bare negation."""

_CLAUSE = break_at("because", "if")
_OPEN = re.compile(r"\b(?:whether|if|unless)\b|\?", re.IGNORECASE)
_ANY = re.compile(r"\bany\s((?:\w+\s)?\w+)", re.IGNORECASE)
"""What is spoken of whether or not there is any: the right to sue for any role."""
_NOT = re.compile(rf"\b(?:no|not|never|none|{UNDONE})\b|n['’]t\b", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"\b(?:unclear|unknown|uncertain|not\s(?:clear|known|certain))\s(?:if|whether|how|who|when|where|why)\b",
    re.IGNORECASE,
)
"""How a sentence leaves open what it names."""
_CONTRAST = re.compile(r"^[“\"]?(?:But|However|Yet|Nevertheless|Still)\b|\bhowever\b", re.IGNORECASE)
_LIGHT = frozenset(("take", "make", "give", "put", "go", "come", "hold", "keep"))
_PRONOUNS = frozenset("it he she they we i this that there".split())


class Kind(StrEnum):
    """How two sentences contradict each other."""

    DENIAL = "denial"
    """By a verb of denial or a judgement: `denied`, `not true`."""
    NEGATION = "negation"
    """By a negated verb only (`did not`): within one source this is more often a distinction than a dispute."""
    CONTRARY = "contrary"
    """By a word in the place of its contrary, in sentences that are the same otherwise."""
    NUMBER = "number"
    DATE = "date"


def contradict(
    first: str,
    second: str,
    words: Words,
    published: tuple[str | None, str | None] = (None, None),
    follows: bool = False,
) -> Kind | None:
    """Tell how two sentences contradict each other, None where they do not (or it is not certain).

    `published` are the days of publication (ISO); `follows` says that `second` comes right after `first` in one
    source, so that it may deny "this".
    """
    one, other = read_assertion(first, published[0]), read_assertion(second, published[1])
    if (kind := _denies(one, other, words, follows)) and not _later(published[0], published[1]):
        return kind
    if not follows and (kind := _denies(other, one, words, False)) and not _later(published[1], published[0]):
        return kind
    if follows or find_denials(first) or find_denials(second) or find_modes(one.said) or find_modes(other.said):
        return None
    if exchanges_contrary(one, other) and not (_later(*published) or _later(*published[::-1])):
        return None if is_disjoint(one.dates, other.dates) else Kind.CONTRARY
    apart = find_divergence(one, other, words, published)
    return Kind(apart) if apart else None


def _later(day: str | None, other: str | None) -> bool:
    """Tell whether the first day is known to be after the other."""
    return bool(day and other and day[:10] > other[:10])


def _denies(stated: Assertion, denier: Assertion, words: Words, follows: bool) -> Kind | None:
    """Tell how the second sentence denies what the first one states."""
    if "?" in (stated.text.rstrip('”" ')[-1:], denier.text.rstrip('”" ')[-1:]):
        return None
    if find_denials(stated.text) or _UNKNOWN.search(stated.text) or find_order(stated.text):
        return None
    if follows and denies_said(stated.text, denier.text) and not find_modes(read_saying(stated.text).asserted):
        return Kind.DENIAL
    denials = find_denials(denier.text)
    if follows and any(_contrasts(stated, denier, denial) for denial in denials):
        return Kind.DENIAL
    clauses = [read_assertion(clause) for clause in _CLAUSE.split(stated.said) if clause.strip()]
    for denial in denials:
        if not (denial.before or denial.doubted) and any(_says(stated, clause, denial, words) for clause in clauses):
            return Kind.DENIAL if denial.firm else Kind.NEGATION
    return None


def _contrasts(stated: Assertion, denier: Assertion, denial: Denial) -> bool:
    """Tell whether a denial names what the sentence before does: `But … said it was not true that NAME …`."""
    named = read_assertion(denial.scope).names
    same_speaker = bool(stated.speaker) and stated.speaker == denier.speaker
    contrasted = _CONTRAST.search(denier.text) is not None and denial.firm and not same_speaker
    return contrasted and bool(named) and all(match_name(name, stated.names) for name in named)


def _says(stated: Assertion, clause: Assertion, denial: Denial, words: Words) -> bool:
    """Tell whether a clause states what is denied: its names, its predicate and most else, of the same subject."""
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
