"""Speakers: what a witness says of himself, `I am 68`, is not told of another person whom a question names."""

import re
from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.context.referents import is_person
from agent.evidence.context.speaking import find_speaker
from agent.evidence.question import Question
from index.language.name_forms import TITLES
from index.language.names import find_names, same_name
from index.language.terms import fold

_OF_SELF = re.compile(
    r"^(?:\d+[.)]\s)?(?:(?:On|At|In|By|After|Before|Since|Until|From)\s[^,“\"]{3,40},?\s)?(?:I|My|I['’]m)\s"
)
"""How a sentence of the speaker himself begins: I was at home, my telephone rang."""
_OTHER = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their)\b", re.IGNORECASE)


def tell_of_speakers(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences are of the speaker himself, where he is another than the one person whom a question names.

    None that may also tell of others: that have a pronoun for them, or the name that is asked about.
    """
    told = [False] * len(candidates)
    texts = tuple({each.paragraph.text: None for each in candidates})
    asked = [name for name in find_names(question.text) if is_person(name, texts)]
    if len(asked) != 1 or re.search(r"\b(?:I|me|my)\b", question.text):
        return told
    return [_is_of_other(asked[0], each) for each in candidates]


def _is_of_other(asked: str, candidate: Candidate) -> bool:
    text = candidate.text
    if not _OF_SELF.match(text) or _OTHER.search(text):
        return False
    last = fold(asked.split()[-1])
    if last in fold(text) or any(same_name(asked, name) for name in find_names(text)):
        return False
    speaker = find_speaker(candidate)
    return speaker is not None and last != fold(speaker.split()[-1]) and not _is_titled(speaker)


def _is_titled(name: str) -> bool:
    """Tell whether a name is nothing but what somebody is: the Coroner."""
    return all(fold(word) in TITLES for word in name.split())
