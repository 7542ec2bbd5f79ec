"""A running turn: draws the events of one question, and none that come after it was stopped."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from agent.pipeline.conversation import State, Turn
from agent.pipeline.conversing import Understood
from agent.pipeline.events import Answered, Composing, Noted, Refreshing, Retrieved, Token, Verified
from agent.tui.lanes import Ended, Job
from agent.tui.status import StatusLine
from agent.tui.turn import TurnView
from index.errors import ConcordError

STAGES = {"wait": "waiting for another Concord", "read": "reading documents", "store": "storing vectors"}
_PAUSE = 0.1
"""Seconds between two drawings of the number of tokens."""


class Running:
    """One question under way; `over` is called once, with the turn as it ended and the error if there was one."""

    def __init__(
        self, view: TurnView, status: StatusLine, over: Callable[["Running", Turn, ConcordError | None], None]
    ) -> None:
        self.view, self.status, self.over = view, status, over
        self.job: Job | None = None
        self.ended = False
        self._tokens = 0
        self._begun = self._drawn = 0.0
        self._work("searching")

    def stop(self) -> None:
        """End the turn now; what its thread still reports is dropped."""
        if self.job:
            self.job.stop.set()
        self._end(replace(self.view.turn, state=State.STOPPED))

    def tell(self, job: Job, what: Any) -> None:
        """Draw an event of the pipeline, or the end of the job."""
        if self.ended or job.stop.is_set():
            return
        match what:
            case Understood():
                self.view.set_turn(replace(self.view.turn, understood=what.question))
            case Refreshing():
                self._work(draw_stage(what))
            case Noted():
                self.view.notify(f"{what.message} {what.hint}".strip(), markup=False)
            case Retrieved():
                self._work(f"reading {count(what.passages, 'passage')} of {count(what.sources, 'source')}")
            case Token():
                self._count()
            case Verified():
                self._work("checking")
                self.view.add(what.sentence, what.citations)
            case Answered():
                self.view.turn = replace(self.view.turn, state=State.ANSWERED, answer=what.answer)
            case Ended():
                self._finish(what)

    def _finish(self, ended: Ended) -> None:
        turn = self.view.turn
        if ended.error:
            self.view.fail(ended.error)
            turn = self.view.turn
        elif turn.answer is None:
            turn = replace(turn, state=State.STOPPED)
        self._end(turn, ended.error)

    def _end(self, turn: Turn, error: ConcordError | None = None) -> None:
        if not self.ended:
            self.ended = True
            self.view.set_turn(turn)
            self.status.state = "ready"
            self.over(self, turn, error)

    def _count(self) -> None:
        now = time.monotonic()
        self._tokens += 1
        if self._tokens == 1:
            self._begun = now
        elif now - self._drawn >= _PAUSE:
            self._drawn = now
            self.status.speed = (self._tokens - 1) / max(now - self._begun, 0.001)
            self._work(f"reading: {self._tokens} tokens drafted, to be checked")

    def _work(self, work: str) -> None:
        self.view.set_work(work)
        self.status.state = work


def count(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def draw_stage(event: Refreshing | Composing) -> str:
    """Return how far the index or the digest is."""
    name = STAGES.get(event.stage, event.stage)
    return f"{name} {event.done}/{event.total}" if event.total else name
