"""Intake: what was read becomes rows that are staged, which no reader sees until they are published."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from index.embed import Embedder
from index.library import Library
from index.reading import Reading
from index.source import Document

_EMBEDDED_AT_ONCE = 512


def stage(library: Library, readings: Sequence[Reading]) -> None:
    """Keep what some files say as staged rows; one that could not be read becomes a failure."""
    fresh = [reading for reading in readings if reading.document or reading.error]
    texts = [_embedded(reading, text) for reading in fresh for _, _, text in reading.chunks]
    vectors = iter(_embed(library, texts))
    spellings = {pair for reading in fresh for pair in reading.spellings}
    with library.database.writing() as connection:
        connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", spellings)
        for reading in readings:
            if reading.document or reading.error:
                _insert(connection, reading, vectors, library)
            else:
                connection.execute(
                    "UPDATE sources SET size = ?, mtime = ?, ctime = ?, name = ? WHERE path = ? AND live = 1",
                    (*reading.file.stamp, reading.file.name, reading.file.key),
                )


def forget(connection: sqlite3.Connection, sources: Sequence[int]) -> None:
    """Delete these sources with all that hangs on them, inside the caller's transaction."""
    for source in sources:
        connection.execute(
            "INSERT INTO chunk_index (chunk_index, rowid, title, text)"
            " SELECT 'delete', chunks.id, title, chunks.text"
            " FROM chunks JOIN sources ON sources.id = chunks.source WHERE chunks.source = ?",
            (source,),
        )
        connection.execute(
            "INSERT INTO article_index (article_index, rowid, title, text)"
            " SELECT 'delete', id, title, text FROM article_texts WHERE id = ?",
            (source,),
        )
        connection.execute("DELETE FROM sources WHERE id = ?", (source,))


def _embed(library: Library, texts: list[str]) -> list[int]:
    """Return the id of the vector of each text; only unknown texts are embedded."""
    all_digests = [blake2b(text.encode("utf-8"), digest_size=16).digest() for text in texts]
    wanted = dict(zip(all_digests, texts, strict=True))
    found = dict[bytes, int]()
    name = library.embedder_key
    digests = list(wanted)
    for start in range(0, len(digests), _EMBEDDED_AT_ONCE):
        part = digests[start : start + _EMBEDDED_AT_ONCE]
        marks = ",".join("?" * len(part))
        found.update(
            library.database.connection.execute(
                f"SELECT digest, id FROM vectors WHERE embedder = ? AND digest IN ({marks})", (name, *part)
            )
        )
    missing = [digest for digest in digests if digest not in found]
    for start in range(0, len(missing), _EMBEDDED_AT_ONCE):
        part = missing[start : start + _EMBEDDED_AT_ONCE]
        found.update(_keep(library, part, [wanted[digest] for digest in part]))
    return [found[digest] for digest in all_digests]


def _keep(library: Library, digests: list[bytes], texts: list[str]) -> dict[bytes, int]:
    embedder: Embedder = library.embedder
    rows = embedder.embed(texts)
    with library.database.writing() as connection:
        query = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'vectors'"
        (last,) = connection.execute(query).fetchone()
        ids = dict(zip(digests, range(last + 1, last + 1 + len(digests)), strict=True))
        connection.executemany(
            "INSERT INTO vectors (id, digest, embedder, vector) VALUES (?, ?, ?, ?)",
            [
                (id, digest, library.embedder_key, row.tobytes())
                for (digest, id), row in zip(ids.items(), rows, strict=True)
            ],
        )
        return ids


def _insert(connection: sqlite3.Connection, reading: Reading, vectors: Iterator[int], library: Library) -> None:
    """Keep one reading; `vectors` yields the ids of its chunks' vectors next."""
    file, document = reading.file, reading.document or Document("", ())
    title = document.title or Path(file.name).stem
    source = connection.execute(
        "INSERT INTO sources (path, name, size, mtime, ctime, digest, title, publisher, date, error, hint,"
        " read_at, recipe) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            file.key,
            file.name,
            *file.stamp,
            reading.digest,
            title,
            document.publisher,
            document.date,
            reading.error,
            reading.hint,
            datetime.now(UTC).isoformat(timespec="seconds"),
            library.recipe,
        ),
    ).lastrowid
    connection.executemany(
        "INSERT INTO paragraphs VALUES (?, ?, ?, ?)",
        [
            (source, n, text, mark)
            for n, (text, mark) in enumerate(zip(document.paragraphs, reading.marks, strict=True), start=1)
        ],
    )
    (last_row,) = connection.execute("SELECT coalesce(max(id), 0) FROM chunks").fetchone()
    chunks = list(enumerate(reading.chunks, start=last_row + 1))  # ids may return: nothing outside refers to them
    connection.executemany(
        "INSERT INTO chunks (id, source, first, last, text, vector) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (id, source, first, last, text, vector)
            for (id, (first, last, text)), vector in zip(chunks, vectors, strict=False)
        ],
    )
    connection.executemany(
        "INSERT INTO chunk_index (rowid, title, text) VALUES (?, ?, ?)",
        [(id, title, text) for id, (_, _, text) in chunks],
    )
    if reading.document:
        connection.execute(
            "INSERT INTO article_index (rowid, title, text) VALUES (?, ?, ?)",
            (source, title, "\n".join(document.paragraphs)),
        )


def _embedded(reading: Reading, chunk: str) -> str:
    """Return what the vector of a chunk is made of: the title, which says what the whole is about, goes before it."""
    return f"{reading.document.title}\n{chunk}" if reading.document and reading.document.title else chunk
