"""Looking a source up by what somebody calls it."""

import os
from collections.abc import Sequence
from pathlib import Path

from index.errors import UsageError
from index.source import Source


def find_source(sources: Sequence[Source], name: str) -> Source:
    """Return the source of a name or path, or the only one whose name ends so; raises UsageError with suggestions."""
    whole = os.path.realpath(name)
    for matches in (
        lambda source: source.name == name,
        lambda source: source.name.endswith("/" + name),
        lambda source: source.path == whole,
        lambda source: source.path.endswith("/" + name.removeprefix("./")),
        lambda source: name in (Path(source.name).stem, source.name.rpartition(".")[0]),
    ):
        found = [source for source in sources if matches(source)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(source.name for source in found[:5])
            raise UsageError(f"Several sources are called “{name}”.", f"Give the whole name: {names}")
    raise UsageError(f"There is no source “{name}”.", _suggest(name, [source.name for source in sources]))


def _suggest(name: str, names: list[str]) -> str:
    from rapidfuzz import process

    near = [match for match, _, _ in process.extract(name, names, limit=3, score_cutoff=50)]
    return f"Did you mean {' or '.join(near)}?" if near else "`concord sources` lists them."
