"""Offices: whose mayor `the mayor` is, so that the one of another town is not told as that of the town asked about."""

import re
from collections.abc import Iterator, Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.context.localities import is_place
from agent.evidence.context.referents import ROLES
from agent.evidence.context.surroundings import is_set_in
from agent.evidence.words.gazetteer import is_region
from agent.evidence.words.verbs import is_inflected
from index.language.name_forms import TITLES
from index.language.names import find_names, same_name
from index.language.terms import fold, is_content, split_words, stem

_BODIES = frozenset("council government police parliament assembly court board club union committee".split())
"""What somebody leads or speaks for, and what there is one of in every town."""
_OF = re.compile(
    r"\b([a-z][\w-]{2,})\s(?:of|in|for)\s(?:the\s(?:town|city|village|county|district)\sof\s)?(?:[a-z]+ing\s)?$"
)
_BEHIND = re.compile(r"(?:['’]s?)?\s([a-z-]{3,})(?:\s([a-z-]{3,}))?")


def hold_office_elsewhere(question: str, candidates: Sequence[Candidate], answering: Sequence[bool]) -> list[bool]:
    """Tell which of the sentences that may answer speak of an office, without a place, in an article of another place.

    None where a question asks for no office of a place: `the mayor of Lisk`, `Lisk's mayor`, `the Lisk town council`.
    """
    told = [False] * len(candidates)
    texts = tuple({each.paragraph.text: None for each in candidates})
    offices = list(_find_offices(question, texts))
    for number, candidate in enumerate(candidates):
        if answering[number]:
            told[number] = any(_is_elsewhere(noun, place, candidate) for noun, place in offices)
    return told


def _find_offices(question: str, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield nouns for who has an office, by their stems, each with the name of the place that it is of."""
    for name in find_names(question):
        if is_region(name) or name.isupper():
            continue
        town = is_place(name, texts)
        for place in re.finditer(rf"{re.escape(name)}\b", question):
            noun = _OF.search(question, 0, place.start())
            behind = _BEHIND.match(question, place.end())
            words = [noun[1]] if noun else []
            if town and behind and is_content(behind[1]) and not is_inflected(behind[1]):
                words += [behind[1], behind[2] or ""]
            yield from ((stem(word), name) for word in words if _is_office(word))


def _is_office(word: str) -> bool:
    return fold(word) in TITLES | ROLES | _BODIES


def _is_elsewhere(noun: str, place: str, candidate: Candidate) -> bool:
    told = noun in map(stem, split_words(candidate.text))
    if not told or any(same_name(place, name) for name in find_names(candidate.text)):
        return False
    return not is_set_in(candidate, place)
