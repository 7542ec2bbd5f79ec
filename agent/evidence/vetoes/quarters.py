"""Quarters: the parts of a year, and the whole years, that a text names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

UNNAMED = frozenset(("quarter 0", "half 0"))
"""What stands for `the quarter` and `the half`."""

_WORDS = ("first 1st", "second 2nd", "third 3rd", "fourth 4th final last")
_RANKS = {word: n for n, words in enumerate(_WORDS, 1) for word in words.split()}
_PART = re.compile(
    rf"\b(?P<rank>{'|'.join(_RANKS)})(?:[-\s](?:fiscal|financial))?[-\s](?P<part>quarter|half)(?!-?finals?)\b"
    r"|\bQ(?P<q>[1-4])\b|\bH(?P<h>[12])\b"
    r"|\b(?P<from>Jan(?:uary)?|Apr(?:il)?|July?|Oct(?:ober)?)\.?(?:\s?[-–]\s?|\sto\s|\sthrough\s)"
    r"(?P<to>Mar(?:ch)?|June?|Sept?(?:ember)?|Dec(?:ember)?)\b"
    r"|\b(?:the|this|each|that|previous)\s(?P<some>quarter|half)\b(?!-|\s(?:of\s(?!the\syear)|an?\s|past|percent|point))",
    re.IGNORECASE,
)
"""The fourth quarter, Q4, October-December, the quarter."""
_WHOLE = re.compile(
    r"\b(?:full|whole|entire)[-\s](?:(?:financial|fiscal|calendar)\s)?year\b|\b(?:whole|all)\sof\s(?:19|20)\d\d\b|"
    r"\bfor\sthe\s(?:financial\s|fiscal\s)?year\b|\byear\send(?:ed|ing)\b|"
    r"\bannual(?!\s(?:general|meeting|report|inflation|rate|pace))\b",
    re.IGNORECASE,
)
"""A year told of as a whole."""
_YEAR = re.compile(r"\b(?:in|for|during|of|throughout)\s((?:19|20)\d\d)\b", re.IGNORECASE)
_OF_YEAR = re.compile(r"\b(?:quarter|half)\s(?:of|in)\s(?:19|20)\d\d\b", re.IGNORECASE)
_FROM = {"jan": 1, "apr": 2, "jul": 3, "oct": 4}
_TO = {"mar": 1, "jun": 2, "sep": 3, "dec": 4}


@dataclass(frozen=True, slots=True)
class Periods:
    """What a text names: parts of a year (`quarter 4`, `half 1`, UNNAMED), a whole year, and years by their number."""

    parts: frozenset[str]
    whole: bool
    years: frozenset[str]

    @property
    def named(self) -> bool:
        """Whether there is any."""
        return bool(self.parts or self.years) or self.whole


@lru_cache(maxsize=16384)
def read_periods(text: str) -> Periods:
    """Return the quarters, halves and years that a text names; the year of a quarter is none by itself."""
    years = (match[1] for match in _YEAR.finditer(_OF_YEAR.sub("", text)))
    return Periods(frozenset(_read_parts(text)), bool(_WHOLE.search(text)), frozenset(years))


def _read_parts(text: str) -> Iterator[str]:
    for match in _PART.finditer(text):
        if match["part"]:
            yield f"{match['part'].lower()} {_RANKS[match['rank'].lower()]}"
        elif match["q"] or match["h"]:
            yield f"quarter {match['q']}" if match["q"] else f"half {match['h']}"
        elif match["some"]:
            yield f"{match['some'].lower()} 0"
        else:
            yield from _read_span(match["from"][:3].lower(), match["to"][:3].lower())


def _read_span(begin: str, end: str) -> Iterator[str]:
    """Yield the quarter or half of the year that lasts from one month to another."""
    first, last = _FROM[begin], _TO[end]
    if first == last:
        yield f"quarter {first}"
    elif last - first == 1 and first in (1, 3):
        yield f"half {(first + 1) // 2}"
