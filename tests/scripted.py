"""A model that says what a test tells it to, behind the same seam as the real ones."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence

from agent.models import Message, Stopped


def share_words(question: str, passage: str) -> float:
    """Return log-odds that grow with the question's words in the passage."""
    return 2.0 * len(set(question.lower().split()) & set(passage.lower().split())) - 3.0


class ScriptedModel:
    """Says `replies` in turn, word by word; an exception among them is raised.

    `judge(question, passage)` gives the log-odds that a passage answers (without it they grow with the words of the
    question that it has), `oppose(statement, passage)` those that it tells otherwise than a statement (without it none
    does), and `lean(prompt)` by how many nats the first option is likelier than the others; None means
    that it cannot tell. `delay` is in seconds before each piece; `seen` holds the messages of each call.
    """

    name = "scripted"

    def __init__(
        self,
        replies: Sequence[str | Exception] = (),
        *,
        judge: Callable[[str, str], float] | None = None,
        oppose: Callable[[str, str], float] | None = None,
        lean: Callable[[str], float] | None = None,
        delay: float = 0.0,
        context_size: int = 4096,
    ) -> None:
        self._replies = list(replies)
        self._judge = judge or share_words
        self._oppose = oppose
        self._lean = lean
        self._delay = delay
        self.context_size = context_size
        self.parameters: int | None = None
        self.seen: list[list[Message]] = []
        self.closed = False

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def fits(self, messages: Sequence[Message], *, max_tokens: int) -> bool:
        return sum(self.count_tokens(message.content) for message in messages) + max_tokens <= self.context_size

    def generate(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        grammar: str | None = None,
        stop: threading.Event | None = None,
    ) -> Iterator[str]:
        self.seen.append(list(messages))
        reply = self._replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        for i, word in enumerate(reply.split(" ")[:max_tokens]):
            time.sleep(self._delay)
            if stop and stop.is_set():
                return
            yield f" {word}" if i else word

    def rerank(self, question: str, passages: Sequence[str], *, stop: threading.Event | None = None) -> list[float]:
        if stop and stop.is_set():
            raise Stopped
        return [self._judge(question, passage) for passage in passages]

    def contrast(
        self, question: str, statement: str, passages: Sequence[str], *, stop: threading.Event | None = None
    ) -> list[float]:
        if stop and stop.is_set():
            raise Stopped
        return [self._oppose(statement, passage) if self._oppose else -9.0 for passage in passages]

    def weigh(
        self, prompts: Sequence[Sequence[Message]], options: Sequence[str], *, stop: threading.Event | None = None
    ) -> list[list[float]] | None:
        if self._lean is None:
            return None
        return [[self._lean(prompt[-1].content), *[0.0] * (len(options) - 1)] for prompt in prompts]

    def close(self) -> None:
        self.closed = True
