"""How often a right article is among the first: RealTimeQA, 94 questions over 2,960 articles, beside BM25 alone."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from agent.evaluation.reader import write_documents
from agent.evaluation.records import read_articles, read_records, write_article
from index.language.terms import WORD
from index.library import Library, open_library
from index.search.query import quote
from index.search.search import Searcher
from index.sync import refresh

FIRST = (1, 5, 10)
"""Numbers of articles among which a right one is looked for."""

_MARKUP = re.compile(r"<[^>]+>")


def measure(folder: Path) -> dict[str, float]:
    """Return hit@1, @5 and @10 of a search and of BM25 (FTS5's, over title and chunk, every word of the question).

    `folder` has `realtimeqa_articles.jsonl` and `realtimeqa_questions.jsonl`; a library is built of the articles in
    a temporary home.
    """
    articles = read_articles(folder)
    questions = read_records(folder / "realtimeqa_questions.jsonl")
    with TemporaryDirectory() as home, _at_home(Path(home)):
        documents = {name: write_article(article) for name, article in articles.items()}
        sources = write_documents(Path(home) / "articles", documents)
        urls = {name: article["url"] for name, article in articles.items()}
        library = open_library(folders=[sources])
        refresh(library)
        searcher = Searcher(library)
        plain, ours = [], []
        for record in questions:
            question, right = _MARKUP.sub("", record["question"]), set(record["evidence_urls"])
            plain.append(_place(right, (urls[name] for name in rank_plainly(library, question))))
            ours.append(_place(right, (urls[hit.source.name] for hit in searcher.search(question))))
        searcher.close()
        library.close()
    return _shares("bm25", plain) | _shares("ours", ours)


def rank_plainly(library: Library, question: str) -> list[str]:
    """Return the names of the sources by BM25 of their best chunk alone, best first."""
    query = " OR ".join(map(quote, WORD.findall(question)))
    with library.reading() as connection:
        rows = connection.execute(
            "SELECT name FROM chunk_index JOIN chunks ON chunks.id = chunk_index.rowid"
            " JOIN sources ON sources.id = source WHERE chunk_index MATCH ? ORDER BY bm25(chunk_index) LIMIT 400",
            (query,),
        )
        return [name for (name,) in rows]


@contextmanager
def _at_home(home: Path) -> Iterator[None]:
    """Keep the library in this folder and nowhere else."""
    before = os.environ.get("CONCORD_HOME")
    os.environ["CONCORD_HOME"] = str(home)
    try:
        yield
    finally:
        if before is None:
            del os.environ["CONCORD_HOME"]
        else:
            os.environ["CONCORD_HOME"] = before


def _place(right: set[str], ranked: Iterable[str]) -> int:
    """Return the place, from 0, of the first right one among the different ones; past every place if there is none."""
    different = list(dict.fromkeys(ranked))
    return next((place for place, address in enumerate(different) if address in right), max(FIRST))


def _shares(name: str, places: Sequence[int]) -> dict[str, float]:
    return {f"{name}: hit@{first}": sum(place < first for place in places) / len(places) for first in FIRST}
