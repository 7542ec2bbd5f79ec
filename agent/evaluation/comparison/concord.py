"""Concord as `ask` runs it: one session, every answer checked."""

from agent.answer.answer import Answer
from agent.evaluation.comparison.task import Task
from agent.pipeline.events import Answered, Event
from agent.pipeline.session import Session
from agent.pipeline.settings import Settings


class Concord:
    """Answers from an ad hoc library of the task's sources."""

    def __init__(self, task: Task) -> None:
        settings = Settings(task.sources, model=str(task.model), embedder=task.embedder, offline=True, gpu="off")
        self._session = Session(settings, _ignore)
        self._session.model  # noqa: B018  waited for here, so that loading and indexing are timed apart

    def index(self) -> None:
        """Read the sources and build the library."""
        self._session.refresh()

    def answer(self, question: str) -> Answer:
        """Return the checked answer."""
        return next(event.answer for event in self._session.ask(question) if isinstance(event, Answered))


def _ignore(event: Event) -> None:
    pass
