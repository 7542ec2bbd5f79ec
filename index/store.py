"""Chroma, which finds the nearest vectors; it holds nothing that SQLite does not.

A folder of vectors is written once, by a process of its own (`python -m index.store`, see index/writer.py),
published, and only read from then on: two processes that write one folder corrupt it, and an upsert holds
Python's global lock for as long as it lasts.
"""

import os
import shutil
import signal
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from index.errors import LibraryError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

COLLECTION = "chunks"
BATCH = 2000
"""Vectors in one upsert; Chroma takes 5,461 at most."""

_TENANT, _DATABASE = "default_tenant", "default_database"
_SYNC_THRESHOLD = 1000
_HNSW = {"space": "ip", "sync_threshold": _SYNC_THRESHOLD}


class StoreError(LibraryError):
    """The vectors cannot be read and have to be built again from SQLite."""


class _Reader(Protocol):
    def count(self) -> int: ...
    def query(self, vector: list[float], limit: int) -> tuple[list[str], list[float]]: ...
    def close(self) -> None: ...


class Store:
    """A published folder of vectors, open for reading; raises StoreError where it is missing or damaged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not (folder / "chroma.sqlite3").is_file():
            raise StoreError(f"There are no vectors in {folder}.")
        try:
            self._reader: _Reader = _Bindings(folder)
        except (ImportError, AttributeError, TypeError):
            self._reader = _guarded(_Client, folder)

    def count(self) -> int:
        """Return the number of vectors."""
        return int(_guarded(self._reader.count))

    def query(self, vector: list[float], limit: int) -> list[tuple[int, float]]:
        """Return the ids of the nearest vectors with their cosine similarity, best first."""
        ids, distances = _guarded(self._reader.query, vector, limit)
        return [(int(id), 1.0 - distance) for id, distance in zip(ids, distances, strict=True)]

    def close(self) -> None:
        """Close the folder."""
        self._reader.close()


class _Bindings:
    """Chroma's own Rust bindings: its Python client adds nothing to a query but .6 s of imports."""

    def __init__(self, folder: Path) -> None:
        import chromadb_rust_bindings as chroma

        config = chroma.SqliteDBConfig(
            hash_type=chroma.MigrationHash.MD5,
            migration_mode=chroma.MigrationMode.Validate,
            url=str(folder / "chroma.sqlite3"),
        )
        self._chroma: Any = _guarded(
            chroma.Bindings, allow_reset=False, sqlite_db_config=config, persist_path=str(folder), hnsw_cache_size=16
        )
        self._id = str(_guarded(self._chroma.get_collection, COLLECTION, _TENANT, _DATABASE).id)

    def count(self) -> int:
        return int(self._chroma.count(self._id, _TENANT, _DATABASE))

    def query(self, vector: list[float], limit: int) -> tuple[list[str], list[float]]:
        found = self._chroma.query(
            self._id, None, [vector], limit, None, None, ["distances"], _TENANT, _DATABASE
        )
        return found.ids[0], found.distances[0]

    def close(self) -> None:
        self._chroma = None


class _Client:
    """Chroma's public client, for a version whose bindings are called otherwise, and for writing."""

    def __init__(self, folder: Path) -> None:
        import chromadb
        from chromadb.config import Settings

        self._client = chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False))
        self.collection = self._client.get_or_create_collection(
            COLLECTION, embedding_function=None, configuration={"hnsw": _HNSW}
        )

    def count(self) -> int:
        return self.collection.count()

    def query(self, vector: list[float], limit: int) -> tuple[list[str], list[float]]:
        found = self.collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
        return found["ids"][0], found["distances"][0] if found["distances"] else []

    def close(self) -> None:
        self._client.close()


def _guarded(call: Any, *args: Any, **options: Any) -> Any:
    try:
        return call(*args, **options)
    except (ImportError, AttributeError, TypeError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # the bindings raise errors of many kinds, and a panic is no Exception
        raise StoreError(f"The vectors are damaged ({error}).") from error


class _Filling:
    """One folder while it is filled with the vectors of one embedder."""

    def __init__(self, database: Path, folder: Path, embedder: str) -> None:
        self._rows = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=60)
        self._folder, self._embedder = folder, embedder
        self._client = _Client(folder)
        present = [int(id) for id in self._client.collection.get(include=[])["ids"]]
        self._last = max(present, default=0)

    def take(self, finishing: bool, dead: set[int]) -> None:
        """Upsert the vectors that are new in SQLite, the dead ones left out, in full batches unless it is the end."""
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
        present = [id for id in self._client.collection.get(include=[])["ids"] if int(id) in dead] if dead else []
        for start in range(0, len(present), BATCH):
            self._client.collection.delete(ids=present[start : start + BATCH])

    def finish(self) -> int:
        """Write the graph out whole, so that no reader has to complete it, and return the number of vectors."""
        last = self._client.collection.get(limit=3, include=["embeddings"])
        if last["ids"]:
            self._client.collection.modify(configuration={"hnsw": {"sync_threshold": 2}})
            self._client.close()
            self._client = _Client(self._folder)
            self._client.collection.upsert(ids=last["ids"], embeddings=last["embeddings"])
            self._client.collection.modify(configuration={"hnsw": {"sync_threshold": _SYNC_THRESHOLD}})
        count = self._client.count()
        self._client.close()
        return count


def serve(database: Path, folder: Path, embedder: str, previous: str) -> None:
    """Fill a folder as the lines on standard input say (`more`, `finish ID…`); answers on standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    if previous:
        shutil.copytree(previous, folder, dirs_exist_ok=True)
    filling = _Filling(database, folder, embedder)
    for line in sys.stdin:
        order, *ids = line.split()
        dead = {int(id) for id in ids}
        filling.take(order == "finish", dead)
        if order == "finish":
            filling.drop(dead)
            print(f"count {filling.finish()}", flush=True)
            return


if __name__ == "__main__":
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    serve(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
