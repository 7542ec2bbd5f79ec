"""Contraries: where the model says surely that a sentence answers otherwise than the best one does.

The rules of `agent.verify.disputes` see contradictions of sentences that share words, the model also others.
"""

import re

from agent.evidence.candidates import Candidate
from agent.evidence.contrast import SURE
from agent.evidence.negation import DENYING
from agent.evidence.publication import count_days
from agent.evidence.ranking import Ranking
from agent.verify.disputes import FoundDispute
from agent.verify.tokens import SPEECH
from index.dates import find_dates
from index.numbers import find_numbers
from index.terms import split_words, stem

_WORD = SPEECH | DENYING
_QUOTED = re.compile('["\u201c\u201d]')


def tell_contrary(ranking: Ranking) -> FoundDispute | None:
    """Return the best sentence and the one that most surely answers otherwise; None where none surely does.

    A later report may supersede an earlier one, unless each is somebody's word.
    """
    if not ranking.answerable:
        return None
    best = ranking.items[0].candidate
    sure = [item for item in ranking.items if item.contrary >= SURE and _may_oppose(best, item.candidate)]
    if not sure:
        return None
    other = max(sure, key=lambda item: item.contrary).candidate
    return FoundDispute((best,), (other,), count_days(best, other) != 0 and not (_speaks(best) and _speaks(other)))


def _may_oppose(best: Candidate, other: Candidate) -> bool:
    """Tell whether two sentences are of different sources and have no number or day in common."""
    return best.paragraph.source.id != other.paragraph.source.id and _list_figures(best).isdisjoint(
        _list_figures(other)
    )


def _list_figures(candidate: Candidate) -> set[str]:
    days = {mention.value for mention in find_dates(candidate.text, candidate.paragraph.source.date)}
    return days | {str(mention.value) for mention in find_numbers(candidate.text)}


def _speaks(candidate: Candidate) -> bool:
    """Tell whether a sentence is somebody's word: quoted, reported or a denial."""
    words = split_words(candidate.text.lower())
    return bool(_QUOTED.search(candidate.text)) or any({word, stem(word)} & _WORD for word in words)
