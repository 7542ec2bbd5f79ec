"""Referents: of whom a sentence tells that has only a pronoun for him: `He left the firm in 2022`.

Where the question names somebody, and the last person named before such a sentence is another, it tells of that one.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from agent.evidence.candidates import Candidate
from agent.evidence.context.surroundings import read_back
from agent.evidence.words.gazetteer import is_region
from index.language.name_forms import TITLES
from index.language.names import find_names, same_name
from index.language.terms import fold

_PRONOUN = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
ROLES = frozenset(
    """engineer director lawyer counsel officer chief spokesman spokeswoman spokesperson minister mayor judge doctor
    professor teacher mother father widow brother sister son daughter head leader owner founder manager chairman
    chairwoman president commander general colonel secretary editor author analyst economist expert scientist researcher
    resident witness neighbour neighbor farmer worker student driver baker nurse surgeon priest bishop senator governor
    prosecutor historian actor singer coach captain envoy ambassador investigator inspector executive pastor vicar rabbi
    councillor treasurer curator archaeologist barrister solicitor attorney accountant clerk caretaker shopkeeper
    waitress fisherman pilot survivor passenger campaigner activist organiser commissioner constable""".split()
)
"""Words for what somebody is, before a name or behind it."""
_SPEAKS = re.compile(
    r"\s(?:said|says|told|added|wrote|asked|resigned|denied|admitted)\b|,\s(?:\d\d|who|whose|his|her)\b"
)
_APPOSED = re.compile(r",\s(?:an?|the|its|their)\s((?:[\w-]+\s?){1,4})")
"""What follows the name of a person."""


def tell_of_others(question: str, candidates: Sequence[Candidate], answering: Sequence[bool]) -> list[bool]:
    """Tell which of the sentences that may answer tell, by a pronoun, of a person whom the question does not name.

    `answering` says which may. None where the question names no person, or two of them.
    """
    told = [False] * len(candidates)
    asked = find_names(question)
    if not asked or not any(
        may and _PRONOUN.search(each.text) for each, may in zip(candidates, answering, strict=True)
    ):
        return told
    texts = tuple(dict.fromkeys(each.paragraph.text for each in candidates))
    persons = [name for name in asked if is_person(name, texts)]
    if len(persons) != 1:
        return told
    for number, candidate in enumerate(candidates):
        if answering[number] and not _names(persons[0], candidate.text) and _opens_with_pronoun(candidate.text, texts):
            before = read_back(candidate)
            named = next((found for found in (_find_meant(each, texts) for each in before) if found), ())
            told[number] = bool(named) and not any(same_name(persons[0], name) for name in named)
    return told


def is_person(name: str, texts: tuple[str, ...]) -> bool:
    """Tell whether texts use a name as a person's: in full, and with a title, as a speaker's or with an age."""
    return not is_region(name) and name.split()[-1] in _list_surnames(texts)


@lru_cache(maxsize=8)
def _list_surnames(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the last words of names of several words that texts use as persons'."""
    used, whole = set[str](), set[str]()
    for text in texts:
        for name in find_names(text):
            last, place = name.split()[-1], text.find(name)
            if place >= 0 and _is_introduced(text[:place], text[place + len(name) :]):
                used.add(last)
            if last != name:
                whole.add(last)
    return frozenset(word for word in used & whole if not is_region(word))


def _is_introduced(before: str, behind: str) -> bool:
    """Tell whether a name stands where a person's does: behind a title or role, or before a role, an age or a verb."""
    word = fold(before.split()[-1].rstrip(".")) if before.strip() else ""
    told = _APPOSED.match(behind)
    roles = {fold(each) for each in told[1].split()} if told else set()
    return word in TITLES | ROLES or bool(_SPEAKS.match(behind)) or not roles.isdisjoint(TITLES | ROLES)


def _names(person: str, text: str) -> bool:
    return any(same_name(person, name) for name in find_names(text)) or person.split()[-1] in text


def _opens_with_pronoun(text: str, texts: tuple[str, ...]) -> bool:
    """Tell whether a sentence has a pronoun for a person before it names any."""
    match = _PRONOUN.search(text)
    return match is not None and not _find_persons(text[: match.start()], texts)


def _find_persons(text: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in find_names(text) if is_person(name, texts))


def _find_meant(text: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the persons whom a pronoun behind a text may mean: not Dray of `Petra Malk, Mr Dray's wife`."""
    found = _find_persons(text, texts)
    return tuple(name for name in found if re.search(rf"{re.escape(name)}(?!['’]s?\b)", text)) or found
