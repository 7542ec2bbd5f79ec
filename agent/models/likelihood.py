"""How likely a model finds one text after another: many sequences a batch, logits only where needed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from agent.models.context import Context

BATCH = 1024
"""Tokens that are computed at once: twice as many were slower, as attention spans the whole batch."""
SEQUENCES = 32


@dataclass(frozen=True, slots=True)
class Pair:
    """The tokens of a text and those of what may follow it, both not empty."""

    before: Sequence[int]
    after: Sequence[int]

    @property
    def size(self) -> int:
        """The tokens that are computed: the last one's successor is not asked for."""
        return len(self.before) + len(self.after) - 1


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


def score(
    pairs: Sequence[Pair],
    shared: Sequence[int],
    find_context: Callable[[int], "Context"],
    check: Callable[[], None],
) -> list["NDArray[np.float32]"]:
    """Return the log-probabilities of the tokens of each `after`, given `shared` and its `before`.

    `shared` is computed once a batch and copied to its sequences; `find_context` returns a context with
    room for so many tokens; `check` is called before each batch and may raise. Raises NativeError.
    """
    scores: list[NDArray[np.float32]] = []
    for members, logits in _compute(pairs, shared, find_context, check):
        scores += _split(logits, members)
    return scores


def weigh(
    prompts: Sequence[Sequence[int]],
    options: Sequence[Sequence[int]],
    find_context: Callable[[int], "Context"],
    check: Callable[[], None],
) -> list[list[float]]:
    """Return for each prompt the log-probability that one of each option's tokens comes next; see `score`."""
    import numpy as np

    if not prompts:
        return []
    alike = sum(1 for _ in takewhile(lambda tokens: len(set(tokens)) == 1, zip(*prompts, strict=False)))
    shared = prompts[0][: min(alike, *(len(prompt) - 1 for prompt in prompts))]
    pairs = [Pair(prompt[len(shared) :], options[0][:1]) for prompt in prompts]
    found: list[list[float]] = []
    for _, logits in _compute(pairs, shared, find_context, check):
        for row in logits.astype(np.float64):
            total = np.logaddexp.reduce(row)
            found.append([float(np.logaddexp.reduce(row[list(tokens)]) - total) for tokens in options])
    return found


def _compute(
    pairs: Sequence[Pair],
    shared: Sequence[int],
    find_context: Callable[[int], "Context"],
    check: Callable[[], None],
) -> Iterator[tuple[list[Pair], "NDArray[np.float32]"]]:
    """Yield batches of pairs with the logits that each of their `after` tokens is judged by, in order."""
    for group in pack([pair.size for pair in pairs]):
        check()
        members = [pairs[i] for i in group]
        context = find_context(len(shared) + sum(pair.size for pair in members))
        context.clear()
        if shared:
            context.decode([(token, i, 0, False) for i, token in enumerate(shared)])
            context.share(len(members))
        yield members, context.decode([e for i, pair in enumerate(members) for e in _entries(pair, len(shared), i)])


def _entries(pair: Pair, start: int, sequence: int) -> Iterator[tuple[int, int, int, bool]]:
    tokens = [*pair.before, *pair.after[:-1]]
    for i, token in enumerate(tokens):
        yield token, start + i, sequence, i >= len(pair.before) - 1


def _split(logits: "NDArray[np.float32]", members: Sequence[Pair]) -> list["NDArray[np.float32]"]:
    import numpy as np

    targets = np.array([token for pair in members for token in pair.after])
    ends = np.cumsum([len(pair.after) for pair in members])[:-1]
    return np.split(log_probabilities(logits, targets), ends)


def log_probabilities(logits: "NDArray[np.float32]", targets: "NDArray[np.int64]") -> "NDArray[np.float32]":
    """Return the log-softmax of each row (one a token, as wide as the vocabulary) at its target."""
    import numpy as np

    found = np.empty(len(targets), dtype=np.float32)
    for start in range(0, len(targets), 64):  # a few rows at a time stay in the processor's cache
        rows = logits[start : start + 64]
        highest = rows.max(axis=1)
        total = np.exp(rows - highest[:, None]).sum(axis=1)
        chosen = rows[np.arange(len(rows)), targets[start : start + 64]]
        found[start : start + 64] = chosen - highest - np.log(total)
    return found
