"""Trial: whether a library can be made of some folders, found out before anything of it is written."""

from collections.abc import Sequence
from pathlib import Path

from index.errors import SourceError, UsageError
from index.folders import File, count_others, find_files, name_kinds


def try_folders(folders: Sequence[Path]) -> None:
    """Raise UsageError where a folder is missing or none has a document, SourceError where none of them can be read.

    The smallest are tried first, and one that can be read is enough.
    """
    from index.readers import SUFFIXES

    files = find_files(folders, SUFFIXES)
    if not files:
        raise lack_documents(folders)
    failures = list[SourceError]()
    for file in sorted(files, key=lambda file: file.size):
        failure = _try(file)
        if failure is None:
            return
        failures.append(failure)
    raise none_readable(folders, len(failures), failures[0].message, failures[0].hint)


def lack_documents(folders: Sequence[Path]) -> UsageError:
    """Return the error that says that there are no documents in some folders, and what else is there."""
    from index.readers import SUFFIXES

    others = count_others(folders, SUFFIXES)
    found = f", only {name_kinds(others)}" if others else ""
    kinds = " ".join(sorted(SUFFIXES))
    message = f"There are no documents in {_name(folders)}{found}."
    return UsageError(message, f"Concord reads these kinds of files: {kinds}")


def none_readable(folders: Sequence[Path], count: int, first: str, hint: str) -> SourceError:
    """Return the error that says that none of the documents in some folders could be read, and why not the first."""
    one = f"The only document in {_name(folders)} cannot be read"
    what = one if count == 1 else f"None of the {count} documents in {_name(folders)} could be read"
    return SourceError(f"{what}: {first}", hint)


def _try(file: File) -> SourceError | None:
    """Return why a file cannot be read, None where it can."""
    from index.readers import read_document

    if file.error is not None:
        return SourceError(f"{file.name}: {file.error}.", "Check the file and its permissions.")
    try:
        read_document(file.path)
    except SourceError as error:
        return error
    return None


def _name(folders: Sequence[Path]) -> str:
    return ", ".join(str(folder) for folder in folders)
