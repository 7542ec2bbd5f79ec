"""Origins: how many independent voices a story has, and whose words each sentence is.

Agency copy counts once, whatever the outlet. A source belongs to the origin of an earlier or fuller one when
enough of what it says in its own words (quotations of others are left out) stands there too; that both carry one
agency's tag lowers what is enough. Reports of one outlet, or of one agency, are one origin as well: who tells again
days later, be it in other words, is no second voice. A source of its own may still borrow single sentences; these
are not its voice.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.digest.digest import StorySource
from agent.digest.voices.agencies import credits_other, find_agency, relay_pattern, same_agency
from agent.digest.voices.copies import Statement, find_copies
from agent.digest.voices.issues import Issues
from agent.digest.voices.letters import find_letters
from agent.digest.voices.outlets import name_voices
from index.source import Paragraph, Source

COPIED = 0.2
"""Share of a source's own words that stand in another from which it is a copy; outlets that report by
themselves, and take over some agency copy, stay below 0.15 (BASIL, 60 events from three outlets each)."""
_COPIED_TAGGED = 0.1
"""The same for two sources that carry one agency's tag."""
_CONTAINED = 0.5
"""Share of the earlier source's words that stand in a fuller one, of which nothing says that it is later."""
_LEAST = 2
"""Sentences that must be shared, unless the source has no more."""
_OWN_WORDS = 7
"""Words outside quotations from which an equal sentence is taken to be a copy, and not chance or one speaker."""


@dataclass(frozen=True, slots=True)
class Origins:
    """The sources of a story with their origins (numbered from 1), and the sentences that are others' words.

    `borrowed` gives the origin of such sentences by source id and paragraph number, then by sentence.
    """

    sources: tuple[StorySource, ...]
    borrowed: Mapping[tuple[int, int], Mapping[str, int]]

    @property
    def count(self) -> int:
        """The number of independent voices."""
        return len({source.origin for source in self.sources})

    def voice(self, paragraph: Paragraph, sentence: str) -> int:
        """Return the origin of a sentence (or of several that stand together) of a paragraph."""
        for text, origin in self.borrowed.get((paragraph.source.id, paragraph.n), {}).items():
            if text in sentence:
                return origin
        return self._find(paragraph).origin

    def is_original(self, paragraph: Paragraph, sentence: str) -> bool:
        """Tell whether a sentence of a paragraph is its source's own, neither reprinted nor borrowed."""
        found = self._find(paragraph)
        return found.copy_of is None and self.voice(paragraph, sentence) == found.origin

    def _find(self, paragraph: Paragraph) -> StorySource:
        return next(source for source in self.sources if source.source.id == paragraph.source.id)


def find_origins(story: Sequence[Source], paragraphs: Mapping[int, Sequence[Paragraph]]) -> Origins:
    """Return the origins of a story's sources, which keep their order; `paragraphs` are given by source id."""
    statements = find_copies(paragraph for source in story for paragraph in paragraphs.get(source.id, ()))
    texts = {source.id: _own_texts(statements, source) for source in story}
    tags = {source.id: find_agency(source, paragraphs.get(source.id, ())) for source in story}
    origins = _Voices(texts, tags, Issues(statements))
    publishers = [source.publisher for source in story if source.publisher]
    reprints = {source.id for source in story if credits_other(source, paragraphs.get(source.id, ()), publishers)}
    for source in sorted(story, key=lambda each: (each.id in reprints, *_rank(each, tags, texts))):
        origins.place(source)
    heads = [origins.head(source) for source in story]
    voices = name_voices(story, paragraphs)
    keys = {head: voices.get(head.id) or head.id for head in heads}
    order = {key: number for number, key in enumerate(dict.fromkeys(keys.values()), 1)}
    numbers = {head: order[key] for head, key in keys.items()}
    placed = tuple(
        StorySource(source, numbers[head], None if head == source else head.name)
        for source, head in zip(story, heads, strict=True)
    )
    return Origins(placed, _find_borrowed(statements, origins.order, placed, tags))


def _own_texts(statements: Sequence[Statement], source: Source) -> dict[int, int]:
    """Return the texts of a source's own sentences with their weight; a block that it repeats counts once."""
    return {
        statement.text: statement.weight
        for statement in statements
        if statement.paragraph.source.id == source.id and statement.weight >= _OWN_WORDS
    }


def _rank(
    source: Source, tags: Mapping[int, str | None], texts: Mapping[int, Mapping[int, int]]
) -> tuple[int, str, int, str]:
    """Order sources as originals come: the agency's own, those with its tag, the earliest, the fullest."""
    tag = tags[source.id]
    far = 2 if tag is None else int(not same_agency(source.publisher, tag))
    return far, source.date or "9999", -sum(texts[source.id].values()), source.name


class _Voices:
    """Origins as sources are placed one after the other: the first source of each, and its texts."""

    def __init__(self, texts: Mapping[int, Mapping[int, int]], tags: Mapping[int, str | None], issues: Issues) -> None:
        self.order: list[Source] = []
        self._texts, self._tags, self._issues = texts, tags, issues
        self._heads: dict[int, Source] = {}
        self._holders: defaultdict[int, list[Source]] = defaultdict(list)

    def head(self, source: Source) -> Source:
        """Return the first source of the origin that a source belongs to."""
        return self._heads[source.id]

    def place(self, source: Source) -> None:
        """Give a source the origin with which it shares most, if that is enough, else one of its own."""
        shared, number = Counter[Source](), Counter[Source]()
        for text, weight in self._texts[source.id].items():
            for head in self._holders[text]:
                if not self._issues.tell_anew(source, head, text):
                    shared[head] += weight
                    number[head] += 1
        best = max(shared, key=lambda head: (shared[head], head.name), default=None)
        copied = best is not None and self._is_copy(source, best, shared[best], number[best])
        head = best if best is not None and copied else source
        self._heads[source.id] = head
        self.order.append(source)
        for text in self._texts[source.id]:
            if head not in self._holders[text]:
                self._holders[text].append(head)

    def _is_copy(self, source: Source, head: Source, shared: int, number: int) -> bool:
        own, its = self._texts[source.id], self._texts[head.id]
        if number < min(_LEAST, len(own), len(its)):
            return False
        tagged = same_agency(self._tags[source.id], self._tags[head.id])
        enough = _COPIED_TAGGED if tagged else COPIED
        later = bool(source.date and head.date and source.date > head.date)
        return shared >= enough * sum(own.values()) or (not later and shared >= _CONTAINED * sum(its.values()))


def _find_borrowed(
    statements: Sequence[Statement],
    order: Sequence[Source],
    placed: Sequence[StorySource],
    tags: Mapping[int, str | None],
) -> dict[tuple[int, int], dict[str, int]]:
    """Return the sentences that stood in another origin, quote its letters, or pass on what an agency reported."""
    origins = {each.source.id: each.origin for each in placed}
    first = _first_voices(statements, order, origins)
    letters = find_letters(statements, order, origins)
    agencies: dict[str, int] = {}
    for source in order:
        if tag := tags[source.id]:
            agencies.setdefault(tag, origins[source.id])
    relays = [(relay_pattern(name), origin) for name, origin in agencies.items()]
    borrowed: defaultdict[tuple[int, int], dict[str, int]] = defaultdict(dict)
    for statement in statements:
        paragraph = statement.paragraph
        own = origins[paragraph.source.id]
        voice = first.get(statement.text, own) if statement.weight >= _OWN_WORDS else own
        voice = letters.get((paragraph.source.id, paragraph.n, statement.sentence), voice)
        relayed = [origin for pattern, origin in relays if pattern.search(statement.sentence)]
        if voice == own and relayed and own not in relayed:
            voice = relayed[0]
        if voice != own:
            borrowed[paragraph.source.id, paragraph.n][statement.sentence] = voice
    return dict(borrowed)


def _first_voices(
    statements: Sequence[Statement], order: Sequence[Source], origins: Mapping[int, int]
) -> dict[int, int]:
    """Return for each text the origin that has it first, in the order in which originals come."""
    place = {source.id: number for number, source in enumerate(order)}
    first: dict[int, int] = {}
    for statement in sorted(statements, key=lambda each: place[each.paragraph.source.id]):
        first.setdefault(statement.text, origins[statement.paragraph.source.id])
    return first
