"""Ranking: which sentence answers best."""

from collections.abc import Sequence
from threading import Event

import numpy as np
from numpy.typing import NDArray

from agent.evidence.articles import choose_scored, score_articles, weigh_articles
from agent.evidence.candidates import Candidate
from agent.evidence.context.placing import place_all
from agent.evidence.features import measure
from agent.evidence.forms.kinds import keep_possible
from agent.evidence.judgement import describe_best, judge
from agent.evidence.marks import Marks, check_best, mark_candidates
from agent.evidence.question import Question
from agent.evidence.ranked import Ranked, Ranking
from agent.evidence.recency import weigh_days
from agent.evidence.vetoes.absent import lacks_asked
from agent.evidence.vetoes.others import tell_others
from agent.evidence.weights import Weights, load_weights
from agent.evidence.words.likeness import Words
from agent.evidence.words.spelling import respell
from agent.models import Model
from index.vectors.embed import Embedder

Array = NDArray[np.float64]

SCORED = 20
"""Sentences that the model scores, best first by features; the best of all is often not among the first few."""

UNSCORED = -10.0
"""What is added to the score of a sentence that the model did not score: it ranks behind all that it did."""

FITTING = 1.0
"""Log-odds at least with which a row of a table answers that has all that is asked."""

BARRED = -100.0
"""What is added to the score of a sentence of something else, of another speaker, or without the number asked for.

It ranks behind all others. Whether the question is answered is judged without the numbers: near misses have some, too.
"""


def rank_candidates(
    question: Question,
    candidates: Sequence[Candidate],
    embedder: Embedder,
    model: Model,
    stop: Event | None = None,
) -> Ranking:
    """Rank candidates by features, the best of them again by the model, and judge whether any answers."""
    weights, words = load_weights(), Words(embedder)
    absent = lacks_asked(question.text, candidates)
    candidates = keep_possible(question, candidates)
    if not candidates or not question.words:
        return Ranking(question, (), 0.0, weights.threshold, weights.share, words)
    texts = respell(question.text, [candidate.whole for candidate in candidates])
    features = measure(question, candidates, texts, words, embedder)
    first = weights.first.score(features.table)
    days = weigh_days(question, candidates)
    others = np.array(tell_others(question, candidates))
    chosen = choose_scored(candidates, first + days + BARRED * others, SCORED)
    relevance = rerank(model, question, place_all(candidates, texts), chosen, stop)
    articles = score_articles(candidates, relevance)
    scores = combine(weights, features.table, first, relevance) + weigh_articles(candidates, articles) + days
    marks = mark_candidates(question, candidates, texts, features, relevance, others)
    best = int(np.argmax(scores + BARRED * (marks.missing | marks.rows)))
    description = describe_best(features, relevance, scores, best)
    probability = judge(weights, question.kind, description, days[best])
    probability = check_best(question, features, texts[best], relevance, best, marks, probability) * (not absent)
    # Where nothing answers, what comes near may be a row as well.
    rows = marks.rows & (probability >= weights.threshold)
    shown = scores + BARRED * (marks.barred | marks.missing | rows)
    answers = np.where(marks.missing | marks.rows, np.minimum(relevance, UNSCORED), relevance)
    if marks.row is not None:
        shown[marks.told] = shown.max() + 1.0
        shown[marks.row] += 1.0
        answers[marks.told] = FITTING
    # Another sentence than the one that was judged leads only if the model takes that for an answer, too.
    top = int(np.argmax(shown))
    probability *= top in (best, marks.row) or bool(answers[top] > 0.0)
    parts = [_list_parts(*each) for each in zip(candidates, first, relevance, days, strict=True)]
    order = [n for n in map(int, np.argsort(-shown, kind="stable")) if not marks.others[n] or marks.others.all()]
    items = tuple(_make_item(candidates[n], n, marks, shown, articles, answers, parts[n]) for n in order)
    return Ranking(question, items, probability, weights.threshold, weights.share, words)


def _make_item(
    candidate: Candidate, n: int, marks: Marks, shown: Array, articles: Array, answers: Array, parts: dict[str, float]
) -> Ranked:
    instead = candidate.text if n in marks.told and n != marks.row else ""
    scores = float(shown[n]), float(articles[n])
    return Ranked(candidate, *scores, parts, float(answers[n]), instead=instead, stray=bool(marks.strays[n]))


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
    return {name: round(float(value), 4) for name, value in parts.items()}
