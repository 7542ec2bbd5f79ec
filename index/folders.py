"""The files of some folders: what could be read, what each is called, and when it last changed."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.controls import escape_controls
from index.errors import UsageError


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read: where it is, its name in the library, and the stamp that changes when it changes."""

    location: str
    name: str
    size: int
    mtime: int
    ctime: int
    error: str | None = None

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.location)

    @property
    def key(self) -> str:
        """The path as it is kept; control characters and bytes that are not UTF-8 are escaped."""
        return _text(self.location)

    @property
    def stamp(self) -> tuple[int, int, int]:
        """Size, time of change (ns) and time of change of its attributes (ns)."""
        return self.size, self.mtime, self.ctime


def find_files(folders: Sequence[Path], suffixes: Collection[str]) -> list[File]:
    """Return the files below the folders, hidden ones left out; raises UsageError for a missing folder.

    A file that is given itself is taken whatever its suffix. Links are followed, each real folder once.
    """
    found: dict[str, tuple[Path, File]] = {}
    for root in folders:
        for file in _find(root, suffixes):
            found.setdefault(os.path.realpath(file.location), (root, file))
    return _unique(list(found.values()))


def take_stamp(path: Path, name: str) -> File:
    """Return the file as it is now; what keeps it from being looked at is its error."""
    return _look(str(path), name, path.stat)


def _find(root: Path, suffixes: Collection[str]) -> Iterator[File]:
    if root.is_dir():
        yield from _walk(str(root), "", suffixes, set())
    elif root.exists():
        yield take_stamp(root, _text(root.name))
    else:
        raise UsageError(f"There is no file or folder {root}.", "Check the path, or give another: --sources PATH")


def _walk(folder: str, name: str, suffixes: Collection[str], seen: set[tuple[int, int]]) -> Iterator[File]:
    """Yield the files below a folder, which is called `name` ("" for the one that was given)."""
    try:
        stat = os.stat(folder)  # noqa: PTH116  a path object for each of thousands of files takes its time
        if (stat.st_dev, stat.st_ino) in seen:
            return
        seen.add((stat.st_dev, stat.st_ino))
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        if not name:
            message = f"{folder} cannot be read: {error.strerror}."
            raise UsageError(message, "Check its permissions.") from error
        yield File(folder, name, -1, 0, 0, error.strerror or str(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        below = f"{name}/{_text(entry.name)}" if name else _text(entry.name)
        if entry.is_dir():
            yield from _walk(entry.path, below, suffixes, seen)
        elif os.path.splitext(entry.name)[1].lower() in suffixes:  # noqa: PTH122
            yield _look(entry.path, below, entry.stat)


def _look(location: str, name: str, look: Callable[[], os.stat_result]) -> File:
    try:
        stat = look()
    except OSError as error:
        return File(location, name, -1, 0, 0, error.strerror or str(error))
    return File(location, name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def _unique(found: list[tuple[Path, File]]) -> list[File]:
    names = Counter(file.name for _, file in found)
    longer = [file if names[file.name] == 1 else _lengthen(file, root) for root, file in found]
    names = Counter(file.name for file in longer)
    return [file if names[file.name] == 1 else replace(file, name=file.key) for file in longer]


def _lengthen(file: File, root: Path) -> File:
    folder = root.parent if root.is_file() else root
    return replace(file, name=f"{_text(folder.name)}/{file.name}")


def _text(path: str) -> str:
    return escape_controls(path if path.isascii() else os.fsencode(path).decode("utf-8", "backslashreplace"))
