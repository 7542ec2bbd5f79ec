"""A published folder of vectors, which Chroma searches; it holds nothing that SQLite does not.

It is filled by one process (index/vectors/filling.py), sealed, published, and only read from then on: two processes
that write one folder corrupt it, and reading a damaged graph ends the process that reads.
"""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from index.vectors.chroma import StoreError, guard, open_chroma
from index.vectors.seal import is_intact


class Store:
    """A published folder of vectors, open for reading; raises StoreError where it is missing or damaged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        _check_seal(folder)
        self._copy = None if os.access(folder, os.W_OK) else _copy(folder)
        self._chroma = open_chroma(Path(self._copy.name) if self._copy else folder)

    def count(self) -> int:
        """Return the number of vectors."""
        return int(guard(self._chroma.count))

    def query(self, vector: list[float], limit: int) -> list[tuple[int, float]]:
        """Return the ids of the nearest vectors with their cosine similarity, best first."""
        ids, distances = guard(self._chroma.query, vector, limit)
        return [(int(id), 1.0 - distance) for id, distance in zip(ids, distances, strict=True)]

    def close(self) -> None:
        """Close the folder."""
        self._chroma.close()
        if self._copy:
            self._copy.cleanup()


def _copy(folder: Path) -> TemporaryDirectory[str]:
    """Return a copy of a folder that cannot be written, as Chroma writes into one that it only reads."""
    made = TemporaryDirectory(prefix="concord-")
    for file in folder.rglob("*"):
        place = Path(made.name) / file.relative_to(folder)
        if file.is_dir():
            place.mkdir()
        else:
            shutil.copyfile(file, place)
    return made


def _check_seal(folder: Path) -> None:
    try:
        intact = is_intact(folder)
    except (OSError, ValueError, LookupError, AttributeError) as error:
        raise StoreError(f"There are no whole vectors in {folder} ({error}).") from error
    if not intact:
        raise StoreError(f"The vectors in {folder} were changed from outside.")
