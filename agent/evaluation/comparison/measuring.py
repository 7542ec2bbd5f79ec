"""Measuring: a system runs in a process of its own, whose memory is watched from here."""

import pickle
import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from agent.evaluation.comparison.task import Outcome, Task
from index.child import Child
from index.errors import ConcordError

_INTERVAL = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The outcome of a task and the most memory (bytes) that its process and those it started held together."""

    outcome: Outcome
    memory: int


def measure(task: Task) -> Measured:
    """Run a task in a process of its own; raises ConcordError with the last line of what a failed one said."""
    with Child("agent.evaluation.comparison.process") as child, _Watch() as watch:
        try:
            pickle.dump(task, child.input, protocol=5)
            child.input.flush()
            outcome: Outcome = pickle.load(child.output)
        except (EOFError, OSError) as error:
            raise ConcordError(f"{task.system} failed: {child.wait_for_reason()}") from error
    return Measured(outcome, watch.most)


class _Watch:
    """Remembers the most resident memory that all processes started from here held at one time."""

    def __init__(self) -> None:
        self.most = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.is_set():
            self.most = max(self.most, _count_memory())
            self._over.wait(_INTERVAL)


def _count_memory() -> int:
    import psutil

    total = 0
    for process in psutil.Process().children(recursive=True):
        try:
            total += process.memory_info().rss
        except psutil.Error:
            continue  # it ended meanwhile
    return total
