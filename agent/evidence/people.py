"""People: the nouns by which persons are counted, any of which may stand where `people` is asked for."""

from index.terms import fold, stem

ANYBODY = frozenset(map(stem, "people person persons individual individuals victim victims others".split()))
"""Stems of the nouns that count persons whatever they are."""

PEOPLE = ANYBODY | frozenset(
    map(
        stem,
        """resident inhabitant villager townsperson townspeople citizen civilian local islander household
        family passenger traveller traveler tourist visitor guest holidaymaker hiker swimmer commuter driver motorist
        cyclist pedestrian worker employee staff crew miner sailor fisherman fishermen farmer nurse doctor teacher
        lecturer pupil student child children kid boy girl infant baby man men woman women adult teenager youth
        pensioner patient prisoner inmate detainee hostage captive suspect refugee migrant evacuee survivor casualty
        soldier troop fighter militant rebel gunman gunmen officer policeman policemen guard firefighter rescuer
        volunteer protester protestor demonstrator marcher striker supporter fan spectator player voter member
        delegate customer shopper reader user subscriber follower participant competitor candidate recruit
        bystander onlooker mourner parishioner worshipper pilgrim""".split(),
    )
)
"""Stems of nouns for persons; not all there are, and none that also counts things."""


def count_alike(noun: str, other: str) -> bool:
    """Tell whether two counted nouns may count the same: one noun, or persons of which one side says no more."""
    one, two = stem(fold(noun)), stem(fold(other))
    return one == two or ({one, two} <= PEOPLE and bool({one, two} & ANYBODY))
