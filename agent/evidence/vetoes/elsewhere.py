"""Elsewhere: sentences that tell of another place or firm than the one that a question names.

By `there` or `it` they mean what was named last before them: `Lisk counted again. Turnout there was 48 per cent`.
"""

import re
from collections.abc import Sequence
from itertools import islice

from agent.evidence.candidates import Candidate
from agent.evidence.context.anaphora import find_there
from agent.evidence.context.localities import FIRM, find_places, is_in_town, is_part, is_place
from agent.evidence.context.referents import is_person
from agent.evidence.context.surroundings import find_dateline, is_set_in, list_lead, names, read_back
from index.language.names import find_names

_IT = re.compile(r"^[“\"]?(?:But\s|And\s|Yet\s)?It(?:s\s|\s(?:also\s|now\s|still\s|has\s|had\s|was\s)?)[a-z]+")
_HOLLOW = re.compile(
    r"^[“\"]?It\s(?:is|was|will|would|may|might|seems?|appears?|took|takes|remains?)\b.{0,60}?\b(?:that|to|who|whether|if|how)\b"
)
"""An `it` that means nothing: it was clear that."""
_NEW = re.compile(
    rf"\b(?:an?|another|(?:a\s)?(?:second|third|different|separate))\s(?:[\w-]+\s){{0,2}}{FIRM}\b", re.IGNORECASE
)
"""How what was not told of before is named first: `a sister company in Lunt`."""
_GOES_ON = re.compile(rf"\b[Ii]ts?\b|\b[Tt]he\s(?:[\w-]+\s){{0,2}}{FIRM}\b", re.IGNORECASE)
"""How a sentence goes on telling of what the one before it does."""


def tell_elsewhere(question: str, candidates: Sequence[Candidate], answering: Sequence[bool]) -> list[bool]:
    """Tell which of the sentences that may answer tell of another place or firm than a question names.

    Where the question names none, those that tell of one which their article names only in passing.
    """
    told = [may and _points(each.text) for each, may in zip(candidates, answering, strict=True)]
    if not any(told):
        return told
    texts = tuple({each.paragraph.text: None for each in candidates})
    asked = find_names(question)
    things = [name for name in asked if not is_person(name, texts)]
    places = [name for name in things if is_place(name, (question, *texts))]
    firms = [name for name in asked if name not in places]
    return [
        may
        and not any(names(name, each.text) for name in asked)
        and (_means_elsewhere(each, asked, places) or _means_other(each, asked, firms))
        for each, may in zip(candidates, told, strict=True)
    ]


def _points(sentence: str) -> bool:
    return find_there(sentence) is not None or _IT.match(sentence) is not None


def _means_elsewhere(candidate: Candidate, asked: Sequence[str], places: Sequence[str]) -> bool:
    """Tell whether the place that a `there` means is another than those asked for, or than that of its article."""
    place = find_there(candidate.text)
    if place is None or (asked and not places):
        return False
    own = candidate.text[:place]
    if not asked and any(find_places(own)):
        return False
    for sentence in (own, *islice(read_back(candidate), 1)):
        if any(names(name, sentence) for name in asked):
            return False
        if rivals := list(find_places(sentence)):
            if not asked:
                return _is_passing(rivals, candidate)
            return not any(_may_lie_in(one, other, sentence, candidate) for one in places for other in rivals)
    return False


def _may_lie_in(asked: str, other: str, sentence: str, candidate: Candidate) -> bool:
    """Tell whether the place asked for may lie in another that a sentence names, or that one in it.

    A farm or a bridge may lie in any town, unless its article tells nothing of it there, or the sentence of a second.
    """
    if is_part(asked, other, candidate) or is_part(other, asked, candidate):
        return True
    return is_in_town(asked) and is_set_in(candidate, asked) and not _NEW.search(sentence)


def _is_passing(places: Sequence[str], candidate: Candidate) -> bool:
    """Tell whether an article is of another place, and names some places neither in its title nor in its lead."""
    body = candidate.body
    lead = [candidate.paragraph.source.title, *list_lead(candidate)]
    home = find_dateline(body) or next((place for text in lead for place in find_places(text)), None)
    return home is not None and not any(names(place, text) for place in places for text in lead)


def _means_other(candidate: Candidate, asked: Sequence[str], firms: Sequence[str]) -> bool:
    """Tell whether an `it` means a firm that the sentence before tells of first, and that is none asked for."""
    text = candidate.text
    if not firms or not _IT.match(text) or _HOLLOW.match(text):
        return False
    for sentence in read_back(candidate):
        if any(names(name, sentence) for name in asked) or _GOES_ON.search(sentence):
            return False
        if _NEW.search(sentence):
            return True
        if not _IT.match(sentence):
            return False
    return False
