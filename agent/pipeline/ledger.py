"""The ledger: the SQLite file that conversations are written into, its layout, and what is said when it fails."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from index.errors import LibraryError
from index.places import make_folder

_LAYOUT = 2
_STEPS = (
    """
    CREATE TABLE conversations (id INTEGER PRIMARY KEY AUTOINCREMENT, begun TEXT NOT NULL, sources TEXT NOT NULL);
    CREATE TABLE turns (
        conversation INTEGER NOT NULL REFERENCES conversations ON DELETE CASCADE,
        n INTEGER NOT NULL, at TEXT NOT NULL, asked TEXT NOT NULL, understood TEXT NOT NULL,
        state TEXT NOT NULL, answer TEXT, words TEXT NOT NULL,
        PRIMARY KEY (conversation, n)
    )
    """,
    "ALTER TABLE conversations ADD COLUMN place TEXT NOT NULL DEFAULT ''",
)
"""What makes each layout of the one before, a new file being the first."""


class Ledger:
    """A file of conversations, made at first use; raises LibraryError where it cannot be used."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def run(self, statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Run one statement as a transaction of its own and return its rows."""
        make_folder(self.file.parent)
        try:
            with closing(sqlite3.connect(self.file, timeout=10)) as connection, connection:
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA secure_delete = ON")
                if _read_layout(connection) != _LAYOUT:
                    self._lay_out(connection)
                return connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            message = f"The conversations in {self.file} cannot be used ({error})."
            raise LibraryError(message, self._hint(error)) from error

    def _lay_out(self, connection: sqlite3.Connection) -> None:
        """Bring a new file or one of an older Concord to the present layout, unless another process just did."""
        connection.execute("BEGIN IMMEDIATE")
        layout = _read_layout(connection)
        made = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
        if layout > _LAYOUT or made != (layout > 0):
            raise sqlite3.DatabaseError("another program or a newer Concord made it")
        self.file.chmod(0o600)
        for step in _STEPS[layout:]:
            for statement in step.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_LAYOUT}")
        connection.commit()

    def _hint(self, error: sqlite3.Error) -> str:
        """Return what mends the trouble; only a file that holds no conversations has to make way for another."""
        if isinstance(error, sqlite3.OperationalError | sqlite3.IntegrityError):
            return f"Check that it can be written: ls -l {self.file}; or start with --no-history."
        return "Move that file away, or start with --no-history."


def _read_layout(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
