"""History: conversations are kept in one SQLite file as they go, so that a crash loses nothing."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from agent.answer.answer import Answer
from agent.pipeline.conversation import State, Turn
from index.errors import LibraryError
from index.places import data_folder, make_folder

_LAYOUT = 1
_SCHEMA = """
CREATE TABLE conversations (id INTEGER PRIMARY KEY AUTOINCREMENT, begun TEXT NOT NULL, sources TEXT NOT NULL);
CREATE TABLE turns (
    conversation INTEGER NOT NULL REFERENCES conversations ON DELETE CASCADE,
    n INTEGER NOT NULL, at TEXT NOT NULL, asked TEXT NOT NULL, understood TEXT NOT NULL,
    state TEXT NOT NULL, answer TEXT, words TEXT NOT NULL,
    PRIMARY KEY (conversation, n)
);
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A conversation in the list: its number, first question, turns, time of the last one and the sources asked."""

    id: int
    title: str
    turns: int
    at: str
    sources: str


class History:
    """The conversations of this user; every call is one transaction. Raises LibraryError for a damaged file."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or data_folder() / "conversations.db"

    def begin(self, sources: str) -> int:
        """Return the number of a new conversation about these sources; it is listed once it has a turn."""
        rows = self._run("INSERT INTO conversations (begun, sources) VALUES (?, ?) RETURNING id", (_now(), sources))
        return int(rows[0][0])

    def save(self, conversation: int, n: int, turn: Turn) -> None:
        """Keep turn `n`, from 1, in its present state; the ranking behind its answer is not kept."""
        text = turn.answer.text if turn.answer else ""
        values = (conversation, n, _now(), turn.asked, turn.understood, turn.state, _dump(turn.answer))
        self._run(
            "INSERT OR REPLACE INTO turns (conversation, n, at, asked, understood, state, answer, words)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, f"{turn.asked}\n{turn.understood}\n{text}".casefold()),
        )

    def load(self, conversation: int) -> list[Turn]:
        """Return the turns of a conversation; one that was cut off by a crash is `stopped`."""
        rows = self._run(
            "SELECT asked, understood, state, answer FROM turns WHERE conversation = ? ORDER BY n", (conversation,)
        )
        return [Turn(asked, understood, _ended(state), _load(answer)) for asked, understood, state, answer in rows]

    def find(self, words: str = "", limit: int = 200) -> list[Kept]:
        """Return the conversations that hold all of the words, the latest first."""
        wanted = words.casefold().split()
        holds = " AND ".join(["instr(words, ?) > 0"] * len(wanted)) or "1"
        rows = self._run(
            "SELECT id, (SELECT asked FROM turns WHERE conversation = id ORDER BY n LIMIT 1),"
            " count(*), max(at), sources"
            " FROM conversations JOIN turns ON turns.conversation = id"
            f" WHERE id IN (SELECT conversation FROM turns WHERE {holds})"
            " GROUP BY id ORDER BY max(at) DESC, id DESC LIMIT ?",
            (*wanted, limit),
        )
        return [Kept(*row) for row in rows]

    def delete(self, conversation: int) -> None:
        """Remove a conversation for good; its text is overwritten in the file."""
        self._run("DELETE FROM conversations WHERE id = ?", (conversation,))

    def _run(self, statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        make_folder(self.file.parent)
        try:
            with closing(sqlite3.connect(self.file, timeout=10)) as connection, connection:
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA secure_delete = ON")
                if connection.execute("PRAGMA user_version").fetchone()[0] != _LAYOUT:
                    self._create(connection)
                return connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            hint = "Move that file away, or start with --no-history."
            raise LibraryError(f"The conversations in {self.file} cannot be used ({error}).", hint) from error

    def _create(self, connection: sqlite3.Connection) -> None:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise sqlite3.DatabaseError("another program or a newer Concord made it")
        self.file.chmod(0o600)
        connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_LAYOUT}; COMMIT;")


class Talk:
    """One conversation: its turns, and their place in the history where one is kept."""

    def __init__(self, history: History | None, sources: str = "", id: int | None = None) -> None:
        self.history, self.sources, self.id = history, sources, id
        self.turns: list[Turn] = history.load(id) if history and id is not None else []

    def put(self, n: int, turn: Turn) -> None:
        """Set turn `n`, counted from 1, without keeping it yet."""
        self.turns[n - 1 :] = [turn] if n > len(self.turns) else [turn, *self.turns[n:]]

    def keep(self, n: int, turn: Turn) -> None:
        """Write turn `n` to the history, which gives the conversation a number at its first; blocks for the disk."""
        if self.history is None:
            return
        if self.id is None:
            self.id = self.history.begin(self.sources)
        self.history.save(self.id, n, turn)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _ended(state: str) -> State:
    return State.STOPPED if state == State.ASKED else State(state)


@cache
def _form() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Answer)


def _dump(answer: Answer | None) -> str | None:
    return _form().dump_json(replace(answer, ranking=())).decode() if answer else None


def _load(text: str | None) -> Answer | None:
    answer: Answer | None = _form().validate_json(text) if text else None
    return answer
