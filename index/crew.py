"""The crew: many files are read by processes beside this one, few are read here."""

import gc
import os
import pickle
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, suppress
from queue import SimpleQueue
from threading import Thread
from typing import IO

from index.child import Child
from index.folders import File
from index.language.vocabulary import Collector
from index.library import Library
from index.reading import MANY_LISTS, Reading, read_file

_BATCH_FILES, _BATCH_BYTES, _BATCH_NAMES = 48, 4_000_000, 20_000
_AHEAD = 8
"""Batches that a member has been given and whose readings were not taken; it reads on while others are stored."""
_ALONE = 200
"""Files up to which starting another process does not pay."""
_MOST = 4

_Batch = list[tuple[File, bytes | None]]
"""Files, each with the digest that it had when it was last read."""
_Answers = SimpleQueue[list[Reading] | None]


def read_files(library: Library, files: Sequence[File]) -> Generator[list[Reading], None, None]:
    """Yield the readings of the files, batch by batch in their order; close the generator to end early."""
    batches = list(_make_batches([(file, _known_digest(library, file)) for file in files]))
    if len(files) <= _ALONE:
        names = Collector()
        for batch in batches:
            yield [read_file(*item, names) for item in batch]
        return
    with ExitStack() as stack:
        stack.callback(gc.set_threshold, *gc.get_threshold())
        gc.set_threshold(MANY_LISTS)
        crew = [stack.enter_context(_Member()) for _ in range(min(_count_cores() - 1, _MOST, len(batches)) or 1)]
        given = _AHEAD * len(crew)
        for n, batch in enumerate(batches[:given]):
            crew[n % len(crew)].send(batch)
        for n in range(len(batches)):
            member = crew[n % len(crew)]
            readings = member.receive()
            if n + given < len(batches):
                member.send(batches[n + given])
            yield readings


class _Member:
    """One process of the crew; a file that ends it is a failure, and another process goes on."""

    def __init__(self) -> None:
        self._unanswered: list[_Batch] = []
        self._start()

    def _start(self) -> None:
        self._child, self._answers = Child("index.reading"), _Answers()
        Thread(target=_listen, args=(self._child.output, self._answers), name="crew", daemon=True).start()

    def send(self, batch: _Batch) -> None:
        """Give it a batch to read."""
        self._unanswered.append(batch)
        try:
            pickle.dump(batch, self._child.input, protocol=5)
            self._child.input.flush()
        except OSError:
            pass  # it has ended, as `receive` will find

    def receive(self) -> list[Reading]:
        """Return the readings of the first batch that is not answered yet."""
        batch = self._unanswered.pop(0)
        answer = self._answers.get()
        if answer is not None:
            return answer
        reason = self._child.wait_for_reason()
        self._child.stop()
        self._start()
        later, self._unanswered = self._unanswered, []
        if len(batch) == 1:
            readings = [Reading(batch[0][0], error=f"reading it failed altogether ({reason}).")]
        else:
            readings = [reading for item in batch for reading in self._retry([item])]
        for other in later:
            self.send(other)
        return readings

    def _retry(self, batch: _Batch) -> list[Reading]:
        self.send(batch)
        return self.receive()

    def __enter__(self) -> "_Member":
        return self

    def __exit__(self, *_: object) -> None:
        self._child.stop()


def _listen(output: IO[bytes], answers: _Answers) -> None:
    """Take the answers of a child as they come, so that none of its pipes is ever full; None says that it has ended."""
    try:
        with suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
            while True:
                answers.put(pickle.load(output))
    finally:
        answers.put(None)


def _make_batches(files: _Batch) -> Iterator[_Batch]:
    batch, size, names = _Batch(), 0, 0
    for item in files:
        length = len(item[0].location) + len(item[0].name)
        full = len(batch) == _BATCH_FILES or size + item[0].size > _BATCH_BYTES or names + length > _BATCH_NAMES
        if batch and full:
            yield batch
            batch, size, names = [], 0, 0
        batch.append(item)
        size += item[0].size
        names += length
    if batch:
        yield batch


def _known_digest(library: Library, file: File) -> bytes | None:
    row = library.database.connection.execute(
        "SELECT digest FROM sources WHERE path = ? AND live = 1 AND error IS NULL AND recipe = ?",
        (file.key, library.recipe),
    ).fetchone()
    return row[0] if row else None


def _count_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
