"""The desk: the session works in threads of its own, and what it reports reaches the screens as callbacks."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.pipeline.conversation import Turn
from agent.pipeline.events import Composing, Event
from agent.pipeline.settings import Settings
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


class Desk:
    """Owns the session. Questions wait for one another; reading and keeping have a lane beside them."""

    def __init__(self, settings: Settings, later: Later) -> None:
        self.settings = settings
        self._later = later
        self._session: Any = None
        self._using = threading.RLock()
        self._current: Job | None = None
        self._drawn, self._tried = threading.Event(), threading.Event()
        self._questions = ThreadPoolExecutor(1, "questions")
        self._side = ThreadPoolExecutor(1, "side")

    def start(self) -> None:
        """Let the work begin: nothing heavy is imported before the first frame is on the screen."""
        self._drawn.set()

    def open(self, tell: Callable[[Job, Any], object]) -> Job:
        """Open library and model; tells events, the Shelf when the library is ready, at the end the model's name."""
        return self._do(self._questions, Job(self._open, tell))

    def ask(self, question: str, turns: Sequence[Turn], tell: Callable[[Job, Any], object]) -> Job:
        """Answer a question in its conversation; tells the pipeline's events until the job's `stop` is set."""
        return self._do(self._questions, Job(lambda job: self._ask(job, question, turns), tell))

    def add(self, folder: Path, tell: Callable[[Job, Any], object]) -> Job:
        """Add a folder and read it; tells Refreshing events and the Shelf at the end."""
        return self._do(self._questions, Job(lambda job: self._add(folder), tell))

    def digest(self, tell: Callable[[Job, Any], object]) -> Job:
        """Bring the digest up to date; tells events, and the Digest at the end."""
        return self._do(self._questions, Job(self._digest, tell))

    def read(self, work: Callable[[Any], Any], tell: Callable[[Job, Any], object]) -> Job:
        """Call `work(session)` beside the questions and tell its result."""
        return self._do(self._side, Job(lambda job: self._read(work), tell))

    def keep(self, work: Callable[[], Any], tell: Callable[[Job, Any], object]) -> Job:
        """Call `work()` for what needs the disk but no session, in the order of the calls."""
        return self._do(self._side, Job(lambda job: work(), tell))

    def close(self) -> None:
        """Stop what runs, finish what is being kept, and free the session; blocks until all of it is done."""
        if self._current:
            self._current.stop.set()
        self._drawn.set()
        self._questions.shutdown(cancel_futures=True)
        self._tried.set()
        self._side.shutdown()
        self._close_session()

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

    def _notify(self, event: Event) -> None:
        if self._current:
            self._say(self._current, event)

    def _open(self, job: Job) -> str:
        self._drawn.wait()
        from agent.pipeline.browsing import list_shelf
        from agent.pipeline.session import Session

        self._close_session()
        try:
            self._session = session = Session(self.settings, self._notify)
        finally:
            self._tried.set()
        session.refresh()
        self._say(job, list_shelf(session))
        return session.model.name

    def _ask(self, job: Job, question: str, turns: Sequence[Turn]) -> None:
        from agent.pipeline.conversation import converse

        with closing(converse(self._ready(), question, turns, job.stop)) as events:  # type: ignore[type-var]
            for event in events:
                if job.stop.is_set():
                    return
                self._say(job, event)

    def _add(self, folder: Path) -> Any:
        from agent.pipeline.browsing import add_folder, list_shelf

        with self._using:
            add_folder(self._ready(), folder)
        self._ready().refresh()
        return list_shelf(self._ready())

    def _digest(self, job: Job) -> Any:
        from agent.pipeline.digesting import Digester

        def notify(event: Event) -> None:
            if isinstance(event, Composing) and job.stop.is_set():
                raise ConcordError("The digest was given up.")
            self._say(job, event)

        with Digester(self._ready().settings, notify) as digester:
            return digester.digest()

    def _read(self, work: Callable[[Any], Any]) -> Any:
        self._tried.wait()
        with self._using:
            return work(self._ready())

    def _ready(self) -> Any:
        if self._session is None:
            raise ConcordError("The library is not open.", "Ctrl+P, “Open again”, tries once more.")
        return self._session

    def _close_session(self) -> None:
        with self._using:
            session, self._session = self._session, None
            if session:
                session.close()
