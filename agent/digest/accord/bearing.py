"""Bearing: whether what a report denies, doubts, intends or dates bears on the core of a sentence or on other things.

A report of one deed may deny another in the same breath, or pass on a claim about a third; what stands elsewhere in
a long sentence says nothing against the core.
"""

from calendar import day_name
from datetime import date

from agent.digest.accord.figures import list_days
from agent.digest.accord.firmness import hedges, says_as_firmly, tells_as_surely
from agent.digest.accord.synonyms import same_deed
from agent.digest.statements.polarity import MARKS, Verb, denies_same, read_verbs, reports_denial
from agent.digest.statements.statements import Statement
from agent.verify.conflict.assertions import Assertion, word_keys
from agent.verify.denial.denials import find_denials
from index.language.terms import content_stems, split_words

_DENIED = 0.4
"""Share of a core's words from which a denial that has them is one of the core."""
_LAST = 5
"""Words at the end of a sentence where it may say that all of it is only claimed."""
_APART = 1
"""Days by which reports of one event may differ: one may name the day it was told."""
_DAYS = frozenset(day_name)


def denies_as_core(core: Assertion, other: str) -> bool:
    """Tell whether a sentence denies what a core denies, and nothing of what else that tells."""
    if says_as_firmly(core.text, other):
        return True
    if reports_denial(core.text) != reports_denial(_read_beside(core, other)) or not denies_same(core.text, other):
        return False
    own = frozenset(content_stems(core.text))
    firm = [denial for denial in find_denials(other) if denial.firm]
    return not any(denial.firm for denial in find_denials(core.text)) and not any(
        len(own & frozenset(content_stems(denial.scope))) >= _DENIED * len(own) for denial in firm
    )


def hedges_core(core: Assertion, other: str) -> bool:
    """Tell whether a sentence gives what it has of a core only as claimed: before its verb, or at its end."""
    return hedges(_read_beside(core, other))


def tells_core_as_surely(core: Assertion, other: str) -> bool:
    """Tell whether a sentence does not tell only as possible, or as usual, what it has of a core told as so."""
    return tells_as_surely(core.text, _read_beside(core, other))


def _read_beside(core: Assertion, other: str) -> str:
    """Return what stands before the core's first verb in a sentence, and its last words."""
    words = other.split()
    keys = [verb.keys for verb in read_verbs(core.said)[:1]]
    places = [n for n, word in enumerate(words) if any(same_deed(word_keys(word.strip(MARKS)), key) for key in keys)]
    return " ".join([*words[: places[0] + 1], *words[-_LAST:]]) if places else other


def is_intended(verb: Verb, text: str) -> bool:
    """Tell whether a verb stands in a text only behind `to`."""
    words = [word.strip(MARKS) for word in text.split()]
    found = [words[n - 1] == "to" for n, word in enumerate(words) if n and same_deed(verb.keys, word_keys(word))]
    return bool(found) and all(found)


def is_near_in_time(whole: Statement, other: Statement) -> bool:
    """Tell whether some day that each of two statements names is the same or the next."""
    ours, theirs = (
        [date.fromisoformat(day).toordinal() for day in list_days(each.assertion)] for each in (whole, other)
    )
    return not ours or not theirs or min(abs(one - two) for one in ours for two in theirs) <= _APART


def named_days(text: str) -> frozenset[str]:
    """Return the days of the week that a text names."""
    return frozenset(word for word in split_words(text) if word in _DAYS)
