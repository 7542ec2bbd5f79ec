"""Progress and notes on standard error: a bar on a terminal, now and then a line elsewhere, for what takes its time."""

import sys
import time
from threading import Event as Flag
from threading import RLock, Thread
from types import TracebackType
from typing import Any

import click

from agent.answer.answer import AnswerSentence
from agent.cli.edge import choose_colour
from agent.pipeline.events import Composing, Event, Noted, Refreshing, Retrieved, Token, Verified

PATIENCE, LINES = 1.0, 10.0
"""Seconds after which a bar is drawn, and after which the first line is printed."""
_RARELY = 60.0
"""The most seconds between two lines; until then each waits half as long again as the one before."""
_STAGES = {
    "wait": "Waiting for another Concord",
    "read": "Reading documents",
    "store": "Storing vectors",
    "group": "Grouping sources by event",
    "compose": "Composing stories",
    "think": "Waiting for the model",
}


class Progress:
    """Draws refreshing and notes; a context manager that clears the bar when it leaves.

    What is under way is drawn by a thread, as a step may take minutes in which nothing is told.
    """

    def __init__(self, verbose: bool = False) -> None:
        self.verbose = verbose
        self._lock = RLock()
        self._ended = Flag()
        self._now: Refreshing | Composing | None = None
        self._begun = self._due = 0.0
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> "Progress":
        self._ended = Flag()
        Thread(target=self._keep_drawing, args=(self._ended,), name="progress", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._stop()

    def show(self, event: Event) -> AnswerSentence | None:
        """Draw an event on standard error; return the sentence that it allows to be shown, if any."""
        if isinstance(event, Retrieved | Token):
            event = Refreshing("think", 0, 0)
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
        with self._lock:
            if self._now is None:
                self._begun = time.monotonic()
                self._due = self._begun + LINES
            self._now = event
            if self._bar is not None:
                self._update(event)

    def _keep_drawing(self, ended: Flag) -> None:
        while not ended.wait(PATIENCE / 4):
            with self._lock:
                if self._now is None or ended.is_set():
                    continue
                passed = time.monotonic() - self._begun
                if not sys.stderr.isatty():
                    self._print_line(self._now, passed)
                elif self._bar is None and passed >= (LINES if self._now.stage == "think" else PATIENCE):
                    self._start()
                    self._update(self._now)

    def _print_line(self, event: Refreshing | Composing, passed: float) -> None:
        if time.monotonic() < self._due:
            return
        told = f"{event.done:,} of {event.total:,}, " if event.total > 1 else ""
        click.echo(f"{_name(event.stage)}: {told}{passed:.0f} s so far", err=True, color=choose_colour())
        self._due = time.monotonic() + min(passed / 2, _RARELY)

    def _update(self, event: Refreshing | Composing) -> None:
        if event.stage not in self._tasks:
            self._tasks[event.stage] = self._bar.add_task(_name(event.stage), total=event.total or None)
        self._bar.update(self._tasks[event.stage], completed=event.done, total=event.total or None)

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
        self._bar.start()

    def _stop(self) -> None:
        with self._lock:
            self._now = None
            if self._bar is not None:
                self._bar.stop()
                self._bar = None
                self._tasks.clear()


def _name(stage: str) -> str:
    return _STAGES.get(stage, stage.capitalize())
