"""Sync: the library is made to say what the files say now, and only what changed is read.

Files are read in batches into staged rows while another process puts their vectors into a new Chroma folder;
then one transaction publishes both. A reader sees the library before or after, never between, and a sync that
is killed leaves staged rows that the next one takes up.
"""

from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from index.crew import read_files
from index.database import reported
from index.errors import UsageError
from index.intake import Intake
from index.library import Library
from index.plan import Plan, make_plan
from index.publish import forget, publish, start_writer, vectors_folder, vectors_missing
from index.trial import lack_documents, none_readable

Progress = Callable[[str, int, int], None]
"""Told what is done (`wait` for another process, `read` files, `store` vectors), how many of how many."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many sources a sync added, changed, removed, and could not read."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    failed: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.failed)


def refresh(library: Library, progress: Progress | None = None) -> Changes:
    """Bring the library up to date with its files and return what changed; a stat for each file that did not.

    What was read of a folder of a named library that is not there now stays; raises UsageError where none is there or
    there are no documents, SourceError where none could be read,
    LibraryError where the index cannot be written.
    """
    report = progress or _silent
    changes = Changes()
    with reported(library.database.path, library.rebuild_command):
        if make_plan(library) or vectors_missing(library):
            with library.locked(lambda: report("wait", 0, 0)):
                changes = _sync(library, report)
    _check(library)
    return changes


def rebuild_vectors(library: Library, broken: Path | None = None, progress: Progress | None = None) -> None:
    """Fill a new Chroma folder from SQLite alone, unless another process did; no file is read.

    `broken` is the folder that could not be read. Raises LibraryError.
    """
    report = progress or _silent
    with (
        reported(library.database.path, library.rebuild_command),
        library.locked(lambda: report("wait", 0, 0)),
    ):
        if vectors_folder(library) in (None, broken):
            publish(library, [], [], None, report, afresh=True)


def _sync(library: Library, report: Progress) -> Changes:
    plan = make_plan(library)  # once more: another process may have done it while this one waited
    if not plan and not vectors_missing(library):
        return Changes()
    with ExitStack() as stack:
        writer = None
        if plan.abandoned:
            with library.database.writing() as connection:
                forget(connection, plan.abandoned)
        if plan.read and not plan.mostly_new:
            writer = stack.enter_context(start_writer(library, afresh=False))
        done = 0
        report("read", done, len(plan.read))
        intake = Intake(library, writer.more if writer else None)
        for readings in stack.enter_context(closing(read_files(library, plan.read))):
            intake.take(readings)
            done += len(readings)
            report("read", done, len(plan.read))
        intake.keep()
        if writer:  # while that takes in the last of the vectors, so that closing the file finds little to do
            library.database.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        changes = _count_changes(library, plan)
        publish(library, plan.removed, plan.renamed, writer, report, afresh=plan.mostly_new)
    return changes


def _count_changes(library: Library, plan: Plan) -> Changes:
    added, changed, failed = library.database.connection.execute(
        "SELECT sum(old.id IS NULL AND new.error IS NULL), sum(old.id IS NOT NULL AND new.error IS NULL),"
        " sum(new.error IS NOT NULL) FROM sources AS new LEFT JOIN sources AS old"
        " ON old.path = new.path AND old.live = 1 AND old.error IS NULL"
        " WHERE new.live = 0"
    ).fetchone()
    return Changes(added or 0, changed or 0, len(plan.removed), failed or 0)


def _check(library: Library) -> None:
    good, bad = library.database.connection.execute(
        "SELECT sum(error IS NULL), sum(error IS NOT NULL) FROM sources WHERE live = 1"
    ).fetchone()
    if good:
        return
    if not library.folders:
        hint = f"Add some: concord index --library {library.name} FOLDER"
        raise UsageError(f"The library “{library.name}” has no folders.", hint)
    if bad:
        first = library.failures()[0]
        raise none_readable(library.folders, bad, f"{first.name}: {first.reason}", first.hint)
    raise lack_documents(library.folders)


def _silent(stage: str, done: int, total: int) -> None:
    pass
