"""Disowned: `The clinic denied this.` answers whether somebody was dismissed only where that was said before.

A sentence that denies what it does not repeat is of what stands before it, whoever it names itself.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from agent.evidence.candidates import Candidate
from agent.evidence.features import Features
from agent.evidence.question import Kind, Question
from agent.evidence.words.negation import POINTED, REPELLED
from index.language.terms import content_stems, stem

NEAR = 0.1
"""Likeness from which what stands before, or the title, may speak of a word of the question in other words."""

SPOKEN = 0.6
"""Likeness from which the sentence itself has a word of the question."""

ABOVE = 3
"""Paragraphs above in which a word of the question may stand."""

_POINTS = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|(?:reject|disput|dismiss|refut|contradict|rebut)\w*|{REPELLED})\s{POINTED}"
    r"(?:\s(?:on|in|at|to|as|when|through|via|during)\s[^,;:]{2,60}|\s(?:strongly|categorically|yesterday|today))?\W*$",
    re.IGNORECASE,
)
"""How a sentence ends that denies what was said before and nothing that it says itself."""

_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)


def points_before(text: str) -> bool:
    """Tell whether a sentence denies what was said before it, and nothing that it says itself."""
    return _POINTS.search(text) is not None


def find_disowned(question: Question, candidates: Sequence[Candidate], features: Features) -> NDArray[np.bool_]:
    """Tell which sentences deny what was said before, which is nothing of what a yes/no question asks.

    That is where no word for what it asks of somebody is spoken of before, nor is that somebody, of whom the same may
    be told in words that are not known to mean it.
    """
    told = np.zeros(len(candidates), dtype=np.bool_)
    if question.kind is Kind.YES_NO:
        for number, candidate in enumerate(candidates):
            if points_before(candidate.text):
                told[number] = _is_of_else(number, question, candidate, features)
    return told


def _is_of_else(number: int, question: Question, candidate: Candidate, features: Features) -> bool:
    """Tell whether neither what is asked stands, in whatever form, near above a sentence, nor of whom right before."""
    spoken = [features.likeness[number, n] >= SPOKEN for n in range(len(question.words))]
    asked = [n for n, word in enumerate(question.words) if word.islower() and not spoken[n]]
    subject = [stem(word) for n, word in enumerate(question.words) if spoken[n]]
    before = frozenset(content_stems(candidate.before))
    if not asked or _PERSON.search(candidate.before) or before.issuperset(subject):
        return False
    place = candidate.paragraph.n
    above = [each.text for each in candidate.body[max(0, place - 1 - ABOVE) : place]]
    stems = before.union(content_stems(" ".join([candidate.paragraph.source.title, *above])))
    return all(features.around[number, n] < NEAR and stem(question.words[n]) not in stems for n in asked)
