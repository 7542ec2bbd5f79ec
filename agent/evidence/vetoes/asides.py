"""Asides: places that an article of another place names only in passing, behind what it tells of its own.

`Turnout was 61 per cent` of an article headed `Recount in Lisk` tells nothing of Korvo, which that article names later.
"""

from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.context.localities import find_places, is_part, is_place
from agent.evidence.context.surroundings import find_dateline, list_below, names, read_all_back
from agent.evidence.question import Kind, read_question
from index.language.names import find_names


def tell_of_home(question: str, candidates: Sequence[Candidate], answering: Sequence[bool]) -> list[bool]:
    """Tell which of the sentences that may answer tell of their article's place, which is not the one asked about.

    The article names the one asked about only behind them, and another before. None where no number is asked for:
    who did what in a place is told of in many ways.
    """
    told = [False] * len(candidates)
    places = [name for name in find_names(question) if is_place(name, (question,))]
    if len(places) == 1 and len(find_names(question)) == 1 and read_question(question).kind is Kind.NUMBER:
        for number, candidate in enumerate(candidates):
            told[number] = answering[number] and _comes_later(places[0], candidate)
    return told


def _comes_later(place: str, candidate: Candidate) -> bool:
    before = [candidate.text, *read_all_back(candidate), find_dateline(candidate.body) or ""]
    behind = [candidate.paragraph.text, *list_below(candidate)]
    if any(names(place, text) for text in before) or not any(names(place, text) for text in behind):
        return False
    homes = [name for text in before[1:] for name in find_places(text)]
    homes += [before[-1]] if before[-1] else []
    return any(not is_part(home, place, candidate) and not is_part(place, home, candidate) for home in homes)
