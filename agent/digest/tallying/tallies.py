"""Tallies: counts of anything that is told as a running total, and the earlier counts that a later one replaces.

The number of arrests has risen to 27: who had fourteen people arrested the day before told of the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agent.digest.statements.statements import Statement
from agent.digest.tallying.occasions import is_one_event
from agent.digest.tallying.scope import counts_part, is_elsewhere
from agent.digest.tallying.tolls import Harm, Toll, list_names, list_other_words, read_clause
from agent.evidence.words.likeness import Words
from agent.evidence.words.people import is_people
from agent.verify.conflict.assertions import Assertion, read_assertion
from agent.verify.conflict.former import read_numbers
from agent.verify.conflict.modes import find_modes
from index.language.numbers import NumberMention
from index.language.terms import content_stems, split_words, stem

_HEDGED = r"(?:at\sleast\s|about\s|around\s|some\s|more\sthan\s|over\s|nearly\s|almost\s)?(?:the\s)?"
_REACHED = (
    r"(?:(?:has|had|have)\s)?(?:(?:now|since|meanwhile|again)\s)?(?:rose|risen|rises?|climb(?:s|ed)?|grew|grown|gone\sup|went\sup|"
    r"increased|jumped|stands?|stood|reach(?:es|ed)?|passed|is|was"
    r"|(?:was|were|been)\s(?:\w+ly\s)?(?:corrected|revised|raised|updated|increased|put)(?:\sup(?:wards?)?)?"
    r"(?:\s(?:by|on|in)\s[^.;:,]{2,40}?)?)"
    r"\s(?:(?:now|again|further)\s)?(?:(?:to|at|from\s\S+\sto)\s)?"
)
_NUMBER_OF = re.compile(
    rf"\bnumber\sof\s(?:[a-z-]+\s){{0,2}}?(?P<noun>[a-z-]+s|people|men|women|children)\b(?P<whom>(?:\s[^.;:]{{0,80}}?)?)\s{_REACHED}{_HEDGED}$"
)
_TOTAL = re.compile(
    r"\b(?:final|total|overall|latest|official|new)\s(?:count|tally|total|figure|number)\s(?:is|was|stands\sat|stood\sat|of)\s"
    rf"(?:now\s)?{_HEDGED}$|\b(?:bring|brought|rais|tak|took)\w*\sthe\s(?:total|tally|count|number)\s(?:[^.;:]{{0,40}}\s)?to\s$"
    r"|\bnow\s(?:counts?|lists?|reports?|records?)\s(?:as\smany\sas\s)?"
    rf"{_HEDGED}$|\b(?:has|have)\s(?:now|so\sfar|by\snow)\s(?:counted|recorded|registered|confirmed)\s{_HEDGED}$"
    rf"|^As\s(?:of|at)\s[^;:]{{2,40}}?,\s{_HEDGED}$"
)
_COUNTED = re.compile(r"\s(?:[a-z-]+\s)?(?P<noun>[a-z-]+s)\b")


@dataclass(frozen=True, slots=True)
class Tally:
    """A running total: the stem of what it counts, and the number with its clause, words and names.

    `whom` holds the stems of what says which of them are counted: homes without power.
    """

    noun: str
    toll: Toll
    whom: frozenset[str] = frozenset()


def find_outgrown(statements: Sequence[Statement], words: Words) -> tuple[frozenset[int], frozenset[int]]:
    """Return the numbers of the statements whose count a later total raises, and of those that tell the last."""
    plain = [(each, read_assertion(each.text, each.published)) for each in statements if each.plain and each.published]
    tallies = [(each, tally) for each, read in plain for tally in _read_tallies(each, read)]
    pairs = {
        (one.number, later.number)
        for later, tally in tallies
        for one, read in plain
        if _day(one) < _day(later)
        for count in _read_counts(one, read, tally.noun)
        if count.number.value < tally.toll.number.value
        and (not tally.whom or tally.whom.intersection(content_stems(one.text)))
        and is_one_event(count, tally.toll, words, total=True)
    }
    outgrown = frozenset(one for one, _ in pairs)
    return outgrown, frozenset(later for _, later in pairs) - outgrown


def _read_tallies(statement: Statement, read: Assertion) -> Iterator[Tally]:
    for number in _plain_numbers(statement, read):
        before, after = read.said[: number.start], read.said[number.end :]
        counted = _COUNTED.match(after)
        found = _NUMBER_OF.search(before) or (counted if _TOTAL.search(before) else None)
        if found and not find_modes(read_clause(read, number)[0]):
            whom = set(content_stems(found.groupdict().get("whom") or ""))
            named = {part for name in read.names for part in content_stems(name)}
            toll = _make_toll(number, found["noun"], read.said, list_other_words(read), list_names(read))
            yield Tally(stem(found["noun"]), toll, frozenset(whom - named))


def _read_counts(statement: Statement, read: Assertion, noun: str) -> Iterator[Toll]:
    """Yield the counts of a statement, none of several, that are of what a noun stands for, or of people so treated."""
    counts = [
        _make_toll(number, noun, *read_clause(read, number))
        for number in _plain_numbers(statement, read)
        if (not number.unit or is_people(number.unit) or stem(number.unit) == noun)
        and not counts_part(read.said, number)
    ]
    fitting = [each for each in counts if noun in map(stem, split_words(each.clause))]
    if len(fitting) == 1 and not find_modes(fitting[0].clause):
        yield fitting[0]


def _plain_numbers(statement: Statement, read: Assertion) -> list[NumberMention]:
    """Return the numbers that count something, of those from and to which it went the last."""
    if is_elsewhere(read, statement.published):
        return []
    plain = [each for each in read_numbers(read) if each.kind == "plain" and each.value == each.high]
    return [replace(each, start=each.end - len(each.text.rpartition(" to ")[2])) for each in plain]


def _make_toll(number: NumberMention, noun: str, clause: str, words: tuple[str, ...], names: tuple[str, ...]) -> Toll:
    """Return a count of what a noun stands for, by whatever unit it is told, as a toll to be compared."""
    return Toll(Harm.INJURY, replace(number, unit=""), clause, (*words, noun), names, total=True)


def _day(statement: Statement) -> str:
    return (statement.published or "")[:10]
