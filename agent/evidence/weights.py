"""The weights of the features, fitted on labelled questions by `python -m agent.evaluation.calibration`."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from agent.evidence.question import Kind

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum of named features; `score` takes a table whose columns are `names` in this order."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float

    def score(self, table: Array) -> Array:
        """Return the sum for every row of a table of shape (rows, names)."""
        return np.asarray(table @ np.array(self.weights) + self.bias, dtype=float)


@dataclass(frozen=True, slots=True)
class Weights:
    """All that calibration sets.

    `first` ranks sentences without the model and `second` with it; `answers` gives, for each kind of question, the
    log-odds that the best sentence answers; a question is answered from `threshold` on (probability), and a sentence
    belongs to the answer within `share` of the best score.
    """

    first: Linear
    second: Linear
    answers: dict[Kind, Linear]
    threshold: float
    share: float


@cache
def load_weights() -> Weights:
    """Return the weights that come with Concord."""
    record = json.loads((files("agent") / "evidence" / "weights.json").read_text(encoding="utf-8"))
    return Weights(
        first=read_linear(record["first"]),
        second=read_linear(record["second"]),
        answers={kind: read_linear(record["answers"][kind]) for kind in Kind},
        threshold=record["threshold"],
        share=record["share"],
    )


def read_linear(record: dict[str, float]) -> Linear:
    """Return the weighted sum that a JSON object of names and weights describes; `bias` is the constant."""
    names = tuple(name for name in record if name != "bias")
    return Linear(names, tuple(record[name] for name in names), record["bias"])
