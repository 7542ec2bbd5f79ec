"""Intake: what was read becomes rows that are staged, which no reader sees until they are published."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from index.library import Library
from index.reading import Reading
from index.source import Document

_AT_ONCE = 512
"""Values in one query, or texts embedded together."""


def stage(library: Library, readings: Sequence[Reading]) -> None:
    """Keep what some files say as staged rows; one that could not be read becomes a failure."""
    fresh = [reading for reading in readings if reading.document or reading.error]
    texts = [_embedded(reading, text) for reading in fresh for _, _, text in reading.chunks]
    digests = [blake2b(text.encode("utf-8"), digest_size=16).digest() for text in texts]
    known = _find_vectors(library, digests)
    wanted = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}
    vectors = _embed(library, list(wanted.values()))
    with library.database.writing() as connection:
        known |= _keep_vectors(connection, library.embedder_key, list(wanted), vectors)
        connection.executemany(
            "INSERT OR IGNORE INTO names VALUES (?, ?)", (pair for reading in fresh for pair in reading.spellings)
        )
        _keep_readings(connection, fresh, [known[digest] for digest in digests], library.recipe)
        connection.executemany(
            "UPDATE sources SET size = ?, mtime = ?, ctime = ?, name = ? WHERE path = ? AND live = 1",
            (
                (*reading.file.stamp, reading.file.name, reading.file.key)
                for reading in readings
                if not (reading.document or reading.error)
            ),
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


def _embedded(reading: Reading, chunk: str) -> str:
    """Return what the vector of a chunk is made of: the title, which says what the whole is about, goes before it."""
    return f"{reading.document.title}\n{chunk}" if reading.document and reading.document.title else chunk


def _find_vectors(library: Library, digests: Sequence[bytes]) -> dict[bytes, int]:
    """Return the ids of the vectors that the library has, by the digests of their texts."""
    found = dict[bytes, int]()
    for start in range(0, len(digests), _AT_ONCE):
        part = digests[start : start + _AT_ONCE]
        marks = ",".join("?" * len(part))
        query = f"SELECT digest, id FROM vectors WHERE embedder = ? AND digest IN ({marks})"
        found.update(library.database.connection.execute(query, (library.embedder_key, *part)))
    return found


def _embed(library: Library, texts: Sequence[str]) -> Iterable[bytes]:
    for start in range(0, len(texts), _AT_ONCE):
        for row in library.embedder.embed(texts[start : start + _AT_ONCE]):
            yield row.tobytes()


def _keep_vectors(
    connection: sqlite3.Connection, embedder: str, digests: Sequence[bytes], vectors: Iterable[bytes]
) -> dict[bytes, int]:
    """Keep vectors and return their ids by the digests of their texts."""
    first = _next_id(connection, "vectors")
    ids = dict(zip(digests, range(first, first + len(digests)), strict=True))
    connection.executemany(
        "INSERT INTO vectors (id, digest, embedder, vector) VALUES (?, ?, ?, ?)",
        ((id, digest, embedder, vector) for (digest, id), vector in zip(ids.items(), vectors, strict=True)),
    )
    return ids


def _keep_readings(
    connection: sqlite3.Connection, readings: Sequence[Reading], vectors: Sequence[int], recipe: str
) -> None:
    """Keep readings, whose chunks have these vectors, as new sources."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    numbered = list(enumerate(readings, start=_next_id(connection, "sources")))
    connection.executemany(
        "INSERT INTO sources (id, path, name, size, mtime, ctime, digest, title, publisher, date, error, hint,"
        " read_at, recipe) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((source, *_describe(reading), now, recipe) for source, reading in numbered),
    )
    connection.executemany(
        "INSERT INTO paragraphs VALUES (?, ?, ?, ?)",
        (
            (source, n, text, mark)
            for source, reading in numbered
            for n, (text, mark) in enumerate(zip(_paragraphs(reading), reading.marks, strict=True), start=1)
        ),
    )
    _keep_chunks(connection, numbered, vectors)
    connection.executemany(
        "INSERT INTO article_index (rowid, title, text) VALUES (?, ?, ?)",
        (
            (source, _title(reading), "\n".join(_paragraphs(reading)))
            for source, reading in numbered
            if reading.document
        ),
    )


def _keep_chunks(
    connection: sqlite3.Connection, readings: Sequence[tuple[int, Reading]], vectors: Sequence[int]
) -> None:
    # Ids may return: nothing outside refers to them.
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM chunks").fetchone()
    chunks = [(source, _title(reading), *chunk) for source, reading in readings for chunk in reading.chunks]
    rows = [
        (id, vector, *chunk) for id, (vector, chunk) in enumerate(zip(vectors, chunks, strict=True), start=last + 1)
    ]
    connection.executemany(
        "INSERT INTO chunks (id, source, first, last, text, vector) VALUES (?, ?, ?, ?, ?, ?)",
        ((id, source, first, last, text, vector) for id, vector, source, _, first, last, text in rows),
    )
    connection.executemany(
        "INSERT INTO chunk_index (rowid, title, text) VALUES (?, ?, ?)",
        ((id, title, text) for id, _, _, title, _, _, text in rows),
    )


def _describe(reading: Reading) -> tuple[object, ...]:
    """Return what the row of a source says of its file, before when and how it was read."""
    file, document = reading.file, reading.document or Document("", ())
    return (
        file.key,
        file.name,
        *file.stamp,
        reading.digest,
        _title(reading),
        document.publisher,
        document.date,
        reading.error,
        reading.hint,
    )


def _title(reading: Reading) -> str:
    return (reading.document and reading.document.title) or Path(reading.file.name).stem


def _paragraphs(reading: Reading) -> tuple[str, ...]:
    return reading.document.paragraphs if reading.document else ()


def _next_id(connection: sqlite3.Connection, table: str) -> int:
    """Return the id that the next row of a table gets which never gives an id twice."""
    query = "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = ?"
    return int(connection.execute(query, (table,)).fetchone()[0])
