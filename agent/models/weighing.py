"""What comes next after many prompts: sequences of one batch, which share what they begin with."""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from agent.models.context import Context

BATCH = 1024
"""Tokens that are computed at once: twice as many were slower, as attention spans the whole batch."""
SEQUENCES = 32


def weigh(
    prompts: Sequence[Sequence[int]],
    options: Sequence[Sequence[int]],
    find_context: Callable[[int], "Context"],
    check: Callable[[], None],
) -> list[list[float]]:
    """Return for each prompt (tokens) the log-probability that one of each option's tokens comes next.

    `find_context` returns a context with room for so many tokens; `check` is called before each batch and may
    raise. Raises NativeError.
    """
    import numpy as np

    if not prompts:
        return []
    alike = sum(1 for _ in takewhile(lambda tokens: len(set(tokens)) == 1, zip(*prompts, strict=False)))
    shared = prompts[0][: min(alike, *(len(prompt) - 1 for prompt in prompts))]
    found: list[list[float]] = []
    for logits in _compute([prompt[len(shared) :] for prompt in prompts], shared, find_context, check):
        for row in logits.astype(np.float64):
            total = np.logaddexp.reduce(row)
            found.append([float(np.logaddexp.reduce(row[list(tokens)]) - total) for tokens in options])
    return found


def pack(sizes: Sequence[int]) -> Iterator[range]:
    """Yield consecutive groups whose sizes fill a batch; a size beyond a batch is a group of its own."""
    first = total = 0
    for i, size in enumerate(sizes):
        if i > first and (total + size > BATCH or i - first == SEQUENCES):
            yield range(first, i)
            first, total = i, 0
        total += size
    if sizes:
        yield range(first, len(sizes))


def _compute(
    rests: Sequence[Sequence[int]],
    shared: Sequence[int],
    find_context: Callable[[int], "Context"],
    check: Callable[[], None],
) -> "Iterator[NDArray[np.float32]]":
    """Yield the logits after `shared` and each of `rests`, a row each, batch by batch.

    `shared` is computed once a batch and copied to its sequences.
    """
    for group in pack([len(rest) for rest in rests]):
        check()
        members = [rests[i] for i in group]
        context = find_context(len(shared) + sum(map(len, members)))
        context.clear()
        if shared:
            context.decode([(token, i, 0, False) for i, token in enumerate(shared)])
            context.share(len(members))
        yield context.decode([e for i, rest in enumerate(members) for e in _entries(rest, len(shared), i)])


def _entries(tokens: Sequence[int], start: int, sequence: int) -> Iterator[tuple[int, int, int, bool]]:
    for i, token in enumerate(tokens):
        yield token, start + i, sequence, i == len(tokens) - 1
