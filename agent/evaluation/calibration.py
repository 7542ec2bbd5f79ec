"""Calibration: fits the weights of the features on labelled questions and says how well they do on others.

`python -m agent.evaluation.calibration OBSERVED.pkl` writes `agent/evidence/weights.json` from observations that
`python -m agent.evaluation.observations SHARED OBSERVED.pkl` made. The questions are split in two by story (or by
title): each half's figures come from weights that were fitted on the other. The weights that are written are
fitted on both. `../shared/gold` takes no part in it.
"""

import json
import pickle
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from agent.evidence.features import NAMES, Features
from agent.evidence.ranking import JUDGED, describe_best

Array = NDArray[np.float64]

RANK_PENALTY, JUDGE_PENALTY = 0.02, 0.02
"""Strength of the L2 penalty on standardized weights; chosen by order of magnitude only."""

RANKING = frozenset("near meaning kind focus dangling asks gain".split())
"""Features that rank sentences; the others only say whether the best one answers. All of them did no better."""

THRESHOLD = 0.45
"""Probability from which a question is answered: a refusal of what the sources say counts a little more."""

SHARE = 0.7
"""How far behind the best sentence another may be to belong to the answer, in log-odds."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One labelled question with what was measured of its candidate sentences."""

    set: str
    group: str
    question: str
    answerable: bool
    features: Features
    gains: Array
    base: float
    labels: NDArray[np.bool_]

    @property
    def half(self) -> int:
        """0 or 1, the same for all questions about one story."""
        return crc32(self.group.encode()) % 2


def fit_logistic(table: Array, labels: Array, weights: Array, penalty: float) -> tuple[Array, float]:
    """Return weights and bias of an L2-penalized logistic regression over standardized features."""
    spread = table.std(axis=0) + 1e-9
    middle = table.mean(axis=0)
    scaled = (table - middle) / spread
    signs = np.where(labels, 1.0, -1.0)
    share = weights / weights.sum()

    def cost(values: Array) -> tuple[float, Array]:
        margin = signs * (scaled @ values[:-1] + values[-1])
        wrong = 1.0 / (1.0 + np.exp(np.clip(margin, -50, 50)))
        slope = -share * signs * wrong
        total = share @ np.logaddexp(0.0, -margin) + penalty * values[:-1] @ values[:-1]
        return total, np.append(scaled.T @ slope + 2 * penalty * values[:-1], slope.sum())

    found = minimize(cost, np.zeros(table.shape[1] + 1), jac=True, method="L-BFGS-B").x
    raw = found[:-1] / spread
    return raw, float(found[-1] - middle @ raw)


def fit_ranker(rows: Sequence[Observation], read: bool) -> Array:
    """Return weights that make a right sentence the likeliest first one (listwise softmax loss, ListNet's top one)."""
    names = (*NAMES, "gain") if read else NAMES
    used = np.array([name in RANKING for name in names])
    lists = [_scale(row, read)[:2] for row in rows if _scale(row, read)[2]]
    spread = np.vstack([table for table, _ in lists]).std(axis=0) + 1e-9

    def cost(values: Array) -> tuple[float, Array]:
        total, slope = float(RANK_PENALTY * values @ values), 2 * RANK_PENALTY * values
        for table, right in lists:
            scaled = table / spread * used
            chances = np.exp(scaled @ values - np.logaddexp.reduce(scaled @ values))
            hit = chances[right].sum() + 1e-12
            total -= float(np.log(hit)) / len(lists)
            slope -= ((chances * right / hit) @ scaled - chances @ scaled) / len(lists)
        return total, slope

    found = minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return np.asarray(found * used / spread, dtype=float)


def _scale(row: Observation, read: bool) -> tuple[Array, NDArray[np.bool_], bool]:
    """Return the scored candidates' features and labels, and whether there is something to learn from them."""
    keep = ~np.isnan(row.gains) if read else np.ones(len(row.labels), dtype=bool)
    table = np.column_stack([row.features.table, np.nan_to_num(row.gains)]) if read else row.features.table
    labels = row.labels[keep]
    return table[keep], labels, bool(row.answerable and labels.any() and not labels.all())


def rank(row: Observation, weights: Array, read: bool) -> Array:
    """Return the score of every candidate of an observation."""
    if not read:
        return np.asarray(row.features.table @ weights, dtype=float)
    scores = np.column_stack([row.features.table, np.nan_to_num(row.gains)]) @ weights
    return np.asarray(np.where(np.isnan(row.gains), scores - 100.0, scores), dtype=float)


def describe(rows: Sequence[Observation], weights: Array, read: bool) -> Array:
    """Return what is judged of every observation, shape (rows, NAMES and JUDGED)."""
    described = []
    for row in rows:
        scores = rank(row, weights, read)
        gains = row.gains if read else np.full(len(row.gains), np.nan)
        described.append(describe_best(row.features, gains, row.base if read else 0.0, scores, int(np.argmax(scores))))
    return np.array(described)


def fit_all(rows: Sequence[Observation], read: bool) -> tuple[Array, Array, float]:
    """Return the ranker's weights, and weights and bias of the judgement."""
    ranker = fit_ranker(rows, read)
    answerable = np.array([row.answerable for row in rows])
    judge, bias = fit_logistic(describe(rows, ranker, read), answerable, np.ones(len(rows)), JUDGE_PENALTY)
    return ranker, judge, bias


def evaluate(rows: Sequence[Observation], fitted: tuple[Array, Array, float], read: bool) -> dict[str, str]:
    """Return, for each set, how often a right sentence came first and in the first three, and what was answered."""
    ranker, judge, bias = fitted
    answered = 1.0 / (1.0 + np.exp(-(describe(rows, ranker, read) @ judge + bias))) >= THRESHOLD
    figures = {}
    for name in sorted({row.set for row in rows}):
        members = [(row, bool(given)) for row, given in zip(rows, answered, strict=True) if row.set == name]
        kept = [given for row, given in members if row.answerable]
        wrong = [given for row, given in members if not row.answerable]
        places = [_place(row, rank(row, ranker, read)) for row, _ in members if row.answerable and row.labels.any()]
        figures[name] = (
            f"answered {np.mean(kept or [False]):.3f} of {len(kept)} answerable, {np.mean(wrong or [False]):.3f} of "
            f"{len(wrong)} unanswerable; right sentence first {np.mean([p < 1 for p in places] or [False]):.3f}, "
            f"in three {np.mean([p < 3 for p in places] or [False]):.3f}"
        )
    return figures


def _place(row: Observation, scores: Array) -> int:
    order = np.argsort(-scores, kind="stable")
    return int(np.flatnonzero(row.labels[order])[0])


def _name(weights: Array, names: Sequence[str], bias: float) -> dict[str, float]:
    rounded = {name: round(float(value), 5) for name, value in zip(names, weights, strict=True)}
    return {**rounded, "bias": round(bias, 5)}


def make_weights(rows: Sequence[Observation]) -> dict[str, object]:
    """Return the content of weights.json, fitted on all observations."""
    first, unread, unread_bias = fit_all(rows, read=False)
    second, judge, bias = fit_all(rows, read=True)
    return {
        "first": _name(first, NAMES, 0.0),
        "second": _name(second, (*NAMES, "gain"), 0.0),
        "answers": _name(judge, (*NAMES, *JUDGED), bias),
        "answers_unread": _name(unread, (*NAMES, *JUDGED), unread_bias),
        "threshold": THRESHOLD,
        "threshold_unread": THRESHOLD,
        "share": SHARE,
    }


def main(observed: Path) -> None:
    """Print held-out figures and write the weights."""
    rows: list[Observation] = pickle.loads(observed.read_bytes())
    for read in (False, True):
        for half in (0, 1):
            fitted = fit_all([row for row in rows if row.half != half], read)
            figures = evaluate([row for row in rows if row.half == half], fitted, read)
            print(f"half {half}, {'with' if read else 'without'} likelihoods:", *figures.items(), sep="\n  ")
    target = Path(str(files("agent") / "evidence" / "weights.json"))
    target.write_text(json.dumps(make_weights(rows), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
