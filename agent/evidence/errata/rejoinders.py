"""Rejoinders: which sentences of a paragraph are only put, and which reply to them.

What is put, counsel's question or a rumour, asserts nothing, and the reply is only told with it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from index.article.rejoinders import ASKS, FOUND, Rejoinder, find_reply
from index.source import Paragraph

MOST_WORDS, LONGEST = 40, 100
"""Words of a reply that are told with what it replies to, of a long one and of all of it."""

_SHORT = 5
"""Words up to which the first sentence of a reply needs the next one: `Yes. It was lifted in May.`"""

_SWORN = re.compile(
    r"(?P<name>\W*[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,5}),?\s[^?]{0,80}?\b(?:sworn|affirmed|recalled)\b"
)
_WITHDREW = re.compile(r"\bwitness\b.{0,20}\b(?:withdr[ae]w|excused|released|stood\sdown)\b", re.IGNORECASE)
_FAR = 400
"""Paragraphs of a hearing before one among which it is looked for who is heard."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The sentences, by number, that are only put, those that reply, and where in the paragraph the reply begins.

    `begin` is where that begins which is told before the reply: of a long question on a page its last sentence.
    """

    put: tuple[int, ...]
    replies: tuple[int, ...]
    start: int
    begin: int = 0


def read_reply(text: str, sentences: Sequence[str]) -> Reply | None:
    """Return what is put and what replies to it among the sentences of a paragraph, None where nothing is put.

    `sentences` are verbatim and in order; one in which the reply begins is of the reply.
    """
    found = find_reply(text)
    if found is None:
        return None
    ends = _find_ends(text, sentences)
    put = tuple(n for n, end in enumerate(ends) if end <= found.start)
    rest = range(len(put), len(sentences))
    taken = _take([sentences[n] for n in rest], found)
    if taken or not found.whole:
        long = not found.whole and len(text[: found.start].split()) > MOST_WORDS
        begin = ends[put[-1]] - len(sentences[put[-1]]) if put and long else 0
        return Reply(put, tuple(rest[:taken]), found.start, begin)
    # Of a long account of a rumour, what quotes somebody may quote the rumour.
    quoting = tuple(n for n in rest if sentences[n][:1] in '“"')
    return Reply((*put, *quoting), (), found.start)


def find_witness(text: str, above: Sequence[Paragraph]) -> str:
    """Return who replies in the record of a hearing, as the nearest line above says who was sworn; "" if none does."""
    if not ASKS.match(text):
        return ""
    for paragraph in reversed(above[-_FAR:]):
        if _WITHDREW.search(paragraph.text):
            return ""
        if not ASKS.match(paragraph.text) and (sworn := _SWORN.match(paragraph.text)):
            return sworn["name"]
    return ""


def _take(replies: Sequence[str], found: Rejoinder) -> int:
    """Return how many of the sentences of a reply are told with what it replies to."""
    if not replies:
        return 0
    if not found.whole:
        return 2 if len(replies[0].split()) <= _SHORT and len(replies) > 1 else 1
    words = list(accumulate(len(each.split()) for each in replies))
    judged = [n for n, each in enumerate(replies) if FOUND.match(each)]
    if judged and words[-1] <= LONGEST:
        return len(replies)
    if judged and judged[0] > 0:
        return 0
    return max(1, sum(count <= MOST_WORDS for count in words))


def _find_ends(text: str, sentences: Sequence[str]) -> list[int]:
    ends: list[int] = []
    for sentence in sentences:
        ends.append(text.index(sentence, ends[-1] if ends else 0) + len(sentence))
    return ends
