"""Gazetteer: the countries, states and continents there are, for questions that ask which of them."""

from functools import cache

from agent.evidence.question import Question
from index.language.terms import fold, stem

_CONTINENTS = ("Africa", "Antarctica", "Asia", "Australia", "Europe", "North America", "South America")
_COMMON = (
    "America",
    "Britain",
    "Brunei",
    "Burma",
    "Cape Verde",
    "Czech Republic",
    "DR Congo",
    "England",
    "Ivory Coast",
    "Northern Ireland",
    "Russia",
    "Scotland",
    "Swaziland",
    "Turkey",
    "U.A.E.",
    "U.K.",
    "U.S.",
    "UAE",
    "UK",
    "US",
    "USA",
    "Vatican",
    "Wales",
)
"""What the press calls countries and ISO 3166 does not."""

_CITIES = frozenset(map(fold, ("New York", "Singapore", "Hong Kong", "Monaco", "Luxembourg", "Washington")))
"""Countries and states that share their names with cities."""

_FEDERATIONS = ("US", "AU", "IN", "BR", "MX", "MY", "NG")
"""Countries whose parts are called states (ISO 3166-2)."""

_TOWNS = frozenset(map(stem, ("city", "town", "village", "suburb")))

_SHORTEST = 3
"""Letters of a country that its adjective must begin with: `Cub-an`, `Mexic-an`, `Bulgar-ian`."""


def find_listed(question: Question) -> frozenset[str] | None:
    """Return the names, folded, of which a question asks for one; None where it asks for nothing of which a list is."""
    listed = (names() for noun, names in _LISTS.items() if stem(noun) in question.category)
    return next(listed, None)


def asks_town(question: Question) -> bool:
    """Tell whether a question asks for a town, of which there is no list."""
    return not _TOWNS.isdisjoint(question.category)


def is_region(name: str) -> bool:
    """Tell whether a name is that of a country, a state or a continent, and so of no town."""
    plain = fold(name)
    return any(plain in names() for names in _LISTS.values()) and plain not in _CITIES


def resembles(word: str, names: frozenset[str]) -> bool:
    """Tell whether a word may be the adjective of one of the names, all but whose last letter it begins with."""
    plain = fold(word)
    return any(len(name) > _SHORTEST and plain.startswith(name[:-1]) for name in names)


@cache
def _list_countries() -> frozenset[str]:
    import pycountry  # takes 50 ms, which few questions need

    names = (getattr(country, "common_name", country.name).split(",")[0] for country in pycountry.countries)
    return frozenset(map(fold, (*names, *_COMMON)))


@cache
def _list_states() -> frozenset[str]:
    import pycountry

    return frozenset(fold(part.name) for part in pycountry.subdivisions if part.country_code in _FEDERATIONS)


@cache
def _list_continents() -> frozenset[str]:
    return frozenset(map(fold, _CONTINENTS))


_LISTS = {
    "country": _list_countries,
    "nation": _list_countries,
    "state": _list_states,
    "continent": _list_continents,
}
