"""Statements: the sentences of a story that assert something, each text once, with all the places where it stands."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from agent.digest.context import drop_dateline, has_context, lacks_voice, leans_back
from agent.digest.copies import Statement as Copy
from agent.digest.copies import find_copies
from agent.digest.instructions import instructs
from agent.digest.scraps import asserts, heads_entry
from agent.digest.texts import Place, Texts
from agent.verify.assertions import Assertion, read_assertion
from agent.verify.denials import find_denials
from index.source import Paragraph

Voice = Callable[[Paragraph, str], int]
"""Returns the origin (numbered from 1) of a sentence of a paragraph."""

MOST_WORDS = 60
"""Words up to which a sentence is shown together with the one that it needs to be understood."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One text of a story: its places (the best first), its voices by source id, and what it asserts.

    `quote` is a verbatim piece of the first place's paragraph, with the sentence before where it needs that;
    `complete` says that it can be understood alone, `plain` that nothing beside it instructs the reader.
    """

    number: int
    places: tuple[Place, ...]
    voices: tuple[tuple[int, int], ...]
    assertion: Assertion
    quote: str
    complete: bool
    plain: bool

    @property
    def text(self) -> str:
        """The sentence as it stands in its first place."""
        return self.places[0].sentence

    @property
    def origins(self) -> frozenset[int]:
        """The independent voices that have it."""
        return frozenset(origin for _, origin in self.voices)

    @property
    def sources(self) -> frozenset[int]:
        """The ids of the sources that have it."""
        return frozenset(source for source, _ in self.voices)

    @property
    def voiced(self) -> bool:
        """Whether it says who speaks where it is not told in the report's own voice; else nobody can agree on it."""
        return bool(self.assertion.speaker) or not lacks_voice(self.quote)

    @property
    def published(self) -> str | None:
        """The day of the earliest report that has it (ISO), where all are dated."""
        days = [place.paragraph.source.date for place in self.places]
        return min(map(str, days)) if all(days) else None


def gather_statements(paragraphs: Iterable[Paragraph], voice: Voice) -> list[Statement]:
    """Return what the paragraphs of a story assert, in the order in which it first stands there.

    Questions, and sentences that tell the reader what to do, assert nothing.
    """
    groups: defaultdict[int, Texts] = defaultdict(Texts)
    spoiled: set[tuple[int, int]] = set()
    for _, items in groupby(find_copies(paragraphs), key=lambda item: item.paragraph.source.id):
        listed = list(items)
        for position, item in enumerate(listed):
            if instructs(item.sentence):
                spoiled.add((item.paragraph.source.id, item.paragraph.n))
            elif asserts(item.sentence) and not heads_entry(
                [each.sentence for each in listed[position : position + 2]]
            ):
                around = [_beside(listed, position, shift) for shift in (-1, 1)]
                place = Place(item.paragraph, item.sentence, position, *around)
                groups[item.text].add(place)
    texts = [places for group in groups.values() for places in group.found]
    return [_make_statement(number, places, spoiled, voice) for number, places in enumerate(texts)]


def _beside(items: Sequence[Copy], position: int, shift: int) -> str:
    """Return the sentence before or after one in its paragraph, empty where there is none."""
    other = items[position + shift] if 0 <= position + shift < len(items) else None
    return other.sentence if other and other.paragraph == items[position].paragraph else ""


def _make_statement(number: int, places: Sequence[Place], spoiled: set[tuple[int, int]], voice: Voice) -> Statement:
    ordered = sorted(places, key=lambda place: (place.paragraph.source.name, place.paragraph.n, place.position))
    ordered.sort(key=lambda place: leans_back(place.sentence))
    first = ordered[0]
    quote, complete = _complete(first)
    if not all(has_context(quote, first.sentence, place.paragraph.text) for place in ordered):
        quote, complete = first.sentence, False
    plain = not any((place.paragraph.source.id, place.paragraph.n) in spoiled for place in ordered)
    voices = {(place.paragraph.source.id, voice(place.paragraph, place.sentence)) for place in ordered}
    assertion = read_assertion(first.sentence, first.paragraph.source.date)
    return Statement(number, tuple(ordered), tuple(sorted(voices)), assertion, quote, complete, plain)


def _complete(place: Place) -> tuple[str, bool]:
    """Return the piece of the paragraph by which a sentence can be understood, and whether that is enough."""
    sentence, text = place.sentence, place.paragraph.text
    if not leans_back(sentence):
        if place.after and leans_back(place.after) and any(denial.before for denial in find_denials(sentence)):
            return _piece(text, sentence, place.after), True
        return drop_dateline(sentence), True
    if not place.before or len(f"{place.before} {sentence}".split()) > MOST_WORDS or leans_back(place.before):
        return sentence, False
    piece = _piece(text, place.before, sentence)
    return drop_dateline(piece), True


def _piece(text: str, first: str, second: str) -> str:
    """Return the part of a paragraph from one sentence to the next."""
    start = text.index(first)
    return text[start : text.index(second, start + len(first)) + len(second)]
