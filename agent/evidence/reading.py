"""Reading: a large model says of each of the best sentences whether it answers."""

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log
from threading import Event

from agent.evidence.ranked import Ranked, Ranking
from agent.models import Message, Model
from prompts import render

READ = 6
"""Sentences that are read: a right one is hardly ever behind them, and each takes as long as a line of a draft."""

WEIGHT = 4.0
"""What a nat of the model's leaning to yes counts beside a sentence's score."""

EVEN, SLOPE = 0.6, 4.0
"""Leaning to yes, in nats, that tells nothing, and what each nat beyond it adds to the log-odds of an answer.

Like WEIGHT, chosen by order of magnitude, with a model of 1.5 billion weights on 124 of our questions.
"""

SURE = 0.999
"""Probability, and its distance from 1, between which the judgement by features is taken: reading can outweigh it."""


def read_best(ranking: Ranking, model: Model, stop: Event | None = None) -> Ranking:
    """Return the ranking as the model reads its best sentences; as it is where the model cannot tell.

    Sentences are put in order by score and leaning together; whether the first one answers is judged by its leaning
    beside what was judged before. Raises ModelError and Stopped.
    """
    first, rest = ranking.items[:READ], ranking.items[READ:]
    leanings = _ask(ranking, first, model, stop)
    if not leanings:
        return ranking
    read = sorted(map(_add, first, leanings), key=lambda item: -item.score)
    rest = tuple(replace(item, score=min(item.score, read[-1].score)) for item in rest)
    before = min(max(ranking.probability, 1.0 - SURE), SURE)
    odds = log(before / (1.0 - before)) + SLOPE * (read[0].parts["reading"] - EVEN)
    return replace(ranking, items=(*read, *rest), probability=1.0 / (1.0 + exp(-odds)))


def _ask(ranking: Ranking, items: Sequence[Ranked], model: Model, stop: Event | None) -> list[float]:
    """Return by how many nats the model leans to yes rather than no for each sentence; none where it cannot tell."""
    prompts = [[Message("user", _word(ranking.question.text, item))] for item in items]
    found = model.weigh(prompts, ("yes", "no"), stop=stop) if prompts else None
    return [yes - no for yes, no in found or ()]


def _word(question: str, item: Ranked) -> str:
    """Return the prompt, with the sentence before, which may name what the sentence only points to."""
    candidate = item.candidate
    sentence = f"{candidate.before} {candidate.text}".strip()
    return render("reading", title=candidate.paragraph.source.title, sentence=sentence, question=question)


def _add(item: Ranked, leaning: float) -> Ranked:
    parts = {**item.parts, "reading": round(leaning, 4)}
    return replace(item, score=item.score + WEIGHT * leaning, parts=parts)
