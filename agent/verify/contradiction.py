"""Contradictions between two sentences, told with precision first: a false one is worse than one that is missed.

Three kinds: one sentence says what the other denies; both say the same of the same thing with numbers of one unit
that exclude each other; both date the same event to different days. A report that can supersede an earlier one (a
later count, an event after the denial) does not contradict it.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from agent.evidence.likeness import Words
from agent.verify.alignment import fit_names, overlap
from agent.verify.assertions import Assertion, match_name, match_words, read_assertion, word_keys
from agent.verify.denials import Denial, find_denials
from index.dates import DateMention
from index.numbers import NumberMention, contradict_numbers
from index.terms import fold, stem

FIRM, BARE = 0.6, 0.99
"""Share of what is denied that the other sentence must say, for a verb of denial and for a bare negation."""
ALIGNED, DATED = 0.65, 0.75
"""Share of the shorter sentence that the other must have for their numbers, or dates, to be of the same thing."""
_SHARED = 4
"""Words and names that two sentences must share for their numbers or dates to be of the same thing."""

_CLAUSE = re.compile(r"[;:—–]|,?\s(?:but|while|whereas|although|though|because|after|before|if|when)\s", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:whether|if|unless|would|could|may|might|should|must|will|shall|can|want\w*|hop\w+|plan\w*|expect\w*|threat\w+|about\sto|"
    r"likely|possib\w+|question\w*|wonder\w*|ask\w*|to\sbe|attempt\w*|tr(?:y|ied|ying)\sto|fear\w*|intend\w*|vow\w*|promis\w+|swor[en]|pledg\w+|"
    r"propos\w+|suppos\w+|refus\w+|declin\w+)\b|\w['’](?:ll|d)\b|\?",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:whether|if|unless)\b|\?", re.IGNORECASE)
_CONTRAST = re.compile(r"^[“\"]?(?:But|However|Yet|Nevertheless|Still)\b|\bhowever\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:another|additional|others?|more|includ\w+|among|each|per|every|first|remaining|rest|further|about\shalf|"
    r"of\s(?:them|whom))\b",
    re.IGNORECASE,
)
_LIGHT = frozenset(("take", "make", "give", "put", "go", "come", "hold", "keep"))
_PRONOUNS = frozenset("it he she they we i this that there".split())


class Kind(StrEnum):
    """How two sentences contradict each other."""

    DENIAL = "denial"
    """By a verb of denial or a judgement: `denied`, `not true`."""
    NEGATION = "negation"
    """By a negated verb only (`did not`): within one source this is more often a distinction than a dispute."""
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
    return None if follows else _tell_apart(one, other, words, published)


def _tell_apart(
    one: Assertion, other: Assertion, words: Words, published: tuple[str | None, str | None]
) -> Kind | None:
    """Tell whether two sentences say the same of the same thing but for a number or a date."""
    counted = _differ(one, other) and not _apart(one, other, published)
    dated = not one.numbers and not other.numbers and _dated_apart(one, other)
    if not (counted or dated) or find_denials(one.text) or find_denials(other.text):
        return None
    if find_modes(one.said) or find_modes(other.said):
        return None
    shared = overlap(one, other, words)
    if shared.count < _SHARED or not shared.named or shared.shorter < (ALIGNED if counted else DATED):
        return None
    return Kind.NUMBER if counted else Kind.DATE


def _later(day: str | None, other: str | None) -> bool:
    """Tell whether the first day is known to be after the other."""
    return bool(day and other and day[:10] > other[:10])


def _denies(stated: Assertion, denier: Assertion, words: Words, follows: bool) -> Kind | None:
    """Tell how the second sentence denies what the first one states."""
    denials = find_denials(denier.text)
    if not denials or find_denials(stated.text) or stated.text.rstrip('”" ').endswith("?"):
        return None
    if follows and any(_denies_before(stated, denier, denial) for denial in denials):
        return Kind.DENIAL
    clauses = [read_assertion(clause) for clause in _CLAUSE.split(stated.said) if clause.strip()]
    for denial in denials:
        if not denial.before and any(_says(stated, clause, denial, words) for clause in clauses):
            return Kind.DENIAL if denial.firm else Kind.NEGATION
    return None


def _denies_before(stated: Assertion, denier: Assertion, denial: Denial) -> bool:
    """Tell whether a denial is of the sentence before: `denied this`, or `But … said it was not true that NAME …`."""
    if denial.before:
        return bool(stated.speaker or _accuses(stated.text)) and not _UNREAL.search(stated.said)
    named = read_assertion(denial.scope).names
    same_speaker = bool(stated.speaker) and stated.speaker == denier.speaker
    contrasted = _CONTRAST.search(denier.text) is not None and denial.firm and not same_speaker
    return contrasted and bool(named) and all(match_name(name, stated.names) for name in named)


def _accuses(text: str) -> bool:
    return re.search(r"\b(?:accus|alleg|claim|declar|announc|assert|report|suggest)ed\b", text) is not None


def _says(stated: Assertion, clause: Assertion, denial: Denial, words: Words) -> bool:
    """Tell whether a clause states what is denied: its names, its predicate and most else, of the same subject."""
    scope = read_assertion(denial.scope)
    if not scope.words or _OPEN.search(clause.said) or _OPEN.search(denial.scope):
        return False
    if not denial.firm and find_modes(denial.scope) != find_modes(clause.said):
        return False
    if not all(match_name(name, stated.names) for name in scope.names) or _of_other_numbers(scope, clause):
        return False
    found = match_words(scope.words, clause.words, words)
    said, all_said = sum(found) + len(scope.names), len(found) + len(scope.names)
    heads = [here for word, here in zip(scope.words, found, strict=True) if word.islower() and not is_light(word)]
    if said < (FIRM if denial.firm else BARE) * all_said or not (heads or found)[0]:
        return False
    if said < 2 or not (denial.firm or _close_together(scope.words, clause)):
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


def find_modes(text: str) -> frozenset[str]:
    """Return the words by which a text speaks of what may be, is wanted, or is asked, rather than of what is."""
    return frozenset(match[0].casefold() for match in _UNREAL.finditer(text))


def _of_other_numbers(scope: Assertion, clause: Assertion) -> bool:
    return bool(scope.numbers) and not any(
        not contradict_numbers(ours, theirs) for ours in scope.numbers for theirs in clause.numbers
    )


def _apart(one: Assertion, other: Assertion, published: tuple[str | None, str | None]) -> bool:
    """Tell whether two counts may be of different times: reports of different days that name no common day."""
    if not published[0] or not published[1] or published[0][:10] == published[1][:10]:
        return _disjoint(one.dates, other.dates)
    return not {mention.value for mention in one.dates} & {mention.value for mention in other.dates}


def _disjoint(one: tuple[DateMention, ...], other: tuple[DateMention, ...]) -> bool:
    values, others = {mention.value for mention in one}, {mention.value for mention in other}
    return bool(values and others) and not values & others


def _differ(one: Assertion, other: Assertion) -> bool:
    """Tell whether the sentences count one thing differently; several counts of one unit in a sentence tell nothing."""
    if _PART.search(one.said) or _PART.search(other.said):
        return False
    ours, theirs = _by_unit(one), _by_unit(other)
    pairs = [(ours[unit], theirs[unit]) for unit in ours.keys() & theirs.keys()]
    alone = [(found[0], others[0]) for found, others in pairs if len(found) == len(others) == 1]
    return any(contradict_numbers(*pair) for pair in alone)


def _by_unit(assertion: Assertion) -> dict[str, list[NumberMention]]:
    units: dict[str, list[NumberMention]] = {}
    for mention in assertion.numbers:
        if mention.unit and mention.kind in ("plain", "money", "percent"):
            units.setdefault(stem(fold(mention.unit)), []).append(mention)
    return units


def _dated_apart(one: Assertion, other: Assertion) -> bool:
    """Tell whether each sentence has one date, both of one precision, and they differ."""
    if len(one.dates) != 1 or len(other.dates) != 1 or not fit_names(one.names, other.names):
        return False
    ours, theirs = one.dates[0], other.dates[0]
    return ours.precision == theirs.precision in ("day", "year") and ours.value != theirs.value
