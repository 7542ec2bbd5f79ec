"""Strays: sentences of another person, place, office or time than the one asked about, which answer nothing."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from agent.evidence.candidates import Candidate
from agent.evidence.vetoes.asides import tell_of_home
from agent.evidence.vetoes.elsewhere import tell_elsewhere
from agent.evidence.vetoes.lookbacks import tell_of_earlier_years
from agent.evidence.vetoes.moments import tell_of_other_times
from agent.evidence.vetoes.namesakes import tell_of_namesakes
from agent.evidence.vetoes.offices import hold_office_elsewhere

_TELLING = (tell_of_namesakes, tell_elsewhere, tell_of_home, hold_office_elsewhere, tell_of_other_times)
"""What tells them of those that the model has read."""


def find_strays(
    question: str, candidates: Sequence[Candidate], read: Sequence[bool], answering: Sequence[bool]
) -> NDArray[np.bool_]:
    """Tell which of the sentences that are `read` tell of another than the one asked about, shape (candidates,).

    `answering` are those that the model takes for an answer.
    """
    told = [tell(question, candidates, read) for tell in _TELLING]
    told.append(tell_of_earlier_years(question, candidates, answering))
    return np.array([any(each) for each in zip(*told, strict=True)], dtype=np.bool_)
