"""The files of some folders: what could be read, what each is called, and when it last changed."""

import os
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import UsageError


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read: its path, its name in the library, and the stamp that changes when it changes."""

    path: Path
    name: str
    size: int
    mtime: int
    ctime: int
    error: str | None = None

    @property
    def key(self) -> str:
        """The path as it is kept; bytes that are not UTF-8 are written as escapes."""
        return _text(self.path)

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
            found.setdefault(os.path.realpath(file.path), (root, file))
    return _unique(list(found.values()))


def take_stamp(path: Path, name: str) -> File:
    """Return the file as it is now; what keeps it from being looked at is its error."""
    try:
        stat = path.stat()
    except OSError as error:
        return File(path, name, -1, 0, 0, error.strerror or str(error))
    return File(path, name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def _find(root: Path, suffixes: Collection[str]) -> Iterator[File]:
    if root.is_dir():
        yield from _walk(root, root, suffixes, set())
    elif root.exists():
        yield take_stamp(root, _text(Path(root.name)))
    else:
        raise UsageError(
            f"There is no file or folder {root}.", "Check the path, or give another: --sources PATH"
        )


def _walk(folder: Path, root: Path, suffixes: Collection[str], seen: set[tuple[int, int]]) -> Iterator[File]:
    name = _text(folder.relative_to(root))
    try:
        stat = folder.stat()
        if (stat.st_dev, stat.st_ino) in seen:
            return
        seen.add((stat.st_dev, stat.st_ino))
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        if folder == root:
            message = f"{folder} cannot be read: {error.strerror}."
            raise UsageError(message, "Check its permissions.") from error
        yield File(folder, name, -1, 0, 0, error.strerror or str(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        if entry.is_dir():
            yield from _walk(path, root, suffixes, seen)
        elif path.suffix.lower() in suffixes:
            yield _look(entry, path, _text(path.relative_to(root)))


def _look(entry: "os.DirEntry[str]", path: Path, name: str) -> File:
    try:
        stat = entry.stat()
    except OSError as error:
        return File(path, name, -1, 0, 0, error.strerror or str(error))
    return File(path, name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def _unique(found: list[tuple[Path, File]]) -> list[File]:
    names = Counter(file.name for _, file in found)
    longer = [file if names[file.name] == 1 else _lengthen(file, root) for root, file in found]
    names = Counter(file.name for file in longer)
    return [file if names[file.name] == 1 else replace(file, name=file.key) for file in longer]


def _lengthen(file: File, root: Path) -> File:
    folder = root.parent if root.is_file() else root
    return replace(file, name=_text(Path(folder.name) / file.name))


def _text(path: Path) -> str:
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
