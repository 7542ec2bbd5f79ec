"""Filling a folder of vectors from SQLite: the process that index/vectors/writer.py starts.

It is a process of its own because an upsert holds Python's global lock for as long as it lasts, and because
no reader ever has this folder open.
"""

import shutil
import signal
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

from index.vectors.chroma import MOST, WRITTEN_FROM, open_chroma
from index.vectors.seal import seal, unseal

LEAST = 2000
"""Vectors for which an upsert pays while more are to come: Chroma writes its graph out after each."""


class Filling:
    """One folder while it is filled with the vectors of one embedder."""

    def __init__(self, database: Path, folder: Path, embedder: str) -> None:
        self._rows = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=60)
        self._folder, self._embedder = folder, embedder
        self._chroma = open_chroma(folder, writing=True)
        present = self._chroma.ids()
        self._last = max(map(int, present), default=0)
        self._count = len(present)
        self._unwritten = 0

    def take(self, finishing: bool, dead: set[int]) -> None:
        """Upsert what is new in SQLite but the dead vectors, none unless they are many or it is the end."""
        while rows := self._rows.execute(
            "SELECT id, vector FROM vectors WHERE id > ? AND embedder = ? ORDER BY id LIMIT ?",
            (self._last, self._embedder, MOST),
        ).fetchall():
            if len(rows) < LEAST and not finishing:
                return
            self._last = rows[-1][0]
            rows = [row for row in rows if row[0] not in dead]
            if rows:
                self._put(rows)
                self._count += len(rows)
            print(f"done {self._count}", flush=True)

    def drop(self, dead: set[int]) -> None:
        """Delete the vectors of chunks that are no more."""
        if not dead:
            return
        present = [id for id in self._chroma.ids() if int(id) in dead]
        for start in range(0, len(present), MOST):
            part = present[start : start + MOST]
            self._chroma.drop(part)
            self._changed(len(part))

    def finish(self) -> int:
        """See to it that the graph is written out whole, so that no reader has to, and return the number of vectors."""
        if self._unwritten:
            ids = self._chroma.ids()[:1]
            self._put(self._rows.execute("SELECT id, vector FROM vectors WHERE id IN (?)", ids or [None]).fetchall())
        count = self._chroma.count()
        self._chroma.close()
        seal(self._folder)
        return count

    def _put(self, rows: Sequence[tuple[int, bytes]]) -> None:
        if rows:
            vectors = [memoryview(vector).cast("f") for _, vector in rows]
            self._chroma.put([str(id) for id, _ in rows], vectors)
            self._changed(len(rows))

    def _changed(self, number: int) -> None:
        """Count what Chroma keeps in memory until it writes everything out."""
        self._unwritten += number
        if self._unwritten >= WRITTEN_FROM:
            self._unwritten = 0


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
