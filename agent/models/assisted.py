"""Any other model with the bundled one beside it, each for what it does best."""

import threading
from collections.abc import Iterator, Sequence

from agent.models import Message, Model, Writer


class AssistedModel:
    """Writes as `writer` does and reranks as `scorer` does; see `agent.models.Model`.

    The bundled model was trained to rerank, and ranking and abstention were fitted to what it says.
    """

    def __init__(self, writer: Writer, scorer: Model) -> None:
        self._writer, self._scorer = writer, scorer
        self.name, self.context_size = writer.name, writer.context_size
        self.parameters: int | None = writer.parameters

    def count_tokens(self, text: str) -> int:
        """Return the number of tokens that a text has for the writer."""
        return self._writer.count_tokens(text)

    def fits(self, messages: Sequence[Message], *, max_tokens: int) -> bool:
        """Tell whether a prompt leaves the writer room for `max_tokens`."""
        return self._writer.fits(messages, max_tokens=max_tokens)

    def generate(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        grammar: str | None = None,
        stop: threading.Event | None = None,
    ) -> Iterator[str]:
        """Yield the pieces of what the writer writes."""
        return self._writer.generate(messages, max_tokens=max_tokens, grammar=grammar, stop=stop)

    def rerank(self, question: str, passages: Sequence[str], *, stop: threading.Event | None = None) -> list[float]:
        """Return how surely the scorer takes each passage for an answer."""
        return self._scorer.rerank(question, passages, stop=stop)

    def contrast(
        self, question: str, statement: str, passages: Sequence[str], *, stop: threading.Event | None = None
    ) -> list[float]:
        """Return how surely the scorer takes each passage for another answer than the statement."""
        return self._scorer.contrast(question, statement, passages, stop=stop)

    def weigh(
        self, prompts: Sequence[Sequence[Message]], options: Sequence[str], *, stop: threading.Event | None = None
    ) -> list[list[float]] | None:
        """Return how likely the writer begins its reply with each option."""
        return self._writer.weigh(prompts, options, stop=stop)

    def close(self) -> None:
        """Free both models."""
        self._writer.close()
        self._scorer.close()
