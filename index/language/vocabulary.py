"""Vocabulary: how the sources spell names, so that a question finds them however it spells them itself."""

import json
import re
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from index.language.spellings import match_names, name_keys
from index.language.terms import WORD, content_words, is_content, stem

POSSESSIVE = re.compile(r"(?<=\w)['’]s?(?!\w)")

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_ARTICLE = r"(?:[Aa]l|[Ee]l|[Aa][dnrstz]|[Aa]sh)[- ]"
_LETTERS = r"[\w'’-]+"
_CAPITALIZED = re.compile(
    # A set of letters that the match begins with is looked for twice as fast as what a look behind begins.
    rf"[{_CAPITAL}ae](?<!\w\w)(?:(?:(?<=[AaEe])l|(?<=[Aa])(?:[dnrstz]|sh))[- ][{_CAPITAL}]|(?<=[{_CAPITAL}])){_LETTERS}"
    rf"(?: (?:{_ARTICLE})?[{_CAPITAL}]{_LETTERS})*"
)
_LONGEST_NAME = 4
_SHORT_WORD = 4
_REMEMBERED = 1_000_000


class Collector:
    """Collects what may be names from one text after another, and tells each once.

    These are capitalized words, and pairs whose first word is short. That is far from finding names exactly, and
    need not be: what is kept here is only ever compared with a question, and longer names vary where one of their
    words does.
    """

    def __init__(self) -> None:
        self._runs = set[str]()
        self._names = set[str]()

    def collect(self, text: str) -> list[tuple[str, str]]:
        """Return what may be names in the text and was not told before, each with its keys."""
        if len(self._runs) > _REMEMBERED:
            self._runs.clear()
            self._names.clear()
        runs = set(_CAPITALIZED.findall(text)) - self._runs
        names = {name for run in runs for name in _list_parts(run)} - self._names
        self._runs |= runs
        self._names |= names
        return [(key, name) for name in names for key in name_keys(name)]


def find_variants(connection: sqlite3.Connection, question: str) -> dict[str, str]:
    """Return how the sources spell the names that a question spells otherwise: each spelling with the question's."""
    words = WORD.findall(POSSESSIVE.sub("", question))
    variants = dict[tuple[str, ...], tuple[str, str]]()
    for span in _spans(words):
        keys = json.dumps(name_keys(span))
        query = "SELECT spelling FROM names WHERE key IN (SELECT value FROM json_each(?))"
        rows = connection.execute(query, (keys,))
        own = _stems(span)
        for (spelling,) in rows:
            stems = _stems(spelling)
            if not set(own) <= set(stems) and match_names(span, spelling):
                variants.setdefault(stems, (spelling, span))
    return dict(variants.values())


def _list_parts(run: str) -> list[str]:
    if "'" in run or "’" in run:
        run = POSSESSIVE.sub("", run)
    if " " not in run:
        return [run] if run and _is_content(run) else []
    words = [word for word in run.split() if _is_content(word)]
    return words + [f"{first} {second}" for first, second in pairwise(words) if len(first) <= _SHORT_WORD]


_is_content = lru_cache(maxsize=100_000)(is_content)


def _spans(words: list[str]) -> Iterator[str]:
    for start, first in enumerate(words):
        for end in range(start, min(start + _LONGEST_NAME, len(words))):
            if is_content(first) and is_content(words[end]):
                yield " ".join(words[start : end + 1])


def _stems(name: str) -> tuple[str, ...]:
    return tuple(map(stem, content_words(name) or [name]))
