"""Chroma, which finds the nearest vectors; it holds nothing that SQLite does not.

A folder of vectors is filled by one process (index/filling.py), sealed, published, and only read from then
on: two processes that write one folder corrupt it, and reading a damaged graph ends the process that reads.
"""

import json
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol

from index.errors import LibraryError

COLLECTION = "chunks"
SYNC_THRESHOLD = 1000
"""Vectors after which Chroma writes its graph out (Chroma's default)."""

_TENANT, _DATABASE = "default_tenant", "default_database"
_SEAL = "seal.json"


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
        _check_seal(folder)
        try:
            self._reader: _Reader = _Bindings(folder)
        except (ImportError, AttributeError, TypeError):
            self._reader = guarded(Client, folder)

    def count(self) -> int:
        """Return the number of vectors."""
        return int(guarded(self._reader.count))

    def query(self, vector: list[float], limit: int) -> list[tuple[int, float]]:
        """Return the ids of the nearest vectors with their cosine similarity, best first."""
        ids, distances = guarded(self._reader.query, vector, limit)
        return [(int(id), 1.0 - distance) for id, distance in zip(ids, distances, strict=True)]

    def close(self) -> None:
        """Close the folder."""
        self._reader.close()


class _Bindings:
    """Chroma's own Rust bindings: its Python client adds nothing to a query but .6 s of imports."""

    def __init__(self, folder: Path) -> None:
        import chromadb_rust_bindings as chroma  # type: ignore[import-untyped]

        config = chroma.SqliteDBConfig(
            hash_type=chroma.MigrationHash.MD5,
            migration_mode=chroma.MigrationMode.Validate,
            url=str(folder / "chroma.sqlite3"),
        )
        self._chroma: Any = guarded(
            chroma.Bindings,
            allow_reset=False,
            sqlite_db_config=config,
            persist_path=str(folder),
            hnsw_cache_size=16,
        )
        self._id = str(guarded(self._chroma.get_collection, COLLECTION, _TENANT, _DATABASE).id)

    def count(self) -> int:
        return int(self._chroma.count(self._id, _TENANT, _DATABASE))

    def query(self, vector: list[float], limit: int) -> tuple[list[str], list[float]]:
        found = self._chroma.query(
            self._id, None, [vector], limit, None, None, ["distances"], _TENANT, _DATABASE
        )
        return found.ids[0], found.distances[0]

    def close(self) -> None:
        self._chroma = None


class Client:
    """Chroma's public client, for a version whose bindings are called otherwise, and for writing."""

    def __init__(self, folder: Path) -> None:
        """Open the folder, or lay it out."""
        import chromadb
        from chromadb.config import Settings

        self._client: Any = chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False))
        self.collection: Any = self._client.get_or_create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "ip", "sync_threshold": SYNC_THRESHOLD}},
        )

    def count(self) -> int:
        """Return the number of vectors."""
        return int(self.collection.count())

    def query(self, vector: list[float], limit: int) -> tuple[list[str], list[float]]:
        """Return the ids of the nearest vectors with their distances."""
        found = self.collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
        return found["ids"][0], found["distances"][0]

    def close(self) -> None:
        """Close the folder."""
        self._client.close()


def is_sealed(folder: Path) -> bool:
    """Tell whether the folder was filled to the end."""
    return (folder / _SEAL).is_file()


def seal(folder: Path) -> None:
    """Note what the graph's files look like, so that a reader can tell that they are still the same."""
    marks = {str(file.relative_to(folder)): [*_stamp(file), _digest(file)] for file in _graph(folder)}
    (folder / _SEAL).write_text(json.dumps(marks), encoding="utf-8")


def unseal(folder: Path) -> None:
    """Say that the folder is about to change."""
    (folder / _SEAL).unlink(missing_ok=True)


def _check_seal(folder: Path) -> None:
    try:
        marks = json.loads((folder / _SEAL).read_text(encoding="utf-8"))
        files = {str(file.relative_to(folder)): file for file in _graph(folder)}
        intact = marks.keys() == files.keys() and all(
            [*_stamp(files[name])] == mark[:2] or _digest(files[name]) == mark[2]
            for name, mark in marks.items()
        )
    except (OSError, ValueError, LookupError, AttributeError) as error:
        raise StoreError(f"There are no whole vectors in {folder} ({error}).") from error
    if not intact:
        raise StoreError(f"The vectors in {folder} were changed from outside.")


def _graph(folder: Path) -> list[Path]:
    return [file for file in folder.glob("*/*") if file.is_file()]


def _stamp(file: Path) -> tuple[int, int]:
    stat = file.stat()
    return stat.st_size, stat.st_mtime_ns


def _digest(file: Path) -> str:
    return blake2b(file.read_bytes(), digest_size=16).hexdigest()


def guarded(call: Any, *args: Any, **options: Any) -> Any:
    """Return what Chroma returns; whatever it raises becomes a StoreError."""
    try:
        return call(*args, **options)
    except (ImportError, AttributeError, TypeError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise StoreError(f"The vectors are damaged ({error}).") from error
