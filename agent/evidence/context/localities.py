"""Localities: names that stand as those of towns do, and which of them lies in which."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from agent.evidence.words.gazetteer import is_region
from index.language.names import find_names

if TYPE_CHECKING:
    from agent.evidence.candidates import Candidate

_AT = re.compile(r"\b(?:in|at|near|outside|around|off|to|into)\s(?:[a-z]+ing\s|nearby\s)?$", re.IGNORECASE)
"""What stands before the name of a place; one with an article is rather that of a building."""
_WITHIN = re.compile(r"\b(?:in|at|near|outside|around|off)\s(?:neighbou?ring\s|nearby\s)?$", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its|their|an?)\s$", re.IGNORECASE)
_BUILDING = re.compile(
    r"(?:street|st|square|lane|road|avenue|hall|park|cent(?:re|er)|house|building|tower|stadium|arena|airport|plaza|court|"
    r"prison|palace|embassy|gate|quay|market|mall|cathedral|mosque|infirmary|guildhall|capitol|congress|parliament)s?",
    re.IGNORECASE,
)
"""Last words of what is within a town."""
FIRM = (
    r"(?:company|firm|business|subsidiary|branch|plant|factory|works|mill|school|college|hospital|clinic|club|union|party|"
    r"agency|bank|shop|store|hotel|restaurant|bridge|crossing|tunnel|pool|library|museum|church|ship|ferry|vessel|town|city|"
    r"village|district|county|farm|dairy|mine|quarry|station|team|airline|charity|website|newspaper|rival|supplier|brewery|"
    r"laboratory|lab|university|theatre|theater|site|island)"
)
"""Nouns for a firm, a body or a place that has a name of its own."""


def is_place(name: str, texts: Sequence[str]) -> bool:
    """Tell whether texts use a name as a place's: `in Lisk`."""
    return not is_region(name) and any(
        _WITHIN.search(text, 0, match.start()) for text in texts for match in re.finditer(rf"{re.escape(name)}\b", text)
    )


def is_part(name: str, whole: str, candidate: "Candidate") -> bool:
    """Tell whether an article says that one place lies in the other: `Lisk, a suburb of Korvo`, `Lisk in Korvo`."""
    inside = rf"{re.escape(name)}(?:,\s(?:[\w-]+\s){{0,4}}?(?:of|in)\s|,\s|\sin\s){re.escape(whole)}\b"
    return any(name in each.text and re.search(inside, each.text) for each in candidate.body)


def is_in_town(name: str) -> bool:
    """Tell whether a name is one of what lies within a town or near it: Gull Street, Thornby Farm."""
    last = name.split()[-1]
    return _BUILDING.fullmatch(last) is not None or re.fullmatch(FIRM, last, re.IGNORECASE) is not None


def find_places(sentence: str) -> Iterator[str]:
    """Yield names that stand as a town does, not a building: `in Lisk`, `Lisk's count`, `its Lisk plant`."""
    for name in find_names(sentence):
        match = re.search(rf"{re.escape(name)}\b", sentence)
        if match and not is_in_town(name) and not is_region(name) and _stands_as_town(sentence, *match.span()):
            yield name


def _stands_as_town(sentence: str, start: int, end: int) -> bool:
    before, behind = sentence[:start], sentence[end:]
    if behind.startswith(("'s ", "’s ")):
        return not before.strip()
    return bool(_AT.search(before)) or bool(_ITS.search(before) and re.match(rf"\s{FIRM}\b", behind))
