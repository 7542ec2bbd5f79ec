"""Plan: what differs between the files and a library, so that only that is read."""

from dataclasses import dataclass, field

from index.folders import File, find_files, find_missing, is_below
from index.library import Library

_Row = tuple[object, ...]
"""Id, name, recipe, size, mtime and ctime of a source."""


@dataclass(slots=True)
class Plan:
    """What differs between the files and the library; ids are those of rows of `sources`."""

    read: list[File] = field(default_factory=list)
    renamed: list[tuple[str, int]] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    staged: list[int] = field(default_factory=list)
    abandoned: list[int] = field(default_factory=list)
    live: int = 0
    """Sources that readers see now."""
    outdated: int = 0
    """How many of them will be replaced or removed."""

    def __bool__(self) -> bool:
        return bool(self.read or self.renamed or self.removed or self.staged or self.abandoned)

    @property
    def mostly_new(self) -> bool:
        """Whether so much goes that a Chroma folder is better filled afresh than thinned out."""
        return self.outdated * 2 > self.live


def make_plan(library: Library) -> Plan:
    """Return what a sync has to do; only the files' stamps are read.

    Raises UsageError for a folder that is not there or cannot be read.
    """
    from index.readers import SUFFIXES

    rows = library.database.connection.execute(
        "SELECT live, path, id, name, recipe, size, mtime, ctime FROM sources"
    ).fetchall()
    seen: tuple[dict[str, _Row], ...] = ({}, {})
    for live, path, *row in rows:
        seen[live][path] = tuple(row)
    staged, lively = seen
    plan = Plan(live=len(lively))
    missing = find_missing(library.folders) if library.name else []
    # A disk that is not plugged in takes nothing out of a library; where nothing is there, that is an error.
    present = [folder for folder in library.folders if folder not in missing] or library.folders
    for file in find_files(present, SUFFIXES):
        _compare(library, file, lively.pop(file.key, None), staged.pop(file.key, None), plan)
    plan.removed = [_id(row) for path, row in lively.items() if not is_below(path, missing)]
    if missing:
        plan.renamed.clear()  # names that two folders share stay told apart
    plan.abandoned += [_id(row) for row in staged.values()]
    plan.outdated += len(plan.removed)
    return plan


def _compare(library: Library, file: File, live: _Row | None, staged: _Row | None, plan: Plan) -> None:
    stamp = (library.recipe, *file.stamp)
    if live and live[2:] == stamp:
        if live[1] != file.name:
            plan.renamed.append((file.name, _id(live)))
        plan.abandoned += [_id(staged)] if staged else []
        return
    plan.outdated += live is not None
    if staged and staged[1:] == (file.name, *stamp):
        plan.staged.append(_id(staged))
    else:
        plan.read.append(file)
        plan.abandoned += [_id(staged)] if staged else []


def _id(row: _Row) -> int:
    assert isinstance(row[0], int)
    return row[0]
