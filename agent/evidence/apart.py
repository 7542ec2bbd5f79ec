"""Apart: articles of years before that nowhere name what is asked about, and so tell of another event."""

from functools import lru_cache

from agent.evidence.candidates import Candidate
from agent.evidence.context.surroundings import names
from agent.evidence.publication import count_days
from agent.evidence.question import Question
from index.language.names import find_names

YEAR = 365
"""Days from which an article is of years before another."""


def stands_apart(question: Question, best: Candidate, other: Candidate) -> bool:
    """Tell whether a sentence's article names nothing that the question does, and that of the best one, later, all.

    Of articles of one time one may call a place by another name, and so may one that comes back to it years later.
    """
    asked = find_names(question.text)
    if not asked or count_days(best, other) <= YEAR:
        return False
    ours, theirs = _read(best), _read(other)
    return all(_is_named(name, ours) for name in asked) and not any(_is_named(name, theirs) for name in asked)


def _read(candidate: Candidate) -> str:
    paragraphs = [each.text for each in candidate.body] or [candidate.paragraph.text]
    return "\n".join([candidate.paragraph.source.title, *paragraphs])


@lru_cache(maxsize=256)
def _is_named(name: str, article: str) -> bool:
    return names(name, article)
