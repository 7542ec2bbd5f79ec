"""Revisions: figures that a report tells to have been changed from one to another, and who still tells the old one.

The company raised the sum from 10 to 15 million: what an earlier report has of 10 million is so no more.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from agent.digest.statements.polarity import reports_denial
from agent.digest.statements.statements import Statement
from agent.digest.tallying.scope import is_elsewhere
from agent.verify.conflict.divergence import find_clause
from agent.verify.conflict.modes import find_modes
from index.language.numbers import NumberMention, find_numbers
from index.language.terms import content_stems, stem

_HEDGED = r"(?:(?:at\sleast|about|around|some|nearly|almost|over|more\sthan)\s)?"
_CHANGED = re.compile(
    r"(?<!\bbe\s)(?<!\bnot\s)(?<!\bnever\s)(?<!n['’]t\s)\b(?:raised|increased|lifted|boosted|hiked|lowered|cut|reduced|"
    r"slashed|trimmed|halved|corrected|revised|updated|amended|adjusted|changed|doubled|tripled|trebled|quadrupled|widened|"
    r"extended|expanded|rose|risen|grew|grown|climbed|jumped|surged|fell|fallen|dropped|declined|shrank|swelled|went|gone|"
    rf"upgraded|downgraded|moved)\b(?:[^.;:”\"]|\.(?!\s+[A-Z”])){{0,120}}?\bfrom\s{_HEDGED}$"
)
"""What stands before the figure that was so: raised the sum from."""
_TO = re.compile(rf"(?:\s(?!to\b)[\w,]+){{0,5}}?\s(?:;;|to)\s{_HEDGED}")
_TELLING = 100
"""From which a plain number is told apart by itself; a lesser one may count anything."""
_SHARED = 2
"""Words that an earlier statement must share with one that tells of the change."""


@dataclass(frozen=True, slots=True)
class Revision:
    """The figure that was so, and the one that is so since."""

    old: NumberMention
    new: NumberMention


def find_revised(statements: Sequence[Statement]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the numbers of the statements whose figure a later report tells to be changed, and of the last such."""
    plain = [each for each in statements if each.published]
    told = [(each, revision) for each in plain for revision in _read_current(each)]
    stems = {each.number: _read_stems(each.text) for each in plain if told}
    pairs = {
        (one.number, later.number)
        for later, revision in told
        for one in plain
        if _day(one) < _day(later)
        and len(stems[later.number] & stems[one.number]) >= _SHARED
        and _tells_old(revision, find_numbers(one.text), stems[later.number])
    }
    revised = frozenset(one for one, _ in pairs)
    return revised, frozenset(later for _, later in pairs) - revised


def _read_current(statement: Statement) -> Iterator[Revision]:
    """Yield the changes of the time of its report that a statement tells."""
    if " from " in statement.text and not is_elsewhere(statement.assertion, statement.published):
        yield from read_revisions(statement.text)


def read_revisions(text: str) -> Iterator[Revision]:
    """Yield the changes from one figure to another that a sentence tells as done."""
    if reports_denial(text):
        return
    told = _part_ranges(text)
    scaled = {each.start: each.value for each in find_numbers(text)}  # 84 to 78 million
    numbers = [_set_value(each, scaled.get(each.start, each.value)) for each in find_numbers(told)]
    for old, new in pairwise(numbers):
        changed = _CHANGED.search(told[: old.start]) and _TO.fullmatch(told, old.end, new.start)
        if changed and old.value != new.value and not find_modes(find_clause(text, new)):
            yield Revision(old, new)


def _set_value(number: NumberMention, value: float) -> NumberMention:
    return replace(number, value=value, high=max(value, number.high))


def _part_ranges(text: str) -> str:
    """Return a text of equal length in which what reads as a range of two figures (10 to 15) is parted."""
    for each in find_numbers(text):
        text = text[: each.start] + each.text.replace(" to ", " ;; ") + text[each.end :]
    return text


def _read_stems(text: str) -> set[str]:
    """Return the stems of what a text tells beside its numbers."""
    for each in reversed(find_numbers(text)):
        text = text[: each.start] + text[each.end :]
    return set(content_stems(text))


def _tells_old(revision: Revision, numbers: Sequence[NumberMention], stems: set[str]) -> bool:
    """Tell whether numbers of a statement tell the old figure of a revision and not the new; `stems` are its words."""
    if any(each.value == revision.new.value for each in numbers):
        return False
    return any(each.value == revision.old.value and _is_alike(each, revision, stems) for each in numbers)


def _is_alike(number: NumberMention, revision: Revision, stems: set[str]) -> bool:
    """Tell whether a number may count what a revised one does."""
    kind = revision.new.kind if revision.old.kind == "plain" else revision.old.kind
    if number.kind == kind != "plain":
        return True
    units = {stem(each.unit) for each in (revision.old, revision.new) if each.unit}
    if not number.unit:
        return number.value >= _TELLING
    return stem(number.unit) in (units or stems) or (number.value >= _TELLING and not units)


def _day(statement: Statement) -> str:
    return (statement.published or "")[:10]
