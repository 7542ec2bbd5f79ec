"""Topics: what the reports that candidates were taken from are about, and what they only name in passing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from agent.evidence.candidates import Candidate
from index.language.names import find_names, same_name
from index.language.sentences import split_sentences
from index.source import Paragraph

Body = Mapping[int, Mapping[int, Paragraph]]
"""Paragraphs by the number of their source and their own."""

LEAD, _LONG, _OFTEN = 2, 4, 4
"""Paragraphs that tell what a report is about, the first one only of a report of fewer than _LONG; paragraphs in which
it names what it is about as well.
"""

_HEADED, _STOPS = 8, (".", "!", "?", "”", '"', ":", ";", ",")
"""Words of a heading at most, and how none ends."""
_SLOTS = frozenset("in of at from to for near against by".split())
"""Words before names by which two of them stand side by side."""


def read_body(candidates: Sequence[Candidate]) -> dict[int, dict[int, Paragraph]]:
    """Return the paragraphs that candidates were taken from, by source and number."""
    body: dict[int, dict[int, Paragraph]] = {}
    for each in candidates:
        for paragraph in (each.paragraph, *each.copies):
            body.setdefault(paragraph.source.id, {})[paragraph.n] = paragraph
    return body


def read_back(candidate: Candidate) -> Iterator[str]:
    """Yield a sentence and those before it in its paragraph, the nearest first."""
    yield candidate.text
    text = candidate.paragraph.text
    yield from reversed(split_sentences(text[: max(text.find(candidate.text), 0)]))


def is_in_passing(name: str, body: Body) -> bool:
    """Tell whether no report is about a name: neither its title nor its first paragraphs have it."""
    return not any(is_led_by(name, paragraphs) for paragraphs in body.values())


def is_led_by(name: str, paragraphs: Mapping[int, Paragraph]) -> bool:
    """Tell whether a report is about a name, or may be, as its beginning was not found."""
    if 1 not in paragraphs:
        return True
    lead = [paragraphs[n].text for n in range(1, LEAD + 1 if max(paragraphs) >= _LONG else 2) if n in paragraphs]
    if any(names_it(name, text) for text in (paragraphs[1].source.title, *lead)):
        return True
    return sum(names_it(name, paragraph.text) for paragraph in paragraphs.values()) >= _OFTEN


def find_heading(candidate: Candidate, body: Body) -> str:
    """Return the last heading above a candidate's paragraph, "" where there is none."""
    paragraphs, place = body[candidate.paragraph.source.id], candidate.paragraph.n
    above = (paragraphs[n].text for n in sorted(paragraphs, reverse=True) if n < place)
    return next((text for text in above if len(text.split()) <= _HEADED and text[-1:] not in _STOPS), "")


@lru_cache(maxsize=65536)
def names_it(name: str, text: str) -> bool:
    """Tell whether a text has a name, in any form, or the first or last word of it."""
    words = {name.split()[0], name.split()[-1]}
    if any(re.search(rf"\b{re.escape(word)}(?!\w)", text) for word in words):
        return True
    return any(same_name(name, other) or other.split()[0] == name for other in find_names(text))


@lru_cache(maxsize=4096)
def stand_beside(one: str, other: str, texts: tuple[str, ...]) -> bool:
    """Tell whether texts name two side by side, as things of one kind: `in Korvo and in Linden`, `Korvo, Linden`."""
    both = (text for text in texts if one in text and other in text)
    return any(_pairs(one, other, sentence) for text in both for sentence in split_sentences(text))


def _pairs(one: str, other: str, sentence: str) -> bool:
    ours, theirs = (_find_slots(name, sentence) for name in (one, other))
    return bool(ours & theirs) or _is_joined(one, other, sentence) or _is_joined(other, one, sentence)


def _find_slots(name: str, sentence: str) -> frozenset[str]:
    """Return the words of _SLOTS that stand before a name."""
    found = re.findall(rf"\b([a-z]+)\s(?:the\s|neighbou?ring\s)?{re.escape(name)}\b(?!['’])", sentence)
    return _SLOTS.intersection(found)


def _is_joined(one: str, other: str, sentence: str) -> bool:
    joined = rf"\b{re.escape(one)}(?:,?\s(?:and|or)\s|,\s)(?:the\s)?{re.escape(other)}\b"
    return re.search(joined, sentence) is not None
