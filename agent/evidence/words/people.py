"""People: the nouns by which persons are counted, any of which may stand where `people` is asked for."""

from dataclasses import replace

from index.language.numbers import NumberMention, contradict_numbers
from index.language.terms import fold, stem

ANYBODY = frozenset("people person individual victim other".split())
"""Nouns, in the singular, that count persons whatever they are."""

_PEOPLE = ANYBODY | frozenset(
    """resident inhabitant villager townspeople citizen civilian local islander family passenger traveller traveler
    tourist visitor guest holidaymaker hiker swimmer commuter driver motorist cyclist pedestrian worker employee staff
    crew miner sailor fisherman fishermen farmer nurse doctor teacher lecturer pupil student child children kid boy girl
    infant baby man men woman women adult teenager youth pensioner patient prisoner inmate detainee hostage captive
    suspect refugee migrant evacuee survivor casualty casualties soldier troop fighter militant rebel gunman gunmen
    officer policeman policemen guard firefighter rescuer volunteer protester protestor demonstrator marcher striker
    supporter fan spectator player voter member delegate customer shopper reader subscriber follower participant
    competitor candidate recruit bystander onlooker shepherd mourner parishioner worshipper pilgrim""".split()
)
"""Nouns for persons; not all there are, and none that also counts things."""


def is_people(noun: str) -> bool:
    """Tell whether a noun, in the singular or plural, counts persons."""
    return fold(noun) in _PEOPLE or fold(noun).removesuffix("s") in _PEOPLE


def is_anybody(noun: str) -> bool:
    """Tell whether a noun counts persons whatever they are, and so tells nothing of them."""
    return fold(noun) in ANYBODY or fold(noun).removesuffix("s") in ANYBODY


def count_alike(noun: str, other: str) -> bool:
    """Tell whether two counted nouns may count the same: one noun, or persons of which one side says no more."""
    if stem(noun) == stem(other):
        return True
    return (is_anybody(noun) or is_anybody(other)) and is_people(noun) and is_people(other)


def contradict_counts(one: NumberMention, other: NumberMention) -> bool:
    """Tell whether two counts of one thing cannot both be true, by whatever nouns persons are counted."""
    if one.unit and other.unit and is_people(one.unit) and is_people(other.unit):
        one, other = replace(one, unit=""), replace(other, unit="")
    return contradict_numbers(one, other)
