"""Composition: which sentences are quoted, and how their citations are numbered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from agent.answer.answer import AnswerSentence, Citation, Verdict
from agent.evidence.apart import stands_apart
from agent.evidence.candidates import Candidate
from agent.evidence.context.placing import means_elsewhere
from agent.evidence.ranked import SURE, Ranked, Ranking
from agent.evidence.vetoes.disowned import points_before
from agent.evidence.words.substitution import find_substitutions

MOST_WORDS = 60
"""Words of an answer outside disputes, where another source of a few has its word."""

DIFFERING_WORDS = 80
"""Words of an answer with another name, number or day in the place of its own."""

CLOSE_WORDS = 100
"""Words of an answer with what another source says that answers about as well as the best sentence."""

BESIDE = 30
"""Words that another source's word may have beside the best sentence, however long that is."""

FILLED_WORDS = 40
"""Words up to which an answer is filled with what answers as well."""

MOST_QUOTES = 3
"""Sentences of an answer that is quoted."""

_SAME = 80.0


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of an answer with the candidates whose sentences carry it."""

    text: str
    support: tuple[Candidate, ...]


def choose_quotes(ranking: Ranking) -> list[Part]:
    """Return the sentence that answers best, then what tells it otherwise or as well, as far as the words allow."""
    chosen = list(ranking.items[:1])
    words = sum(len(item.candidate.text.split()) for item in chosen)
    for item in sorted(ranking.items[1:], key=lambda item: -item.otherwise if item.differs else 0.0):
        length, shown = len(item.candidate.text.split()), [other.candidate.text for other in chosen]
        if len(chosen) == MOST_QUOTES:
            break
        new = item.differs or not repeats(item.candidate.text, shown)
        if new and words + length <= _limit(ranking, chosen, item):
            chosen.append(item)
            words += length
    return [Part(item.candidate.text, (item.candidate,)) for item in chosen]


def _limit(ranking: Ranking, chosen: Sequence[Ranked], item: Ranked) -> int:
    """Return how many words an answer may have with a sentence: none, unless it answers nearly as well as the best one.

    A source that is not heard yet has its word though it answers less well, and so has what tells it otherwise; none
    has one of another event.
    """
    if stands_apart(ranking.question, chosen[0].candidate, item.candidate):
        return 0
    if item.differs:
        return DIFFERING_WORDS if item.instead else MOST_WORDS
    if item.candidate.paragraph.source.id in {other.candidate.paragraph.source.id for other in chosen}:
        return FILLED_WORDS if item.answers and ranking.is_close(item) else 0
    if not ranking.may_differ(item):
        return 0
    if len(chosen) == 1 and ranking.few and ranking.is_close(item):
        return CLOSE_WORDS
    if not (ranking.handful or (ranking.few and item.probability >= SURE)):
        return FILLED_WORDS
    return max(MOST_WORDS, len(chosen[0].candidate.text.split()) + BESIDE) if len(chosen) == 1 else MOST_WORDS


def repeats(text: str, others: Iterable[str]) -> bool:
    """Tell whether a sentence says in the same words what one of the others says, with no other name, number or day."""
    return any(fuzz.token_set_ratio(text, other) >= _SAME and not find_substitutions(text, other) for other in others)


def cite_candidate(number: int, candidate: Candidate) -> Citation:
    """Return a candidate as a citation with a number."""
    withdrawn = candidate.before if candidate.continues else ""
    return Citation(number, candidate.paragraph, candidate.text, candidate.copies, candidate.before, withdrawn)


def cite(parts: Sequence[Part]) -> tuple[tuple[AnswerSentence, ...], tuple[Citation, ...]]:
    """Return the sentences of an answer and their citations, numbered from 1 in the order of appearance."""
    citations: list[Citation] = []
    numbers: dict[tuple[int, int, str], int] = {}
    sentences: list[AnswerSentence] = []
    for part in parts:
        cited = []
        for candidate in part.support:
            key = (candidate.paragraph.source.id, candidate.paragraph.n, candidate.text)
            if key not in numbers:
                numbers[key] = len(citations) + 1
                citations.append(cite_candidate(numbers[key], candidate))
            cited.append(numbers[key])
        text = _tell(part, citations[cited[0] - 1], [sentence.text for sentence in sentences])
        sentences.append(AnswerSentence(text, tuple(cited), Verdict.SUPPORTED))
    return tuple(sentences), tuple(citations)


def _tell(part: Part, citation: Citation, told: Sequence[str]) -> str:
    """Return a sentence as the answer has it.

    What puts an error right, what replies to something or denies `this`, and what was so `there` or `then`, would be
    taken for something else without the sentence before it, which is told with it unless it was told just before.
    """
    first = part.support[0]
    if part.text != first.text or not (first.continues or means_elsewhere(first.text) or points_before(first.text)):
        return part.text
    whole = f"{citation.before} {part.text}"
    apart = citation.before in told or whole not in first.paragraph.text
    return part.text if apart else whole
