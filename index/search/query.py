"""A question as it is searched for: its content words, how rare each is, and which of them are names."""

import math
import re
import sqlite3
from collections import defaultdict
from dataclasses import dataclass

from index.language.terms import WORD, is_content
from index.language.vocabulary import POSSESSIVE, find_variants

_LEAST = 0.01
"""What a word that stands nearly everywhere still weighs."""
_OPENING = re.compile(r"(?:^|[.?!:]\s+)\W*(\w+)")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question, with the other spellings that the sources have for the name it belongs to."""

    word: str
    spellings: tuple[str, ...]
    name: bool
    """Whether it is a name or a number rather than a common word."""
    rarity: float = _LEAST
    """The idf (natural logarithm) over the chunks."""

    @property
    def phrases(self) -> tuple[str, ...]:
        """The word and its other spellings as phrases of an FTS5 query."""
        return tuple(quote(words) for words in (self.word, *self.spellings))


@dataclass(frozen=True, slots=True)
class Query:
    """The terms of a question."""

    terms: tuple[Term, ...]

    @property
    def expression(self) -> str:
        """The FTS5 query that finds any of the terms; empty where there is none."""
        return " OR ".join(dict.fromkeys(phrase for term in self.terms for phrase in term.phrases))

    @property
    def rarity(self) -> float:
        """The rarities of all terms together: what scores are divided by to be comparable between questions."""
        return max(sum(term.rarity for term in self.terms), 1.0)


def read_query(connection: sqlite3.Connection, question: str) -> Query:
    """Return the terms of a question with their rarity in the library."""
    (count,) = connection.execute("SELECT count(*) FROM chunks").fetchone()
    terms = find_terms(connection, question)
    return Query(tuple(_weigh(connection, term, count) for term in terms))


def find_terms(connection: sqlite3.Connection, question: str) -> list[Term]:
    """Return the content words of a question, each once; all its words where none carries content."""
    plain = POSSESSIVE.sub("", question)
    found = WORD.findall(plain)
    words = [word for word in found if is_content(word)] or found
    openings = set(_OPENING.findall(plain))
    others = _spell_otherwise(connection, question)
    first = {word.casefold(): word for word in reversed(words)}
    return [
        Term(word, tuple(others[word]), bool(others[word]) or _is_name(word, openings))
        for word in reversed(first.values())
    ]


def quote(words: str) -> str:
    """Return the words as one phrase of an FTS5 query, whatever characters they hold."""
    return '"' + words.replace('"', " ") + '"'


def _spell_otherwise(connection: sqlite3.Connection, question: str) -> defaultdict[str, list[str]]:
    """Return the other spellings of the names that each word of the question is a part of."""
    others: defaultdict[str, list[str]] = defaultdict(list)
    for spelling, asked in find_variants(connection, question).items():
        for word in asked.split():
            others[word].append(spelling)
    return others


def _is_name(word: str, openings: set[str]) -> bool:
    return word[0].isdigit() or (word[0].isupper() and word not in openings)


def _weigh(connection: sqlite3.Connection, term: Term, count: int) -> Term:
    query = " OR ".join(term.phrases)
    (with_it,) = connection.execute("SELECT count(*) FROM chunk_index WHERE chunk_index MATCH ?", (query,)).fetchone()
    idf = math.log((count - with_it + 0.5) / (with_it + 0.5))
    return Term(term.word, term.spellings, term.name, max(idf, _LEAST))
