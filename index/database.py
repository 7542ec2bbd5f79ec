"""The SQLite file of a library, which is the truth: sources, paragraphs, chunks, full text and vectors."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from index.errors import LibraryError
from index.places import unwritable
from index.schema import SCHEMA_VERSION, list_statements

_APPLICATION = 0x434E4344  # "CNCD", so that another program's database is not taken for ours


class Database:
    """One library's SQLite file; every thread gets a connection of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection, opened at first use."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = sqlite3.connect(
                self._address(), timeout=60, isolation_level=None, check_same_thread=False, uri=True
            )
            found.execute("PRAGMA foreign_keys = ON")
            found.execute("PRAGMA synchronous = NORMAL")
            found.execute("PRAGMA temp_store = MEMORY")
            found.execute("PRAGMA cache_size = -65536")  # 64 MB, as digests are inserted in no order
            found.execute("PRAGMA wal_autocheckpoint = 8192")  # pages: a sync waits for the disk less often
            self._local.connection = found
            self._all.append(found)
        return found

    @property
    def frozen(self) -> bool:
        """Whether it is only read, as its folder cannot be written."""
        return self.path.exists() and not os.access(self.path.parent, os.W_OK)

    def _address(self) -> str:
        """Return the file as SQLite is to open it: without files beside it where there can be none.

        What another process is still writing lies in such a file, which is then read as well.
        """
        if not self.frozen:
            return self.path.as_uri()
        pending = self.path.with_name(f"{self.path.name}-wal")
        return f"{self.path.as_uri()}?mode=ro" + ("" if pending.exists() else "&immutable=1")

    def create(self, properties: Mapping[str, str]) -> None:
        """Lay the tables out in an empty file that has these properties; the caller holds the library's lock."""
        connection = self.connection
        connection.execute("PRAGMA page_size = 8192")  # two chunks or vectors fill most of a page of the usual 4096
        connection.execute("PRAGMA journal_mode = WAL")
        with self.writing():
            for statement in list_statements():
                connection.execute(statement)
            for key, value in properties.items():
                self.set(key, value)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def version(self) -> int:
        """Return the layout's number, 0 for an empty file; raises LibraryError for a foreign one."""
        version = int(self.connection.execute("PRAGMA user_version").fetchone()[0])
        application = int(self.connection.execute("PRAGMA application_id").fetchone()[0])
        tables = int(self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        if tables and application != _APPLICATION:
            raise LibraryError(f"{self.path} is not a library of Concord.", "Move that file away.")
        return version if tables else 0

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Run the block as one transaction: all of it is kept, or nothing."""
        connection = self.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Run the block against one state of the library, whatever is written meanwhile."""
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.execute("COMMIT")

    def get(self, key: str, default: str = "") -> str:
        """Return one of the library's own properties."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def set(self, key: str, value: str) -> None:
        """Keep one of the library's own properties."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def close(self) -> None:
        """Close the connections of all threads."""
        while self._all:
            self._all.pop().close()
        self._local = threading.local()


@contextmanager
def reported(database: Path, rebuild: str) -> Iterator[None]:
    """Turn what SQLite says of a broken, locked or unwritable file into a LibraryError with a way out."""
    try:
        yield
    except sqlite3.OperationalError as error:
        text = str(error)
        if "readonly" in text or "unable to open" in text:
            raise unwritable(database.parent, None) from error
        if "full" in text:
            message = f"No room is left for the index in {database.parent}."
            raise LibraryError(message, "Free some disk space.") from error
        if "locked" in text:
            message = f"The index {database} is locked."
            raise LibraryError(message, "Wait for the other Concord, then try again.") from error
        name = error.sqlite_errorname
        if name.startswith("SQLITE_IOERR") and name != "SQLITE_IOERR_SHORT_READ":
            message = f"The index in {database.parent} could not be read or written ({text})."
            hint = "Check the disk, the room on it and the limit on the size of files (ulimit -f), then try again."
            raise LibraryError(message, hint) from error
        raise _broken(database, error, rebuild) from error
    except sqlite3.DatabaseError as error:
        raise _broken(database, error, rebuild) from error


def _broken(database: Path, error: sqlite3.Error, rebuild: str) -> LibraryError:
    return LibraryError(f"The index {database} is damaged ({error}).", f"Build it again: {rebuild}")
