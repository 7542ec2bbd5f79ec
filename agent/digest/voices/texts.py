"""Texts: sentences of a story that say the same but for spelling are one text, with all the places where it stands."""

from collections import defaultdict
from dataclasses import dataclass

from agent.digest.statements.polarity import read_turning
from agent.digest.voices.copies import fold_text
from agent.digest.voices.respellings import is_same_text
from agent.evidence.errata.withdrawals import Withdrawal
from index.source import Paragraph


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: the paragraph, its sentence there with those around it, and its number in the source.

    `withdrawal` is what it puts right as part of a correction; what repeats that error is then `before`. A `reply` is
    one to what is only put `before` it. `refuted` says that `after` denies it in the voice of the source.
    """

    paragraph: Paragraph
    sentence: str
    position: int
    before: str
    after: str
    withdrawal: Withdrawal | None = None
    reply: bool = False
    refuted: bool = False


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
            if place.withdrawal or is_same_text(places[0].sentence, place.sentence):
                places.append(place)
                return
        alike.append([place])
        self.found.append(alike[-1])
