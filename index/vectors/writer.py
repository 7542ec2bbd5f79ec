"""The process that fills a folder of vectors, as its parent sees it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from index.child import Child
from index.vectors.chroma import StoreError


class Writer(Child):
    """Fills `folder` with one embedder's vectors while its parent goes on reading.

    With `previous`, it goes on from a copy of that folder.
    """

    def __init__(self, database: Path, folder: Path, embedder: str, previous: Path | None = None) -> None:
        self.folder = folder
        super().__init__("index.vectors.filling", str(database), str(folder), embedder, str(previous or ""))

    def more(self) -> None:
        """Say that new vectors are in SQLite."""
        self._say("more")

    def finish(self, dead: Iterable[int], done: Callable[[int], None]) -> int:
        """Have the folder completed and return how many vectors it holds; raises StoreError."""
        self._say(" ".join(["finish", *map(str, dead)]))
        for line in self.output:
            word, _, number = line.decode("ascii").partition(" ")
            if word == "count":
                return int(number)
            if word == "done":
                done(int(number))
        raise self._failed()

    def _say(self, line: str) -> None:
        try:
            self.input.write(line.encode("ascii") + b"\n")
            self.input.flush()
        except OSError as error:
            raise self._failed() from error

    def _failed(self) -> StoreError:
        message = f"The vectors could not be written: {self.wait_for_reason()}"
        return StoreError(message, "Free some disk space or memory, then try again.")
