"""Greedy generation: tokens one by one, their bytes as text, and where to end."""

import codecs
import threading
from collections.abc import Iterable, Iterator, Sequence

from agent.models.context import UBATCH, Context, Grammar
from agent.models.native import Weights

_STEP = 64
"""Prompt tokens between two looks at `stop` where the CPU computes them (fixed, so that answers are too)."""


class Pool:
    """Contexts for generation: one is kept for the next time, as making one takes as long as some tokens."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._idle: Context | None = None
        self._taken = 0
        self._closed = False
        self._lock = threading.Lock()

    def take(self, size: int) -> Context:
        """Return an empty context with room for `size` tokens; raises NativeError."""
        with self._lock:
            context, self._idle = self._idle, None
        if context is None or context.size < size:
            if context:
                context.close()
            context = Context(self._weights, -(-size // 512) * 512)
        context.clear()
        with self._lock:
            self._taken += 1
        return context

    def give_back(self, context: Context) -> None:
        """Keep a context that was taken, and free the one that was kept."""
        with self._lock:
            self._taken -= 1
            spare, self._idle = (context, None) if self._closed else (self._idle, context)
        if spare:
            spare.close()

    def close(self) -> bool:
        """Free what is kept, and what is in use once it is given back; tell whether nothing is in use."""
        with self._lock:
            self._closed = True
            if self._idle:
                self._idle.close()
            self._idle = None
            return self._taken == 0


def write(
    context: Context,
    weights: Weights,
    prompt: Sequence[int],
    most: int,
    grammar: Grammar | None,
    stop: threading.Event | None,
) -> Iterator[int]:
    """Yield up to `most` of the likeliest tokens after the prompt, to the model's end; raises NativeError."""
    step = UBATCH if weights.layers else _STEP
    for start in range(0, len(prompt), step):
        if stop and stop.is_set():
            return
        part = prompt[start : start + step]
        last = len(prompt) - start - 1
        logits = context.decode([(token, start + i, 0, i == last) for i, token in enumerate(part)])
    for position in range(len(prompt), len(prompt) + most):
        token = grammar.choose(logits[0]) if grammar else int(logits[0].argmax())
        if token is None or weights.is_end(token) or (stop and stop.is_set()):
            return
        yield token
        if position + 1 < len(prompt) + most:
            logits = context.decode([(token, position, 0, True)])


def spell(weights: Weights, tokens: Iterable[int]) -> Iterator[str]:
    """Yield the text of tokens; a character that is spread over tokens comes with the last of them."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    for token in tokens:
        if text := decoder.decode(weights.piece(token)):
            yield text


def cut_at(mark: str | None, pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces up to `mark`, holding back what may be its beginning."""
    held = ""
    for piece in pieces:
        held += piece
        if mark and mark in held:
            held = held[: held.index(mark)]
            break
        keep = _overlap(held, mark) if mark else 0
        if len(held) > keep:
            yield held[: len(held) - keep]
            held = held[len(held) - keep :]
    if held:
        yield held


def _overlap(text: str, mark: str) -> int:
    """Return the length of the longest end of the text that begins the mark."""
    return next((n for n in range(min(len(text), len(mark) - 1), 0, -1) if text.endswith(mark[:n])), 0)
