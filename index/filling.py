"""Filling a folder of vectors from SQLite: the process that index/writer.py starts.

It is a process of its own because an upsert holds Python's global lock for as long as it lasts, and because
no reader ever has this folder open.
"""

import shutil
import signal
import sqlite3
import sys
from pathlib import Path

from index.store import SYNC_THRESHOLD, Client, seal, unseal

BATCH = 2000
"""Vectors in one upsert; Chroma takes 5,461 at most."""


class Filling:
    """One folder while it is filled with the vectors of one embedder."""

    def __init__(self, database: Path, folder: Path, embedder: str) -> None:
        self._rows = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=60)
        self._folder, self._embedder = folder, embedder
        self._client = Client(folder)
        present = [int(id) for id in self._client.collection.get(include=[])["ids"]]
        self._last = max(present, default=0)

    def take(self, finishing: bool, dead: set[int]) -> None:
        """Upsert what is new in SQLite but the dead vectors, in full batches unless it is the end."""
        import numpy as np

        while rows := self._rows.execute(
            "SELECT id, vector FROM vectors WHERE id > ? AND embedder = ? ORDER BY id LIMIT ?",
            (self._last, self._embedder, BATCH),
        ).fetchall():
            if len(rows) < BATCH and not finishing:
                return
            self._last = rows[-1][0]
            rows = [row for row in rows if row[0] not in dead]
            if rows:
                vectors = np.stack([np.frombuffer(vector, dtype=np.float32) for _, vector in rows])
                self._client.collection.upsert(ids=[str(id) for id, _ in rows], embeddings=vectors)
            print(f"done {self._client.count()}", flush=True)

    def drop(self, dead: set[int]) -> None:
        """Delete the vectors of chunks that are no more."""
        if not dead:
            return
        present = [id for id in self._client.collection.get(include=[])["ids"] if int(id) in dead]
        for start in range(0, len(present), BATCH):
            self._client.collection.delete(ids=present[start : start + BATCH])

    def finish(self) -> int:
        """Write the graph out whole, so that no reader has to, and return the number of vectors."""
        last = self._client.collection.get(limit=3, include=["embeddings"])
        if last["ids"]:
            self._client.collection.modify(configuration={"hnsw": {"sync_threshold": 2}})
            self._client.close()
            self._client = Client(self._folder)
            self._client.collection.upsert(ids=last["ids"], embeddings=last["embeddings"])
            self._client.collection.modify(configuration={"hnsw": {"sync_threshold": SYNC_THRESHOLD}})
        count = self._client.count()
        self._client.close()
        seal(self._folder)
        return count


def serve(database: Path, folder: Path, embedder: str, previous: str) -> None:
    """Fill a folder as the lines on standard input say (`more`, `finish ID…`); answers on standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    if previous:
        shutil.copytree(previous, folder, dirs_exist_ok=True)
        unseal(folder)
    filling = Filling(database, folder, embedder)
    for line in sys.stdin:
        order, *ids = line.split()
        dead = {int(id) for id in ids}
        filling.take(order == "finish", dead)
        if order == "finish":
            filling.drop(dead)
            print(f"count {filling.finish()}", flush=True)
            return


if __name__ == "__main__":
    serve(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
