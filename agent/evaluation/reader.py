"""A reader of made-up folders: answers questions over many small libraries with one model that is loaded once."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from agent.answer.answer import Answer
from agent.models import Model
from agent.pipeline.events import Answered, Event
from agent.pipeline.session import Session
from agent.pipeline.settings import Settings
from index.library import Library, open_library
from index.search.search import Searcher
from index.sync import refresh


class Reader:
    """Writes documents below `folder` and answers questions over them as `ask` does."""

    def __init__(self, folder: Path, model: Model) -> None:
        self._folder = folder
        self.model = model

    def answer(self, name: str, documents: Mapping[str, str], questions: Sequence[str]) -> Iterator[Answer]:
        """Yield the answer to each question over the documents (file name: text), which are kept under `name`."""
        folder = write_documents(self._folder / name, documents)
        with Session(Settings(sources=(folder,), offline=True), _ignore, self.model) as session:
            for question in questions:
                for event in session.ask(question):
                    if isinstance(event, Answered):
                        yield event.answer


@contextmanager
def open_folder(folder: Path) -> Iterator[tuple[Library, Searcher]]:
    """Open the library of a folder's documents, indexed, and its searcher, and close both. Raises ConcordError."""
    with closing(open_library(folders=[folder])) as library, closing(Searcher(library)) as searcher:
        refresh(library)
        yield library, searcher


def write_documents(folder: Path, documents: Mapping[str, str]) -> Path:
    """Write documents that are not there yet as files of a folder, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        file = folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
    return folder


def _ignore(event: Event) -> None:
    pass
