"""Rankings: what each of the indexes finds for a question, and the articles that are worth ranking together."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import TYPE_CHECKING

from index.language.terms import WORD
from index.search.fusion import Article, Passage
from index.search.query import Query
from index.source import Chunk, Source
from index.vectors.embed import Embedder
from index.vectors.word_vectors import WordEmbedder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

POOL = 60
"""Articles that each ranking proposes."""

PROPOSED = 600
"""Chunks, often several of one article, that are looked through for them."""

TITLE_WEIGHT = 3.0
"""What a word of the title counts where one of the text counts 1 (weights of FTS5's bm25)."""


def rank_chunks(connection: sqlite3.Connection, query: Query) -> dict[int, float]:
    """Return the chunks that have any of the terms, staged ones too (id: BM25 by the terms' rarity)."""
    if not query.terms:
        return {}
    rows = connection.execute(
        "SELECT rowid, -bm25(chunk_index, ?, 1.0) / ? FROM chunk_index WHERE chunk_index MATCH ?",
        (TITLE_WEIGHT, query.rarity, query.expression),
    )
    return dict(rows)


def rank_articles(connection: sqlite3.Connection, query: Query) -> dict[int, float]:
    """Return the sources that have any of the terms anywhere (id: BM25 of the whole by the terms' rarity)."""
    if not query.terms:
        return {}
    rows = connection.execute(
        "SELECT sources.id, -bm25(article_index, ?, 1.0) / ? FROM article_index"
        " JOIN sources ON sources.id = article_index.rowid WHERE article_index MATCH ? AND live = 1",
        (TITLE_WEIGHT, query.rarity, query.expression),
    )
    return dict(rows)


def list_sources(connection: sqlite3.Connection, chunks: Sequence[int]) -> dict[int, int]:
    """Return the source of each of these chunks, in their order; staged ones are left out."""
    rows = connection.execute(
        "SELECT chunks.id, source FROM chunks JOIN sources ON sources.id = source"
        " WHERE live = 1 AND chunks.id IN (SELECT value FROM json_each(?))",
        (json.dumps(chunks),),
    )
    source_of = dict(rows.fetchall())
    return {chunk: source_of[chunk] for chunk in chunks if chunk in source_of}


def load_chunks(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[Source, Chunk]]:
    """Return these chunks with their sources, by id."""
    rows = connection.execute(
        "SELECT chunks.id, sources.id, name, path, sources.title, publisher, date, first, last, text"
        " FROM chunks JOIN sources ON sources.id = chunks.source"
        " JOIN chunk_texts ON chunk_texts.id = chunks.id"
        " WHERE chunks.id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return {id: (Source(*row[:6]), Chunk(*row[6:])) for id, *row in rows}


def find_named(connection: sqlite3.Connection, query: Query) -> dict[int, float]:
    """Return which share of the question's names, by rarity, each source has anywhere."""
    names = [term for term in query.terms if term.name]
    total = sum(term.rarity for term in names)
    shares: defaultdict[int, float] = defaultdict(float)
    for term in names:
        found = connection.execute(
            "SELECT rowid FROM article_index WHERE article_index MATCH ?", (" OR ".join(term.phrases),)
        )
        for (source,) in found:
            shares[source] += term.rarity / total
    return shares


def gather_articles(
    connection: sqlite3.Connection, query: Query, near: Mapping[int, float], vector: "Vectors", embedder: str
) -> list[Article]:
    """Return what the rankings propose; `near` are the chunks nearest to the question's unit vector (id: cosine)."""
    lexical, wholes = rank_chunks(connection, query), rank_articles(connection, query)
    sources = set(nlargest(POOL, wholes, key=wholes.__getitem__))
    for ranking in (lexical, near):
        sources |= _first(list_sources(connection, nlargest(PROPOSED, ranking, key=ranking.__getitem__)).values())
    names = find_named(connection, query)
    articles = {source: Article(source, [], wholes.get(source, 0.0), names.get(source, 0.0)) for source in sources}
    for chunk, source, cosine in _measure(connection, sources, vector, embedder):
        articles[source].passages.append(Passage(chunk, lexical.get(chunk, 0.0), cosine))
    return [article for article in articles.values() if article.passages]


def compare_words(
    connection: sqlite3.Connection, query: Query, articles: Sequence[Article], embedder: Embedder
) -> None:
    """Find how near the best chunks' words are to the question's: mean over its terms, by rarity, of the best cosine.

    Only static embeddings tell that of words as they stand; with another embedder nothing is found.
    """
    if not query.terms or not isinstance(embedder, WordEmbedder):
        return
    passages = {passage.id: passage for article in articles for passage in article.best_passages()}
    texts = connection.execute(
        "SELECT id, title, text FROM chunk_texts WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(passages)),),
    )
    words = {chunk: WORD.findall(f"{title} {text}") for chunk, title, text in texts}
    for chunk, likeness in _find_nearest(query, words, embedder).items():
        passages[chunk].soft = likeness


def _find_nearest(query: Query, words: Mapping[int, list[str]], embedder: WordEmbedder) -> dict[int, float]:
    import numpy as np

    vocabulary: dict[str, int] = {}
    places = {chunk: [vocabulary.setdefault(word, len(vocabulary)) for word in found] for chunk, found in words.items()}
    asked = [[word for name in (term.word, *term.spellings) for word in WORD.findall(name)] for term in query.terms]
    starts = np.cumsum([0, *map(len, asked[:-1])])
    cosines = embedder.embed(list(vocabulary)) @ embedder.embed([word for name in asked for word in name]).T
    near = np.maximum.reduceat(cosines, starts, axis=1).clip(0.0)
    shares = np.array([term.rarity for term in query.terms], np.float32)
    shares /= shares.sum()
    return {chunk: float(near.take(rows, axis=0).max(axis=0) @ shares) for chunk, rows in places.items() if rows}


def _first(sources: Iterable[int]) -> set[int]:
    """Return the first POOL different sources."""
    found = set[int]()
    for source in sources:
        found.add(source)
        if len(found) == POOL:
            break
    return found


def _measure(
    connection: sqlite3.Connection, sources: Iterable[int], vector: "Vectors", embedder: str
) -> list[tuple[int, int, float]]:
    """Return every chunk of these sources with its source and its cosine to the question."""
    import numpy as np

    rows = connection.execute(
        "SELECT chunks.id, source, vectors.vector FROM chunks JOIN vectors ON vectors.id = chunks.vector"
        " WHERE source IN (SELECT value FROM json_each(?)) AND embedder = ?",
        (json.dumps(list(sources)), embedder),
    ).fetchall()
    if not rows:
        return []
    vectors = np.frombuffer(b"".join(blob for _, _, blob in rows), np.float32).reshape(len(rows), -1)
    return [(row[0], row[1], cosine) for row, cosine in zip(rows, (vectors @ vector).tolist(), strict=True)]
