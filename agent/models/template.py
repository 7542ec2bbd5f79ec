"""Chat templates: messages become the tokens that a model was trained on."""

from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import TemplateError

from agent.models import Message
from agent.models.native import Jinja2ChatFormatter, Weights

PLAIN_STOP = "\nQuestion:"
"""Where a model without a template goes on to make up the next turn."""


class ChatFormat:
    """Turns messages into a prompt with the model's own template, or into plain text where none works.

    `stop` is a text that ends what the model writes, beside its own end token.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._bos = weights.text_of(weights.bos)
        self._render: Callable[[Sequence[Message]], str] = _render_plain
        self.stop: str | None = PLAIN_STOP
        if weights.template:
            self._use(weights.template)

    def tokenize(self, messages: Sequence[Message]) -> list[int]:
        """Return the prompt's tokens, with one begin-of-sequence token where the model wants it.

        Markers of the chat format inside a message are defused: a document cannot end its own turn.
        """
        text = self._render([Message(message.role, self._defuse(message.content)) for message in messages])
        if self._bos and text.startswith(self._bos):
            text = text[len(self._bos) :]
            return [self._weights.bos, *self._weights.tokenize(text, special=True)]
        start = [self._weights.bos] if self._weights.adds_bos and self._weights.bos >= 0 else []
        return start + self._weights.tokenize(text, special=True)

    def _use(self, template: str) -> None:
        """Take the template if it renders a conversation; templates come with files and may be anything."""
        try:
            formatter = Jinja2ChatFormatter(template, self._weights.text_of(self._weights.eos), self._bos)
            self._render = _make_renderer(formatter)
            self._render([Message("system", "a"), Message("user", "b")])
            self.stop = None
        except (TemplateError, ValueError, TypeError, ArithmeticError, LookupError, AttributeError):
            self._render, self.stop = _render_plain, PLAIN_STOP

    def _defuse(self, content: str) -> str:
        control = {t for t in self._weights.tokenize(content, special=True) if self._weights.is_control(t)}
        for marker in (self._weights.text_of(token) for token in control):
            content = content.replace(marker, f"{marker[:1]} {marker[1:]}")
        return content


def _make_renderer(formatter: Jinja2ChatFormatter) -> Callable[[Sequence[Message]], str]:
    def apply(messages: Sequence[Message]) -> str:
        turns: list[Any] = [{"role": message.role, "content": message.content} for message in messages]
        return str(formatter(messages=turns).prompt)

    def render(messages: Sequence[Message]) -> str:
        try:
            return apply(messages)
        except (TemplateError, ValueError):
            return apply(merge_system(messages))  # some templates refuse a system turn

    return render


def merge_system(messages: Sequence[Message]) -> list[Message]:
    """Return the messages with system turns put before the user turn that follows."""
    merged: list[Message] = []
    pending = ""
    for message in messages:
        if message.role == "system":
            pending += message.content + "\n\n"
        else:
            merged.append(Message(message.role, pending + message.content))
            pending = ""
    return merged


def _render_plain(messages: Sequence[Message]) -> str:
    heads = {"system": "", "user": "Question: ", "assistant": "Answer: "}
    turns = [heads[message.role] + message.content for message in messages]
    return "\n\n".join(turns) + "\n\nAnswer:"
