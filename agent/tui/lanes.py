"""Lanes: threads in which jobs are done one after the other, and how what they tell reaches the interface."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from index.errors import ConcordError

Later = Callable[..., Any]
"""Runs a callback in the interface's thread, in the order of the calls (`App.call_later`)."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A job is over: what it made, or the error that it met."""

    result: Any = None
    error: ConcordError | None = None


class Job:
    """Something that the session does; `tell(job, what)` is called with its events and at last with `Ended`."""

    def __init__(self, work: Callable[["Job"], Any], tell: Callable[["Job", Any], object]) -> None:
        self.work, self.tell = work, tell
        self.stop = threading.Event()


class Lanes:
    """A lane for what the model is needed for, and one beside it for reading and keeping."""

    def __init__(self, later: Later) -> None:
        self._later = later
        self._current: Job | None = None
        self._questions = ThreadPoolExecutor(1, "questions")
        self._side = ThreadPoolExecutor(1, "side")

    def _do(self, lane: ThreadPoolExecutor, job: Job) -> Job:
        lane.submit(self._run, lane, job)
        return job

    def _run(self, lane: ThreadPoolExecutor, job: Job) -> None:
        if job.stop.is_set():
            return
        if lane is self._questions:
            self._current = job
        try:
            ended = Ended(job.work(job))
        except ConcordError as error:
            ended = Ended(error=error)
        except Exception as error:  # noqa: BLE001  the thread's boundary: what is not told here is never seen
            message = f"Something in Concord failed: {type(error).__name__}: {error}"
            ended = Ended(error=ConcordError(message, "`concord doctor` checks what Concord needs."))
        self._say(job, ended)

    def _say(self, job: Job, what: object) -> None:
        if not job.stop.is_set():
            self._later(job.tell, job, what)
