"""A GGUF model on this machine, through llama.cpp."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from agent.models import Message, Stopped
from agent.models.context import Context, Grammar
from agent.models.loading import load_adapter, load_weights
from agent.models.machine import choose_layers
from agent.models.native import NativeError, supports_gpu
from agent.models.relevance import find_replies, word_prompts
from agent.models.template import ChatFormat
from agent.models.weighing import BATCH, SEQUENCES, weigh
from agent.models.writing import Pool, cut_at, spell, write
from index.errors import ModelError

MOST_CONTEXT = 8192
"""Tokens of context at most: contexts are made as large as a prompt needs, and memory grows with them."""


class LlamaModel:
    """A GGUF file loaded by llama.cpp: greedy generation, reranking and contrasting; see `agent.models.Model`.

    `adapter` is a LoRA adapter (Hu et al., 2021) for this model, laid over its weights while it reranks.
    """

    def __init__(self, path: Path, *, name: str | None = None, gpu: str = "auto", adapter: Path | None = None) -> None:
        self.name = name or path.stem
        self._weights = load_weights(path, choose_layers(gpu, supports_gpu()))
        self.context_size = min(self._weights.context_size, MOST_CONTEXT)
        self.parameters: int | None = self._weights.parameters
        self._format = ChatFormat(self._weights)
        self._pool = Pool(self._weights)
        self._adapter = load_adapter(self._weights, adapter) if adapter else None
        self._contexts: dict[bool, Context] = {}
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

    def rerank(self, question: str, passages: Sequence[str], *, stop: threading.Event | None = None) -> list[float]:
        """Return the log-odds that each passage answers the question."""
        return self._lean(word_prompts(self._weights, question, passages), stop)

    def contrast(
        self, question: str, statement: str, passages: Sequence[str], *, stop: threading.Event | None = None
    ) -> list[float]:
        """Return the log-odds that each passage answers the question otherwise than a statement does."""
        return self._lean(word_prompts(self._weights, question, passages, statement), stop)

    def weigh(
        self, prompts: Sequence[Sequence[Message]], options: Sequence[str], *, stop: threading.Event | None = None
    ) -> list[list[float]]:
        """Return for each prompt the log-probability that the reply begins with each option, in either case."""
        tokens = [self._format.tokenize(prompt) for prompt in prompts]
        spelled = [{self._weights.tokenize(form)[0] for form in (each, each.capitalize())} for each in options]
        return self._weigh(tokens, [sorted(each) for each in spelled], stop)

    def close(self) -> None:
        """Free the contexts and the weights; the weights stay while a generation is under way."""
        with self._lock:
            for context in self._contexts.values():
                context.close()
            self._contexts.clear()
            if self._pool.close():
                self._weights.close()

    def _lean(self, prompts: Sequence[Sequence[int]], stop: threading.Event | None) -> list[float]:
        """Return the log-odds of yes against no after each prompt, with the adapter."""
        replies = [[token] for token in find_replies(self._weights)]
        return [yes - no for yes, no in self._weigh(prompts, replies, stop, adapted=True)]

    def _weigh(
        self,
        prompts: Sequence[Sequence[int]],
        options: Sequence[Sequence[int]],
        stop: threading.Event | None,
        *,
        adapted: bool = False,
    ) -> list[list[float]]:
        """Return what is computed with a context of the model's, which one caller at a time has."""

        def check() -> None:
            if stop and stop.is_set():
                raise Stopped

        self._check_fit(max(map(len, prompts), default=0))
        try:
            with self._lock:
                return weigh(prompts, options, lambda size: self._find_context(size, adapted), check)
        except NativeError as error:
            raise self._failure(error) from error

    def _find_context(self, size: int, adapted: bool) -> Context:
        """Return the context for weighing, with the adapter or without, made again where it is too small."""
        found = self._contexts.get(adapted)
        if found is None or found.size < size:
            if found:
                self._contexts.pop(adapted).close()
            adapter = self._adapter if adapted else None
            self._contexts[adapted] = found = Context(self._weights, max(size, BATCH + 64), SEQUENCES, adapter)
        return found

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
