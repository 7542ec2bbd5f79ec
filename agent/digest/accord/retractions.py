"""Retractions: which statements of a story a correction withdraws, and which of these their own outlet takes back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.digest.statements.statements import Statement
from agent.digest.voices.places import Place
from agent.verify.conflict.contradiction import Kind
from index.language.numbers import find_numbers
from index.source import Source


def find_withdrawn(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, Kind]]:
    """Yield each statement that tells an error with what puts that right, and how the two differ."""
    for right in statements:
        for told in statements if right.withdrawal else ():
            if told.withdrawal is None and told.plain and any(_is_withdrawn(place, right) for place in told.places):
                yield told, right, _tell_kind(right)


def retract(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, those marked that their outlet takes back; where others tell them, these are left."""
    found = {statement.number: statement for statement in statements}
    for told, right, _ in find_withdrawn(statements):
        found[told.number] = _take_back(found[told.number], right)
    return list(found.values())


def _is_withdrawn(place: Place, right: Statement) -> bool:
    withdrawal = right.withdrawal
    return withdrawal is not None and withdrawal.is_told(place.sentence, place.before, place.paragraph.source)


def _tell_kind(right: Statement) -> Kind:
    """Tell whether another number is told or something is told not to be so."""
    withdrawal = right.withdrawal
    valued = withdrawal and find_numbers(withdrawal.error) and find_numbers(withdrawal.right)
    return Kind.NUMBER if valued else Kind.DENIAL


def _take_back(told: Statement, right: Statement) -> Statement:
    """Return a statement without the voices of an outlet that takes it back; marked where it has no other."""
    outlet = right.places[0].paragraph.source
    taken = {place.paragraph.source.id for place in told.places if _is_of(outlet, place.paragraph.source)}
    if not taken:
        return told
    voices = tuple(voice for voice in told.voices if voice[0] not in taken)
    if not voices:
        return replace(told, retracted=True)
    places = sorted(told.places, key=lambda place: place.paragraph.source.id in taken)
    same = places[0] == told.places[0] or told.quote in places[0].paragraph.text
    return replace(told, voices=voices, places=tuple(places)) if same else replace(told, voices=voices)


def _is_of(outlet: Source, source: Source) -> bool:
    """Tell whether two sources are of one outlet."""
    return source.id == outlet.id or bool(outlet.publisher and outlet.publisher == source.publisher)
