"""Opposites: where a question asks whether something is so, what another source says that goes the other way.

What is found is only quoted beside the answer: it is not said to contradict it.
"""

from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.negation import speaks_against
from agent.evidence.question import Kind, Question
from agent.evidence.ranking import Ranking
from agent.verify.matter import WH, read_matter
from index.terms import content_words

SPOKEN = 0.5
"""Share of the question's matter that a sentence must speak of."""


def find_opposite(ranking: Ranking, quoted: Sequence[Candidate]) -> Candidate | None:
    """Return the best ranked sentence of a source not quoted that goes the other way than all of those quoted.

    None where the question does not ask whether something is so, or those quoted go both ways already.
    """
    matter = read_matter(ranking.question)
    if matter is None or not asks_whether(ranking.question):
        return None
    ways = {speaks_against(candidate.text) for candidate in quoted}
    if len(ways) != 1:
        return None
    sources = {candidate.paragraph.source.id for candidate in quoted}
    for item in ranking.items:
        candidate = item.candidate
        if candidate.paragraph.source.id in sources or speaks_against(candidate.text) in ways:
            continue
        if len(matter.select(content_words(candidate.text), ranking.words)) >= SPOKEN * len(matter.words):
            return candidate
    return None


def asks_whether(question: Question) -> bool:
    """Tell whether a question, or a statement with a question mark, asks whether something is so."""
    return question.kind is Kind.YES_NO or not WH.match(question.text)
