"""Substitution: a name, number or day in whose place another sentence, the same otherwise, has another.

Such sentences look like copies of each other, or like one that repeats the other, and tell different things.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from index.language.dates import DateMention, contradict_dates, find_dates
from index.language.names import find_names, same_name
from index.language.numbers import NumberMention, contradict_numbers, find_numbers
from index.language.terms import WORD, content_stems, fold, is_content, stem

ALIKE = 0.75
"""Share of the content words of the sentence with fewer, without what is substituted, that the other must have."""

LEAST = 2
"""Content words that two sentences must share at least."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What may be substituted: a name (`value` is its text), a number or a day, at `start` to `end` of a sentence."""

    start: int
    end: int
    text: str
    value: str | NumberMention | DateMention

    def excludes(self, other: "Mention") -> bool:
        """Tell whether what another mention tells is of the same kind and cannot be this."""
        if isinstance(self.value, str) and isinstance(other.value, str):
            return not same_name(self.value, other.value)
        if isinstance(self.value, NumberMention) and isinstance(other.value, NumberMention):
            return contradict_numbers(self.value, other.value)
        if isinstance(self.value, DateMention) and isinstance(other.value, DateMention):
            return contradict_dates(self.value, other.value)
        return False


RELATED = 50.0
"""Similarity (0 to 100, rapidfuzz's token set ratio) below which sentences are not looked at closer."""

ANY_DAY = "2021-06-16"
"""Day of publication (ISO) of sentences of which it is not known: `Monday` and `Tuesday` differ then, too."""


@lru_cache(maxsize=4096)
def find_substitutions(
    one: str, other: str, published: tuple[str | None, str | None] = (ANY_DAY, ANY_DAY)
) -> tuple[tuple[Mention, Mention], ...]:
    """Return what of one sentence stands in another, which is the same otherwise, with what stands there instead.

    None where the sentences are not alike. What is named elsewhere in the other sentence is not substituted. Days are
    resolved against those of publication (ISO).
    """
    if fuzz.token_set_ratio(one, other) < RELATED:
        return ()
    ours, theirs = (list(WORD.finditer(text)) for text in (one, other))
    keys = [[stem(word[0]) for word in words] for words in (ours, theirs)]
    own, their = list_mentions(one, published[0]), list_mentions(other, published[1])
    pairs: dict[tuple[str, str], tuple[Mention, Mention]] = {}
    shared = 0
    for same, first, second in _align(*keys):
        if same:
            shared += sum(is_content(word[0]) for word in ours[first.start : first.stop])
            continue
        for mention, instead in _match(_within(own, ours, first), _within(their, theirs, second)):
            if not _tells(mention, their) and not _tells(instead, own):
                pairs.setdefault((fold(mention.text), fold(instead.text)), (mention, instead))
    return tuple(pairs.values()) if pairs and _is_alike(shared, (ours, theirs), pairs.values()) else ()


def tell_alike(one: str, other: str, pair: tuple[Mention, Mention], least: int) -> bool:
    """Tell whether two sentences have most content words in common, either way, and so many, beside what differs."""
    ours, theirs = (
        set(content_stems(text)) - set(content_stems(mention.text))
        for text, mention in zip((one, other), pair, strict=True)
    )
    return len(ours & theirs) >= max(least, ALIKE * max(len(ours), len(theirs)))


@lru_cache(maxsize=4096)
def list_mentions(text: str, published: str | None) -> tuple[Mention, ...]:
    """Return the days, numbers and names of a sentence; what is part of a day is no number or name."""
    found = [Mention(each.start, each.end, each.text, each) for each in find_dates(text, published)]
    numbers = [Mention(each.start, each.end, each.text, each) for each in find_numbers(text)]
    found += [each for each in numbers if not _overlaps(each, found)]
    places = ((name, text.find(name)) for name in find_names(text))
    names = [Mention(start, start + len(name), name, name) for name, start in places if start >= 0]
    return (*found, *(each for each in names if not _overlaps(each, found)))


def _overlaps(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(mention.start < other.end and other.start < mention.end for other in others)


def _align(one: list[str], other: list[str]) -> Iterator[tuple[bool, slice, slice]]:
    """Yield the stretches of two lists of words that are the same, and those between them, in order."""
    begun = (0, 0)
    for step in Levenshtein.opcodes(one, other):
        if step.tag != "equal":
            continue
        if begun != (step.src_start, step.dest_start):
            yield False, slice(begun[0], step.src_start), slice(begun[1], step.dest_start)
        yield True, slice(step.src_start, step.src_end), slice(step.dest_start, step.dest_end)
        begun = step.src_end, step.dest_end
    if begun != (len(one), len(other)):
        yield False, slice(begun[0], len(one)), slice(begun[1], len(other))


def _within(mentions: Sequence[Mention], words: Sequence[re.Match[str]], part: slice) -> list[Mention]:
    """Return the mentions that have a word of a stretch."""
    inside = words[part]
    if not inside:
        return []
    stretch = Mention(inside[0].start(), inside[-1].end(), "", "")
    return [mention for mention in mentions if _overlaps(mention, [stretch])]


def _match(ours: Sequence[Mention], theirs: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield mentions that exclude each other where none of the one side fits one of the other."""
    for mention in ours:
        alike = [other for other in theirs if type(other.value) is type(mention.value)]
        if alike and all(mention.excludes(other) for other in alike):
            yield mention, alike[0]


def _tells(mention: Mention, others: Sequence[Mention]) -> bool:
    """Tell whether one of other mentions may be the same."""
    return any(type(other.value) is type(mention.value) and not mention.excludes(other) for other in others)


def _is_alike(shared: int, texts: Sequence[Sequence[re.Match[str]]], pairs: Iterable[tuple[Mention, Mention]]) -> bool:
    """Tell whether the words that two sentences share are most of the one that has fewer, what is substituted apart."""
    left = [
        sum(is_content(word[0]) and not _covers(mentions, word) for word in words)
        for words, mentions in zip(texts, zip(*pairs, strict=True), strict=True)
    ]
    return shared >= LEAST and shared >= ALIKE * min(left)


def _covers(mentions: Sequence[Mention], word: re.Match[str]) -> bool:
    return any(mention.start <= word.start() < mention.end for mention in mentions)
