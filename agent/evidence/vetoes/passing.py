"""Passing: sentences whose matter is of something named in passing, where a question names nothing.

Where it is asked when the launch is, that of what the reports are about is meant, not of what one names beside it.
"""

import re
from collections.abc import Iterator, Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.context.referents import is_person
from agent.evidence.context.topics import is_in_passing, read_body
from agent.evidence.question import Question
from index.language.names import find_names
from index.language.terms import stem

_OF = re.compile(
    r"\b(?P<noun>[a-z][a-z-]{2,})\s(?:of|in|at|for)\s(?:(?:the|a|an|its|neighbou?ring|nearby)\s)?(?:[A-Za-z-]+\s){0,2}?$",
    re.IGNORECASE,
)
"""What stands before the name of what something is of."""
_OWNED = re.compile(r"['’]s?\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]{3,})")
_ASKED = re.compile(r"\bthe\s(?P<noun>[a-z][a-z-]{2,})\b")


def tell_of_passing(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences are of something named only in passing: `the launch of Ember` for the launch.

    None unless another sentence is of the same thing of what the reports are about: `the launch of Lantern`.
    """
    told = [False] * len(candidates)
    asked = frozenset(stem(match["noun"]) for match in _ASKED.finditer(question.text))
    if not asked or find_names(question.text):
        return told
    body = read_body(candidates)
    texts = tuple(paragraph.text for paragraphs in body.values() for paragraph in paragraphs.values())
    owners = [dict(_find_owners(each.text, asked)) for each in candidates]
    known = {name: is_in_passing(name, body) for found in owners for name in found if not is_person(name, texts)}
    leading = {noun for found in owners for name, noun in found.items() if not known.get(name, True)}
    return [any(known.get(name, False) and noun in leading for name, noun in found.items()) for found in owners]


def _find_owners(sentence: str, asked: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the names whose something that is asked for a sentence tells of, each with that."""
    for name in find_names(sentence):
        for place in re.finditer(re.escape(name), sentence):
            noun, owned = _OF.search(sentence, 0, place.start()), _OWNED.match(sentence, place.end())
            words = [stem(match["noun"]) for match in (noun, owned) if match]
            yield from ((name, word) for word in words if word in asked)
