"""How long indexing takes: `concord index` over 2,960 articles, in turns with Chroma alone on the same vectors."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from statistics import median
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from agent.evaluation.reader import write_documents
from agent.evaluation.records import read_articles, write_article

ROUNDS = 3

_CONCORD = "from agent.cli import run; run()"
_ALONE = """
import sys
import time
import chromadb
import numpy

vectors, settings = numpy.load(sys.argv[1]), chromadb.Settings(anonymized_telemetry=False)
chunks = chromadb.PersistentClient(sys.argv[2], settings).create_collection("chunks", embedding_function=None)
begin = time.perf_counter()
for start in range(0, len(vectors), 5000):
    part = vectors[start : start + 5000]
    chunks.add(ids=[str(start + n) for n in range(len(part))], embeddings=part)
print(time.perf_counter() - begin)
"""
"""A program of Chroma's own settings that prints how long adding took; fewer vectors at once took it longer."""


def measure(folder: Path, work: Path) -> dict[str, float]:
    """Return medians of the seconds that whole processes take; `folder` has `realtimeqa_articles.jsonl`.

    Timings are only worth something on a machine that does nothing else.
    """
    documents = {name: write_article(article) for name, article in read_articles(folder).items()}
    articles = write_documents(work / "articles", documents)
    home, alone = work / "indexing", work / "alone"
    ours, unchanged, theirs, adding = list[float](), list[float](), list[float](), list[float]()
    for _ in range(ROUNDS):
        rmtree(home, ignore_errors=True)
        ours.append(_time(home, "-c", _CONCORD, "index", str(articles))[0])
        unchanged.append(_time(home, "-c", _CONCORD, "index")[0])
        np.save(work / "vectors.npy", _read_vectors(home))
        rmtree(alone, ignore_errors=True)
        seconds, printed = _time(home, "-c", _ALONE, str(work / "vectors.npy"), str(alone))
        theirs.append(seconds)
        adding.append(float(printed))
    return {
        "articles": len(documents),
        "vectors": len(np.load(work / "vectors.npy", mmap_mode="r")),
        "seconds": median(ours),
        "seconds, nothing changed": median(unchanged),
        "seconds, Chroma alone": median(theirs),
        "seconds, Chroma alone, adding only": median(adding),
        "times as long as Chroma alone": median(ours) / median(theirs),
    }


def _time(home: Path, *arguments: str) -> tuple[float, str]:
    """Run Python and return the seconds it took and what it printed; raises CalledProcessError."""
    start = perf_counter()
    environment = {**os.environ, "CONCORD_HOME": str(home)}
    done = subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True, text=True)
    return perf_counter() - start, done.stdout


def _read_vectors(home: Path) -> NDArray[np.float32]:
    """Return the vectors of the one library of a home, shape (vectors, dimensions)."""
    (database,) = home.rglob("library.db")
    connection = sqlite3.connect(database)
    rows = connection.execute("SELECT vector FROM vectors ORDER BY id").fetchall()
    connection.close()
    return np.stack([np.frombuffer(vector, np.float32) for (vector,) in rows])
