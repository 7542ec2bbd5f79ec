"""A GGUF model on this machine, through llama.cpp."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from agent.models import Message, Stopped
from agent.models.context import Context, Grammar
from agent.models.likelihood import BATCH, SEQUENCES, Pair, score, weigh
from agent.models.machine import choose_layers
from agent.models.native import NativeError, Weights, supports_gpu
from agent.models.template import ChatFormat
from agent.models.writing import Pool, cut_at, spell, write
from index.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

T = TypeVar("T")

MOST_CONTEXT = 8192
"""Tokens of context at most: contexts are made as large as a prompt needs, and memory grows with them."""

_HEAD, _TAIL = "Please write a question based on this passage.\nPassage:", "\nQuestion:"


class LlamaModel:
    """A GGUF file loaded by llama.cpp: greedy generation and likelihoods; see `agent.models.Model`."""

    def __init__(self, path: Path, *, name: str | None = None, gpu: str = "auto") -> None:
        self.name = name or path.stem
        self._weights = load_weights(path, choose_layers(gpu, supports_gpu()))
        self.context_size = min(self._weights.context_size, MOST_CONTEXT)
        self.parameters: int | None = self._weights.parameters
        self._format = ChatFormat(self._weights)
        self._pool = Pool(self._weights)
        self._scoring: Context | None = None
        self._lock = threading.Lock()

    @property
    def layers_on_gpu(self) -> int:
        """The layers that were asked onto a GPU, 0 where all run on the CPU."""
        return self._weights.layers

    def count_tokens(self, text: str) -> int:
        """Return the number of tokens of a text."""
        return len(self._weights.tokenize(text))

    def fits(self, messages: Sequence[Message], *, max_tokens: int) -> bool:
        """Tell whether a prompt leaves room for `max_tokens`."""
        return len(self._format.tokenize(messages)) + max_tokens <= self.context_size

    def generate(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        grammar: str | None = None,
        stop: threading.Event | None = None,
    ) -> Iterator[str]:
        """Yield the pieces of the most likely text; raises ModelError, also where the prompt does not fit."""
        prompt = self._format.tokenize(messages)
        self._check_fit(len(prompt) + max_tokens)
        rules, context = None, None
        try:
            rules = Grammar(self._weights, grammar) if grammar else None
            context = self._pool.take(len(prompt) + max_tokens)
            tokens = write(context, self._weights, prompt, max_tokens, rules, stop)
            yield from cut_at(self._format.stop, spell(self._weights, tokens))
        except NativeError as error:
            raise self._failure(error) from error
        finally:
            if context:
                self._pool.give_back(context)
            if rules:
                rules.close()

    def likelihoods(
        self, question: str, passages: Sequence[str], *, stop: threading.Event | None = None
    ) -> list[float]:
        """Return the mean log-probability of a token of the question after each passage.

        The prompt is that of unsupervised passage reranking (Sachan et al., 2022) with its instruction
        put first, where the passages share it, and as plain text, so that it holds for any template.
        """
        after = self._weights.tokenize(" " + question.strip())
        pairs = [Pair(self._weights.tokenize(f" {passage.strip()}{_TAIL}"), after) for passage in passages]
        return [float(values.mean()) for values in self._score(pairs, self._begin(_HEAD), stop)]

    def weigh(
        self, prompts: Sequence[Sequence[Message]], options: Sequence[str], *, stop: threading.Event | None = None
    ) -> list[list[float]]:
        """Return for each prompt the log-probability that the reply begins with each option, in either case."""
        tokens = [self._format.tokenize(prompt) for prompt in prompts]
        spelled = [{self._weights.tokenize(form)[0] for form in (each, each.capitalize())} for each in options]
        self._check_fit(max(map(len, tokens), default=0))
        return self._compute(lambda check: weigh(tokens, [sorted(s) for s in spelled], self._find_scoring, check), stop)

    def close(self) -> None:
        """Free the contexts and the weights; the weights stay while a generation is under way."""
        with self._lock:
            if self._scoring:
                self._scoring.close()
            self._scoring = None
            if self._pool.close():
                self._weights.close()

    def _begin(self, text: str) -> list[int]:
        start = [self._weights.bos] if self._weights.adds_bos and self._weights.bos >= 0 else []
        return start + self._weights.tokenize(text)

    def _score(
        self, pairs: Sequence[Pair], shared: Sequence[int], stop: threading.Event | None
    ) -> "list[NDArray[np.float32]]":
        self._check_fit(len(shared) + max((pair.size for pair in pairs), default=0))
        return self._compute(lambda check: score(pairs, shared, self._find_scoring, check), stop)

    def _compute(self, work: Callable[[Callable[[], None]], T], stop: threading.Event | None) -> T:
        """Return what is computed with the scoring context, which one caller at a time has."""

        def check() -> None:
            if stop and stop.is_set():
                raise Stopped

        try:
            with self._lock:
                return work(check)
        except NativeError as error:
            raise self._failure(error) from error

    def _find_scoring(self, size: int) -> Context:
        """Return the context for scoring, made again where it is too small."""
        if self._scoring is None or self._scoring.size < size:
            if self._scoring:
                self._scoring.close()
                self._scoring = None
            self._scoring = Context(self._weights, max(size, BATCH + 64), SEQUENCES)
        return self._scoring

    def _check_fit(self, size: int) -> None:
        if size > self.context_size:
            raise ModelError(
                f"The prompt needs {size} tokens, and {self.name} has room for {self.context_size}.",
                "Ask a shorter question, or use a model with a larger context: concord models",
            )

    def _failure(self, error: NativeError) -> ModelError:
        hint = "Use a smaller model: concord models"
        if self._weights.layers:
            hint = "Keep it off the GPU (--gpu off), or use a smaller model: concord models"
        return ModelError(f"{self.name}: {error}.", hint)


def load_weights(path: Path, attempts: Sequence[int]) -> Weights:
    """Load a GGUF file with the first number of GPU layers that works; raises ModelError."""
    for layers in attempts:
        try:
            weights = Weights(path, layers)
        except NativeError as error:
            reason = error
            continue
        if weights.encodes:
            weights.close()
            raise ModelError(f"{path} is not a model that writes text.", "Choose another: concord models")
        if layers == 0 or _works(weights):
            return weights
        weights.close()
    hint = f"The file {path} may be cut off, or too new for this llama.cpp: fetch it again."
    raise ModelError(f"{reason}.", hint)


def _works(weights: Weights) -> bool:
    """Tell whether the GPU has room for a context beside the weights."""
    try:
        Context(weights, min(weights.context_size, 4096)).close()
    except NativeError:
        return False
    return True
