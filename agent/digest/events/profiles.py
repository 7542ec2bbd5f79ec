"""Profiles: what a source is compared by when stories are told apart.

A profile is one unit vector, made of the words of the source, its names in whatever spelling, and the meaning
of its title and lead, so that the likeness of two sources (or of two groups: their mean) is a dot product.
"""

import math
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from agent.digest.events.traits import Traits
from index.source import Source

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

SHARES = {"terms": 0.6, "names": 0.2, "meaning": 0.2}
"""What part of the likeness comes from words, names and the embedding of title and lead."""

_DIMENSIONS = 4096
"""Words and names are hashed into so many dimensions; chance likeness is then about 1/64."""
_BACKGROUND, _COMMON = 100, 0.01
"""Sources imagined besides those given, and the share of them that has a word, so that the words of a single
story keep their weight although all its sources have them."""


@dataclass(frozen=True, slots=True)
class Profiles:
    """The profiles of sources, row by row: vectors of length 1, weights of features, days of publication or NaN."""

    vectors: "Vectors"
    features: tuple[dict[str, float], ...]
    days: "NDArray[np.float64]"


def profile_sources(sources: Sequence[Source], traits: Sequence[Traits]) -> Profiles:
    """Return the profiles of sources from the traits of each."""
    weighed = [_weigh([each.terms for each in traits], "terms"), _weigh([each.names for each in traits], "names")]
    leads = np.stack([each.lead for each in traits])
    features = tuple({**one, **other} for one, other in zip(*weighed, strict=True))
    vectors = np.hstack([_hash(features), leads * np.float32(math.sqrt(SHARES["meaning"]))])
    return Profiles(vectors, features, np.array([_day(source) for source in sources], dtype=float))


def _weigh(counts: Sequence[Mapping[str, int]], kind: str) -> list[dict[str, float]]:
    """Weigh features by frequency and rarity; together they are as long as the share of their kind asks for."""
    spread = Counter(feature for counted in counts for feature in counted)
    rarity = {
        feature: math.log((len(counts) + _BACKGROUND) / (found + _BACKGROUND * _COMMON))
        for feature, found in spread.items()
    }
    weighed = []
    for counted in counts:
        weights = {f"{kind}:{key}": (1 + math.log(n)) * rarity[key] for key, n in counted.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        scale = math.sqrt(SHARES[kind]) / length
        weighed.append({key: weight * scale for key, weight in weights.items()})
    return weighed


def _hash(features: Sequence[dict[str, float]]) -> "Vectors":
    """Spread weights over a fixed number of dimensions with alternating signs (feature hashing)."""
    rows = np.zeros((len(features), _DIMENSIONS), dtype=np.float32)
    for row, weights in zip(rows, features, strict=True):
        for feature, weight in weights.items():
            code = zlib.crc32(feature.encode())
            row[code % _DIMENSIONS] += weight if code >> 31 else -weight
    return rows


def _day(source: Source) -> float:
    try:
        return date.fromisoformat((source.date or "")[:10]).toordinal()
    except ValueError:
        return math.nan
