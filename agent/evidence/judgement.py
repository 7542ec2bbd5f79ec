"""Judgement: whether the sentence that ranks first answers at all."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from agent.evidence.features import NAMES, Features
from agent.evidence.question import Kind, Question
from agent.evidence.weights import Weights
from agent.evidence.words.relations import tells_relation

Array = NDArray[np.float64]

_OF_BEST = tuple("share near around weakest meaning pair passage told kind local".split())
"""The best sentence's features that are judged; whether it answers was told better without the others."""

JUDGED = (
    *_OF_BEST,
    *"missing relevance margin top_relevance top_near top_meaning top_pair top_passage top_told sentences".split(),
    *"absent faintest named plain".split(),
)
"""What is judged, in this order: see `describe_best`."""

MOST_SENTENCES = 120
"""Sentences beyond which their number tells no more: calibration saw hardly any question with more."""

RELATED = 0.2
"""Cosine of word vectors below which two words have nothing to do with each other: `took` and `seized` have 0.22."""

NAMED = 0.8
"""Likeness from which a name of the question counts as found in a sentence or around it."""

OUTDATED = 0.25
"""What the day of publication counts for the odds of an answer, beside what it counts in the ranking."""

SPOKEN = 0.6
"""Likeness from which a word of the question counts as found in a sentence."""


def describe_best(features: Features, relevance: Array, scores: Array, best: int) -> Array:
    """Return what is judged, shape (JUDGED,).

    Features of the best sentence; missing: the share of the question found in no sentence; relevance: how surely
    the model takes it for an answer, in log-odds; margin: the best sentence's lead over the middle one that was
    scored; top_…: the highest of a feature over all sentences; sentences: the logarithm of how many there are, up to
    MOST_SENTENCES; absent: whether a name of the question stands nowhere; faintest: likeness of the question's word
    that is found least; named, plain: mean likeness of its names and of its other words in the best sentence.
    """
    needed = features.needed
    table, found = features.table, features.likeness[:, needed].max(axis=0)
    column = {name: table[:, number] for number, name in enumerate(NAMES)}
    cover, named = features.likeness[best, needed], features.named[needed]
    extra = [
        float(features.weights[needed] @ (found < SPOKEN)),
        float(np.nan_to_num(relevance[best])),
        float(scores[best] - np.median(scores[~np.isnan(relevance)])),
        float(np.nanmax(relevance)),
        float(column["near"].max()),
        float(column["meaning"].max()),
        float(column["pair"].max()),
        float(column["passage"].max()),
        float(column["told"].max()),
        float(np.log(min(len(table), MOST_SENTENCES))),
        float((found[named] < 1.0).any()),
        float(found.min()),
        float(cover[named].mean()) if named.any() else 0.5,
        float(cover[~named].mean()) if not named.all() else 0.5,
    ]
    return np.array([*(column[name][best] for name in _OF_BEST), *extra])


def speaks(features: Features, kind: Kind, best: int) -> bool:
    """Tell whether the best sentence has anything of what is asked where that is who did it: `who *commands* …`.

    Names alone do not answer that, however many a sentence has and however certain the model is; which thing it was
    they may, as that is asked for by its kind.
    """
    return kind is not Kind.WHO or bool(features.related[best] >= RELATED)


def find_mute(features: Features, question: Question, texts: Sequence[str], relevance: Array) -> NDArray[np.bool_]:
    """Tell which sentences say nothing of who did what is asked, where one that may answer tells it by another word.

    None of them are where none does, and of those that do none: see `speaks`.
    """
    related = np.array([question.kind is Kind.WHO and tells_relation(question.words, text) for text in texts])
    mute = (features.related < RELATED) & ~related
    return np.asarray(mute & bool((related & (relevance > 0.0)).any()), dtype=np.bool_)


def miss_names(features: Features) -> NDArray[np.bool_]:
    """Tell which sentences are of something else than a question that tells nothing but names: `What happened in X?`.

    Neither they nor the sentence before or the title name any of it; none where no sentence does.
    """
    needed = features.needed
    missing = features.around[:, needed].max(axis=1) < NAMED
    only = features.named[needed].all() and not missing.all()
    return np.asarray(missing & only, dtype=np.bool_)


def judge(weights: Weights, kind: Kind, description: Array, day: float) -> float:
    """Return the probability that the best sentence answers a question of this kind; `day` is what its day adds."""
    odds = weights.answers[kind].score(description[None, :])[0] + OUTDATED * day
    return float(1.0 / (1.0 + np.exp(-odds)))
