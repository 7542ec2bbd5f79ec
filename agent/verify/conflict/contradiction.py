"""Contradictions between two sentences, told with precision first: a false one is worse than one that is missed.

Four kinds: one sentence says what the other denies; both are the same but for a word and its contrary; both say the
same of the same thing with numbers of one unit that exclude each other; both date the same event to different days. A
report that can supersede an earlier one (a later count, an event after the denial) does not contradict it.
"""

import re
from enum import StrEnum

from agent.evidence.words.deeds import find_order
from agent.evidence.words.likeness import Words
from agent.verify.conflict.assertions import (
    Assertion,
    match_name,
    read_assertion,
)
from agent.verify.conflict.clauses import break_at
from agent.verify.conflict.contraries import exchanges_contrary
from agent.verify.conflict.corrected import corrects
from agent.verify.conflict.denied import states
from agent.verify.conflict.divergence import find_divergence, is_disjoint
from agent.verify.conflict.modes import find_modes
from agent.verify.denial.denials import Denial, find_denials
from agent.verify.denial.pointing import denies_said
from agent.verify.denial.sayings import read_saying

_CLAUSE = break_at("because", "if")
_UNKNOWN = re.compile(
    r"\b(?:unclear|unknown|uncertain|not\s(?:clear|known|certain))\s(?:if|whether|how|who|when|where|why)\b",
    re.IGNORECASE,
)
"""How a sentence leaves open what it names."""
_CONTRAST = re.compile(r"^[“\"]?(?:But|However|Yet|Nevertheless|Still)\b|\bhowever\b", re.IGNORECASE)


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
    if not follows and (corrects(one, other) or corrects(other, one)):
        return Kind.NUMBER
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
        if not (denial.before or denial.doubted) and any(states(stated, clause, denial, words) for clause in clauses):
            return Kind.DENIAL if denial.firm else Kind.NEGATION
    return None


def _contrasts(stated: Assertion, denier: Assertion, denial: Denial) -> bool:
    """Tell whether a denial names what the sentence before does: `But … said it was not true that NAME …`."""
    named = read_assertion(denial.scope).names
    same_speaker = bool(stated.speaker) and stated.speaker == denier.speaker
    contrasted = _CONTRAST.search(denier.text) is not None and denial.firm and not same_speaker
    return contrasted and bool(named) and all(match_name(name, stated.names) for name in named)
