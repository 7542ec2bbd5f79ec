"""Surroundings: what an article tells before a sentence, and of which place it is."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from agent.evidence.candidates import Candidate
from index.language.names import find_names, same_name
from index.language.sentences import split_sentences
from index.language.terms import split_words, stem
from index.source import Paragraph

FAR = 4
"""Sentences before one among which that is looked for which it points to."""

LEAD = 2
"""Paragraphs that tell what an article is about."""

LONG = 200
"""Paragraphs around one that are read; what stands further away in a book says nothing of it."""

_DATELINE = re.compile(
    r"^\W*(?P<place>[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,3})(?:,\s[\w. ]{2,30}?)?\s?(?:\([^)]{2,40}\)|[-–—]\s)"
)
_STOP = re.compile(r"[.!?][”\"’']?\s*$")


def read_back(candidate: Candidate) -> Iterator[str]:
    """Yield the sentences before a candidate, the nearest first: of its paragraph, and of the one above if few."""
    before = split_sentences(_cut(candidate))
    if len(before) < FAR:
        above = list_above(candidate)
        last = split_sentences(above[-1]) if above else [] if before else [candidate.before]
        before = [*last, *before]
    yield from before[: -FAR - 1 : -1]


def read_all_back(candidate: Candidate) -> Iterator[str]:
    """Yield what stands before a candidate, the nearest first: its paragraph up to there, those above, the title."""
    yield _cut(candidate)
    yield from reversed(list_above(candidate))
    yield candidate.paragraph.source.title


def list_above(candidate: Candidate) -> list[str]:
    """Return the paragraphs above a candidate's, in their order, up to LONG of them."""
    end = max(candidate.paragraph.n - 1, 0)
    return [each.text for each in candidate.body[max(end - LONG, 0) : end]]


def list_below(candidate: Candidate) -> list[str]:
    """Return the paragraphs below a candidate's, in their order, up to LONG of them."""
    return [each.text for each in candidate.body[candidate.paragraph.n :][:LONG]]


def list_lead(candidate: Candidate) -> list[str]:
    """Return the first paragraphs of a candidate's article that are sentences."""
    return list(islice((each.text for each in candidate.body if _STOP.search(each.text)), LEAD))


def is_set_in(candidate: Candidate, name: str) -> bool:
    """Tell whether a candidate is told of where a name is that of: in its title, lead or dateline, or shortly before.

    The publisher counts where there is no dateline: a paper prints what agencies write elsewhere.
    """
    source, body = candidate.paragraph.source, candidate.body
    above = list_above(candidate)[-1:]
    place = find_dateline(body)
    masthead = [] if place else [source.publisher or "", *(each.text for each in body[:1])]
    texts = [place or "", source.title, *list_lead(candidate), *above, _cut(candidate), candidate.text, *masthead]
    return any(names(name, text) for text in texts)


def find_dateline(body: Sequence[Paragraph]) -> str | None:
    """Return the place in capitals that the first paragraphs of an article open with, else None."""
    found = (_DATELINE.match(each.text) for each in body[: LEAD + 1])
    return next((match["place"].title() for match in found if match), None)


@lru_cache(maxsize=8192)
def names(name: str, text: str) -> bool:
    """Tell whether a text has a name in any form, or all of its words."""
    words = {stem(word) for word in split_words(text)}
    return {stem(word) for word in split_words(name)} <= words or any(
        same_name(name, each) for each in find_names(text)
    )


def _cut(candidate: Candidate) -> str:
    """Return the text of a candidate's paragraph before it."""
    text = candidate.paragraph.text
    return text[: max(text.find(candidate.text), 0)]
