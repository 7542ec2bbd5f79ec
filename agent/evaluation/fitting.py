"""Fitting: from observations of labelled questions to weights that rank sentences and judge the best one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from agent.evidence.features import NAMES, Features
from agent.evidence.question import Kind, read_question
from agent.evidence.ranking import JUDGED, describe_best

Array = NDArray[np.float64]

RANK_PENALTY, JUDGE_PENALTY = 0.02, 0.01
"""Strength of the L2 penalty on standardized weights; chosen by order of magnitude only."""

RANKING = frozenset("near meaning kind focus dangling asks gain".split())
"""Features that rank sentences; all of them did no better. `local` did worse where articles are many."""

OWN = 0.5
"""How far a kind of question may have weights of its own: 0 not at all; chosen by order of magnitude only."""

UNJUDGED = frozenset("focus dangling asks".split())
"""Features that only rank: whether the best sentence answers was told better without them."""

FOLDS = 10
"""Parts of the questions, each judged by weights that were fitted on the others."""


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
    def kind(self) -> Kind:
        """The kind of answer that the question wants."""
        return read_question(self.question).kind

    @property
    def fold(self) -> int:
        """0 to FOLDS - 1, the same for all questions about one story."""
        return crc32(self.group.encode()) % FOLDS


class Judge(NamedTuple):
    """Weights of what is judged and their bias: together the log-odds that the best sentence answers."""

    weights: Array
    bias: float


def fit_logistic(table: Array, labels: NDArray[np.bool_]) -> tuple[Array, float]:
    """Return weights and bias of an L2-penalized logistic regression; the columns should be of like spread."""
    signs = np.where(labels, 1.0, -1.0)

    def cost(values: Array) -> tuple[float, Array]:
        margin = signs * (table @ values[:-1] + values[-1])
        wrong = 1.0 / (1.0 + np.exp(np.clip(margin, -50, 50)))
        slope = -signs * wrong / len(labels)
        total = np.logaddexp(0.0, -margin).mean() + JUDGE_PENALTY * values[:-1] @ values[:-1]
        return total, np.append(table.T @ slope + 2 * JUDGE_PENALTY * values[:-1], slope.sum())

    found = minimize(cost, np.zeros(table.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return found[:-1], float(found[-1])


def fit_judges(table: Array, labels: NDArray[np.bool_], kinds: Sequence[Kind]) -> dict[Kind, Judge]:
    """Return a judge for each kind of question: weights that all kinds share and what the kind adds to them.

    What a kind adds is penalized more than what is shared, so that a rare kind stays with the others (one
    regression over copies of the features: Daumé, Frustratingly Easy Domain Adaptation, 2007).
    """
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    scaled = (table - middle) / spread
    member = np.array([[kind is each for each in Kind] for kind in kinds], dtype=float)
    own = [OWN * scaled * member[:, [place]] for place in range(len(Kind))]
    values, bias = fit_logistic(np.column_stack([scaled, *own, member]), labels)
    shared, *added = np.split(values[: -len(Kind)], len(Kind) + 1)
    judges = {}
    for kind, difference, level in zip(Kind, added, values[-len(Kind) :], strict=True):
        weights = (shared + OWN * difference) / spread
        judges[kind] = Judge(weights, float(bias + level - middle @ weights))
    return judges


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


def fit_all(rows: Sequence[Observation], read: bool) -> tuple[Array, dict[Kind, Judge]]:
    """Return the ranker's weights, and the judge of each kind of question."""
    ranker = fit_ranker(rows, read)
    labels = np.array([row.answerable for row in rows])
    judged = np.array([name not in UNJUDGED for name in (*NAMES, *JUDGED)])
    judges = fit_judges(describe(rows, ranker, read)[:, judged], labels, [row.kind for row in rows])
    for kind, judge in judges.items():
        weights = np.zeros(len(judged))
        weights[judged] = judge.weights
        judges[kind] = Judge(weights, judge.bias)
    return ranker, judges
