"""Calibration: fits the weights of the features on labelled questions and says how well they do on others.

`python -m agent.evaluation.calibration OBSERVED.pkl` writes `agent/evidence/weights.json` from observations that
`python -m agent.evaluation.observations SHARED OBSERVED.pkl` made. The questions are split in ten by story (or by
title): each tenth is judged by weights that were fitted on the others. The weights that are written are fitted on
all. `../shared/gold` takes no part in it.
"""

import json
import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import click
import numpy as np

from agent.evaluation.command import Measuring
from agent.evaluation.fitting import FOLDS, Array, Judge, Observation, describe, fit_all, fit_ranker, rank
from agent.evidence.features import NAMES
from agent.evidence.judgement import JUDGED, speaks
from index.errors import UsageError

WEIGHTS = Path(str(files("agent") / "evidence" / "weights.json"))

THRESHOLD = 0.52
"""Probability from which a question is answered.

From .50 to .58 the balanced accuracy in cross-validation is about the same; lower ones answer more near misses.
"""

SHARE = 0.7
"""How far behind the best sentence another may be to belong to the answer, in log-odds."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question judged by weights that were fitted on others, and the place of the first right sentence, if any."""

    row: Observation
    answered: bool
    place: int | None


def cross_validate(rows: Sequence[Observation]) -> list[Outcome]:
    """Return what becomes of every question by weights that were fitted on the other folds."""
    outcomes = []
    for fold in range(FOLDS):
        ranker, judges = fit_all([row for row in rows if row.fold != fold])
        members = [row for row in rows if row.fold == fold]
        if members:
            for row, described in zip(members, describe(members, ranker), strict=True):
                judge = judges[row.kind]
                chance = 1.0 / (1.0 + np.exp(-(described @ judge.weights + judge.bias)))
                scores = rank(row, ranker, read=True)
                best = int(np.argmax(scores))
                spoken = speaks(row.features, row.kind, best)
                answered = chance >= THRESHOLD and spoken and not row.unnamed[best]
                outcomes.append(Outcome(row, bool(answered), _place(row, scores) if row.labels.any() else None))
    return outcomes


def summarize(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """Return, for each set, what was answered and how often a right sentence came first and in the first three."""
    figures = {}
    for name in sorted({outcome.row.set for outcome in outcomes}):
        members = [outcome for outcome in outcomes if outcome.row.set == name]
        kept = [item.answered for item in members if item.row.answerable]
        wrong = [item.answered for item in members if not item.row.answerable]
        places = [item.place for item in members if item.row.answerable and item.place is not None]
        figures[name] = f"answered {np.mean(wrong):.3f} of {len(wrong)} unanswerable"
        if kept:
            figures[name] += (
                f", {np.mean(kept):.3f} of {len(kept)} answerable, balanced accuracy"
                f" {(np.mean(kept) + 1 - np.mean(wrong)) / 2:.3f}; right sentence first"
                f" {np.mean([place < 1 for place in places]):.3f}, in three {np.mean([p < 3 for p in places]):.3f}"
            )
    return figures


def _place(row: Observation, scores: Array) -> int:
    order = np.argsort(-scores, kind="stable")
    return int(np.flatnonzero(row.labels[order])[0])


def _name(weights: Array, names: Sequence[str], bias: float) -> dict[str, float]:
    rounded = {name: round(float(value), 5) for name, value in zip(names, weights, strict=True)}
    return {**rounded, "bias": round(bias, 5)}


def _name_judged(judge: Judge) -> dict[str, float]:
    return _name(judge.weights, JUDGED, judge.bias)


def make_weights(rows: Sequence[Observation]) -> dict[str, object]:
    """Return the content of weights.json, fitted on all observations."""
    ranker, judges = fit_all(rows)
    return {
        "first": _name(fit_ranker(rows, read=False), NAMES, 0.0),
        "second": _name(ranker, (*NAMES, "relevance"), 0.0),
        "answers": {kind.value: _name_judged(judge) for kind, judge in judges.items()},
        "threshold": THRESHOLD,
        "share": SHARE,
    }


def read_observations(file: Path) -> list[Observation]:
    """Return the observations of a file; raises UsageError for one that holds none."""
    try:
        rows: list[Observation] = pickle.loads(file.read_bytes())
    except (OSError, pickle.UnpicklingError, EOFError) as error:
        hint = f"Run: python -m agent.evaluation.observations SHARED {file}"
        raise UsageError(f"{file} holds no observations: {error}", hint) from error
    return rows


@click.command(cls=Measuring)
@click.argument("observed", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="OBSERVED.pkl")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=WEIGHTS, help="Write them here."
)
def main(observed: Path, output: Path) -> None:
    """Print held-out figures and write the weights to FILE, where answers read them if none is given."""
    rows = read_observations(observed)
    for name, figures in summarize(cross_validate(rows)).items():
        click.echo(f"{name}: {figures}")
    output.write_text(json.dumps(make_weights(rows), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
