"""What a system is given and what it gives back; nothing heavy is imported here, as every system's process has it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from agent.answer.answer import Answer

CONTEXT = 4096
"""Tokens of context for the systems that must be told how many."""

LONGEST = 256
"""Tokens that the other systems may write, the default of both; what Concord writes has limits of its own."""

PENALTY = 1.1
"""Of repetition, for the other systems: the default of LangChain's class.

LlamaIndex's class has none, and lets a small model go round in circles.
"""


@dataclass(frozen=True, slots=True)
class Task:
    """Questions over some documents: `sources` as they are on disk, `texts` a folder with what was read of each.

    `system` is the `module:Class` that answers, `work` an empty folder for its index.
    """

    system: str
    questions: tuple[str, ...]
    sources: tuple[Path, ...]
    texts: Path
    work: Path
    model: Path
    embedder: str
    threads: int


@dataclass(frozen=True, slots=True)
class Written:
    """What a system wrote, and the passages that it was shown, numbered from 1."""

    text: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: each answer with its seconds, and the seconds to load and to index.

    `computing` is the processor time, in seconds over all threads, of all the answers together.
    """

    answers: tuple[tuple["Written | Answer", float], ...]
    computing: float
    loading: float
    indexing: float


class System(Protocol):
    """What answers questions; making it from its task loads the model."""

    def __init__(self, task: Task) -> None: ...

    def index(self) -> None:
        """Build the index from nothing."""

    def answer(self, question: str) -> "Written | Answer":
        """Answer one question from the index."""
