"""History: conversations are kept in one SQLite file as they go, so that a crash loses nothing."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from agent.answer.answer import Answer
from agent.pipeline.conversation import State, Turn
from agent.pipeline.ledger import Ledger
from index.controls import strip_controls
from index.errors import LibraryError
from index.places import data_folder


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation's answers come from: a named library or else some files and folders."""

    library: str = ""
    folders: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the place is called on the screen."""
        return self.library or ", ".join(Path(folder).name or folder for folder in self.folders)

    def __bool__(self) -> bool:
        return bool(self.library or self.folders)


@dataclass(frozen=True, slots=True)
class Kept:
    """A conversation in the list: its number, first question, turns, time of the last one, and its sources."""

    id: int
    title: str
    turns: int
    begun: str
    at: str
    sources: str
    place: Place
    """Empty where an older Concord did not keep it, or it is damaged."""


class History:
    """The conversations of this user; every call is one transaction. Raises LibraryError for a damaged file."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or data_folder() / "conversations.db"
        self._run = Ledger(self.file).run

    def begin(self, place: Place) -> int:
        """Return the number of a new conversation about these sources; it is listed once it has a turn."""
        values = (_now(), place.name, json.dumps(asdict(place)))
        rows = self._run("INSERT INTO conversations (begun, sources, place) VALUES (?, ?, ?) RETURNING id", values)
        return int(rows[0][0])

    def move(self, conversation: int, place: Place) -> None:
        """Keep that a conversation goes on over other sources."""
        values = (place.name, json.dumps(asdict(place)), conversation)
        self._run("UPDATE conversations SET sources = ?, place = ? WHERE id = ?", values)

    def add(self, conversation: int, turn: Turn) -> int | None:
        """Keep one more turn, behind all that other chats added meanwhile, and return its number from 1.

        None is returned, and nothing kept, where the conversation was deleted.
        """
        rows = self._run(
            "INSERT INTO turns (conversation, n, at, asked, understood, state, answer, words)"
            " SELECT id, (SELECT coalesce(max(n), 0) + 1 FROM turns WHERE conversation = id), ?, ?, ?, ?, ?, ?"
            " FROM conversations WHERE id = ? RETURNING n",
            (*_write(turn), conversation),
        )
        return int(rows[0][0]) if rows else None

    def save(self, conversation: int, n: int, turn: Turn) -> bool:
        """Keep turn `n` in its present state, without the ranking of its answer; tell whether it is still there."""
        rows = self._run(
            "UPDATE turns SET at = ?, asked = ?, understood = ?, state = ?, answer = ?, words = ?"
            " WHERE conversation = ? AND n = ? RETURNING n",
            (*_write(turn), conversation, n),
        )
        return bool(rows)

    def load(self, conversation: int) -> list[Turn]:
        """Return the turns of a conversation; one that was cut off by a crash is `stopped`."""
        rows = self._run(
            "SELECT asked, understood, state, answer FROM turns WHERE conversation = ? ORDER BY n", (conversation,)
        )
        try:
            return [Turn(asked, understood, _ended(state), _load(answer)) for asked, understood, state, answer in rows]
        except ValueError as error:
            message = f"A turn of this conversation in {self.file} is damaged and cannot be read."
            raise LibraryError(message, "Begin another one, or start with --no-history.") from error

    def find(self, words: str = "", limit: int = 200) -> list[Kept]:
        """Return the conversations that hold all of the words, the latest first."""
        wanted = words.casefold().split()
        holds = " AND ".join(["instr(words, ?) > 0"] * len(wanted)) or "1"
        return self._list(f"id IN (SELECT conversation FROM turns WHERE {holds})", (*wanted, limit))

    def look_up(self, conversation: int) -> Kept | None:
        """Return what the list tells of a conversation, None where it has no turn or was deleted."""
        return next(iter(self._list("id = ?", (conversation, 1))), None)

    def _list(self, condition: str, values: Sequence[object]) -> list[Kept]:
        rows = self._run(
            "SELECT id, (SELECT asked FROM turns WHERE conversation = id ORDER BY n LIMIT 1),"
            " count(*), begun, max(at), sources, place"
            " FROM conversations JOIN turns ON turns.conversation = id"
            f" WHERE {condition} GROUP BY id ORDER BY max(at) DESC, id DESC LIMIT ?",
            values,
        )
        return [
            Kept(id, title, n, begun, at, name, _read_place(place)) for id, title, n, begun, at, name, place in rows
        ]

    def delete(self, conversation: int) -> None:
        """Remove a conversation for good; its text is overwritten in the file."""
        self._run("DELETE FROM conversations WHERE id = ?", (conversation,))


def _write(turn: Turn) -> tuple[object, ...]:
    text = turn.answer.text if turn.answer else ""
    words = f"{turn.asked}\n{turn.understood}\n{text}".casefold()
    return _now(), turn.asked, turn.understood, turn.state, _dump(turn.answer), words


def _read_place(text: str) -> Place:
    try:
        known = json.loads(text) if text else {}
    except ValueError:
        known = {}
    return Place(known.get("library", ""), tuple(known.get("folders", ())))


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
    answer: Answer | None = _form().validate_python(_strip(json.loads(text))) if text else None
    return answer


def _strip(kept: Any) -> Any:
    """Return what was kept without control characters, which older libraries had in their paragraphs."""
    if isinstance(kept, str):
        return strip_controls(kept)
    if isinstance(kept, dict):
        return {key: _strip(value) for key, value in kept.items()}
    return [_strip(item) for item in kept] if isinstance(kept, list) else kept
