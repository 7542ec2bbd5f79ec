"""Disagreement: which claims of a story are set against which, because a statement of one contradicts the other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from agent.digest.accord.agreement import repeats
from agent.digest.accord.groups import Group, rank_statements
from agent.digest.accord.sums import differ_in_sum
from agent.digest.statements.completion import MOST_WORDS
from agent.digest.statements.polarity import reports_denial
from agent.digest.statements.statements import Statement
from agent.evidence.words.likeness import Words
from agent.verify.conflict.alignment import overlap
from agent.verify.conflict.assertions import match_name
from agent.verify.conflict.contradiction import Kind, contradict
from agent.verify.denial.denials import find_denials
from agent.verify.denial.judgements import find_judgements
from index.language.names import find_names

_UNREAL_NEGATION = re.compile(
    r"\b(?:would|could|should|might|may|will|can|wo|ca|must|shall|to)(?:\s?n['’]t|\snot|\snever|not)\b"
    r"|\bnot\sto\b|\b(?:if|unless|whether|lest)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"]")
_SUPPOSED = re.compile(r"\W*(?:if|whether|unless|had)\b", re.IGNORECASE)
_OF_VALUES = (Kind.NUMBER, Kind.DATE, Kind.CONTRARY)
"""Kinds of sentences that tell of one thing, each of its own."""
_CLASHING = 0.7
"""Sum of the shares that a statement and what judges it false (a hoax, not true) have of each other's content."""
_SAME_DISPUTE = 3
"""Words and names that what is denied must share for two denials of one party to be one dispute."""


def find_contradictions(
    statements: Sequence[Statement], pairs: Sequence[tuple[Statement, Statement]], words: Words
) -> Iterator[tuple[Statement, Statement, Kind]]:
    """Yield what contradicts what: the statement first, then its denial or the other number or date."""
    for one, other in _neighbours(statements):
        kind = contradict(one.text, other.text, words, _days(one, other), follows=True)
        if one.plain and other.plain and kind is Kind.DENIAL and not one.refuted:
            yield _quote_whole(one), other, kind
    for one, other in pairs:
        if not (one.plain and other.plain) or one.refuted or other.refuted:
            continue
        if not (kind := _contradict(one, other, words)):
            continue
        if one.sources & other.sources and (kind is Kind.NEGATION or not _said_apart(one, other, kind)):
            continue
        if repeats(one.text, other.text) or repeats(other.text, one.text):
            continue
        if kind is Kind.NEGATION and (_UNREAL_NEGATION.search(one.text) or _UNREAL_NEGATION.search(other.text)):
            continue
        if kind in _OF_VALUES and not (one.complete and other.complete):
            continue  # of whom it is counted stands elsewhere
        denies = kind in (Kind.DENIAL, Kind.NEGATION) and not find_denials(other.text)
        stated, denied = (other, one) if denies else (one, other)
        if kind in _OF_VALUES or _clashes(stated, denied, words):
            yield stated, denied, kind


def _contradict(one: Statement, other: Statement, words: Words) -> Kind | None:
    """Tell how two statements contradict each other; None where they do not."""
    days = _days(one, other)
    kind = contradict(one.text, other.text, words, days)
    return kind or (Kind.NUMBER if differ_in_sum(one.assertion, other.assertion, words, days[0] == days[1]) else None)


def _quote_whole(stated: Statement) -> Statement:
    """Return a statement that is denied right after it with the claim before it, where it only quotes on that."""
    place = stated.places[0]
    if not _QUOTED.match(stated.quote) or not place.before or not place.paragraph.text.count(place.before):
        return stated
    text = place.paragraph.text
    start = text.index(place.before)
    piece = text[start : text.index(place.sentence, start) + len(place.sentence)]
    return replace(stated, quote=piece) if len(piece.split()) <= MOST_WORDS else stated


def _clashes(stated: Statement, denied: Statement, words: Words) -> bool:
    """Tell whether a statement from elsewhere is about what is denied, and neither reports a denial nor supposes."""
    if reports_denial(stated.text) or _SUPPOSED.match(stated.text):
        return False
    if reports_denial(denied.text):
        return True  # what is denied is named with the verb, and was found in the other statement
    shared = overlap(stated.assertion, denied.assertion, words)
    return shared.first + shared.second >= _CLASHING


def _said_apart(one: Statement, other: Statement, kind: Kind) -> bool:
    """Tell whether a source gives two numbers or days as the words of two speakers; its own it tells of two things."""
    speakers = one.assertion.speaker, other.assertion.speaker
    return kind is Kind.DENIAL or (all(speakers) and not match_name(speakers[0], [speakers[1]]))


def _days(one: Statement, other: Statement) -> tuple[str | None, str | None]:
    return one.published, other.published


def _neighbours(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield statements of which the second comes right after the first in a source and contains a denial."""
    places = {
        (place.paragraph.source.id, place.position): statement for statement in statements for place in statement.places
    }
    for (source, position), statement in places.items():
        before = places.get((source, position - 1))
        if before is not None and (find_denials(statement.text) or find_judgements(statement.text)):
            yield before, statement


def oppose_groups(
    groups: Sequence[Group],
    contradictions: Sequence[tuple[Statement, Statement, Kind]],
    supporters: Mapping[int, Sequence[Statement]],
    words: Words,
) -> list[Group]:
    """Set against each claim what contradicts it; claims that one statement denies are one disputed claim.

    The first statement of a group is its claim. `supporters` tells by the number of a statement what says all of it:
    no other statement of a group takes the side of one that is contradicted.
    """
    denied_by: dict[int, list[tuple[Statement, Statement, Kind]]] = {}
    home = {
        statement.number: number for number, group in reversed([*enumerate(groups)]) for statement in group.statements
    }
    for stated, denied, kind in contradictions:
        if home[stated.number] != home[denied.number]:
            denied_by.setdefault(home[denied.number], []).append((stated, denied, kind))
    disputed: list[Group] = []
    taken: set[int] = set()
    for clashes in denied_by.values():
        free = [clash for clash in clashes if not {clash[0].number, clash[1].number} & taken]
        if free:
            side = _take_side([stated for stated, _, _ in free], supporters)
            other = [each for each in _take_side([denied for _, denied, _ in free], supporters) if each not in side]
            taken |= {statement.number for statement in (*side, *other)}
            _add(disputed, Group(side, tuple(other), free[0][2]), words)
    rest = [tuple(each for each in group.statements if each.number not in taken) for group in groups]
    agreed = [_keep(group, left) for group, left in zip(groups, rest, strict=True) if left[:1] == group.statements[:1]]
    kept = {statement.number for group in agreed for statement in group.statements} | taken
    alone = {statement.number: statement for group in rest for statement in group if statement.number not in kept}
    agreed += [Group((statement,)) for statement in alone.values()]
    return sorted([*disputed, *agreed], key=lambda group: min(statement.number for statement in group.statements))


def _keep(group: Group, left: tuple[Statement, ...]) -> Group:
    """Return what is left of a claim; with one voice its whole sentence is the claim again."""
    kept = Group(left, core=group.core)
    return kept if len(kept.origins) > 1 else Group(left)


def _take_side(clashing: Sequence[Statement], supporters: Mapping[int, Sequence[Statement]]) -> tuple[Statement, ...]:
    """Return the statements of one side of a dispute: those that are contradicted, then those that say as much."""
    side = {statement.number: statement for statement in clashing}
    first = frozenset(side)
    for statement in clashing:
        side |= {each.number: each for each in supporters.get(statement.number, ())}
    return rank_statements(side.values(), first)


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
