"""Ranking: which sentence answers best."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

import numpy as np
from numpy.typing import NDArray

from agent.evidence.articles import choose_scored, score_articles, weigh_articles
from agent.evidence.attribution import miss_speaker
from agent.evidence.candidates import Candidate
from agent.evidence.context.placing import place_all
from agent.evidence.context.referents import tell_of_others
from agent.evidence.features import Features, measure
from agent.evidence.forms.identity import tells_identity
from agent.evidence.forms.kinds import keep_possible, lacks_figure
from agent.evidence.forms.sayings import tells_saying
from agent.evidence.forms.unnamed import lacks_name, miss_role, names_role, tells_title
from agent.evidence.judgement import describe_best, find_mute, judge, miss_names, speaks
from agent.evidence.question import Question
from agent.evidence.ranked import Ranked, Ranking
from agent.evidence.recency import weigh_days
from agent.evidence.tables.tabular import find_latest, fit_rows
from agent.evidence.vetoes.absent import lacks_asked, tells_names
from agent.evidence.vetoes.others import tell_others
from agent.evidence.vetoes.strays import find_strays
from agent.evidence.weights import Weights, load_weights
from agent.evidence.words.likeness import Words
from agent.evidence.words.relations import tells_relation
from agent.evidence.words.spelling import respell
from agent.models import Model
from index.vectors.embed import Embedder

Array = NDArray[np.float64]

SCORED = 20
"""Sentences that the model scores, best first by features; the best of all is often not among the first few."""

UNSCORED = -10.0
"""What is added to the score of a sentence that the model did not score: it ranks behind all that it did."""

ROLE = 0.6
"""Least probability that a sentence answers which the model takes for an answer and whose form tells it: _TELLING."""

_TELLING = (names_role, tells_title, tells_identity, tells_saying)
"""What tells by a sentence's form that it answers: who has a role, how it is called, who one is, what one said."""

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
    marks = _mark(question, candidates, texts, features, relevance, others)
    best = int(np.argmax(scores + BARRED * (marks.missing | marks.rows)))
    description = describe_best(features, relevance, scores, best)
    probability = judge(weights, question.kind, description, days[best])
    probability = _check(question, features, texts[best], relevance, best, marks, probability) * (not absent)
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
    items = tuple(
        Ranked(
            candidates[n],
            float(shown[n]),
            float(articles[n]),
            parts[n],
            float(answers[n]),
            instead=candidates[n].text if n in marks.told and n != marks.row else "",
            stray=bool(marks.strays[n]),
        )
        for n in map(int, np.argsort(-shown, kind="stable"))
        if not marks.others[n] or marks.others.all()
    )
    return Ranking(question, items, probability, weights.threshold, weights.share, words)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is known of each candidate beside its score, as arrays of shape (candidates,).

    Of something else (`others`), of another person, place or time (`strays`), either or without what is asked for
    (`missing`), without its figure or by another speaker (`barred`), a row that does not fit (`rows`); by number the
    rows that fit (`told`) and the newest of these (`row`).
    """

    others: NDArray[np.bool_]
    strays: NDArray[np.bool_]
    missing: NDArray[np.bool_]
    barred: NDArray[np.bool_]
    rows: NDArray[np.bool_]
    told: list[int]
    row: int | None


def _mark(
    question: Question,
    candidates: Sequence[Candidate],
    texts: Sequence[str],
    features: Features,
    relevance: Array,
    others: NDArray[np.bool_],
) -> _Marks:
    strays = np.array(find_strays(question.text, candidates, list(~np.isnan(relevance))))
    missing = others | strays | _miss_asked(question, candidates, texts, features, relevance)
    barred = np.array([lacks_figure(question, text) for text in texts])
    barred |= np.array(miss_speaker(question.text, candidates))
    fits = fit_rows(question, candidates)
    told = [place for place, fit in enumerate(fits) if fit]
    others, strays = others.copy(), strays.copy()
    others[told] = strays[told] = False
    rows = np.array([fit is False for fit in fits])
    return _Marks(others, strays, missing, barred, rows, told, find_latest(candidates, told))


def _check(
    question: Question, features: Features, text: str, relevance: Array, best: int, marks: _Marks, probability: float
) -> float:
    """Return the probability that the best sentence answers once its form, and rows that fit, have their say."""
    if marks.row is not None:
        return ROLE
    probability *= _may_answer(question, features, text, best) and not marks.rows[best]
    probability *= not (marks.barred | marks.missing).all()
    telling = relevance[best] > 0.0 and not marks.missing[best] and any(tells(question, text) for tells in _TELLING)
    return max(probability, ROLE) if telling else probability


def _may_answer(question: Question, features: Features, text: str, best: int) -> bool:
    """Tell whether the best sentence speaks of what is asked, and names whom it mentions if the name is asked for."""
    spoken = speaks(features, question.kind, best) or tells_relation(question.words, text)
    return spoken and not lacks_name(question, text)


def _miss_asked(
    question: Question, candidates: Sequence[Candidate], texts: Sequence[str], features: Features, relevance: Array
) -> NDArray[np.bool_]:
    """Tell which sentences lack the names or the role that are asked for, or are of another than whom these name."""
    answering = list(relevance > 0.0)
    missing = miss_names(features) & tells_names(question.text)
    missing |= find_mute(features, question, texts, relevance)
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
