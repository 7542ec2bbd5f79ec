"""The files of some folders: what could be read, what each is called, and when it last changed."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.controls import escape_controls
from index.errors import UsageError

_PACKAGES = frozenset(("node_modules", "site-packages", "__pycache__"))
_NAMED = 8
"""Kinds of files that are named."""


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
    """Return the files below the folders, hidden ones and those of packages left out.

    Raises UsageError for a missing folder.

    A file that is given itself is taken whatever its suffix. Links are followed, each real folder once.
    """
    found: dict[str, tuple[Path, File]] = {}
    for root in folders:
        for file in _find(root, suffixes):
            found.setdefault(os.path.realpath(file.location), (root, file))
    return _unique(list(found.values()))


def count_others(folders: Sequence[Path], suffixes: Collection[str]) -> Counter[str]:
    """Return how many files of each kind there are below the folders that are not of these kinds."""
    counted = Counter[str]()
    for root in folders:
        for _, below, names in os.walk(root):
            below[:] = [name for name in below if not _is_skipped(name)]
            kinds = (os.path.splitext(name)[1].lower() for name in names if not name.startswith("."))  # noqa: PTH122
            counted.update(kind for kind in kinds if kind and kind not in suffixes)
    return counted


def name_kinds(counted: Counter[str]) -> str:
    """Return in words how many files of which kinds there are, the most frequent kinds by name: `2 .xlsx, 1 .rtf`."""
    often = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    rest = sum(count for _, count in often[_NAMED:])
    return ", ".join(
        [f"{count} {kind}" for kind, count in often[:_NAMED]] + ([f"{rest} of other kinds"] if rest else [])
    )


def find_missing(folders: Sequence[Path]) -> list[Path]:
    """Return the files and folders that are not there now."""
    return [folder for folder in folders if not os.path.exists(folder)]  # noqa: PTH110  False where it may not look


def is_below(key: str, folders: Sequence[Path]) -> bool:
    """Tell whether a path, as it is kept, is one of the folders or below it."""
    return any(key == (place := _text(str(folder))) or key.startswith(f"{place}{os.sep}") for folder in folders)


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
        if _is_skipped(entry.name):
            continue
        below = f"{name}/{_text(entry.name)}" if name else _text(entry.name)
        if entry.is_dir():
            yield from _walk(entry.path, below, suffixes, seen)
        elif os.path.splitext(entry.name)[1].lower() in suffixes:  # noqa: PTH122
            yield _look(entry.path, below, entry.stat)


def _is_skipped(name: str) -> bool:
    """Tell whether a name is hidden, or that of a folder into which other people's packages are installed."""
    return name.startswith(".") or name in _PACKAGES


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
