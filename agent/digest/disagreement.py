"""Disagreement: which claims of a story are set against which, because a statement of one contradicts the other."""

from collections.abc import Iterator, Sequence

from agent.digest.groups import Group, rank_statements
from agent.digest.statements import Statement
from agent.evidence.likeness import Words
from agent.verify.alignment import overlap
from agent.verify.assertions import match_name
from agent.verify.contradiction import Kind, contradict
from agent.verify.denials import find_denials
from index.names import find_names

_SAME_DISPUTE = 3
"""Words and names that what is denied must share for two denials of one party to be one dispute."""


def find_contradictions(
    statements: Sequence[Statement], pairs: Sequence[tuple[Statement, Statement]], words: Words
) -> Iterator[tuple[Statement, Statement, Kind]]:
    """Yield what contradicts what: the statement first, then its denial or the other number or date."""
    for one, other in _neighbours(statements):
        kind = contradict(one.text, other.text, words, _days(one, other), follows=True)
        if one.plain and other.plain and kind is Kind.DENIAL:
            yield one, other, kind
    for one, other in pairs:
        if not (one.plain and other.plain) or not (kind := contradict(one.text, other.text, words, _days(one, other))):
            continue
        if kind is Kind.NEGATION and one.sources & other.sources:
            continue
        denies = kind in (Kind.DENIAL, Kind.NEGATION) and not find_denials(other.text)
        yield (other, one, kind) if denies else (one, other, kind)


def _days(one: Statement, other: Statement) -> tuple[str | None, str | None]:
    return one.published, other.published


def _neighbours(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield statements of which the second comes right after the first in a source and contains a denial."""
    places = {
        (place.paragraph.source.id, place.position): statement for statement in statements for place in statement.places
    }
    for (source, position), statement in places.items():
        before = places.get((source, position - 1))
        if before is not None and find_denials(statement.text):
            yield before, statement


def oppose_groups(
    groups: Sequence[list[Statement]], contradictions: Sequence[tuple[Statement, Statement, Kind]], words: Words
) -> list[Group]:
    """Set against each claim what contradicts it; claims that one statement denies are one disputed claim."""
    home = {statement.number: number for number, group in enumerate(groups) for statement in group}
    against: dict[int, dict[int, Kind]] = {}
    clashing: dict[tuple[int, int], set[int]] = {}
    for stated, denied, kind in contradictions:
        ours, theirs = home[stated.number], home[denied.number]
        if ours != theirs:
            against.setdefault(theirs, {}).setdefault(ours, kind)
            clashing.setdefault((ours, theirs), set()).update((stated.number, denied.number))
    disputed: list[Group] = []
    taken: set[int] = set()
    for denial, sides in against.items():
        free = [side for side in sides if side not in taken and side != denial]
        if denial in taken or not free:
            continue
        taken |= {denial, *free}
        first = set().union(*(clashing[side, denial] for side in free))
        statements = [statement for side in free for statement in groups[side]]
        new = Group(rank_statements(statements, first), rank_statements(groups[denial], first), sides[free[0]])
        _add(disputed, new, words)
    rest = [Group(rank_statements(group)) for number, group in enumerate(groups) if number not in taken]
    return sorted([*disputed, *rest], key=lambda group: min(statement.number for statement in group.statements))


def _add(disputed: list[Group], new: Group, words: Words) -> None:
    """Add a dispute, or join it to one in which the same party denies much the same."""
    for place, old in enumerate(disputed):
        if old.kind is new.kind is Kind.DENIAL and _same_dispute(old, new, words):
            sides = [
                rank_statements(pair) for pair in ((*old.statements, *new.statements), (*old.opposing, *new.opposing))
            ]
            disputed[place] = Group(sides[0], sides[1], old.kind)
            return
    disputed.append(new)


def _same_dispute(old: Group, new: Group, words: Words) -> bool:
    names = new.opposing[0].assertion.names + tuple(find_names(new.opposing[0].assertion.speaker))
    others = old.opposing[0].assertion.names + tuple(find_names(old.opposing[0].assertion.speaker))
    if not any(match_name(name, others) for name in names):
        return False
    shared = overlap(old.statements[0].assertion, new.statements[0].assertion, words)
    return shared.named and shared.count >= _SAME_DISPUTE
