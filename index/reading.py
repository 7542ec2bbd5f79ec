"""Reading: all that is made of one file without looking at the library, here or in a process of its own."""

import gc
import pickle
import signal
import sys
from dataclasses import dataclass, field
from hashlib import blake2b

from index.chunks import Span, join_chunk, likeness, make_chunks
from index.errors import SourceError
from index.folders import File, take_stamp
from index.language.vocabulary import Collector
from index.source import Document

LARGEST = 300_000_000
"""Bytes above which a file is not read."""


MANY_LISTS = 100_000
"""Objects after which a process that only reads looks for cycles; reading makes many lists and few cycles."""


@dataclass(slots=True)
class Reading:
    """What one file gave: a document, the reason why there is none, or neither where it is known already.

    `error`, the reason, is the end of a sentence that the file's name and a colon begin; beside a document `hint` names
    what of the file was not read.
    """

    file: File
    digest: bytes | None = None
    document: Document | None = None
    error: str | None = None
    hint: str | None = None
    chunks: list[Span] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    """The likeness of each paragraph."""
    spellings: list[tuple[str, str]] = field(default_factory=list)
    """What may be names, with their keys, as far as no earlier reading told of them."""

    @property
    def texts(self) -> list[str]:
        """The text of each chunk."""
        return [join_chunk(self.document.paragraphs, chunk) for chunk in self.chunks] if self.document else []


def read_file(file: File, known: bytes | None, names: Collector) -> Reading:
    """Read one file, once more if it changed meanwhile; nothing is read where its digest is `known`.

    `names` has seen the files that were read before this one.
    """
    if file.error is None and file.size > LARGEST:
        error = f"it is larger than {LARGEST // 1_000_000} MB."
        return Reading(file, error=error, hint="Split it into smaller files.")
    reading = _read(file, known)
    now = take_stamp(file.path, file.name)
    if file.error is None and now.stamp != file.stamp and now.error is None:
        # If it changes again, the stamp taken before this second look makes the next refresh read it.
        reading = _read(now, known)
    if reading.document:
        reading.spellings = names.collect("\n".join(reading.document.paragraphs))
    return reading


def _read(file: File, known: bytes | None) -> Reading:
    from index.readers import read_bytes, read_document

    if file.error is not None:
        return Reading(file, error=f"{file.error}.", hint="Check the file and its permissions.")
    try:
        data = read_bytes(file.path)
        digest = blake2b(data).digest()
        if digest == known:
            return Reading(file, digest)
        document = read_document(file.path, data)
    except SourceError as error:
        return Reading(file, error=error.message.removeprefix(f"{file.path.name}: "), hint=error.hint)
    except OSError as error:
        return Reading(file, error=f"{error.strerror or error}.", hint="Check the file and its permissions.")
    except Exception as error:  # noqa: BLE001  a library that stumbles over one file must not keep the others out
        return Reading(file, error=f"its content cannot be read ({type(error).__name__}: {error}).")
    if not any(text.strip() for text in document.paragraphs):
        return Reading(file, error="it has no text.", hint="")
    attached = ", ".join(map(_encodable, document.unread))
    document = _plain(document)
    return Reading(
        file,
        digest,
        document,
        hint=f"{attached}." if attached else None,
        chunks=list(make_chunks(document.paragraphs)),
        marks=[likeness(text) for text in document.paragraphs],
    )


def _plain(document: Document) -> Document:
    """Replace what neither UTF-8 nor SQLite can hold."""
    texts = document.paragraphs
    whole = "".join(texts)
    if whole != _encodable(whole):
        texts = tuple(_encodable(text) for text in texts)
    return Document(_encodable(document.title), texts, document.publisher, document.date)


def _encodable(text: str) -> str:
    return text.replace("\x00", "�").encode("utf-8", "replace").decode("utf-8")


def serve() -> None:
    """Read the batches of files that come in on standard input and answer with their readings (pickles)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # so that no reader can print between the answers
    gc.set_threshold(MANY_LISTS)
    names = Collector()
    while True:
        try:
            batch: list[tuple[File, bytes | None]] = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump([read_file(file, known, names) for file, known in batch], answers, protocol=5)
        answers.flush()


if __name__ == "__main__":
    from index.reading import serve as serve_by_name  # so that what is pickled is not called `__main__`

    serve_by_name()
