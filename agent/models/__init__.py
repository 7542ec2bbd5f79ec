"""The one seam to a language model: whatever answers to `Model` can be used."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from agent.models.catalog import BUNDLED, find_model, is_address
from index.errors import ConcordError

FREELY = 1_000_000_000
"""Weights from which a model is trusted with more than one sentence at a time."""

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation."""

    role: Role
    content: str


class Stopped(Exception):
    """Scoring was given up because the caller's `stop` was set."""


class Writer(Protocol):
    """What writes, local or remote; methods raise ModelError, and may be called from any thread."""

    name: str
    context_size: int
    """The most tokens that a prompt and what is generated from it may have together."""
    parameters: int | None
    """How many weights it has, None where that is not known."""

    def count_tokens(self, text: str) -> int:
        """Return the number of tokens of a text; an upper estimate where the tokenizer is not known."""

    def fits(self, messages: Sequence[Message], *, max_tokens: int) -> bool:
        """Tell whether a prompt leaves room for `max_tokens`."""

    def generate(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        grammar: str | None = None,
        stop: threading.Event | None = None,
    ) -> Iterator[str]:
        """Yield the pieces of the most likely text, under a GBNF grammar if given, until `stop` is set."""

    def weigh(
        self, prompts: Sequence[Sequence[Message]], options: Sequence[str], *, stop: threading.Event | None = None
    ) -> list[list[float]] | None:
        """Return for each prompt the log-probability that the reply begins with each option.

        Options are single words that differ in their first letters. None where the model cannot tell;
        raises Stopped once `stop` is set.
        """

    def close(self) -> None:
        """Free the model; it cannot be used any more."""


class Model(Writer, Protocol):
    """A writer that can also tell answers from other passages, and from answers that contradict them."""

    def rerank(self, question: str, passages: Sequence[str], *, stop: threading.Event | None = None) -> list[float]:
        """Return the log-odds that each passage answers the question; raises Stopped once `stop` is set."""

    def contrast(
        self, question: str, statement: str, passages: Sequence[str], *, stop: threading.Event | None = None
    ) -> list[float]:
        """Return the log-odds that each passage answers the question otherwise than a statement does."""


def writes_freely(model: Writer) -> bool:
    """Tell whether a model is large enough (or of unknown size) to phrase from whole paragraphs."""
    return model.parameters is None or model.parameters >= FREELY


def load_model(spec: str | None = None, *, offline: bool = False, gpu: str = "auto") -> Model:
    """Return the model that `spec` names, the bundled one by default; any other is assisted by it.

    `gpu` is `auto`, `off` or a number of layers. Raises ModelError or UsageError.
    """
    if spec is None or spec == BUNDLED:
        return _load_bundled(gpu)
    if is_address(spec):
        from agent.models.remote import RemoteModel

        return _assist(RemoteModel(spec, offline=offline))
    from agent.models.llama import LlamaModel

    return _assist(LlamaModel(find_model(spec, offline=offline), gpu=gpu))


def _assist(writer: Writer) -> Model:
    from agent.models.assisted import AssistedModel

    try:
        return AssistedModel(writer, _load_bundled("off"))
    except ConcordError:
        writer.close()
        raise


def _load_bundled(gpu: str) -> Model:
    from agent.models.llama import LlamaModel
    from agent.models.quantization import find_adapter, find_bundled

    return LlamaModel(find_bundled(), name=BUNDLED, gpu=gpu, adapter=find_adapter())
