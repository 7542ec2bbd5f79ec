"""Marks: what is known of each candidate beside its score, and what that makes of the probability of an answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.evidence.attribution import miss_speaker
from agent.evidence.candidates import Candidate
from agent.evidence.context.referents import tell_of_others
from agent.evidence.features import Features
from agent.evidence.forms.identity import tells_identity
from agent.evidence.forms.kinds import lacks_figure
from agent.evidence.forms.sayings import tells_saying
from agent.evidence.forms.unnamed import lacks_name, miss_role, names_role, tells_title
from agent.evidence.judgement import find_mute, miss_names, speaks
from agent.evidence.question import Question
from agent.evidence.tables.tabular import find_latest, fit_rows
from agent.evidence.vetoes.absent import tells_names
from agent.evidence.vetoes.directions import lists_side
from agent.evidence.vetoes.disowned import find_disowned
from agent.evidence.vetoes.strays import find_strays
from agent.evidence.words.relations import tells_relation

Array = NDArray[np.float64]

ROLE = 0.6
"""Least probability that a sentence answers which the model takes for an answer and whose form tells it: _TELLING."""

_TELLING = (names_role, tells_title, tells_identity, tells_saying)
"""What tells by a sentence's form that it answers: who has a role, how it is called, who one is, what one said."""


@dataclass(frozen=True, slots=True)
class Marks:
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


def mark_candidates(
    question: Question,
    candidates: Sequence[Candidate],
    texts: Sequence[str],
    features: Features,
    relevance: Array,
    others: NDArray[np.bool_],
) -> Marks:
    """Return what is known of each candidate, read as `texts`; `others` says which are of another."""
    strays = np.array(find_strays(question.text, candidates, list(~np.isnan(relevance)), list(relevance > 0.0)))
    missing = others | strays | _miss_asked(question, candidates, texts, features, relevance)
    barred = np.array([lacks_figure(question, text) for text in texts])
    barred |= np.array(miss_speaker(question.text, candidates))
    fits = _fit_lines(question, candidates)
    told = [place for place, fit in enumerate(fits) if fit]
    others, strays = others.copy(), strays.copy()
    others[told] = strays[told] = False
    rows = np.array([fit is False for fit in fits])
    return Marks(others, strays, missing, barred, rows, told, find_latest(candidates, told))


def check_best(
    question: Question, features: Features, text: str, relevance: Array, best: int, marks: Marks, probability: float
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


def _fit_lines(question: Question, candidates: Sequence[Candidate]) -> list[bool | None]:
    """Tell which candidate is the row of a table, or the one list of votes, that answers, as `fit_rows` does."""
    fits = fit_rows(question, candidates)
    listing = [n for n, each in enumerate(candidates) if lists_side(question, each)]
    return [True if listing == [n] else fit for n, fit in enumerate(fits)]


def _miss_asked(
    question: Question, candidates: Sequence[Candidate], texts: Sequence[str], features: Features, relevance: Array
) -> NDArray[np.bool_]:
    """Tell which sentences lack the names or the role that are asked for, or are of another than whom these name.

    Or they deny what was said before, and that is not what is asked.
    """
    answering = list(relevance > 0.0)
    missing = miss_names(features) & tells_names(question.text)
    missing |= find_mute(features, question, texts, relevance)
    missing |= find_disowned(question, candidates, features)
    missing |= np.array(miss_role(question, texts, answering))
    missing |= np.array(tell_of_others(question.text, candidates, answering))
    return np.asarray(missing, dtype=np.bool_)
