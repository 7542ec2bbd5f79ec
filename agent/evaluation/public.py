"""The benchmark: what is measured on the public sets, by name, and the figures as a table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.evaluation import (
    altered,
    answering,
    conflicts,
    heldout,
    indexing,
    opposed,
    reports,
    retrieval,
    sides,
    stories,
    timelines,
    trades,
    verification,
)
from agent.evaluation.reader import Reader
from agent.evaluation.verification import Show
from agent.models import load_model

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Bench:
    """What a run of the benchmark works with: the public sets, a folder to work in, and how much of each set."""

    data: Path
    work: Path
    limit: int | None
    model: str
    show: Show | None


def run(bench: Bench, names: Sequence[str], progress: Callable[[str], object]) -> dict[str, Figures]:
    """Return the figures of each benchmark by name; `progress` is told the name of each before it begins.

    The model is loaded once, for those that ask questions. Raises ConcordError.
    """
    results: dict[str, Figures] = {}
    reader: Reader | None = None
    try:
        for name in names:
            progress(name)
            if name in _ASKING:
                reader = reader or Reader(bench.work, load_model(bench.model or None))
                results[name] = _ASKING[name](bench.data, bench.limit, reader)
            else:
                results[name] = _READING[name](bench)
    finally:
        if reader is not None:
            reader.model.close()
    return results


_ASKING: Mapping[str, Callable[[Path, int | None, Reader], Figures]] = {
    "clapnq": answering.measure_clapnq,
    "realtimeqa": answering.measure_realtimeqa,
    "conflicts": conflicts.measure,
    "heldout": heldout.measure,
    "sides": sides.measure,
    "trades": trades.measure,
    "folders": trades.measure_folders,
    "altered": altered.measure,
    "opposed": opposed.measure,
    "reports": reports.measure,
}
_READING: Mapping[str, Callable[[Bench], Figures]] = {
    "qags": lambda bench: verification.measure_qags(bench.data, bench.limit),
    "wice": lambda bench: verification.measure_wice(bench.data, bench.limit),
    "corruptions": lambda bench: verification.measure_corruptions(bench.data, bench.limit, bench.show),
    "stories": lambda bench: stories.measure(bench.data),
    "timelines": lambda bench: timelines.measure(bench.data),
    "retrieval": lambda bench: retrieval.measure(bench.data),
    "indexing": lambda bench: indexing.measure(bench.data, bench.work),
}

NAMES = (*_READING, *_ASKING)
"""The benchmarks, the quick ones first."""

USUAL = tuple(name for name in NAMES if name not in ("altered", "opposed", "reports"))
"""Those that are run where none is named: the others want files that lie elsewhere."""


def draw(results: Mapping[str, Figures]) -> str:
    """Return the figures as a table, one a line under the name of the benchmark."""
    return "\n\n".join(
        "\n".join([name, *(f"  {figure:44} {_write(value)}" for figure, value in figures.items())])
        for name, figures in results.items()
    )


def _write(value: float) -> str:
    return f"{value:>7.0f}" if value > 1 and float(value).is_integer() else f"{value:>11.3f}"
