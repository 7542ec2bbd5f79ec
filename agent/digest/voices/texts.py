"""Texts: sentences of a story that say the same but for spelling are one text, with all the places where it stands."""

from collections import defaultdict

from agent.digest.statements.polarity import read_turning
from agent.digest.voices.copies import fold_text
from agent.digest.voices.places import Place
from agent.digest.voices.referents import may_differ
from agent.digest.voices.respellings import is_same_text


class Texts:
    """Sentences that are nearly one text, put together as far as they say the same."""

    def __init__(self) -> None:
        self.found: list[list[Place]] = []
        """The places of each text, in the order in which they came."""
        self._alike: defaultdict[object, list[list[Place]]] = defaultdict(list)

    def add(self, place: Place) -> None:
        """Add a place to those that have the same text, or begin a new text with it.

        Only those that have its numbers are compared, as lists and minutes have thousands of sentences of one form;
        what puts one error right is one text, and replies to one question may be.
        """
        put = place.before if place.reply else ""
        alike = self._alike[place.withdrawal or (put, place.refuted, read_turning(fold_text(place.sentence)))]
        for places in alike:
            first = places[0]
            if place.withdrawal or (is_same_text(first.sentence, place.sentence) and not may_differ(first, place)):
                places.append(place)
                return
        alike.append([place])
        self.found.append(alike[-1])
