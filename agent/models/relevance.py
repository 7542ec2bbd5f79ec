"""The prompts of reranking and contrasting: plain text, the same in training (`agent.training`) and in use."""

from collections.abc import Sequence

from agent.models.native import Weights

_ANSWERS = "Does the passage answer the question?"
_DIFFERS = "Does the passage contradict the statement on the question?"
_ASKED, _TOLD, _GIVEN, _REPLY = "\nQuestion:", "\nStatement:", "\nPassage:", "\nAnswer:"
_YES, _NO = " yes", " no"


def word_prompts(
    weights: Weights, question: str, passages: Sequence[str], statement: str = "", most: int | None = None
) -> list[list[int]]:
    """Return the tokens that ask of each passage whether it answers or, with a statement, whether it contradicts that.

    `most` are the tokens of a statement or passage that count. What is the same for all passages comes first, so that
    it is computed once.
    """
    begin = [weights.bos] if weights.adds_bos and weights.bos >= 0 else []
    for part in (f"{_DIFFERS if statement else _ANSWERS}{_ASKED}", f" {question.strip()}"):
        begin += weights.tokenize(part)
    if statement:
        begin += [*weights.tokenize(_TOLD), *weights.tokenize(f" {statement.strip()}")[:most]]
    begin += weights.tokenize(_GIVEN)
    end = weights.tokenize(_REPLY)
    return [[*begin, *weights.tokenize(f" {passage.strip()}")[:most], *end] for passage in passages]


def find_replies(weights: Weights) -> tuple[int, int]:
    """Return the tokens of yes and no."""
    return weights.tokenize(_YES)[0], weights.tokenize(_NO)[0]
