"""Contrast: the model says of the sentences that may answer which tell it otherwise than the best one.

Most reports contradict each other in words of their own, which no comparison of words sees.
"""

import math
from dataclasses import replace
from threading import Event

from agent.evidence.placing import place
from agent.evidence.ranking import Ranked, Ranking
from agent.models import Model

SURE = 3.0
"""Log-odds from which a sentence surely tells otherwise.

Chosen on 36 of the stories of `tests/gold/sides/thresholds.jsonl`, so that none was told where reports agree.
"""

READ = 8
"""Sentences, the likeliest answers first, that are held against the best one."""


def contrast_best(ranking: Ranking, model: Model, stop: Event | None = None) -> Ranking:
    """Return the ranking with how surely each of the likeliest sentences tells it otherwise than the best one.

    As it is where the sources are many, as they mostly speak of something else. What is surely another answer is asked
    the other way round as well, and the less sure word counts. Raises ModelError and Stopped.
    """
    if not ranking.answerable or not ranking.few:
        return ranking
    best, *others = ranking.items
    read = sorted((item for item in others if not math.isnan(item.relevance)), key=lambda item: -item.relevance)[:READ]
    question, placed = ranking.question.text, _place(best)
    told = {}
    for item, odds in zip(read, model.contrast(question, placed, [*map(_place, read)], stop=stop), strict=True):
        back = model.contrast(question, _place(item), [placed], stop=stop) if odds >= SURE else []
        told[id(item)] = _add(item, min([odds, *back]))
    return replace(ranking, items=(best, *(told.get(id(item), item) for item in others)))


def _add(item: Ranked, odds: float) -> Ranked:
    return replace(item, contrary=odds, parts={**item.parts, "contrary": round(odds, 4)})


def _place(item: Ranked) -> str:
    candidate = item.candidate
    return place(candidate.paragraph.source.title, candidate.before, candidate.text)
