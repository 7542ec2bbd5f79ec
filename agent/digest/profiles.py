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
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import numpy as np

from index.embed import Embedder
from index.names import find_names, name_key
from index.source import Paragraph, Source
from index.terms import content_stems

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

SHARES = {"terms": 0.6, "names": 0.2, "meaning": 0.2}
"""What part of the likeness comes from words, names and the embedding of title and lead."""

_DIMENSIONS = 4096
"""Words and names are hashed into so many dimensions; chance likeness is then about 1/64."""
_LEAD = 3
"""Paragraphs that tell the event; their words and those of the title count twice."""
_READ, _NAMED = 24, 10
"""Paragraphs of a source that are read for words and for names; what an event is stands at the beginning."""
_BACKGROUND, _COMMON = 100, 0.01
"""Sources imagined besides those given, and the share of them that has a word, so that the words of a single
story keep their weight although all its sources have them."""


@dataclass(frozen=True, slots=True)
class Profiles:
    """The profiles of sources, row by row: vectors of length 1, weights of features, days of publication or NaN."""

    vectors: "Vectors"
    features: tuple[dict[str, float], ...]
    days: "NDArray[np.float64]"


def profile_sources(
    sources: Sequence[Source], paragraphs: Mapping[int, Sequence[Paragraph]], embedder: Embedder
) -> Profiles:
    """Return the profiles of sources from their paragraphs (by source id)."""
    bodies = [[paragraph.text for paragraph in paragraphs.get(source.id, ())[:_READ]] for source in sources]
    titles = [read_title(source) for source in sources]
    terms = [_count_terms(title, body) for title, body in zip(titles, bodies, strict=True)]
    names = [_count_names(title, body) for title, body in zip(titles, bodies, strict=True)]
    weighed = [_weigh(terms, "terms"), _weigh(names, "names")]
    heads = [" ".join([title, *body[:_LEAD]]) for title, body in zip(titles, bodies, strict=True)]
    leads = embedder.embed(heads)
    features = tuple({**one, **other} for one, other in zip(*weighed, strict=True))
    vectors = np.hstack([_hash(features), leads * np.float32(math.sqrt(SHARES["meaning"]))])
    return Profiles(vectors, features, np.array([_day(source) for source in sources], dtype=float))


def read_title(source: Source) -> str:
    """Return the title of a source; empty where it is only the name of its file."""
    return "" if source.title == PurePosixPath(source.name).stem else source.title


def _count_terms(title: str, body: Sequence[str]) -> Counter[str]:
    counts = Counter(content_stems("\n".join(body)))
    counts.update(content_stems("\n".join([title, title, *body[:_LEAD]])))
    return counts


def _count_names(title: str, body: Sequence[str]) -> Counter[str]:
    names = (name for text in [title, *body[:_NAMED]] for name in find_names(text))
    return Counter(key for name in names if (key := name_key(name)))


def _weigh(counts: Sequence[Counter[str]], kind: str) -> list[dict[str, float]]:
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
