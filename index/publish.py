"""Publishing: what was staged becomes what readers see, rows and vectors in one step."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from index.library import Library
from index.vectors.chroma import StoreError
from index.vectors.seal import is_sealed
from index.vectors.writer import Writer

Progress = Callable[[str, int, int], None]

_OUTGOING = (
    "SELECT id FROM sources WHERE live = 1 AND (id IN (SELECT value FROM json_each(?))"
    " OR path IN (SELECT path FROM sources WHERE live = 0))"
)


def vectors_folder(library: Library) -> Path | None:
    """Return the published Chroma folder, or None where there is none yet or it was deleted."""
    folder = library.folder / "chroma" / library.database.get("vectors_folder", "none")
    return folder if is_sealed(folder) else None


def vectors_missing(library: Library) -> bool:
    """Tell whether there should be a Chroma folder and is none."""
    return library.database.get("vectors", "0") != "0" and vectors_folder(library) is None


def start_writer(library: Library, afresh: bool) -> Writer:
    """Start filling the next Chroma folder, from a copy of the published one unless `afresh`."""
    chroma = library.folder / "chroma"
    current = vectors_folder(library)
    _sweep(chroma, current)
    # A name never used before, as the writer of a sync that was killed may live on for a moment.
    folder = chroma / os.urandom(6).hex()
    folder.mkdir(parents=True)
    return Writer(library.database.path, folder, library.embedder_key, None if afresh else current)


def publish(
    library: Library,
    removed: Sequence[int],
    renamed: Sequence[tuple[str, int]],
    writer: Writer | None,
    report: Progress,
    afresh: bool,
) -> None:
    """Show readers the staged sources in place of the outgoing ones, and the vectors that belong to them.

    `writer` is filling the next folder already; raises StoreError where the vectors cannot be written.
    """
    connection = library.database.connection
    outgoing = [row[0] for row in connection.execute(_OUTGOING, (json.dumps(removed),))]
    dead = [
        row[0]
        for row in connection.execute(
            "SELECT id FROM vectors WHERE id NOT IN (SELECT vector FROM chunks"
            " WHERE source NOT IN (SELECT value FROM json_each(?)))",
            (json.dumps(outgoing),),
        )
    ]
    count, last = connection.execute(
        "SELECT count(*), coalesce(max(id), 0) FROM vectors"
        " WHERE embedder = ? AND id NOT IN (SELECT value FROM json_each(?))",
        (library.embedder_key, json.dumps(dead)),
    ).fetchone()
    same = not dead and str(last) == library.database.get("last_vector") and not vectors_missing(library)
    folder = vectors_folder(library)
    if count and (afresh or not same):
        folder = _fill(library, writer, dead, count, report, afresh)
    elif writer is not None:
        writer.stop()
    with library.database.writing():
        forget(connection, outgoing)
        connection.execute("UPDATE sources SET live = 1 WHERE live = 0")
        connection.executemany("UPDATE sources SET name = ? WHERE id = ?", renamed)
        connection.executemany("DELETE FROM vectors WHERE id = ?", [(id,) for id in dead])
        library.database.set("vectors_folder", folder.name if folder and count else "none")
        library.database.set("vectors", str(count))
        library.database.set("last_vector", str(last))
        library.database.set("embedder", library.embedder_name)
    _sweep(library.folder / "chroma", vectors_folder(library))


def forget(connection: sqlite3.Connection, sources: Sequence[int]) -> None:
    """Delete these sources with all that hangs on them, inside the caller's transaction."""
    for source in sources:
        connection.execute(
            "INSERT INTO chunk_index (chunk_index, rowid, title, text)"
            " SELECT 'delete', id, title, text FROM chunk_texts WHERE id IN (SELECT id FROM chunks WHERE source = ?)",
            (source,),
        )
        connection.execute(
            "INSERT INTO article_index (article_index, rowid, title, text)"
            " SELECT 'delete', id, title, text FROM article_texts WHERE id = ?",
            (source,),
        )
        connection.execute("DELETE FROM sources WHERE id = ?", (source,))


def _fill(library: Library, writer: Writer | None, dead: list[int], count: int, report: Progress, afresh: bool) -> Path:
    """Complete the next folder, afresh if going on from the published one did not come out right."""

    def done(number: int) -> None:
        report("store", min(number, count), count)

    if writer is not None:
        if writer.finish(dead, done) == count:
            return writer.folder
        afresh = True  # the copy that it went on from lacked something
        writer.stop()
    with start_writer(library, afresh) as another:
        found = another.finish(dead, done)
    if found == count:
        return another.folder
    if not afresh:
        return _fill(library, None, dead, count, report, afresh=True)
    hint = f"Build the index again: {library.rebuild_command}"
    raise StoreError(f"Chroma kept {found} of {count} vectors.", hint)


def _sweep(chroma: Path, current: Path | None) -> None:
    """Delete the folders of earlier generations and of syncs that were killed."""
    if chroma.is_dir():
        for folder in chroma.iterdir():
            if folder != current:
                shutil.rmtree(folder, ignore_errors=True)
