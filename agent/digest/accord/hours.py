"""Hours: which reports tell the same time of day of one event, in whatever few words.

A sentence such as “The blast happened at 7.40 a.m.” has too little in it to be compared like others; what it says is
the hour, and all of the rest of it has to stand in the other report.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from agent.digest.accord.figures import list_days
from agent.digest.accord.firmness import says_as_firmly
from agent.digest.accord.parties import is_attributed, is_held
from agent.digest.accord.synonyms import name_same
from agent.digest.statements.statements import Statement
from agent.evidence.words.likeness import Words
from agent.verify.conflict.assertions import match_name, match_words
from agent.verify.conflict.contraries import tell_of_two
from agent.verify.conflict.divergence import find_clause
from agent.verify.conflict.modes import find_modes
from index.language.names import find_names
from index.language.numbers import NumberMention
from index.language.terms import content_words, stem

_HOUR = re.compile(
    r"\bat\s(?P<about>(?:about|around|roughly|nearly|almost|some)\s)?"
    r"(?P<time>\d{1,2}[.:][0-5]\d(?:\s?[ap]\.?m\b\.?)?)(?![\d%])"
)
_OCCUR = frozenset(map(stem, "happened happen occurred occur came struck took place hit".split()))
"""Stems of words by which an event is said to have been, whatever it was."""
_BESIDE = re.compile(r"\b(?:during|after|before|following|since|until|amid)\s(?:the\s|an?\s)?\w+", re.IGNORECASE)
"""Another event, by which only it is told when one was."""
_MOST = 6
"""Words beside its hour up to which a sentence is about little else."""


def find_same_hours(statements: Sequence[Statement], words: Words) -> Iterator[tuple[Statement, Statement]]:
    """Yield pairs of statements of which the second tells the hour of the first, and all else that that tells."""
    timed = [(each, hour) for each in statements if each.plain and each.complete and (hour := _read_hour(each.text))]
    for (one, hour), (other, theirs) in permutations(timed, 2):
        if hour == theirs and not one.origins & other.origins and _tells_all(one, other, words):
            yield one, other


def _read_hour(text: str) -> tuple[bool, str] | None:
    """Return the one time of day of a sentence, after whether it is told as about right."""
    found = list(_HOUR.finditer(text))
    if len(found) != 1 or find_modes(text):
        return None
    return bool(found[0]["about"]), re.sub(r"\W", "", found[0]["time"].replace(".", ":", 1))


def _tells_all(one: Statement, other: Statement, words: Words) -> bool:
    claim, theirs = one.assertion, other.assertion
    if claim.numbers or not says_as_firmly(one.text, other.text) or (is_held(theirs) and not is_attributed(claim)):
        return False
    if tell_of_two(one.text, other.text) or not _may_be_of_one_day(one, other):
        return False
    if not all(match_name(name, find_names(other.text)) for name in claim.names):
        return False
    rest = [word for word in claim.words if word.isalpha() and stem(word) not in _OCCUR]
    clause = _read_clause(other.text)
    told = match_words(rest, clause, words)
    found = [here or any(name_same(word, each) for each in clause) for word, here in zip(rest, told, strict=True)]
    return 0 < len(rest) <= _MOST and all(found)


def _may_be_of_one_day(one: Statement, other: Statement) -> bool:
    """Tell whether the other names the day of the first, or is of it; or where that names none, a day before it."""
    days, others = list_days(one.assertion), list_days(other.assertion)
    if days or not one.published:
        return days <= (others or {(other.published or "")[:10]})
    return all(day <= one.published[:10] for day in others)


def _read_clause(text: str) -> list[str]:
    """Return the words of the clause of a sentence that tells the hour, and not what it was during or after."""
    match = _HOUR.search(text)
    assert match
    mention = NumberMention(*match.span(), match[0], 0.0, 0.0, "plain", "", "")
    return content_words(_BESIDE.sub(" ", find_clause(text, mention)))
