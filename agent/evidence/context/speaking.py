"""Speaking: who says `I` in a document: the witness whose statement it is, as its title or its first sentence tells."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from index.language.names import find_names

if TYPE_CHECKING:
    from agent.evidence.candidates import Candidate

_NAME = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|PC|DC|DS|Professor)\.?\s)?(?P<name>(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w’'-]+)"
_CAPS = r"(?P<caps>[A-Z][A-Z’'-]+(?:\s[A-Z][A-Z’'-]+){1,3})"
_SIGNS = (
    re.compile(rf"\bI,?\s(?:{_CAPS}|(?-i:{_NAME})),\s"),
    re.compile(rf"\b(?:[Mm]y\s(?:full\s)?name\sis|I\sam\scalled)\s(?:{_CAPS}|{_NAME})"),
    re.compile(
        rf"\b(?:[Ss]tatement|STATEMENT|[Tt]estimony|[Dd]iary|[Ll]etter|[Ee]vidence|[Dd]eposition|[Aa]ffidavit|[Mm]emoirs?)"
        rf"\s(?:of|by|from|OF|BY)\s(?:{_CAPS}|{_NAME})"
    ),
    re.compile(rf"^(?:From|Name|Witness|Author|By|Statement of):?\s(?:{_CAPS}|{_NAME})"),
)
"""How a document says whose words it has."""
_OPENING = 8
"""Paragraphs of a document in which it says that."""


def find_speaker(candidate: "Candidate") -> str | None:
    """Return the name of who says `I` in a candidate's document, None where it does not say that, or names two."""
    source = candidate.paragraph.source
    texts = (source.title, *(each.text for each in candidate.body[:_OPENING]))
    found = _find_all(texts)
    return found[0] if len({name.split()[-1].lower() for name in found}) == 1 else None


@lru_cache(maxsize=256)
def _find_all(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for text in texts for name in _find(text))


def _find(text: str) -> Iterator[str]:
    for sign in _SIGNS:
        for match in sign.finditer(text):
            if match["caps"]:
                yield match["caps"].title()
            elif find_names(match["name"]):
                yield match["name"]
