"""Fusion: two rankings of the same chunks become one, in which copies take one place."""

from collections.abc import Iterable, Mapping

from index.chunks import PARAGRAPH_BREAK, likeness
from index.source import Hit

LEXICAL_WEIGHT, DENSE_WEIGHT = 1.0, 0.5
"""What the best chunk of each ranking adds to its score."""


def fuse(lexical: Mapping[int, float], dense: Mapping[int, float]) -> dict[int, float]:
    """Return a score a chunk, best first: each ranking's scores as shares of its best, weighted and added."""
    scores = dict.fromkeys([*lexical, *dense], 0.0)
    for weight, ranking in ((LEXICAL_WEIGHT, lexical), (DENSE_WEIGHT, dense)):
        best = max(ranking.values(), default=0.0)
        for chunk, score in ranking.items():
            scores[chunk] += weight * max(score, 0.0) / best if best > 0 else 0.0
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))


def take_once(hits: Iterable[Hit], limit: int) -> list[Hit]:
    """Return the first hits, those left out whose paragraphs were all in the hits before."""
    seen, kept = set[int](), list[Hit]()
    for hit in hits:
        marks = {likeness(text) for text in hit.chunk.text.split(PARAGRAPH_BREAK)}
        if not marks <= seen:
            seen |= marks
            kept.append(hit)
        if len(kept) == limit:
            break
    return kept
