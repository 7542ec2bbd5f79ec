"""Keeping what the model wrote: a sentence of its draft that its passage supports and that answers, nothing else."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from agent.answer.answer import Verdict
from agent.answer.composition import Part
from agent.answer.draft import DraftSentence
from agent.evidence.candidates import Candidate
from agent.evidence.forms.kinds import holds_kind
from agent.evidence.ranked import Ranking
from agent.verify.support.tokens import tokenize
from agent.verify.support.verdict import check_sentence

_SAME = 90.0


def keep_supported(
    draft: Sequence[DraftSentence], passages: Sequence[str], ranking: Ranking, quotes: Sequence[Part]
) -> list[Part]:
    """Return the draft with every failing sentence replaced by the best quotation; empty when none can be kept.

    A sentence is kept when a passage that it cites supports it, when that passage's sentence is one of those that
    answer, and when it still holds the kind of answer that was asked for.
    """
    parts: list[Part] = []
    for sentence in draft:
        part = _keep(sentence, passages, ranking)
        if part is not None and not any(fuzz.ratio(part.text, other.text) >= _SAME for other in parts):
            parts.append(part)
    if not parts:
        return []
    if len(parts) < len(draft) and not _carries(quotes[0], parts):
        parts.append(quotes[0])
    return parts


def _keep(sentence: DraftSentence, passages: Sequence[str], ranking: Ranking) -> Part | None:
    cited = [passages[number - 1] for number in sentence.numbers if number <= len(passages)]
    check = check_sentence(sentence.text, cited)
    if check.verdict is not Verdict.SUPPORTED:
        return None
    if holds_kind(ranking.question, sentence.text) < holds_kind(ranking.question, check.quote):
        return None
    support = _find_support(check.quote, ranking)
    return Part(restore(sentence.text, check.quote), (support,)) if support else None


def restore(sentence: str, quote: str) -> str:
    """Return the quoted text itself where the sentence has all of its words: models write points and spaces anew."""
    same = [token.key for token in tokenize(sentence)] == [token.key for token in tokenize(quote)]
    return quote if same else sentence


def _find_support(quote: str, ranking: Ranking) -> Candidate | None:
    """Return the candidate that the quoted text begins with, where it is one of those that answer."""
    for item in ranking.items:
        if ranking.is_close(item) and (item.candidate.text in quote or quote in item.candidate.text):
            return item.candidate
    return None


def _carries(quote: Part, parts: Sequence[Part]) -> bool:
    return any(quote.support[0] in part.support for part in parts)
