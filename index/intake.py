"""Intake: a batch of files becomes rows that are staged, which no reader sees until they are published."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b, file_digest
from pathlib import Path

from index.chunks import likeness, make_chunks
from index.embed import Embedder
from index.errors import SourceError
from index.folders import File, take_stamp
from index.library import Library
from index.source import Chunk, Document
from index.vocabulary import collect_spellings

LARGEST = 300_000_000
"""Bytes above which a file is not read."""

_BATCH_FILES, _BATCH_BYTES = 64, 4_000_000
_EMBEDDED_AT_ONCE = 512


@dataclass(slots=True)
class Reading:
    """What reading one file gave: a document, or the reason why there is none."""

    file: File
    digest: bytes | None = None
    document: Document | None = None
    error: str | None = None
    hint: str | None = None
    chunks: list[Chunk] = field(default_factory=list)


def make_batches(files: Sequence[File]) -> Iterator[list[File]]:
    """Yield the files in groups that are read and kept together."""
    batch, size = list[File](), 0
    for file in files:
        if batch and (len(batch) == _BATCH_FILES or size + file.size > _BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(file)
        size += file.size
    if batch:
        yield batch


def stage(library: Library, files: Sequence[File]) -> None:
    """Read the files and keep what they say as staged rows; a file that cannot be read becomes a failure."""
    readings = [read_file(file, _known_digest(library, file)) for file in files]
    fresh = [reading for reading in readings if reading.document or reading.error]
    vectors = _embed(library, [chunk.text for reading in fresh for chunk in reading.chunks])
    spellings = collect_spellings(chunk.text for reading in fresh for chunk in reading.chunks)
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
        connection.execute("DELETE FROM sources WHERE id = ?", (source,))


def read_file(file: File, known: bytes | None) -> Reading:
    """Read one file, once more if it changed meanwhile; nothing is read where its digest is `known`."""
    if file.error is None and file.size > LARGEST:
        error = f"it is larger than {LARGEST // 1_000_000} MB"
        return Reading(file, error=error, hint="Split it into smaller files.")
    reading = _read(file, known)
    now = take_stamp(file.path, file.name)
    if file.error is None and now.stamp != file.stamp and now.error is None:
        # If it changes again, the stamp taken before this second look makes the next refresh read it.
        reading = _read(now, known)
    return reading


def _read(file: File, known: bytes | None) -> Reading:
    from index.readers import read_document

    if file.error is not None:
        return Reading(file, error=file.error, hint="Check the file and its permissions.")
    try:
        with file.path.open("rb") as opened:
            digest = file_digest(opened, "blake2b").digest()
        if digest == known:
            return Reading(file, digest)
        document = read_document(file.path)
    except SourceError as error:
        return Reading(file, error=error.message, hint=error.hint)
    except OSError as error:
        return Reading(file, error=error.strerror or str(error), hint="Check the file and its permissions.")
    except Exception as error:  # noqa: BLE001  a library that stumbles over one file must not keep the others out
        return Reading(file, error=f"its content cannot be read ({type(error).__name__}: {error})")
    if not any(text.strip() for text in document.paragraphs):
        return Reading(file, error="it has no text", hint="")
    document = _plain(document)
    return Reading(file, digest, document, chunks=list(make_chunks(document.paragraphs)))


def _plain(document: Document) -> Document:
    """Replace what neither UTF-8 nor SQLite can hold."""
    texts = tuple(_encodable(text) for text in document.paragraphs)
    return Document(_encodable(document.title), texts, document.publisher, document.date)


def _encodable(text: str) -> str:
    return text.replace("\x00", "�").encode("utf-8", "replace").decode("utf-8")


def _known_digest(library: Library, file: File) -> bytes | None:
    row = library.database.connection.execute(
        "SELECT digest FROM sources WHERE path = ? AND live = 1 AND error IS NULL AND recipe = ?",
        (file.key, library.recipe),
    ).fetchone()
    return row[0] if row else None


def _embed(library: Library, texts: list[str]) -> dict[bytes, int]:
    """Return the id of the vector of each text, by the text's digest; only unknown texts are embedded."""
    wanted = {_digest(text): text for text in texts}
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
    return found


def _keep(library: Library, digests: list[bytes], texts: list[str]) -> dict[bytes, int]:
    embedder: Embedder = library.embedder
    rows = embedder.embed(texts)
    with library.database.writing() as connection:
        return {
            digest: connection.execute(
                "INSERT INTO vectors (digest, embedder, vector) VALUES (?, ?, ?) RETURNING id",
                (digest, library.embedder_key, row.tobytes()),
            ).fetchone()[0]
            for digest, row in zip(digests, rows, strict=True)
        }


def _insert(
    connection: sqlite3.Connection, reading: Reading, vectors: dict[bytes, int], library: Library
) -> None:
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
        [(source, n, text, likeness(text)) for n, text in enumerate(document.paragraphs, start=1)],
    )
    for chunk in reading.chunks:
        row = connection.execute(
            "INSERT INTO chunks (source, first, last, text, vector) VALUES (?, ?, ?, ?, ?)",
            (source, chunk.first, chunk.last, chunk.text, vectors[_digest(chunk.text)]),
        ).lastrowid
        indexed = (row, title, chunk.text)
        connection.execute("INSERT INTO chunk_index (rowid, title, text) VALUES (?, ?, ?)", indexed)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8"), digest_size=16).digest()
