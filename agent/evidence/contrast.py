"""Contrast: the model says of other sources' sentences that may answer which tell it otherwise than the best one.

Most reports contradict each other in words of their own, which no comparison of words sees. What the model finds is
quoted beside the best sentence, never called a contradiction: hardly more than half of the sentences that it takes for
another answer are one (`python -m agent.evaluation.contrasts`).
"""

from collections.abc import Sequence
from dataclasses import replace
from math import isnan
from threading import Event

from agent.evidence.beside import stands_beside
from agent.evidence.context.placing import place_all
from agent.evidence.exchange import find_exchange
from agent.evidence.forms.values import differs_in_value
from agent.evidence.ranked import HEARD, SURE, Ranked, Ranking
from agent.models import Model

READ = 4
"""Sentences of other sources, the likeliest answers first, that are held against the best one."""


def contrast_best(ranking: Ranking, model: Model, stop: Event | None = None) -> Ranking:
    """Return the ranking with which sentences of other sources tell it otherwise than the best one.

    Those that are the same but for the answer are found by their words, those that surely answer with another number
    or time by that, and of the likeliest others the model says how surely; of an archive only the first, as most of
    its sources speak of something else. What hardly answers, and what names the place asked about only beside
    another, is not read. Raises ModelError and Stopped.
    """
    if not ranking.answerable:
        return ranking
    best, *others = ranking.items
    source = best.candidate.paragraph.source.id
    apart = [item.candidate.paragraph.source.id != source and not item.stray for item in others]
    items = [_find_instead(ranking, item) if may else item for item, may in zip(others, apart, strict=True)]
    if any(item.instead for item in items):
        ranking = replace(ranking, items=(best, *items))
    return _read(ranking, model, stop) if ranking.few else ranking


def _find_instead(ranking: Ranking, item: Ranked) -> Ranked:
    """Return a sentence with what it tells instead of the best one, where it is the same but for the answer.

    That is of the kind that is asked for, and nothing that the question itself tells.
    """
    best = ranking.items[0].candidate
    if pair := find_exchange(ranking.question, best, item.candidate):
        return replace(item, instead=pair[1].text)
    other = item.probability >= SURE and ranking.few and differs_in_value(ranking.question, best, item.candidate)
    return replace(item, instead=item.candidate.text) if other else item


def _read(ranking: Ranking, model: Model, stop: Event | None) -> Ranking:
    best, *others = ranking.items
    source = best.candidate.paragraph.source.id
    apart = [item for item in others if item.candidate.paragraph.source.id != source and not item.instead]
    likely = [item for item in apart if item.probability >= HEARD]
    near = [item for item in likely if not stands_beside(ranking.question, item.candidate.text)]
    read = sorted(near, key=lambda item: -item.relevance)[:READ]
    if not read:
        return ranking
    odds = read_contrary(ranking, read, model, stop)
    told = {id(item): _add(item, value) for item, value in zip(read, odds, strict=True)}
    return replace(ranking, items=(best, *(told.get(id(item), item) for item in others)))


def read_contrary(ranking: Ranking, items: Sequence[Ranked], model: Model, stop: Event | None = None) -> list[float]:
    """Return how surely the model takes each for another answer than the best one, in log-odds, as known or read now.

    Raises ModelError and Stopped.
    """
    unread = [item for item in items if isnan(item.contrary)]
    if not unread:
        return [item.contrary for item in items]
    candidates = [item.candidate for item in (ranking.items[0], *unread)]
    statement, *passages = place_all(candidates, [candidate.text for candidate in candidates])
    odds = model.contrast(ranking.question.text, statement, passages, stop=stop)
    read = {id(item): value for item, value in zip(unread, odds, strict=True)}
    return [read.get(id(item), item.contrary) for item in items]


def _add(item: Ranked, odds: float) -> Ranked:
    return replace(item, contrary=odds, parts={**item.parts, "contrary": round(odds, 4)})
