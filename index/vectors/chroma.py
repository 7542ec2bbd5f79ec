"""Chroma, which finds the nearest vectors: one folder of them, by its Rust bindings or by its public client."""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from index.errors import LibraryError

COLLECTION = "chunks"
_TENANT, _DATABASE = "default_tenant", "default_database"
_GRAPH: Any = {"hnsw": {"space": "ip", "max_neighbors": 10, "ef_construction": 28, "ef_search": 2000}}
"""A sparser graph than Chroma's own (16, 100), made with less effort, and searched with twenty times its own (100).

Over 37,512 vectors of news and 294 questions, putting them in takes half of the time; a search for 300 finds 95.7% of
them rather than 89.1%, and 98.5% of the first 10 rather than 98.3%, in 4.3 ms rather than 2.3.
"""

MOST = 5461
"""Vectors that Chroma takes at once."""

WRITTEN_FROM = 2
"""Changes after which Chroma writes its whole graph out (its least); what it did not write, a reader has to add."""
_WRITING: Any = {"hnsw": {"sync_threshold": WRITTEN_FROM}}

_LOCKED, _WAITS = "database is locked", (0.2, 1.0, 5.0)
"""What SQLite says of a file that another connection writes, and seconds after which it is asked again."""


class StoreError(LibraryError):
    """The vectors cannot be read and have to be built again from SQLite."""


class Chroma(Protocol):
    """A folder of vectors as Chroma opens it; what it raises is Chroma's own."""

    def count(self) -> int:
        """Return the number of vectors."""

    def query(self, vector: list[float], limit: int) -> tuple[list[str], list[float]]:
        """Return the ids of the nearest vectors with their distances."""

    def ids(self) -> list[str]:
        """Return the ids of all vectors."""

    def put(self, ids: list[str], vectors: Sequence[Sequence[float]]) -> None:
        """Keep vectors, in the place of those of the same ids; `MOST` at once."""

    def drop(self, ids: list[str]) -> None:
        """Delete vectors."""

    def close(self) -> None:
        """Close the folder."""


def open_chroma(folder: Path, writing: bool = False) -> Chroma:
    """Open a folder, which is laid out first for `writing`; raises StoreError."""
    try:
        return _Bindings(folder, writing)
    except (ImportError, AttributeError, TypeError):
        client: Chroma = guard(_Client, folder, writing)
        return client


class _Bindings:
    """Chroma's own Rust bindings: its Python client adds nothing to them but .6 s of imports."""

    def __init__(self, folder: Path, writing: bool = False) -> None:
        import chromadb_rust_bindings as chroma  # type: ignore[import-untyped]

        config = chroma.SqliteDBConfig(
            hash_type=chroma.MigrationHash.MD5,
            migration_mode=chroma.MigrationMode.Apply if writing else chroma.MigrationMode.Validate,
            url=str(folder / "chroma.sqlite3"),
        )
        self._chroma: Any = guard(
            chroma.Bindings,
            allow_reset=False,
            sqlite_db_config=config,
            persist_path=str(folder),
            hnsw_cache_size=16,
        )
        if writing:
            known = (None, None, True, _TENANT, _DATABASE)
            found = guard(self._chroma.create_collection, COLLECTION, json.dumps(_GRAPH), *known)
            guard(self._chroma.update_collection, str(found.id), None, None, json.dumps(_WRITING))
        else:
            found = guard(self._chroma.get_collection, COLLECTION, _TENANT, _DATABASE)
        self._id = str(found.id)

    def count(self) -> int:
        return int(self._chroma.count(self._id, _TENANT, _DATABASE))

    def query(self, vector: list[float], limit: int) -> tuple[list[str], list[float]]:
        found = self._chroma.query(self._id, None, [vector], limit, None, None, ["distances"], _TENANT, _DATABASE)
        return found.ids[0], found.distances[0]

    def ids(self) -> list[str]:
        return list(self._chroma.get(self._id, None, None, None, 0, None, [], _TENANT, _DATABASE).ids)

    def put(self, ids: list[str], vectors: Sequence[Sequence[float]]) -> None:
        self._chroma.upsert(self._id, ids, vectors, None, None, None, _TENANT, _DATABASE)

    def drop(self, ids: list[str]) -> None:
        self._chroma.delete(self._id, ids, None, None, None, _TENANT, _DATABASE)

    def close(self) -> None:
        self._chroma = None


class _Client:
    """Chroma's public client, for a version whose bindings are called otherwise."""

    def __init__(self, folder: Path, writing: bool = False) -> None:
        import chromadb
        from chromadb.config import Settings

        self._client: Any = chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False))
        self._collection: Any = self._client.get_or_create_collection(
            COLLECTION, embedding_function=None, configuration=_GRAPH
        )
        if writing:
            self._collection.modify(configuration=_WRITING)

    def count(self) -> int:
        return int(self._collection.count())

    def query(self, vector: list[float], limit: int) -> tuple[list[str], list[float]]:
        found = self._collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
        return found["ids"][0], found["distances"][0]

    def ids(self) -> list[str]:
        return list(self._collection.get(include=[])["ids"])

    def put(self, ids: list[str], vectors: Sequence[Sequence[float]]) -> None:
        self._collection.upsert(ids=ids, embeddings=[list(vector) for vector in vectors])

    def drop(self, ids: list[str]) -> None:
        self._collection.delete(ids=ids)

    def close(self) -> None:
        self._client.close()


def guard(call: Any, *args: Any, **options: Any) -> Any:
    """Return what Chroma returns; whatever it raises becomes a StoreError.

    On a machine under heavy load its own connections wait too short for each other: what is locked is tried again.
    """
    waits = iter(_WAITS)
    while True:
        try:
            return call(*args, **options)
        except (ImportError, AttributeError, TypeError, KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            wait = next(waits, None)
            if wait is None or _LOCKED not in str(error):
                raise StoreError(f"The vectors are damaged ({error}).") from error
        time.sleep(wait)
