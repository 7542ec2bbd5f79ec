"""History: the last digests of a library and the stories they are made of, kept as files in its folder."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.digest.keeping.ingredients import Ingredients
from agent.digest.keeping.writing import write_file
from index.places import make_folder

KEPT = 20
"""Digests that are kept; the oldest goes first."""

_KEYS = ".keys"
"""Ending of the file beside a digest's that has the keys of its stories alone, for the digest's own is long to read."""

_UNREADABLE = (OSError, ValueError, KeyError, TypeError)
"""What reading a file raises that was cut off, edited or written by another version: it counts as not there."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A digest as it was kept: what it was made from, the keys of its stories, and its record."""

    ingredients: Ingredients
    keys: tuple[str, ...]
    record: dict[str, Any]


class History:
    """The `digests` folder of a library: one file a digest, numbered in order, and one file a story."""

    def __init__(self, library_folder: Path) -> None:
        self._folder = library_folder / "digests"
        self._stories = self._folder / "stories"

    def latest(self) -> Kept | None:
        """Return the digest that was made last, or None."""
        return self._nth(0)

    def previous(self) -> Kept | None:
        """Return the digest before the last one, or None."""
        return self._nth(1)

    def stamp(self, fingerprint: str) -> str:
        """Return what tells the file of the last digest from any other; "" where its fingerprint is not this one.

        The file is not opened.
        """
        last = next(iter(self._list_files()), None)
        if last is None or not last.stem.endswith(f"-{fingerprint}"):
            return ""
        try:
            stat = last.stat()
        except OSError:
            return ""  # another process has just kept a digest
        return f"{last.name} {stat.st_ino} {stat.st_size} {stat.st_mtime_ns}"

    def keep(self, kept: Kept) -> None:
        """Keep a digest as the last one, and forget the oldest and the stories that none has any more.

        A digest that was kept before under the same fingerprint moves to the end. Raises LibraryError.
        """
        fingerprint = kept.ingredients.fingerprint
        files = self._list_files()
        number = int(files[0].name.partition("-")[0]) + 1 if files else 1
        content = {"made_from": kept.ingredients.as_json(), "keys": list(kept.keys), "digest": kept.record}
        made = self._folder / f"{number:06}-{fingerprint}.json"
        _write(made.with_suffix(_KEYS), list(kept.keys))
        _write(made, content)
        for file in files:
            if file.stem.endswith(fingerprint):
                _remove(file)
        self._forget()

    def find_story(self, key: str) -> dict[str, Any] | None:
        """Return the record of a story that was composed before, or None."""
        try:
            record = json.loads((self._stories / f"{key}.json").read_bytes())
        except _UNREADABLE:
            return None
        return record if isinstance(record, dict) else None

    def keep_story(self, key: str, record: dict[str, Any]) -> None:
        """Keep the record of a story; raises LibraryError."""
        _write(self._stories / f"{key}.json", record)

    def _nth(self, place: int) -> Kept | None:
        found = (kept for file in self._list_files() if (kept := _read(file)))
        for _ in range(place):
            next(found, None)
        return next(found, None)

    def _list_files(self) -> list[Path]:
        """Return the files of the digests, the last one first."""
        return sorted(self._folder.glob("[0-9]*-*.json"), reverse=True)

    def _forget(self) -> None:
        files = self._list_files()
        for file in files[KEPT:]:
            _remove(file)
        used = {key for file in files[:KEPT] for key in _read_keys(file)}
        for file in self._stories.glob("*.json"):
            if file.stem not in used:
                file.unlink(missing_ok=True)


def _read(file: Path) -> Kept | None:
    try:
        content = json.loads(file.read_bytes())
        ingredients = Ingredients.from_json(content["made_from"])
        return Kept(ingredients, tuple(content["keys"]), dict(content["digest"]))
    except _UNREADABLE:
        return None


def _read_keys(file: Path) -> tuple[str, ...]:
    """Return the keys of a digest's stories, from the small file beside it or, without that, from its own."""
    try:
        keys = json.loads(file.with_suffix(_KEYS).read_bytes())
    except _UNREADABLE:
        keys = None
    if isinstance(keys, list):
        return tuple(map(str, keys))
    kept = _read(file)
    return kept.keys if kept else ()


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.with_suffix(_KEYS).unlink(missing_ok=True)


def _write(file: Path, content: dict[str, Any] | list[str]) -> None:
    make_folder(file.parent)
    write_file(file, json.dumps(content, ensure_ascii=False))
