"""Ranking: which sentence answers best."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

import numpy as np
from numpy.typing import NDArray

from agent.evidence.articles import READ, choose_scored, score_articles, weigh_articles
from agent.evidence.candidates import Candidate
from agent.evidence.features import measure
from agent.evidence.judgement import describe_best, judge, speaks
from agent.evidence.kinds import holds_kind, lacks_figure, may_answer
from agent.evidence.likeness import Words
from agent.evidence.question import Question
from agent.evidence.recency import weigh_days
from agent.evidence.spelling import respell
from agent.evidence.unnamed import lacks_name
from agent.evidence.weights import Weights, load_weights
from agent.models import Model
from index.embed import Embedder

Array = NDArray[np.float64]

SCORED = 12
"""Sentences that the model scores, best first by features: for 22 of the 417 answerable calibration questions the one
that then came first was the fifth of them or a later one."""

_POINTING = re.compile(r"\b(?:he|she|it|they|his|her|their|its|him|them)\b", re.IGNORECASE)
_OPENING = 40
"""Characters of a sentence in which a pronoun points to the sentence before."""

UNSCORED = -10.0
"""What is added to the score of a sentence that the model did not score: it ranks behind all that it did."""

MIGHT, BEHIND = -1.0, 3.0
"""Log-odds of an answer, and distance from the best score, up to which a sentence may be another source's word.

By order of magnitude, on the stories of `tests/gold/sides/developing.jsonl`.
"""

BARRED = -100.0
"""What is added to the score of a sentence that has no number where one is asked for: it ranks behind all others.

Whether the question is answered is judged without it: near misses have numbers, too.
"""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score and that of its article (higher is better), and the parts that they are made of.

    `relevance` is how surely the model takes it for an answer, in log-odds; NaN if it was not scored.
    """

    candidate: Candidate
    score: float
    article: float
    parts: dict[str, float]
    relevance: float = math.nan

    @property
    def answers(self) -> bool:
        """Whether the model takes it rather for an answer than not; one that has read it closer decides."""
        return self.relevance > 0.0 and self.parts.get("reading", 0.0) >= 0.0


@dataclass(frozen=True, slots=True)
class Ranking:
    """All candidates, best first, and the probability that the best of them answers the question."""

    question: Question
    items: tuple[Ranked, ...]
    probability: float
    threshold: float
    share: float
    words: Words

    @property
    def answerable(self) -> bool:
        """Whether the evidence covers what was asked."""
        return bool(self.items) and self.probability >= self.threshold

    def best(self, count: int) -> tuple[Ranked, ...]:
        """Return the first `count` items."""
        return self.items[:count]

    def is_close(self, item: Ranked) -> bool:
        """Tell whether a candidate answers nearly as well as the best one."""
        return item.score >= self.items[0].score - self.share

    @property
    def few(self) -> bool:
        """Whether the candidates are of a few articles, as where they are reports of one event."""
        return len({item.candidate.paragraph.source.id for item in self.items}) <= READ

    def may_differ(self, item: Ranked) -> bool:
        """Tell whether a candidate of another source may be its word on what is asked: it answers, or might.

        It has to have the kind of answer that is wanted. Of two reports of one event the second often says it in
        words that are farther from the question's; where articles are many, most that might answer speak of
        something else.
        """
        might = item.relevance > MIGHT and item.score >= self.items[0].score - BEHIND
        might = might and self.few and "reading" not in item.parts
        return (item.answers or might) and holds_kind(self.question, item.candidate.text) > 0.0


def rank_candidates(
    question: Question,
    candidates: Sequence[Candidate],
    embedder: Embedder,
    model: Model,
    stop: Event | None = None,
) -> Ranking:
    """Rank candidates by features, the best of them again by the model, and judge whether any answers."""
    weights, words = load_weights(), Words(embedder)
    candidates = [candidate for candidate in candidates if may_answer(question, candidate.text)]
    if not candidates or not question.words:
        return Ranking(question, (), 0.0, weights.threshold, weights.share, words)
    texts = respell(question.text, [candidate.text for candidate in candidates])
    features = measure(question, candidates, texts, words, embedder)
    first = weights.first.score(features.table)
    days = weigh_days(question, candidates)
    chosen = choose_scored(candidates, first + days, SCORED)
    relevance = rerank(model, question, place_all(candidates, texts), chosen, stop)
    articles = score_articles(candidates, relevance)
    scores = combine(weights, features.table, first, relevance) + weigh_articles(candidates, articles) + days
    barred = np.array([lacks_figure(question, text) for text in texts])
    best = int(np.argmax(scores))
    shown = scores + BARRED * barred
    order = np.argsort(-shown, kind="stable")
    items = tuple(
        Ranked(
            candidates[n],
            float(shown[n]),
            float(articles[n]),
            _list_parts(candidates[n], float(first[n]), float(relevance[n]), float(days[n])),
            float(relevance[n]),
        )
        for n in map(int, order)
    )
    probability = judge(weights, question.kind, describe_best(features, relevance, scores, best), days[best])
    probability *= speaks(features, question.kind, best) and not (barred.all() or lacks_name(question, texts[best]))
    return Ranking(question, items, probability, weights.threshold, weights.share, words)


def place_all(candidates: Sequence[Candidate], texts: Sequence[str]) -> list[str]:
    """Return the sentences as the model reads them: one that opens with a pronoun behind its title and the one before.

    Such a sentence says little by itself; others rank worse with what stands around them.
    """
    return [
        place(candidate.paragraph.source.title, candidate.before, text)
        for candidate, text in zip(candidates, texts, strict=True)
    ]


def place(title: str, before: str, text: str) -> str:
    """Return one sentence as the model reads it; `before` is the sentence before, empty for the first one."""
    return f"{title}. {before} {text}" if _POINTING.search(text[:_OPENING]) else text


def rerank(model: Model, question: Question, texts: Sequence[str], chosen: Sequence[int], stop: Event | None) -> Array:
    """Return how surely the model takes each of the chosen sentences for an answer, in log-odds; NaN for the others."""
    relevance = np.full(len(texts), np.nan)
    relevance[list(chosen)] = model.rerank(question.text, [texts[n] for n in chosen], stop=stop)
    return relevance


def combine(weights: Weights, table: Array, first: Array, relevance: Array) -> Array:
    """Return the final score of every candidate."""
    second = weights.second.score(np.column_stack([table, np.nan_to_num(relevance)]))
    return np.asarray(np.where(np.isnan(relevance), first + UNSCORED, second), dtype=float)


def _list_parts(candidate: Candidate, first: float, relevance: float, day: float) -> dict[str, float]:
    model = 0.0 if np.isnan(relevance) else relevance
    parts = {**candidate.parts, "words": first, "model": model, "day": day}
    return {name: round(value, 4) for name, value in parts.items()}
