"""The process that fills a folder of vectors, as its parent sees it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import index
from index.errors import LibraryError
from index.store import StoreError


class Writer:
    """A child process that fills `folder` while its parent goes on reading; leaving the block ends it.

    With `previous`, it goes on from a copy of that folder.
    """

    def __init__(self, database: Path, folder: Path, embedder: str, previous: Path | None = None) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  closed by stop
        package = str(Path(index.__file__).resolve().parents[1])
        paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
        where = [str(database), str(folder), embedder, str(previous or "")]
        command = [sys.executable, "-m", "index.filling", *where]
        self._process = subprocess.Popen[str](
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )

    def more(self) -> None:
        """Say that new vectors are in SQLite."""
        self._say("more")

    def finish(self, dead: Iterable[int], done: Callable[[int], None]) -> int:
        """Have the folder completed and return how many vectors it holds; raises StoreError."""
        self._say(" ".join(["finish", *map(str, dead)]))
        for line in self._process.stdout or ():
            word, _, number = line.partition(" ")
            if word == "count":
                return int(number)
            if word == "done":
                done(int(number))
        raise self._failed()

    def __enter__(self) -> "Writer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._errors):
            if pipe is not None:
                with suppress(OSError):  # a line that the process never read
                    pipe.close()

    def _say(self, line: str) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        except OSError as error:
            raise self._failed() from error

    def _failed(self) -> LibraryError:
        self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        reason = lines[-1] if lines else f"it ended with {self._process.returncode}"
        message = f"The vectors could not be written: {reason}"
        return StoreError(message, "Free some disk space or memory, then try again.")
