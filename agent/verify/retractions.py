"""Retractions: a quotation that tells what a correction withdraws is shown with that correction, never alone."""

from collections.abc import Iterator, Sequence

from agent.answer.answer import Citation
from agent.answer.composition import Part
from agent.evidence.candidates import Candidate
from agent.evidence.publication import count_days, note_days
from agent.evidence.ranked import HEARD, Ranked, Ranking
from index.language.terms import content_stems

SPOKEN = 0.5
"""Share of the question's words that a correction must have which the model does not take for an answer."""

Retraction = tuple[Candidate, Candidate]
"""A sentence that tells an error, and what puts that right."""


def find_retractions(ranking: Ranking, parts: Sequence[Part]) -> list[Retraction]:
    """Return which of the sentences that are quoted tell an error that a correction of what is asked puts right."""
    quoted = [candidate for part in parts for candidate in part.support]
    corrections = [item.candidate for item in ranking.items if item.candidate.withdrawal and _is_asked(ranking, item)]
    return [(told, right) for told in quoted for right in corrections if _is_withdrawn(told, right)]


def add_corrections(parts: Sequence[Part], retractions: Sequence[Retraction]) -> list[Part]:
    """Return the sentences of an answer, and behind them the corrections of those that tell an error."""
    quoted = [candidate for part in parts for candidate in part.support]
    further: list[Candidate] = []
    for _, right in retractions:
        if right not in (*quoted, *further):
            further.append(right)
    return [*parts, *(Part(right.text, (right,)) for right in further)]


def note_retractions(retractions: Sequence[Retraction], citations: Sequence[Citation]) -> Iterator[str]:
    """Yield for each error a note on whether its correction was published later, where that is known."""
    numbers = {(item.paragraph.source.id, item.paragraph.n, item.quote): item.n for item in citations}
    for pair in retractions:
        told, right = (numbers[each.paragraph.source.id, each.paragraph.n, each.text] for each in pair)
        yield from note_days(pair, (told, right), update=count_days(*pair) < 0)


def _is_asked(ranking: Ranking, item: Ranked) -> bool:
    """Tell whether a correction has to do with what is asked: it may answer, or has much of the question's words."""
    asked, spoken = set(ranking.question.terms), set(content_stems(item.candidate.whole))
    return item.probability >= HEARD or len(asked & spoken) >= SPOKEN * len(asked)


def _is_withdrawn(told: Candidate, right: Candidate) -> bool:
    if told is right or told.withdrawal is not None or right.withdrawal is None:
        return False
    return right.withdrawal.is_told(told.text, told.before, told.paragraph.source)
