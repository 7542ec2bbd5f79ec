"""Backing: whether another report says all that the core of a sentence says.

A core is short, so hardly anything of it may be missing: no name, no number, not its first verb, and little else by
weight. Reports that name days apart tell of different events, whether or not the core still names its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.answer.answer import Verdict
from agent.digest.accord.agreement import differs_by_word, has_speaker, repeats
from agent.digest.accord.bearing import denies_as_core, hedges_core, is_near_in_time, named_days, tells_core_as_surely
from agent.digest.accord.cores import list_cores
from agent.digest.accord.coverage import covers, is_word, weigh_covered
from agent.digest.accord.deeds import cut_at_verb, tells_deeds
from agent.digest.accord.figures import fits, has_dates
from agent.digest.accord.firmness import hedges
from agent.digest.accord.parties import is_attributed, is_held, takes_back
from agent.digest.accord.quotations import has_quotes
from agent.digest.statements.polarity import lies_ahead
from agent.digest.statements.statements import Statement
from agent.evidence.words.likeness import Words
from agent.verify.conflict.alignment import fit_names
from agent.verify.conflict.assertions import Assertion, match_name, read_assertion
from agent.verify.support.verdict import check_sentence
from index.language.names import find_names
from index.language.terms import content_stems

_LIKELY = 0.4
"""Share of a core's words that another must have in the same form to be compared with it at all."""


@dataclass(frozen=True, slots=True)
class Backed:
    """A core with the statements that say it; `missing` counts its words that one of them has not."""

    core: str
    backing: tuple[Statement, ...]
    missing: int


def back_cores(whole: Statement, others: Sequence[Statement], words: Words) -> list[Backed]:
    """Return the cores of a statement that other voices say as well, each with all statements that say it."""
    if not (whole.complete and whole.plain and any(other.origins != whole.origins for other in others)):
        return []
    stems = {other.number: frozenset(content_stems(other.text)) for other in others}
    found: list[Backed] = []
    for core in list_cores(whole.text):
        own = frozenset(content_stems(core))
        near = [other for other in others if len(own & stems[other.number]) >= _LIKELY * len(own)]
        if not any(other.origins != whole.origins for other in near):
            continue
        place = whole.places[0].paragraph
        assertion = read_assertion(core, place.source.date)
        backing = tuple(other for other in near if backs(assertion, whole, other, words))
        voiced = any(other.origins != whole.origins for other in backing)
        if voiced and check_sentence(core, [place.text]).verdict is Verdict.SUPPORTED:
            missing = max(weigh_covered(assertion, other, words)[2] for other in backing)
            found.append(Backed(core, backing, missing))
    return found


def backs(core: Assertion, whole: Statement, other: Statement, words: Words) -> bool:
    """Tell whether a statement says all that a core of another (`whole`) says."""
    if not (whole.plain and other.plain) or not is_near_in_time(whole, other) or takes_back(core.text, other.text):
        return False
    if not has_dates(core, other.assertion) or (is_held(other.assertion) and not is_attributed(core)):
        return False
    if repeats(core.text, other.text):
        return True
    if not named_days(core.text) <= named_days(other.text):
        return False
    if differs_by_word(core.text, other.text):
        return False
    if not denies_as_core(core, other.text) or not fits(core, other.assertion):
        return False
    if not tells_core_as_surely(core, other.text):
        return False
    if lies_ahead(core.said) != lies_ahead(other.assertion.said):
        return False
    if hedges_core(core, other.text) and not (core.speaker or hedges(core.text)):
        return False
    if not (has_speaker(core, other.assertion) and has_quotes(core.text, other.text)):
        return False
    return _has_names(core, other) and tells_deeds(core, other.assertion) and covers(core, other, words)


def _has_names(core: Assertion, other: Statement) -> bool:
    """Tell whether the other has all names of a core, of many all but one, in no reversed order.

    One may stand beside it, in the title or the sentence before, where it names nobody else.
    """
    own = dict.fromkeys(core.names or find_names(core.speaker))
    names = tuple(name for name in own if not is_word(name, core.text))
    theirs = tuple(name for name in find_names(other.text) if not is_word(name, other.text))
    found = [match_name(name, theirs) for name in names]
    missing = [name for name, here in zip(names, found, strict=True) if not here]
    if not names or len(missing) > 1:
        return False
    acts = missing[:1] == list(names[:1]) and bool(find_names(cut_at_verb(other.text)))
    if missing and any(found) and not acts and all(match_name(name, names) for name in theirs):
        place = other.places[0]
        return match_name(missing[0], find_names(f"{place.paragraph.source.title}. {place.before}"))
    acting = cut_at_verb(core.text)
    in_order = all(name in acting for name in names) or fit_names(names, theirs)
    return found[0] and len(missing) <= (len(found) > 3) and in_order
