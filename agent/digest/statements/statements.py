"""Statements: the sentences of a story that assert something, each text once, with all the places where it stands."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from agent.digest.statements.completion import complete_place
from agent.digest.statements.context import has_context, lacks_voice, leans_back
from agent.digest.statements.eras import Era, read_eras, read_statement
from agent.digest.statements.instructions import instructs
from agent.digest.statements.refutations import is_refuted
from agent.digest.statements.scraps import asserts, heads_entry
from agent.digest.voices.copies import Statement as Copy
from agent.digest.voices.copies import find_copies
from agent.digest.voices.places import Place
from agent.digest.voices.texts import Texts
from agent.evidence.errata.amendments import Amendment, read_amendments
from agent.evidence.errata.withdrawals import Withdrawal
from agent.verify.conflict.assertions import Assertion
from agent.verify.denial.pointing import denies_said
from index.article.rows import is_row
from index.source import Paragraph

Voice = Callable[[Paragraph, str], int]
"""Returns the origin (numbered from 1) of a sentence of a paragraph."""
Original = Callable[[Paragraph, str], bool]
"""Tells whether a sentence of a paragraph is its source's own."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One text of a story: its places (the best first), its voices by source id, and what it asserts.

    `quote` is a verbatim piece of the first place's paragraph, with the sentence before where it needs that;
    `complete` says that it can be understood alone, `plain` that nothing beside it instructs the reader, `retracted`
    that the outlet which told it has taken it back, `refuted` that it denies at once what it only says is said.
    """

    number: int
    places: tuple[Place, ...]
    voices: tuple[tuple[int, int], ...]
    assertion: Assertion
    quote: str
    complete: bool
    plain: bool
    retracted: bool = False
    refuted: bool = False

    @property
    def text(self) -> str:
        """The sentence as it stands in its first place."""
        return self.places[0].sentence

    @property
    def withdrawal(self) -> Withdrawal | None:
        """What it puts right as part of a correction."""
        return self.places[0].withdrawal

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


def gather_statements(
    paragraphs: Iterable[Paragraph], voice: Voice, original: Original = lambda *_: True
) -> list[Statement]:
    """Return what the paragraphs of a story assert, in the order in which it first stands there.

    Questions, rows of tables, sentences that tell the reader what to do, and those that repeat what a correction
    withdraws, or what is only put to somebody, assert nothing. Of the places of one text those come first where it is
    `original`.
    """
    groups: defaultdict[int, Texts] = defaultdict(Texts)
    spoiled: set[tuple[int, int]] = set()
    read = list(paragraphs)
    eras = read_eras(read)
    prose = (paragraph for paragraph in read if not is_row(paragraph.text))
    for _, items in groupby(find_copies(prose), key=lambda item: item.paragraph.source.id):
        listed = list(items)
        amended = _amend(listed)
        for position, item in enumerate(listed):
            if position in amended:
                if (right := amended[position]) and not instructs(right.text):
                    groups[item.text].add(_place_amended(item, position, right))
            elif instructs(item.sentence):
                spoiled.add((item.paragraph.source.id, item.paragraph.n))
            elif _tells(listed, position) and not heads_entry(
                [each.sentence for each in listed[position : position + 2]]
            ):
                groups[item.text].add(_place(listed, position))
    texts = [places for group in groups.values() for places in group.found]
    for places in texts:
        places.sort(key=lambda place: (place.paragraph.source.name, place.paragraph.n, place.position))
        places.sort(key=lambda place: (leans_back(place.sentence), not original(place.paragraph, place.sentence)))
    return [_make_statement(number, places, spoiled, voice, eras) for number, places in enumerate(texts)]


def _place_amended(item: Copy, position: int, right: Amendment) -> Place:
    reply = right.withdrawal is None
    return Place(item.paragraph, right.text, position, right.before, "", right.withdrawal, reply)


def _amend(items: Sequence[Copy]) -> dict[int, Amendment | None]:
    """Return by their positions what stands for the sentences of a source that are part of a correction."""
    read: dict[int, Amendment | None] = {}
    begun, above = 0, list[Paragraph]()
    for _, group in groupby(items, key=lambda item: item.paragraph.n):
        listed = list(group)
        sentences = [item.sentence for item in listed]
        found = read_amendments(listed[0].paragraph, sentences, above)
        read |= {begun + number: amendment for number, amendment in found.items()}
        begun += len(listed)
        above.append(listed[0].paragraph)
    return read


def _tells(items: Sequence[Copy], position: int) -> bool:
    """Tell whether a sentence asserts something, be it only that what another says is not so: `Marl denied this.`"""
    sentence, before = items[position].sentence, _beside(items, position, -1)
    return asserts(sentence) or (bool(before) and denies_said(before, sentence) and not is_refuted(before, sentence))


def _place(items: Sequence[Copy], position: int) -> Place:
    item = items[position]
    before, after = (_beside(items, position, shift) for shift in (-1, 1))
    return Place(item.paragraph, item.sentence, position, before, after, refuted=is_refuted(item.sentence, after))


def _beside(items: Sequence[Copy], position: int, shift: int) -> str:
    """Return the sentence before or after one in its paragraph, empty where there is none."""
    other = items[position + shift] if 0 <= position + shift < len(items) else None
    return other.sentence if other and other.paragraph == items[position].paragraph else ""


def _make_statement(
    number: int, ordered: Sequence[Place], spoiled: set[tuple[int, int]], voice: Voice, eras: Mapping[int, Era]
) -> Statement:
    first = ordered[0]
    quote, complete = complete_place(first)
    if not all(has_context(quote, first.sentence, place.paragraph.text) for place in ordered):
        quote, complete = first.sentence, False
    plain = not any((place.paragraph.source.id, place.paragraph.n) in spoiled for place in ordered)
    # What is told only to be denied may be another's words: its denial is the source's own.
    told = [(place, place.after if place.refuted else place.sentence) for place in ordered]
    voices = {(place.paragraph.source.id, voice(place.paragraph, sentence)) for place, sentence in told}
    assertion = read_statement(first.sentence, eras[first.paragraph.source.id])
    return Statement(
        number, tuple(ordered), tuple(sorted(voices)), assertion, quote, complete, plain, refuted=first.refuted
    )
