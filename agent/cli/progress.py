"""Progress and notes on standard error: a bar only on a terminal and only for what takes over a second."""

import sys
import time
from types import TracebackType
from typing import Any

import click

from agent.answer.answer import AnswerSentence
from agent.pipeline.events import Composing, Event, Noted, Refreshing, Verified

_PATIENCE = 1.0
_STAGES = {
    "wait": "Waiting for another Concord",
    "read": "Reading documents",
    "store": "Storing vectors",
    "group": "Grouping sources by event",
    "compose": "Composing stories",
}


class Progress:
    """Draws refreshing and notes; a context manager that clears the bar when it leaves."""

    def __init__(self, verbose: bool = False) -> None:
        self.verbose = verbose
        self._started = time.monotonic()
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def show(self, event: Event) -> AnswerSentence | None:
        """Draw an event on standard error; return the sentence that it allows to be shown, if any."""
        if isinstance(event, Refreshing | Composing):
            self._advance(event)
            return None
        self._stop()
        if isinstance(event, Noted):
            click.echo(click.style("note: ", fg="yellow") + event.message, err=True)
            if event.hint:
                click.echo(click.style("hint: ", fg="cyan") + event.hint, err=True)
        return event.sentence if isinstance(event, Verified) else None

    def refreshing(self, stage: str, done: int, total: int) -> None:
        """Draw how far the index has been brought up to date."""
        self._advance(Refreshing(stage, done, total))

    def _advance(self, event: Refreshing | Composing) -> None:
        if self._bar is None:
            if not sys.stderr.isatty() or time.monotonic() - self._started < _PATIENCE:
                return
            self._start()
        if event.stage not in self._tasks:
            name = _STAGES.get(event.stage, event.stage.capitalize())
            self._tasks[event.stage] = self._bar.add_task(name, total=event.total or None)
        self._bar.update(self._tasks[event.stage], completed=event.done, total=event.total or None)

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
        self._bar.start()

    def _stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
            self._tasks.clear()
