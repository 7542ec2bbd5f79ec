"""A child process that runs one of our modules: it is told things on its input and answers on its output."""

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

import index

_AHEAD = 1 << 20
"""Bytes that the process may answer before they are read, where the system allows it."""


class Child:
    """Runs `python -m module arguments…` until it is stopped, which leaving the block does."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  closed by stop
        package = str(Path(index.__file__).resolve().parents[1])
        paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
        with suppress(ImportError, OSError):  # another system than Linux, or one that allows no more
            from fcntl import F_SETPIPE_SZ, fcntl

            fcntl(self.output, F_SETPIPE_SZ, _AHEAD)

    @property
    def input(self) -> IO[bytes]:
        """What is written here, and flushed, the process reads."""
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def output(self) -> IO[bytes]:
        """What the process answers."""
        assert self._process.stdout is not None
        return self._process.stdout

    def wait_for_reason(self) -> str:
        """Return, once the process has ended, what it last said of itself."""
        code = self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else f"its process ended with {code}"

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for pipe in (self.input, self.output, self._errors):
            with suppress(OSError):  # something that the process never read
                pipe.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
