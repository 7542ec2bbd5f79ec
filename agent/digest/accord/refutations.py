"""Refutations: what others tell against what a source tells only to deny it at once."""

from collections.abc import Iterator, Mapping, Sequence

from agent.digest.statements.statements import Statement
from agent.verify.conflict.contradiction import Kind


def find_refuted(
    statements: Sequence[Statement], supporters: Mapping[int, Sequence[Statement]]
) -> Iterator[tuple[Statement, Statement, Kind]]:
    """Yield what another voice tells in earnest, with the sentence of a source that repeats it and denies it.

    `supporters` tells by the number of a statement what says all of it; either of the two may say more.
    """
    by_number = {each.number: each for each in statements}
    agreeing = [(one, other) for one, others in supporters.items() for other in others]
    for number, other in agreeing:
        one = by_number[number]
        told, denied = (one, other) if other.refuted else (other, one)
        if denied.refuted and not told.refuted and not told.sources & denied.sources:
            yield told, denied, Kind.DENIAL


def drop_refuted(
    supporters: Mapping[int, Sequence[Statement]], statements: Sequence[Statement]
) -> dict[int, Sequence[Statement]]:
    """Return what supports what without what is told only to be denied, which supports nothing and needs no support."""
    refuted = {each.number for each in statements if each.refuted}
    return {
        number: [each for each in others if not each.refuted]
        for number, others in supporters.items()
        if number not in refuted
    }
