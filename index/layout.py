"""The layout of a library's file: laid out where there is none, and again where it is an older one."""

import json
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from index.database import Database
from index.errors import LibraryError, UsageError
from index.lock import hold_lock
from index.places import make_folder
from index.schema import SCHEMA_VERSION

_KEPT = ("folders", "embedder")
"""Properties of a library that stay when it is laid out again."""


def open_laid_out(folder: Path, sources: Sequence[Path], rebuild: bool, remedy: str, named: bool) -> Database:
    """Open the file in a library's folder, emptied if it is older than this Concord or for a `rebuild`.

    An emptied one keeps its folders and its embedder; where it had none, `sources` are its folders.
    `remedy` is the command that builds it again; raises LibraryError where a newer Concord made it, or where the file
    of a `named` library, whose folders stand nowhere else, holds nothing.
    """
    file = folder / "library.db"
    if rebuild or not file.exists():
        _lay_out(file, sources, rebuild)
    database = Database(file)
    version = database.version()
    if named and not version:
        database.close()
        raise LibraryError(f"The index {file} is damaged (it is empty).", f"Build it again: {remedy}")
    if version > SCHEMA_VERSION:
        database.close()
        raise LibraryError(
            f"The index {file} was made by a newer Concord (layout {version}, known {SCHEMA_VERSION}).",
            f"Install a newer Concord, or build the index again: {remedy}",
        )
    if version < SCHEMA_VERSION:
        database.close()
        _lay_out(file, sources, rebuild=False)
        database = Database(file)
    return database


def read_folders(database: Database) -> list[Path]:
    """Return the folders that a library is made of."""
    return [Path(folder) for folder in json.loads(database.get("folders", "[]"))]


def recall_folders(file: Path) -> list[Path]:
    """Return the folders of a library that is about to be thrown away; raises UsageError if it cannot tell."""
    database = Database(file)
    try:
        folders = read_folders(database)
    except sqlite3.DatabaseError:
        folders = []
    finally:
        database.close()
    if not folders:
        message = "The folders of the library cannot be read from its index."
        raise UsageError(message, "Give them: concord index --rebuild --library NAME FOLDER")
    return folders


def _lay_out(file: Path, sources: Sequence[Path], rebuild: bool) -> None:
    """Lay an empty library out in the place of none, of one of an older layout, or of any if `rebuild`.

    It is made beside the old one and takes its place whole, so that a library always knows its folders.
    """
    folder = make_folder(file.parent)
    with hold_lock(folder, None):
        kept = _recall(file, rebuild)
        if kept is None:
            return
        fresh = folder / "library.new"
        _delete(fresh, Path(f"{fresh}-wal"), Path(f"{fresh}-shm"))  # of a process that was killed
        database = Database(fresh)
        database.create({"folders": json.dumps([str(source) for source in sources])} | kept)
        database.close()
        _delete(Path(f"{file}-wal"), Path(f"{file}-shm"))
        fresh.replace(file)
        shutil.rmtree(folder / "chroma", ignore_errors=True)


def _delete(*files: Path) -> None:
    for file in files:
        file.unlink(missing_ok=True)


def _recall(file: Path, rebuild: bool) -> dict[str, str] | None:
    """Return what is to stay of a library's file; None where another process has laid it out meanwhile."""
    database = Database(file)
    try:
        version = database.version()
        if version >= SCHEMA_VERSION and not rebuild:
            return None
        kept = {key: database.get(key) for key in _KEPT} if version else {}
    except (sqlite3.DatabaseError, LibraryError):
        if not rebuild:
            raise
        kept = {}
    finally:
        database.close()
    return {key: value for key, value in kept.items() if value}
