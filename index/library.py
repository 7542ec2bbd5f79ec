"""A library: a named index of some folders, or one kept for the paths that were given."""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.chunks import SIZE
from index.database import Database, reported
from index.errors import UsageError
from index.folders import find_missing
from index.layout import open_laid_out, read_folders, recall_folders
from index.lock import hold_lock
from index.lookup import find_source
from index.places import ad_hoc_folder, list_libraries, named_folder
from index.source import Paragraph, Source
from index.trial import try_folders
from index.vectors.embed import DEFAULT, Embedder, identify, load_embedder

_SOURCE = "SELECT id, name, path, title, publisher, date FROM sources WHERE live = 1 AND error IS NULL"
_READING = 11  # to be raised when the readers make something else of the same file


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read: why, what mends it, and when that was found (ISO time)."""

    name: str
    path: str
    reason: str
    hint: str
    when: str


class Library:
    """An open library; reading never waits for a writer, and every thread may use it."""

    def __init__(self, folder: Path, database: Database, name: str, embedder: str) -> None:
        self.folder = folder
        self.database = database
        self.name = name
        self.embedder_name = embedder
        self.embedder_key = identify(embedder)
        self.recipe = f"{_READING}/{SIZE}/{self.embedder_key}"
        self._embedder: Embedder | None = None
        self._loading = threading.Lock()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The files and folders that the library is made of."""
        return tuple(read_folders(self.database))

    @property
    def missing(self) -> tuple[Path, ...]:
        """Those of its files and folders that are not there now, as on a disk that is not plugged in."""
        return tuple(find_missing(self.folders))

    @property
    def schema_version(self) -> int:
        """The layout of the library's file."""
        return self.database.version()

    @property
    def embedder(self) -> Embedder:
        """The embedder, loaded at first use; raises ModelError."""
        with self._loading:
            if self._embedder is None:
                self._embedder = load_embedder(self.embedder_name)
            return self._embedder

    @property
    def rebuild_command(self) -> str:
        """The command that throws the index away and builds it again."""
        return rebuild_command(self.name)

    def sources(self) -> list[Source]:
        """Return the sources that were read, by name."""
        with self.reading() as connection:
            return [Source(*row) for row in connection.execute(_SOURCE + " ORDER BY name")]

    def count_sources(self) -> int:
        """Return how many sources were read."""
        with self.reading() as connection:
            row = connection.execute("SELECT count(*) FROM sources WHERE live = 1 AND error IS NULL").fetchone()
            return int(row[0])

    def failures(self) -> list[Failure]:
        """Return the documents that could not be read, and those whose attachments were not, by name."""
        with self.reading() as connection:
            rows = connection.execute(
                "SELECT name || iif(error IS NULL, ' (attachments)', ''), path, coalesce(error, hint),"
                " iif(error IS NULL, 'Save them as files of their own.', coalesce(hint, '')), read_at FROM sources"
                " WHERE live = 1 AND (error IS NOT NULL OR hint IS NOT NULL) ORDER BY name"
            )
            return [Failure(*row) for row in rows]

    def find_source(self, name: str) -> Source:
        """Return the source of that name, or the only one whose name ends so; raises UsageError."""
        return find_source(self.sources(), name)

    def paragraphs(self, source: Source) -> list[Paragraph]:
        """Return the paragraphs of a source, in order."""
        with self.reading() as connection:
            query = "SELECT n, text FROM paragraphs WHERE source = ? ORDER BY n"
            rows = connection.execute(query, (source.id,))
            return [Paragraph(source, n, text) for n, text in rows]

    def paragraph(self, source_name: str, n: int) -> Paragraph:
        """Return paragraph `n`, from 1, of a source; raises UsageError where there is none."""
        source = self.find_source(source_name)
        paragraphs = self.paragraphs(source)
        if not 1 <= n <= len(paragraphs):
            last = f"Its paragraphs are numbered 1 to {len(paragraphs)}."
            raise UsageError(f"{source.name} has no paragraph {n}.", last)
        return paragraphs[n - 1]

    def copies(self, paragraph: Paragraph) -> list[Paragraph]:
        """Return the paragraphs of other sources with the same words, by source name."""
        with self.reading() as connection:
            rows = connection.execute(
                "SELECT sources.id, name, path, title, publisher, date, copy.n, copy.text"
                " FROM paragraphs AS this JOIN paragraphs AS copy USING (likeness)"
                " JOIN sources ON sources.id = copy.source"
                " WHERE this.source = ? AND this.n = ? AND live = 1 AND copy.source != this.source"
                " ORDER BY name, copy.n",
                (paragraph.source.id, paragraph.n),
            )
            return [Paragraph(Source(*row[:6]), row[6], row[7]) for row in rows]

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """Read one state of the library; raises LibraryError where the file is damaged."""
        with reported(self.database.path, self.rebuild_command), self.database.reading() as connection:
            yield connection

    @contextmanager
    def locked(self, waiting: Callable[[], None] | None = None) -> Iterator[None]:
        """Hold the library's lock, which only one process has; `waiting` is called when another has it."""
        with hold_lock(self.folder, waiting):
            yield

    def close(self) -> None:
        """Close the library's file."""
        self.database.close()


def open_library(
    name: str = "",
    folders: Sequence[Path] = (),
    embedder: str = "",
    rebuild: bool = False,
    extend: bool = False,
) -> Library:
    """Open the named library, or the one kept for these files and folders; it is made at first use.

    `folders` given with a name replace that library's folders, or `extend` them; where none of their documents can be
    read, SourceError or UsageError is raised and the library stays as it is. Raises UsageError where neither is known,
    LibraryError where the file is damaged, made by a newer Concord, or cannot be written.
    """
    paths = [Path(folder).expanduser().resolve() for folder in folders]
    if not name and not paths:
        raise UsageError("No sources were given.", "Give a folder: --sources PATH")
    folder = named_folder(name) if name else ad_hoc_folder(paths, embedder or DEFAULT)
    file = folder / "library.db"
    if name and not paths and not file.exists():
        known = ", ".join(list_libraries())
        others = f" The libraries are: {known}." if known else ""
        hint = f"Make it: concord index --library {name} FOLDER{others}"
        raise UsageError(f"There is no library “{name}”.", hint)
    if name and paths and not (extend and file.exists()):
        try_folders(paths)
    if rebuild and not paths:
        paths = recall_folders(file)
    with reported(file, rebuild_command(name)):
        return _open(folder, name, paths, embedder, rebuild, extend)


def rebuild_command(name: str) -> str:
    """Return the command that throws an index away and builds it again."""
    return "concord index --rebuild " + (f"--library {name} FOLDER" if name else "--sources PATH")


def _open(folder: Path, name: str, paths: list[Path], embedder: str, rebuild: bool, extend: bool) -> Library:
    database = open_laid_out(folder, paths, rebuild, rebuild_command(name), named=bool(name))
    if paths and read_folders(database) != paths:
        with database.writing():  # as another process may be adding others
            known = read_folders(database) if extend else []
            database.set("folders", json.dumps([str(path) for path in dict.fromkeys([*known, *paths])]))
    return Library(folder, database, name, embedder or database.get("embedder", DEFAULT))
