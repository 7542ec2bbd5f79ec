"""The layout of a library's file: laid out where there is none, and again where it is an older one."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import NamedTuple

from index.database import Database
from index.errors import LibraryError, UsageError
from index.lock import hold_lock
from index.places import make_folder
from index.schema import SCHEMA_VERSION


class Old(NamedTuple):
    """What a library of an older layout said of itself; nothing where there was none."""

    folders: tuple[Path, ...] = ()
    embedder: str = ""


def open_laid_out(folder: Path, rebuild: bool, remedy: str) -> tuple[Database, Old]:
    """Open the file in a library's folder, emptied if it is older than this Concord or for a `rebuild`.

    `remedy` is the command that builds it again; raises LibraryError where a newer Concord made it.
    """
    file, old = folder / "library.db", Old()
    if rebuild or not file.exists() or not file.stat().st_size:
        _lay_out(make_folder(folder), file, rebuild)
    database = Database(file)
    version = database.version()
    if version > SCHEMA_VERSION:
        database.close()
        raise LibraryError(
            f"The index {file} was made by a newer Concord (layout {version}, known {SCHEMA_VERSION}).",
            f"Install a newer Concord, or build the index again: {remedy}",
        )
    if version < SCHEMA_VERSION:
        if version:  # 0 where another process is about to lay it out
            old = Old(tuple(read_folders(database)), database.get("embedder"))
        database.close()
        _lay_out(folder, file, rebuild=False)
        database = Database(file)
    return database, old


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


def _lay_out(folder: Path, file: Path, rebuild: bool) -> None:
    """Lay an empty library out in the place of none, of one of an older layout, or of any if `rebuild`."""
    with hold_lock(folder, None):
        database = Database(file)
        if rebuild or 0 < database.version() < SCHEMA_VERSION:  # another process may have made it meanwhile
            database.close()
            for part in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
                part.unlink(missing_ok=True)
            shutil.rmtree(folder / "chroma", ignore_errors=True)
        if not database.version():
            database.create()
        database.close()
