"""Ranking: which sentence answers best."""

from collections.abc import Sequence
from threading import Event

import numpy as np
from numpy.typing import NDArray

from agent.evidence.articles import choose_scored, score_articles, weigh_articles
from agent.evidence.attribution import miss_speaker
from agent.evidence.candidates import Candidate
from agent.evidence.context.placing import place_all
from agent.evidence.context.referents import tell_of_others
from agent.evidence.features import Features, measure
from agent.evidence.forms.kinds import keep_possible, lacks_figure
from agent.evidence.forms.unnamed import lacks_name, miss_role, names_role
from agent.evidence.judgement import describe_best, judge, miss_names, speaks
from agent.evidence.question import Question
from agent.evidence.ranked import Ranked, Ranking
from agent.evidence.recency import weigh_days
from agent.evidence.tabular import fit_rows
from agent.evidence.vetoes.absent import lacks_asked, tells_names
from agent.evidence.vetoes.directions import lists_side
from agent.evidence.vetoes.others import tell_others
from agent.evidence.vetoes.strays import find_strays
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

ROLE = 0.6
"""Least probability that a sentence answers which the model takes for an answer and which names whose role it is."""

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
    strays = np.array(find_strays(question.text, candidates, list(~np.isnan(relevance)), list(relevance > 0.0)))
    missing = others | strays | _miss_asked(question, candidates, texts, features, relevance)
    barred = np.array([lacks_figure(question, text) for text in texts])
    barred |= np.array(miss_speaker(question.text, candidates))
    fits = _fit_lines(question, candidates)
    rows = np.array([fit is False for fit in fits])
    row = fits.index(True) if True in fits else None
    best = int(np.argmax(scores + BARRED * (missing | rows)))
    probability = judge(weights, question.kind, describe_best(features, relevance, scores, best), days[best])
    probability *= speaks(features, question.kind, best) and not rows[best]
    probability *= not ((barred | missing).all() or lacks_name(question, texts[best]))
    if relevance[best] > 0.0 and names_role(question, texts[best]):
        probability = max(probability, ROLE)
    probability = (probability if row is None else ROLE) * (not absent)
    # Where nothing answers, what comes near may be a row as well.
    shown = scores + BARRED * (barred | missing | (rows & (probability >= weights.threshold)))
    answers = np.where(missing | rows, np.minimum(relevance, UNSCORED), relevance)
    if row is not None:
        shown[row], answers[row], others[row] = shown.max() + 1.0, FITTING, False
    parts = [_list_parts(*each) for each in zip(candidates, first, relevance, days, strict=True)]
    order = [int(n) for n in np.argsort(-shown, kind="stable") if not others[n] or others.all()]
    items = tuple(
        Ranked(candidates[n], float(shown[n]), float(articles[n]), parts[n], float(answers[n]), stray=bool(strays[n]))
        for n in order
    )
    return Ranking(question, items, probability, weights.threshold, weights.share, words)


def _fit_lines(question: Question, candidates: Sequence[Candidate]) -> list[bool | None]:
    """Tell which candidate is the row of a table, or the one list of votes, that answers, as `fit_rows` does."""
    fits = fit_rows(question, candidates)
    listing = [n for n, each in enumerate(candidates) if lists_side(question, each)]
    return [True if listing == [n] else fit for n, fit in enumerate(fits)]


def _miss_asked(
    question: Question, candidates: Sequence[Candidate], texts: Sequence[str], features: Features, relevance: Array
) -> NDArray[np.bool_]:
    """Tell which sentences lack the names or the role that are asked for, or are of another than whom these name."""
    answering = list(relevance > 0.0)
    missing = miss_names(features) & tells_names(question.text)
    missing |= np.array(miss_role(question, texts, answering))
    missing |= np.array(tell_of_others(question.text, candidates, answering))
    return np.asarray(missing, dtype=np.bool_)


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
