"""Claims: statements of several sources that assert the same, brought together, and what contradicts them.

Statements that share rare words or names are candidates, found through an inverted index, so that the work grows
with the text. They are one claim when names, numbers, dates and polarity agree and enough of the rarer content is
shared.
"""

from collections.abc import Sequence

from agent.digest.disagreement import find_contradictions, oppose_groups
from agent.digest.groups import Group
from agent.digest.rarity import Rarity
from agent.digest.statements import Statement
from agent.evidence.likeness import Words
from agent.verify.alignment import overlap
from agent.verify.assertions import Assertion
from agent.verify.contradiction import find_modes
from agent.verify.denials import find_denials
from index.numbers import contradict_numbers

SAME = ((4, 0.19), (6, 0.15))
"""How many words and names two sentences must share, and the product of the weighted shares of both that these are,
to assert the same; the more is shared, the more may stand beside it. Read from 80 pairs of BASIL's first 30 events."""
_SAME_DAY = (9, 0.085)
"""The same for two sentences that name the same day."""


def find_claims(statements: Sequence[Statement], words: Words) -> list[Group]:
    """Return the claims of a story in the order in which its statements come; every statement is in one at least."""
    rarity = Rarity(statements)
    pairs = list(rarity.pairs())
    groups = _join(statements, [pair for pair in pairs if _asserts_same(*pair, words, rarity)])
    return oppose_groups(groups, list(find_contradictions(statements, pairs, words)), words)


def _asserts_same(one: Statement, other: Statement, words: Words, rarity: Rarity) -> bool:
    if not (one.plain and other.plain) or rarity.count_shared(one, other) < SAME[0][0] - 1:
        return False
    if bool(find_denials(one.text)) != bool(find_denials(other.text)):
        return False
    if not _fits(one.assertion, other.assertion):
        return False
    if bool(find_modes(one.assertion.said)) != bool(find_modes(other.assertion.said)):
        return False
    shared = overlap(one.assertion, other.assertion, words, rarity.weigh)
    levels = (*SAME, _SAME_DAY) if _days_of(one.assertion) & _days_of(other.assertion) else SAME
    return shared.named and any(shared.count >= count and shared.product >= product for count, product in levels)


def _days_of(assertion: Assertion) -> frozenset[str]:
    return frozenset(date.value for date in assertion.dates if date.precision == "day")


def _fits(one: Assertion, other: Assertion) -> bool:
    """Tell whether numbers and dates agree: those of the sentence with fewer stand in the other."""
    few, many = sorted((one.numbers, other.numbers), key=len)
    for number in few:
        if not any(not contradict_numbers(number, each) and _close(number.value, each.value) for each in many):
            return False
    days, others = _days_of(one), _days_of(other)
    return not (days and others) or bool(days & others)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= 0.25 * max(abs(one), abs(other))


def _join(statements: Sequence[Statement], pairs: Sequence[tuple[Statement, Statement]]) -> list[list[Statement]]:
    """Bring statements together that assert the same as at least half of those they join."""
    alike = {(one.number, other.number) for one, other in pairs}
    alike |= {(other, one) for one, other in alike}
    group_of = {statement.number: [statement] for statement in statements}
    for one, other in pairs:
        ours, theirs = group_of[one.number], group_of[other.number]
        if ours is theirs:
            continue
        held = sum((a.number, b.number) in alike for a in ours for b in theirs)
        if 2 * held >= len(ours) * len(theirs):
            ours += theirs
            for statement in theirs:
                group_of[statement.number] = ours
    unique = {id(group): group for group in group_of.values()}
    return list(unique.values())
