"""Neighbours: the sentences that stand right before and behind a candidate in its source, whether found or not."""

from agent.evidence.candidates import Candidate
from agent.evidence.errata.rejoinders import read_reply
from agent.evidence.quotable import split_quotable
from index.article.shape import drop_mark
from index.source import Paragraph

NEAR = 2
"""Sentences on either side; beyond the edge of a paragraph those of the next one."""


def find_neighbours(candidate: Candidate) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """Return the sentences before and behind a candidate, the nearest first, up to NEAR each.

    They are of its paragraph and those beside it; none where its text is not a sentence of it.
    """
    n = candidate.paragraph.n
    beside = [_split(paragraph, candidate) for paragraph in candidate.body[max(0, n - 2) : n + 1]]
    sentences = [each for paragraph in beside for each in paragraph]
    places = [place for place, each in enumerate(sentences) if _key(each) == _key(candidate)]
    if not places:
        return (), ()
    before, behind = sentences[max(0, places[0] - NEAR) : places[0]], sentences[places[0] + 1 : places[0] + 1 + NEAR]
    return tuple(reversed(before)), tuple(behind)


def _split(paragraph: Paragraph, candidate: Candidate) -> list[Candidate]:
    """Return the sentences of a paragraph but what is only put there, each with the one before, as they are cited."""
    found = split_quotable(paragraph.text)
    reply = read_reply(paragraph.text, found)
    sentences = [drop_mark(text) for n, text in enumerate(found) if not (reply and n in reply.put)]
    return [
        Candidate(paragraph, text, before, candidate.score, candidate.parts, body=candidate.body)
        for before, text in zip(["", *sentences], sentences, strict=False)
    ]


def _key(candidate: Candidate) -> tuple[int, str]:
    return candidate.paragraph.n, candidate.text
