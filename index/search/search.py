"""Search: the words and the meaning of a question rank articles and chunks, and the rankings are made one."""

import json
import sqlite3
import threading
from collections.abc import Sequence
from heapq import nlargest
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from index.language.terms import content_stems
from index.library import Library
from index.publish import vectors_folder
from index.search.fusion import Article, Passage, choose_articles, spread, take_once
from index.search.query import read_query
from index.search.rankings import compare_words, gather_articles, list_sources, load_chunks, rank_chunks
from index.source import Hit, Paragraph
from index.sync import rebuild_vectors
from index.vectors.chroma import StoreError
from index.vectors.store import Store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

LIMIT = 40
"""Hits of a search: with more articles than that, the best chunks of thirty and ten further ones."""

CHOICE = 2
"""Chunks beside each article's best that are looked at, as a multiple of the hits: some are copies."""

NEAREST = 300
"""Chunks that Chroma proposes; many are of one article."""


Ranked = tuple[float, Passage, Article]
"""A chunk with its score and the article that it is of."""


def search_paragraphs(library: Library, words: str, limit: int = 20) -> list[Paragraph]:
    """Return the paragraphs that hold most of the words; plain full text, no model and no vectors."""
    ranked = Searcher(library).rank_words(words, limit)
    stems = set(content_stems(words))
    with library.reading() as connection:
        chunks = load_chunks(connection, list(ranked))
    found = dict[tuple[str, int], tuple[int, Paragraph]]()
    for source, chunk in (chunks[id] for id in ranked):
        for paragraph in library.paragraphs(source)[chunk.first - 1 : chunk.last]:
            if shared := len(stems & set(content_stems(paragraph.text))):
                found.setdefault((source.name, paragraph.n), (shared, paragraph))
    best = sorted(found.values(), key=lambda item: -item[0])
    return [paragraph for _, paragraph in best[:limit]]


class Searcher:
    """Searches one library; what takes time to open can be opened in the background by `warm`."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._store: Store | None = None
        self._folder: Path | None = None
        self._opening = threading.Lock()
        self._warming: threading.Thread | None = None

    def warm(self) -> threading.Thread:
        """Open the embedder and Chroma in a daemon thread, which is returned; `search` meets what fails.

        numpy is imported first, here: two threads that import it at once both fail.
        """
        import numpy  # noqa: F401

        self._warming = thread = threading.Thread(target=self._warm, name="warm", daemon=True)
        thread.start()
        return thread

    def search(self, question: str, limit: int = LIMIT) -> list[Hit]:
        """Return the best chunks of the best articles, one for copies; score and parts are higher when better.

        Vectors that are missing or damaged are built again first. Raises LibraryError and ModelError.
        """
        vector = self.library.embedder.embed([question])[0]
        try:
            return self._search(question, vector, limit)
        except StoreError:
            self._mend()
            return self._search(question, vector, limit)

    def rank_words(self, question: str, limit: int = 100) -> dict[int, float]:
        """Return the chunks that share most with the question's words (id: BM25), best first; no vectors."""
        with self.library.reading() as connection:
            scores = rank_chunks(connection, read_query(connection, question))
            ranked = sorted(scores, key=lambda chunk: (-scores[chunk], chunk))
            return {chunk: scores[chunk] for chunk in islice(list_sources(connection, ranked), limit)}

    def rank_meaning(self, vector: "Vectors", limit: int = NEAREST) -> dict[int, float]:
        """Return the chunks nearest to a unit vector (id: cosine), best first; raises StoreError."""
        with self.library.reading() as connection:
            store = self._open()
            if store is None or not vector.any():
                return {}
            near = dict(store.query(vector.tolist(), limit))
            rows = connection.execute(
                "SELECT chunks.id, chunks.vector FROM chunks JOIN sources ON sources.id = chunks.source"
                " WHERE live = 1 AND chunks.vector IN (SELECT value FROM json_each(?))",
                (json.dumps(list(near)),),
            )
            scores = {chunk: near[id] for chunk, id in rows}
            return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))

    def _search(self, question: str, vector: "Vectors", limit: int) -> list[Hit]:
        with self.library.reading() as connection:
            query = read_query(connection, question)
            near = self.rank_meaning(vector)
            articles = gather_articles(connection, query, near, vector, self.library.embedder_key)
            articles = choose_articles(articles)
            compare_words(connection, query, articles, self.library.embedder)
            return spread(take_once(self._load(connection, articles, limit)), limit)

    def _load(self, connection: sqlite3.Connection, articles: Sequence[Article], limit: int) -> list[Hit]:
        """Return hits, best first: the best chunk of every article, and enough of the others to choose from."""
        firsts, others = list[Ranked](), list[Ranked]()
        for article in articles:
            best, *rest = [(*item, article) for item in article.rank_passages()]
            firsts.append(best)
            others.extend(rest)
        ranked = firsts + nlargest(CHOICE * limit, others, key=itemgetter(0))
        ranked.sort(key=lambda item: (-item[0], item[1].id))
        chunks = load_chunks(connection, [passage.id for _, passage, _ in ranked])
        return [
            Hit(*chunks[passage.id], score, article.list_parts(passage))
            for score, passage, article in ranked
            if passage.lexical > 0 or passage.dense > 0
        ]

    def _open(self) -> Store | None:
        """Return the published vectors as the calling read sees them, None where there are none to be had."""
        database = self.library.database
        count = int(database.get("vectors", "0"))
        if not count:
            return None
        with self._opening:
            self._folder = folder = vectors_folder(self.library)
            if folder is None:
                raise StoreError(f"There are no vectors in {self.library.folder}.")
            if self._store is None or self._store.folder != folder:
                self._close()
                store = Store(folder)
                if (found := store.count()) != count:
                    raise StoreError(f"Chroma holds {found} of {count} vectors.")
                self._store = store
            return self._store

    def _warm(self) -> None:
        try:
            self.library.embedder.embed([""])
            with self.library.reading():
                if store := self._open():
                    store.query([0.0] * self.library.embedder.dimensions, 1)
        except Exception:  # noqa: BLE001  whatever it is, the search that follows meets it and reports it
            return

    def _mend(self) -> None:
        self.close()
        rebuild_vectors(self.library, broken=self._folder)

    def close(self) -> None:
        """Close the vectors; the library stays open.

        What warms up is waited for: a connection that another thread closes while it reads ends the process.
        """
        if self._warming:
            self._warming.join()
        with self._opening:
            self._close()

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
