"""The list of changes at the end of a page that is kept up: it tells of the page, not of what the page is about."""

import re
from collections.abc import Sequence

from index.article.datelines import dateline, is_labelled
from index.article.shape import DATE, drop_mark, is_sentence, words

_CHANGE = re.compile(r"(?:First|[A-Z][a-z]+ed)\b")
"""How what was done to the page begins, without saying by whom: `Updated the cost`, `First published`."""
_NUMBER = re.compile(r"^\(?\d{1,3}[.)]\s+")
_DAY = re.compile(rf"^{DATE.pattern}\s?[:–—-]\s")
_HEADING, _PROSE, _LONGEST = 6, 2, 300
"""Words of the heading over it at most, sentences before it at least, characters of one change at most."""


def changes_start(lines: Sequence[str]) -> int:
    """Return where the heading stands over when a page was published and what was changed in it, else the end.

    Nothing else may follow it, and what is no day says without a subject what was done: a page of news of several days
    has sentences.
    """
    bare = [_NUMBER.sub("", drop_mark(line)) for line in lines]
    for place in range(len(lines) - 2, 0, -1):
        if not (dateline(bare[place + 1]) or _is_change(bare[place + 1])):
            break
        if _heads(lines, bare, place):
            return place if sum(map(is_sentence, lines[:place])) >= _PROSE else len(lines)
    return len(lines)


def _heads(lines: Sequence[str], bare: Sequence[str], place: int) -> bool:
    """Tell whether a line is a heading and the next says when the page was published or changed."""
    plain = len(words(lines[place])) <= _HEADING and not is_sentence(lines[place]) and not dateline(bare[place])
    return plain and dateline(bare[place + 1]) is not None and is_labelled(bare[place + 1])


def _is_change(line: str) -> bool:
    return len(line) <= _LONGEST and _CHANGE.match(_DAY.sub("", line)) is not None
