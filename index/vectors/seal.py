"""The seal of a folder of vectors: that it was filled to the end, and what the files of its graph were then."""

import json
from hashlib import blake2b
from pathlib import Path

_SEAL = "seal.json"


def is_sealed(folder: Path) -> bool:
    """Tell whether the folder was filled to the end."""
    return (folder / _SEAL).is_file()


def seal(folder: Path) -> None:
    """Note what the graph's files look like, so that a reader can tell that they are still the same."""
    marks = {str(file.relative_to(folder)): [*_stamp(file), _digest(file)] for file in _graph(folder)}
    (folder / _SEAL).write_text(json.dumps(marks), encoding="utf-8")


def unseal(folder: Path) -> None:
    """Say that the folder is about to change."""
    (folder / _SEAL).unlink(missing_ok=True)


def is_intact(folder: Path) -> bool:
    """Tell whether the graph is as it was sealed; raises OSError, ValueError, LookupError or AttributeError."""
    marks = json.loads((folder / _SEAL).read_text(encoding="utf-8"))
    files = {str(file.relative_to(folder)): file for file in _graph(folder)}
    return bool(marks.keys() == files.keys()) and all(
        [*_stamp(files[name])] == mark[:2] or _digest(files[name]) == mark[2] for name, mark in marks.items()
    )


def _graph(folder: Path) -> list[Path]:
    return [file for file in folder.glob("*/*") if file.is_file()]


def _stamp(file: Path) -> tuple[int, int]:
    stat = file.stat()
    return stat.st_size, stat.st_mtime_ns


def _digest(file: Path) -> str:
    return blake2b(file.read_bytes(), digest_size=16).hexdigest()
