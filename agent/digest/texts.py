"""Texts: sentences of a story that say the same but for spelling are one text, with all the places where it stands."""

import re
from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz import fuzz

from agent.digest.context import drop_dateline
from agent.digest.copies import NEAR, fold_text
from agent.digest.polarity import read_turning, turns
from agent.evidence.wording import exchanges_word
from agent.verify.assertions import match_name, split_attribution
from index.names import find_names
from index.source import Paragraph

_QUOTE = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: the paragraph, its sentence there with those around it, and its number in the source."""

    paragraph: Paragraph
    sentence: str
    position: int
    before: str
    after: str


class Texts:
    """Sentences that are nearly one text, put together as far as they say the same."""

    def __init__(self) -> None:
        self.found: list[list[Place]] = []
        """The places of each text, in the order in which they came."""
        self._alike: defaultdict[object, list[list[Place]]] = defaultdict(list)

    def add(self, place: Place) -> None:
        """Add a place to those that have the same text, or begin a new text with it.

        Only those that have its numbers are compared: lists and minutes have thousands of sentences of one form.
        """
        alike = self._alike[read_turning(fold_text(place.sentence))]
        for places in alike:
            if _is_same(places[0].sentence, place.sentence):
                places.append(place)
                return
        alike.append([place])
        self.found.append(alike[-1])


def _is_same(one: str, other: str) -> bool:
    """Tell whether sentences differ in no more than spelling: no part is missing, no word stands for another.

    A part is missing as well where only one of them says whose claim it is.
    """
    if one == other:
        return True
    if not _QUOTE.search(one + other) and bool(split_attribution(one)[1]) != bool(split_attribution(other)[1]):
        return False
    plain, its_plain = fold_text(one), fold_text(other)
    if fuzz.ratio(plain, its_plain) < NEAR or turns(plain, its_plain):
        return False
    if exchanges_word(drop_dateline(one), drop_dateline(other)):
        return False
    return _has_names_of(one, other) or _has_names_of(other, one)


def _has_names_of(one: str, other: str) -> bool:
    """Tell whether all names of a text are in another, be it run together with what stands beside them there."""
    names, run = find_names(drop_dateline(other)), fold_text(other).replace(" ", "")
    return all(
        match_name(name, names) or fold_text(name).replace(" ", "") in run for name in find_names(drop_dateline(one))
    )
