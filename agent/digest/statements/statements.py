"""Statements: the sentences of a story that assert something, each text once, with all the places where it stands."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from agent.digest.statements.context import drop_dateline, drop_number, has_context, lacks_voice, leans_back
from agent.digest.statements.eras import Era, read_eras, read_statement
from agent.digest.statements.instructions import instructs
from agent.digest.statements.scraps import asserts, heads_entry
from agent.digest.voices.copies import Statement as Copy
from agent.digest.voices.copies import find_copies
from agent.digest.voices.texts import Place, Texts
from agent.evidence.context.placing import needs_context
from agent.evidence.errata.amendments import Amendment, read_amendments
from agent.evidence.errata.corrections import MARKER
from agent.evidence.errata.interludes import ends_interlude
from agent.evidence.errata.withdrawals import Withdrawal
from agent.verify.conflict.assertions import Assertion
from agent.verify.denial.denials import find_denials
from index.article.rows import is_row
from index.language.sentences import split_sentences
from index.source import Paragraph

Voice = Callable[[Paragraph, str], int]
"""Returns the origin (numbered from 1) of a sentence of a paragraph."""
Original = Callable[[Paragraph, str], bool]
"""Tells whether a sentence of a paragraph is its source's own."""

MOST_WORDS = 60
"""Words up to which a sentence is shown together with the one that it needs to be understood."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One text of a story: its places (the best first), its voices by source id, and what it asserts.

    `quote` is a verbatim piece of the first place's paragraph, with the sentence before where it needs that;
    `complete` says that it can be understood alone, `plain` that nothing beside it instructs the reader, `retracted`
    that the outlet which told it has taken it back.
    """

    number: int
    places: tuple[Place, ...]
    voices: tuple[tuple[int, int], ...]
    assertion: Assertion
    quote: str
    complete: bool
    plain: bool
    retracted: bool = False

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
    withdraws assert nothing. Of the places of one text those come first where it is `original`.
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
                if right := amended[position]:
                    place = Place(item.paragraph, right.text, position, right.before, "", right.withdrawal)
                    groups[item.text].add(place)
            elif instructs(item.sentence):
                spoiled.add((item.paragraph.source.id, item.paragraph.n))
            elif asserts(item.sentence) and not heads_entry(
                [each.sentence for each in listed[position : position + 2]]
            ):
                around = [_beside(listed, position, shift) for shift in (-1, 1)]
                groups[item.text].add(Place(item.paragraph, item.sentence, position, around[0], around[1]))
    texts = [places for group in groups.values() for places in group.found]
    for places in texts:
        places.sort(key=lambda place: (place.paragraph.source.name, place.paragraph.n, place.position))
        places.sort(key=lambda place: (leans_back(place.sentence), not original(place.paragraph, place.sentence)))
    return [_make_statement(number, places, spoiled, voice, eras) for number, places in enumerate(texts)]


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


def _beside(items: Sequence[Copy], position: int, shift: int) -> str:
    """Return the sentence before or after one in its paragraph, empty where there is none."""
    other = items[position + shift] if 0 <= position + shift < len(items) else None
    return other.sentence if other and other.paragraph == items[position].paragraph else ""


def _make_statement(
    number: int, ordered: Sequence[Place], spoiled: set[tuple[int, int]], voice: Voice, eras: Mapping[int, Era]
) -> Statement:
    first = ordered[0]
    quote, complete = _complete(first)
    if not all(has_context(quote, first.sentence, place.paragraph.text) for place in ordered):
        quote, complete = first.sentence, False
    plain = not any((place.paragraph.source.id, place.paragraph.n) in spoiled for place in ordered)
    voices = {(place.paragraph.source.id, voice(place.paragraph, place.sentence)) for place in ordered}
    assertion = read_statement(first.sentence, eras[first.paragraph.source.id])
    return Statement(number, tuple(ordered), tuple(sorted(voices)), assertion, quote, complete, plain)


def _complete(place: Place) -> tuple[str, bool]:
    """Return the piece of the paragraph by which a sentence can be understood, and whether that is enough."""
    sentence, text = place.sentence, place.paragraph.text
    if place.withdrawal:
        return MARKER.sub("", _piece(text, place.before, sentence) if place.before else sentence, count=1), True
    if place.after and ends_interlude(sentence, place.after):
        fits = len(f"{sentence} {place.after}".split()) <= MOST_WORDS and not leans_back(sentence)
        return (_piece(text, sentence, place.after), True) if fits else (sentence, False)
    if not leans_back(sentence) or (place.position == 0 and not needs_context(sentence)):  # the title says what it is
        if place.after and leans_back(place.after) and any(denial.before for denial in find_denials(sentence)):
            return _piece(text, sentence, place.after), True
        return drop_dateline(sentence), True
    before = _find_antecedent(place)
    return (drop_dateline(_piece(text, before, sentence)), True) if before else (sentence, False)


def _find_antecedent(place: Place) -> str:
    """Return the nearest sentence before a place in its paragraph that is understood alone; empty for none near."""
    if not place.before:
        return ""
    sentences = [drop_number(each) for each in split_sentences(place.paragraph.text)]
    end = next((n for n, pair in enumerate(pairwise(sentences)) if pair == (place.before, place.sentence)), -1)
    words = len(place.sentence.split())
    for before in sentences[end::-1] if end >= 0 else ():
        words += len(before.split())
        if words > MOST_WORDS:
            return ""
        if not leans_back(before):
            return before
    return ""


def _piece(text: str, first: str, second: str) -> str:
    """Return the part of a paragraph from one sentence to the next."""
    start = text.index(first)
    return text[start : text.index(second, start + len(first)) + len(second)]
