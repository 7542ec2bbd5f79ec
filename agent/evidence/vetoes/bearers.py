"""Bearers: whose something is that a sentence tells without saying whose, as `Turnout was 54 percent`.

It is of what its report is about. A town, firm or thing that the reports name only in passing is told of where they
name it and nowhere else: what they tell elsewhere is no answer to what is asked of that one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from agent.evidence.candidates import Candidate
from agent.evidence.context.referents import is_person
from agent.evidence.context.topics import (
    Body,
    find_heading,
    is_in_passing,
    is_led_by,
    names_it,
    read_back,
    read_body,
    stand_beside,
)
from agent.evidence.vetoes.absent import is_telling
from agent.evidence.words.verbs import is_inflected
from index.language.names import find_names, same_name
from index.language.sentences import split_sentences

_OWNED = re.compile(r"['’]s?\s\w")
_SUBJECT = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|must)\s(?:the\s)?$|"
    r"^\W*who\s[a-z]+\s(?:the\s)?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:in|at|near)\s(?:the\s)?$", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|for|on)\s(?:the\s)?$", re.IGNORECASE)
"""What stands before or behind a name whose something is asked for."""
_ENDS = re.compile(
    r"\W*$|,|\s\d|\s(?:in|at|on|of|for|by|during|after|before|since|last|this|next|is|was|are|were|do|does|did|\w+ed)\b"
)
"""What follows a name that no noun follows: `of Korvo in May`, and not `of Korvo shareholders`."""

_GOES_ON = re.compile(r"\W*(?:(?:But|And|Yet)\s)?(?:Its?|They|Their|He|She|His|Her|The|This|That|These|Those)\b")
"""How a sentence begins that may be of what was named last before it."""
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b")
"""Words for the one who speaks, of whom it is not known here who that is."""
_SAYS = re.compile(r"(?:said|says|told|tells|added|estimated|reported|announced|thinks|believes|expects)\b")


def bear_others(question: str, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences are of another town, firm or thing than one that the question names.

    Of a person, whom reports call by what he is, none are.
    """
    told = [False] * len(candidates)
    body = read_body(candidates)
    texts = tuple(paragraph.text for paragraphs in body.values() for paragraph in paragraphs.values())
    for name in find_bearers(question):
        if not is_telling(name) or _is_surname(name, texts) or not any(names_it(name, text) for text in texts):
            continue
        passing = is_in_passing(name, body)
        told = [
            other or ((passing or _is_beside(name, each, body, texts)) and not _is_told_of(name, each, body))
            for other, each in zip(told, candidates, strict=True)
        ]
    return told


def find_bearers(question: str) -> list[str]:
    """Return the names whose something a question asks for: `Korvo's budget`, `turnout in Korvo`."""
    places = {name: re.finditer(re.escape(name), question) for name in find_names(question)}
    return [name for name, found in places.items() if any(_bears(question, place) for place in found)]


def _bears(question: str, place: re.Match[str]) -> bool:
    before, behind = question[: place.start()], question[place.end() :]
    if _OWNED.match(behind) or _SUBJECT.search(before) or _WITHIN.search(before):
        return True
    return _OF.search(before) is not None and _ENDS.match(behind) is not None


def _is_surname(name: str, texts: tuple[str, ...]) -> bool:
    """Tell whether a name is a person's, in full or the last word of one."""
    return is_person(name, texts) or any(" " in other and other.split()[-1] == name for other in _list_names(texts))


@lru_cache(maxsize=8)
def _list_names(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for text in texts for name in find_names(text))


def _is_beside(name: str, candidate: Candidate, body: Body, texts: tuple[str, ...]) -> bool:
    """Tell whether a sentence's report is about something that stands beside a name elsewhere, and not about that."""
    if is_led_by(name, body[candidate.paragraph.source.id]):
        return False
    return any(stand_beside(name, other, texts) for other in _list_titled(name, candidate))


def _list_titled(name: str, candidate: Candidate) -> list[str]:
    """Return the names in the title of a sentence's report but one."""
    return [other for other in find_names(candidate.paragraph.source.title) if not same_name(name, other)]


def _is_told_of(name: str, candidate: Candidate, body: Body) -> bool:
    """Tell whether a sentence is of a name: it has it, or what stands shortly before has and it goes on from there."""
    if names_it(name, candidate.text) or _OURS.search(candidate.text) or names_it(name, find_heading(candidate, body)):
        return True
    titled = _list_titled(name, candidate)
    if any(_tells_of(other, candidate.text) for other in titled):
        return False
    above = list(_read_above(candidate, body))
    if any(names_it(name, text) for text in (*read_back(candidate), *above[:1], candidate.before)):
        return True
    back = [*list(read_back(candidate))[1:], *above]
    last = next((text for text in back if any(names_it(each, text) for each in (name, *titled))), "")
    return _GOES_ON.match(candidate.text) is not None and names_it(name, last)


def _read_above(candidate: Candidate, body: Body) -> Iterator[str]:
    """Yield the sentences of the two paragraphs above a candidate's, the nearest first."""
    paragraphs, place = body[candidate.paragraph.source.id], candidate.paragraph.n
    for n in (place - 1, place - 2):
        if n in paragraphs:
            yield from reversed(split_sentences(paragraphs[n].text))


def _tells_of(name: str, sentence: str) -> bool:
    """Tell whether a sentence is plainly of a name: by what that does or has, or its last word: `the bridge`."""
    opening = re.match(rf"\W*(?:The\s)?{re.escape(name)}\s(?P<verb>[a-z]+)", sentence)
    if opening and is_inflected(opening["verb"]) and not _SAYS.match(opening["verb"]):
        return True
    owned = re.search(rf"\b(?:{re.escape(name)}['’]s?\s[a-z]|(?:in|at)\s{re.escape(name)}\b)", sentence)
    if owned and not _GOES_ON.match(sentence):
        return True
    last = name.split()[-1].lower()
    return " " in name and re.search(rf"\b[Tt]he\s{re.escape(last)}\b", sentence) is not None
