"""The prompt of reranking: plain text, the same in training (`agent.training`) and in use."""

from collections.abc import Sequence

from agent.models.native import Weights

_ASKED, _GIVEN, _REPLY = "Does the passage answer the question?\nQuestion:", "\nPassage:", "\nAnswer:"
_YES, _NO = " yes", " no"


def word_prompts(weights: Weights, question: str, passages: Sequence[str], most: int | None = None) -> list[list[int]]:
    """Return the tokens that ask of each passage whether it answers; `most` are those of a passage that count.

    The question comes first, so that it is computed once for all passages.
    """
    begin = [weights.bos] if weights.adds_bos and weights.bos >= 0 else []
    for part in (_ASKED, f" {question.strip()}", _GIVEN):
        begin += weights.tokenize(part)
    end = weights.tokenize(_REPLY)
    return [[*begin, *weights.tokenize(f" {passage.strip()}")[:most], *end] for passage in passages]


def find_replies(weights: Weights) -> tuple[int, int]:
    """Return the tokens of yes and no."""
    return weights.tokenize(_YES)[0], weights.tokenize(_NO)[0]
