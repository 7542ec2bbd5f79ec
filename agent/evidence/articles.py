"""Articles in the ranking: how well a candidate's source as a whole fits, once the model has read from it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from agent.evidence.candidates import Candidate

Array = NDArray[np.float64]

PARTS = {"lexical": 0.5, "article": 4.0, "dense": 1.5, "name": 3.5, "soft": 4.5}
"""What the parts of retrieval count beside the model, chosen on questions about news and encyclopedia articles."""

LIFT = 0.35
"""What counts, of the log-odds that an article's best sentence answers."""

PRIOR = 0.5
"""What the lead of one article over another counts among sentences; by order of magnitude, not tuned."""

READ = 12
"""Articles of which the model scores a sentence at least."""


def choose_scored(candidates: Sequence[Candidate], first: Array, count: int) -> list[int]:
    """Return the candidates that the model scores: the `count` best, and the best of each of the best articles."""
    order = [int(n) for n in np.argsort(-first, kind="stable")]
    chosen = order[:count]
    articles = dict.fromkeys(candidate.paragraph.source.id for candidate in candidates)
    best = {source: next(n for n in order if candidates[n].paragraph.source.id == source) for source in articles}
    return list(dict.fromkeys([*chosen, *list(best.values())[:READ]]))


def score_articles(candidates: Sequence[Candidate], relevance: Array) -> Array:
    """Return the score of every candidate's article; relevance is in log-odds, NaN where the model scored nothing.

    An article that the model did not read gets the lowest relevance seen.
    """
    if np.isnan(relevance).all():
        return np.array([candidate.score for candidate in candidates])
    best: dict[int, float] = {}
    for candidate, value in zip(candidates, relevance, strict=True):
        if not np.isnan(value):
            source = candidate.paragraph.source.id
            best[source] = max(best.get(source, float(value)), float(value))
    least = min(best.values())
    scores = [
        sum(weight * candidate.parts.get(name, 0.0) for name, weight in PARTS.items())
        + LIFT * best.get(candidate.paragraph.source.id, least)
        for candidate in candidates
    ]
    return _share_best(candidates, np.array(scores))


def weigh_articles(candidates: Sequence[Candidate], scores: Array) -> Array:
    """Return what its article adds to the score of each sentence: nothing where few articles were found.

    A few reports of one matter all speak of what is asked; among many, most speak of something else.
    """
    if len({candidate.paragraph.source.id for candidate in candidates}) <= READ:
        return np.zeros(len(candidates))
    return np.asarray(PRIOR * (scores - scores.max()), dtype=float)


def _share_best(candidates: Sequence[Candidate], scores: Array) -> Array:
    """Give all candidates of an article the score of its best one."""
    best: dict[int, float] = {}
    for candidate, score in zip(candidates, scores, strict=True):
        source = candidate.paragraph.source.id
        best[source] = max(best.get(source, float(score)), float(score))
    return np.array([best[candidate.paragraph.source.id] for candidate in candidates])
