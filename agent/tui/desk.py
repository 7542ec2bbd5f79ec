"""The desk: the session works in threads of its own, and what it reports reaches the screens as callbacks."""

import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from agent.pipeline.conversation import Turn
from agent.pipeline.events import Composing, Event, Retrieved
from agent.pipeline.history import Place
from agent.pipeline.settings import Settings
from agent.tui.lanes import Job, Lanes, Later
from index.errors import ConcordError


class Desk(Lanes):
    """Owns the session. Questions wait for one another; reading and keeping have a lane beside them."""

    def __init__(self, settings: Settings, later: Later, show_shelf: Callable[[Any], object]) -> None:
        super().__init__(later)
        self.settings = settings
        self._show_shelf = show_shelf
        self._shelf: Any = None
        self._session: Any = None
        self._using = threading.RLock()
        self._drawn, self._tried = threading.Event(), threading.Event()

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
        return self._change(lambda browsing, session: browsing.add_folder(session, folder), tell)

    def remove(self, folder: Path, tell: Callable[[Job, Any], object]) -> Job:
        """Read a folder no more; tells the Shelf at the end."""
        return self._change(lambda browsing, session: browsing.remove_folder(session, folder), tell)

    def move(self, place: Place, tell: Callable[[Job, Any], object]) -> Job:
        """Read other sources instead, with the same model; tells Refreshing events and the Shelf at the end."""
        folders = [Path(folder) for folder in place.folders]
        return self._change(lambda browsing, session: browsing.open_place(session, place.library, folders), tell)

    def _change(self, change: Callable[[Any, Any], None], tell: Callable[[Job, Any], object]) -> Job:
        return self._do(self._questions, Job(lambda job: self._change_library(change), tell))

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
        self._shelf = list_shelf(session)
        self._say(job, self._shelf)
        return session.model.name

    def _ask(self, job: Job, question: str, turns: Sequence[Turn]) -> None:
        from agent.pipeline.conversing import converse

        with closing(converse(self._ready(), question, turns, job.stop)) as events:  # type: ignore[type-var]
            for event in events:
                if job.stop.is_set():
                    return
                if isinstance(event, Retrieved):
                    self._recount()
                self._say(job, event)

    def _recount(self) -> None:
        """Show what the library holds where a question found other files than there were before."""
        from agent.pipeline.browsing import list_shelf

        session = self._ready()
        if self._shelf and session.library.count_sources() != len(self._shelf.sources):
            self._shelf = list_shelf(session)
            self._later(self._show_shelf, self._shelf)

    def _change_library(self, change: Callable[[Any, Any], None]) -> Any:
        from agent.pipeline import browsing

        session = self._ready()
        with self._using:
            change(browsing, session)
        self.settings = session.settings
        session.refresh()
        self._shelf = browsing.list_shelf(session)
        return self._shelf

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
