"""The lock of a library's folder: one process at a time writes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import LibraryError
from index.places import unwritable

_PATIENCE = 1800.0
"""Seconds to wait for the process that holds the lock."""


@contextmanager
def hold_lock(folder: Path, waiting: Callable[[], None] | None) -> Iterator[None]:
    """Hold the lock while the block runs, `waiting` told once if another has it; raises LibraryError."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "lock")
    try:
        lock.acquire(timeout=0.5)
    except Timeout:
        if waiting:
            waiting()
        try:
            lock.acquire(timeout=_PATIENCE)
        except Timeout as error:
            message = f"Another Concord has been indexing {folder} for {_PATIENCE / 60:.0f} minutes."
            raise LibraryError(message, "Wait for it or end it, then try again.") from error
    except OSError as error:
        raise unwritable(folder, error) from error
    try:
        yield
    finally:
        lock.release()
