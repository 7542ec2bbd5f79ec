"""A session: one open library and one model, made ready side by side, that answer any number of questions."""

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Event as Flag
from types import TracebackType

from agent.models import Model, Stopped, load_model
from agent.pipeline.events import Event, Noted, Refreshing
from agent.pipeline.library import Notify, choose_library
from agent.pipeline.settings import Settings
from index.search.search import Searcher
from index.sync import Changes, refresh


class Session:
    """Opens what answering needs; the model and Chroma load in threads while the index is refreshed.

    `notify` is called with Refreshing and Noted events; a `model` that is given is used instead of loading one,
    and is left open. A context manager; raises ConcordError.
    """

    def __init__(self, settings: Settings, notify: Notify, model: Model | None = None) -> None:
        self.settings = settings
        self._given = model
        self.timings: dict[str, float] = {}
        self._notify = notify
        self._noted = False
        self._opened = self._started = time.perf_counter()
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="model")
        self._model: Future[Model] = self._threads.submit(self._load)
        self.library = choose_library(settings, notify)
        self.searcher = Searcher(self.library)
        self.searcher.warm()

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def model(self) -> Model:
        """The model, waited for where it still loads; raises ModelError."""
        return self._model.result()

    def refresh(self) -> Changes:
        """Bring the index up to date with the files, reporting progress."""
        begun = time.perf_counter()
        changes = refresh(self.library, self._report)
        self.timings["refresh"] = time.perf_counter() - begun
        if changes:
            self._noted = False
            self.note_unread()
        return changes

    def note_unread(self) -> None:
        """Note which files could not be read, once until one changes: what they say is no part of any answer."""
        failures = [] if self._noted else self.library.failures()
        if failures:
            self._noted = True
            names = ", ".join(failure.name for failure in failures[:3])
            more = f" and {len(failures) - 3} more" if len(failures) > 3 else ""
            command = "concord sources" if self.library.name else "concord sources --sources PATH"
            self._notify(Noted(f"Not read: {names}{more}.", f"`{command}` says why."))

    def _report(self, stage: str, done: int, total: int) -> None:
        self._notify(Refreshing(stage, done, total))

    def ask(self, question: str, stop: Flag | None = None) -> Iterator[Event]:
        """Yield what happens while a question is answered; the index is refreshed first.

        Once `stop` is set, the events end without an Answered one.
        """
        from agent.pipeline.asking import answer_question

        begun, self._started = self._started or time.perf_counter(), 0.0
        self.refresh()
        with suppress(Stopped):
            yield from answer_question(self, question, begun, stop)

    def close(self) -> None:
        """Close the library and free the model."""
        self._threads.shutdown(wait=True)
        if self._given is None and self._model.exception() is None:
            self._model.result().close()
        self.searcher.close()
        self.library.close()

    def _load(self) -> Model:
        if self._given is not None:
            return self._given
        model = load_model(self.settings.model or None, offline=self.settings.offline, gpu=self.settings.gpu)
        self.timings["load"] = time.perf_counter() - self._opened
        return model
