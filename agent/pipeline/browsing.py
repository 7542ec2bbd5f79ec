"""Browsing: what a reader can do with the open library without a question to the model."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from agent.pipeline.library import choose_library, extend_library
from agent.pipeline.session import Session
from agent.pipeline.settings import Settings
from index.errors import UsageError
from index.library import Failure, Library, open_library
from index.search.search import Searcher, search_paragraphs
from index.source import Paragraph, Source


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a library holds: each source with its number of paragraphs and when it was read, and what failed."""

    name: str
    folders: tuple[Path, ...]
    sources: tuple[tuple[Source, int, str], ...]
    failures: tuple[Failure, ...]


def list_shelf(session: Session) -> Shelf:
    """Return what is indexed now, and what failed and why."""
    library = session.library
    with library.reading() as connection:
        rows = connection.execute(
            "SELECT id, read_at, (SELECT count(*) FROM paragraphs WHERE source = id) FROM sources WHERE live = 1"
        )
        facts = {id: (count, when) for id, when, count in rows}
        sources = tuple((source, *facts[source.id]) for source in library.sources())
    return Shelf(library.name, library.folders, sources, tuple(library.failures()))


def find_paragraphs(session: Session, words: str, limit: int = 40) -> list[Paragraph]:
    """Return the paragraphs that hold most of the words, found without the model."""
    return search_paragraphs(session.library, words, limit)


def add_folder(session: Session, folder: Path) -> None:
    """Make the session read this file or folder too, from its next refresh on; the model stays loaded.

    Sources that were named on the command line stay beside it; otherwise it is added to the library in use,
    to the default one where there was none yet. Raises UsageError.
    """
    path = folder.expanduser().resolve()
    if not path.exists():
        raise UsageError(f"There is no file or folder {folder}.", "Check the path.")
    settings = session.settings
    if settings.sources:
        open_place(session, "", (*settings.sources, path))
    else:
        _swap(session, settings, extend_library(settings.library, [path], settings.embedder))


def remove_folder(session: Session, folder: Path) -> None:
    """Make the session read this file or folder no more, which stays on the disk; raises UsageError for the last one.

    It is removed from the library in use where that has a name.
    """
    settings, library = session.settings, session.library
    others = [each for each in library.folders if each != folder]
    if not others:
        raise UsageError(f"{folder} is all there is to read.", "Add another file or folder first.")
    if library.name:
        _swap(session, settings, open_library(library.name, others, settings.embedder))
    else:
        open_place(session, "", others)


def open_place(session: Session, library: str, folders: Sequence[Path]) -> None:
    """Make the session read a named library, or else these files and folders, from its next refresh on."""
    for folder in folders:
        if not folder.expanduser().exists():
            raise UsageError(f"There is no file or folder {folder}.", "Check the path.")
    settings = replace(session.settings, library=library, sources=tuple(folders))
    _swap(session, settings, choose_library(settings, lambda event: None))


def _swap(session: Session, settings: Settings, opened: Library) -> None:
    before, session.library = session.library, opened
    session.searcher.close()
    session.searcher, session.settings = Searcher(opened), settings
    before.close()


def read_around(session: Session, paragraph: Paragraph) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return all paragraphs of a paragraph's source as it is now, and its copies; raises UsageError if it is gone."""
    library = session.library
    body = library.paragraphs(library.find_source(paragraph.source.name))
    now = next((item for item in body if item.n == paragraph.n), None)
    return body, library.copies(now) if now else []
