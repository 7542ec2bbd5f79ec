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
from agent.evidence.words.negation import CLAIMS, REPELLED
from index.language.terms import content_stems

NEAR = 0.4
"""Likeness from which what stands before, or the title, may speak of a word of the question in other words."""

SPOKEN = 0.6
"""Likeness from which the sentence itself has a word of the question."""

ABOVE = 3
"""Paragraphs above in which a word of the question may stand."""

_POINTS = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|(?:reject|disput|dismiss|refut|contradict|rebut)\w*|{REPELLED})\s"
    rf"(?:this|that|it|these|those|them|(?:the|these|those|such|all(?:\sthe)?|his|her|their|any|both)\s(?:\w+\s)?{CLAIMS})"
    r"(?:\s(?:on|in|at|to|as|when|through|via|during)\s[^,;:]{2,60}|\s(?:strongly|categorically|yesterday|today))?\W*$",
    re.IGNORECASE,
)
"""How a sentence ends that denies what was said before and nothing that it says itself."""


def find_disowned(question: Question, candidates: Sequence[Candidate], features: Features) -> NDArray[np.bool_]:
    """Tell which sentences deny what was said before, which is nothing of what a yes/no question asks.

    That is where none of its words that are no names, but for those of the sentence itself, is spoken of before.
    """
    plain = [n for n, word in enumerate(question.words) if word.islower()]
    told = np.zeros(len(candidates), dtype=np.bool_)
    if question.kind is Kind.YES_NO and plain:
        for number, candidate in enumerate(candidates):
            told[number] = _POINTS.search(candidate.text) is not None and _is_of_else(
                [n for n in plain if features.likeness[number, n] < SPOKEN], number, question, candidate, features
            )
    return told


def _is_of_else(
    asked: Sequence[int], number: int, question: Question, candidate: Candidate, features: Features
) -> bool:
    """Tell whether none of the words asked about stands, in whatever form, near in what comes before a sentence."""
    place = candidate.paragraph.n
    above = [each.text for each in candidate.body[max(0, place - 1 - ABOVE) : place]]
    stems = frozenset(content_stems(" ".join([candidate.paragraph.source.title, candidate.before, *above])))
    words = [question.words[n] for n in asked]
    return bool(asked) and all(
        features.around[number, n] < NEAR and stems.isdisjoint(content_stems(word))
        for n, word in zip(asked, words, strict=True)
    )
