"""Fitting: from observations of labelled questions to weights that rank sentences and judge the best one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from agent.evidence.features import NAMES, Features
from agent.evidence.judgement import JUDGED, describe_best
from agent.evidence.question import Kind, read_question

Array = NDArray[np.float64]

RANK_PENALTY, JUDGE_PENALTY = 0.02, 0.01
"""Strength of the L2 penalty on standardized weights; chosen by order of magnitude only."""

RANKING = frozenset("near meaning kind focus dangling asks relevance".split())
"""Features that rank sentences; all of them did no better. `local` did worse where articles are many."""

OWN = 0.5
"""How far a kind of question may have weights of its own: 0 not at all; chosen by order of magnitude only."""

FALLING = frozenset("missing absent".split())
"""Of what is judged, that which only speaks against an answer."""

FREE = frozenset("margin sentences".split())
"""Of what is judged, that which may speak for it or against it; the rest only speaks for it."""

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
    relevance: Array
    labels: NDArray[np.bool_]
    unnamed: NDArray[np.bool_]
    """Which candidates lack the name that is asked for (`agent.evidence.forms.unnamed.lacks_name`)."""

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


def fit_judges(table: Array, labels: NDArray[np.bool_], kinds: Sequence[Kind]) -> dict[Kind, Judge]:
    """Return a judge for each kind of question, from what is judged (shape (rows, JUDGED)) of labelled questions.

    Logistic regressions, each penalized for its distance from weights that all share, so that a rare kind stays
    with the others (Evgeniou & Pontil, Regularized Multi-Task Learning, 2004). More of what speaks for an answer
    never counts against it, whatever the questions here seem to say: those bounds hold for any questions. Answerable
    and unanswerable ones weigh the same, however many there are of each: that is so by who wrote them.
    """
    middle, spread, size = table.mean(axis=0), table.std(axis=0) + 1e-9, table.shape[1]
    scaled, signs = (table - middle) / spread, np.where(labels, 1.0, -1.0)
    member = np.array([[kind is each for each in Kind] for kind in kinds], dtype=float)
    even = 0.5 * np.where(labels, 1.0 / max(labels.sum(), 1), 1.0 / max((~labels).sum(), 1))

    def cost(values: Array) -> tuple[float, Array]:
        shared, own, bias = values[:size], values[size:-1].reshape(-1, size), values[-1]
        margin = signs * ((scaled * (member @ own)).sum(axis=1) + bias)
        slope = -signs * even / (1.0 + np.exp(np.clip(margin, -50, 50)))
        apart = own - shared
        total = even @ np.logaddexp(0.0, -margin) + JUDGE_PENALTY * ((apart**2).sum() / OWN**2 + shared @ shared)
        pull = 2 * JUDGE_PENALTY * apart / OWN**2
        slopes = [2 * JUDGE_PENALTY * shared - pull.sum(axis=0), (member.T @ (scaled * slope[:, None]) + pull).ravel()]
        return total, np.concatenate([*slopes, [slope.sum()]])

    bounds = [(None, None) if name in FREE else (None, 0) if name in FALLING else (0, None) for name in JUDGED]
    start = np.zeros(size * (len(Kind) + 1) + 1)
    found = minimize(cost, start, jac=True, method="L-BFGS-B", bounds=[*bounds * (len(Kind) + 1), (None, None)]).x
    weights = found[size:-1].reshape(-1, size) / spread
    return {kind: Judge(row, float(found[-1] - middle @ row)) for kind, row in zip(Kind, weights, strict=True)}


def fit_ranker(rows: Sequence[Observation], read: bool) -> Array:
    """Return weights that make a right sentence the likeliest first one (listwise softmax loss, ListNet's top one)."""
    names = (*NAMES, "relevance") if read else NAMES
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
    keep = ~np.isnan(row.relevance) if read else np.ones(len(row.labels), dtype=bool)
    table = np.column_stack([row.features.table, np.nan_to_num(row.relevance)]) if read else row.features.table
    labels = row.labels[keep]
    return table[keep], labels, bool(row.answerable and labels.any() and not labels.all())


def rank(row: Observation, weights: Array, read: bool) -> Array:
    """Return the score of every candidate of an observation."""
    if not read:
        return np.asarray(row.features.table @ weights, dtype=float)
    scores = np.column_stack([row.features.table, np.nan_to_num(row.relevance)]) @ weights
    return np.asarray(np.where(np.isnan(row.relevance), scores - 100.0, scores), dtype=float)


def describe(rows: Sequence[Observation], weights: Array) -> Array:
    """Return what is judged of every observation, shape (rows, JUDGED)."""
    described = []
    for row in rows:
        scores = rank(row, weights, read=True)
        described.append(describe_best(row.features, row.relevance, scores, int(np.argmax(scores))))
    return np.array(described)


def fit_all(rows: Sequence[Observation]) -> tuple[Array, dict[Kind, Judge]]:
    """Return the ranker's weights, and the judge of each kind of question."""
    ranker = fit_ranker(rows, read=True)
    labels = np.array([row.answerable for row in rows])
    return ranker, fit_judges(describe(rows, ranker), labels, [row.kind for row in rows])
