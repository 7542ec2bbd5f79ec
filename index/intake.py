"""Intake: what was read becomes rows that are staged, which no reader sees until they are published."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import count
from pathlib import Path
from time import monotonic

from index.library import Library
from index.reading import Reading
from index.source import Document

_AT_ONCE = 512
"""Values in one query, or texts embedded together."""
_EACH = 1.0
"""Seconds of work that a sync which is killed may lose, besides the files that were being read."""


class Intake:
    """Takes readings in and keeps them, a second's worth in one transaction: the full-text indexes merge after each."""

    def __init__(self, library: Library, more: Callable[[], None] | None = None) -> None:
        """Tell `more` whenever new vectors are in SQLite; what belongs to them follows."""
        self._library, self._more = library, more
        self._readings = list[Reading]()
        self._digests = list[bytes]()
        self._vectors = dict[bytes, bytes]()
        """New vectors by the digests of their texts."""
        self._known = dict[bytes, int]()
        self._kept = monotonic()

    def take(self, readings: Sequence[Reading]) -> None:
        """Find the vectors of what some files say, and keep it if it is time."""
        texts = [_embedded(reading, text) for reading in readings for text in reading.texts]
        digests = [blake2b(text.encode("utf-8"), digest_size=16).digest() for text in texts]
        self._known |= _find_vectors(self._library, digests)
        had = self._known.keys() | self._vectors.keys()
        wanted = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in had}
        self._vectors |= zip(wanted, _embed(self._library, list(wanted.values())), strict=True)
        self._readings += readings
        self._digests += digests
        if monotonic() - self._kept >= _EACH:
            self.keep()

    def keep(self) -> None:
        """Keep what came in as staged rows; a file that could not be read becomes a failure."""
        fresh = [reading for reading in self._readings if reading.document or reading.error]
        with self._library.database.writing() as connection:
            self._known |= _keep_vectors(connection, self._library.embedder_key, self._vectors)
        if self._more and self._vectors:
            self._more()
        with self._library.database.writing() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO names VALUES (?, ?)", (pair for reading in fresh for pair in reading.spellings)
            )
            _keep_readings(connection, fresh, [self._known[digest] for digest in self._digests], self._library.recipe)
            connection.executemany(
                "UPDATE sources SET size = ?, mtime = ?, ctime = ?, name = ? WHERE path = ? AND live = 1",
                (
                    (*reading.file.stamp, reading.file.name, reading.file.key)
                    for reading in self._readings
                    if not (reading.document or reading.error)
                ),
            )
        for gathered in (self._readings, self._digests, self._vectors, self._known):
            gathered.clear()
        self._kept = monotonic()


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


def _keep_vectors(connection: sqlite3.Connection, embedder: str, vectors: Mapping[bytes, bytes]) -> dict[bytes, int]:
    """Keep vectors and return their ids by the digests of their texts."""
    ids = dict(zip(vectors, count(_next_id(connection, "vectors"))))
    connection.executemany(
        "INSERT INTO vectors (id, digest, embedder, vector) VALUES (?, ?, ?, ?)",
        ((ids[digest], digest, embedder, vector) for digest, vector in vectors.items()),
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
    spans = [
        (source, reading, *found)
        for source, reading in readings
        for found in zip(reading.chunks, reading.texts, strict=True)
    ]
    numbered = [(last + n, vector, span) for n, (vector, span) in enumerate(zip(vectors, spans, strict=True), start=1)]
    connection.executemany(
        "INSERT INTO chunks (id, source, first, last, part, vector) VALUES (?, ?, ?, ?, ?, ?)",
        ((id, source, *span, vector) for id, vector, (source, _, span, _) in numbered),
    )
    connection.executemany(
        "INSERT INTO chunk_index (rowid, title, text) VALUES (?, ?, ?)",
        ((id, _title(reading), text) for id, _, (_, reading, _, text) in numbered),
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
