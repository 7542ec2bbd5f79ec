"""The prompt: one line to ask in, which remembers what was asked."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Input


class Prompt(Input):
    """An input line; Up and Down go through what was asked, `?` on an empty line opens the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "recall(-1)", "Earlier question", show=False),
        Binding("down", "recall(1)", "Later question", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(placeholder="Ask the sources a question; ? for help", id="prompt", max_length=4000)
        self.asked: list[str] = []
        self._at = 0
        self._draft = ""

    def take(self) -> str:
        """Return the question in the prompt, remember it, and empty the prompt; empty where there is none."""
        question = " ".join(self.value.split())
        if any(character.isalnum() for character in question):
            self.asked.append(question)
            self._at = len(self.asked)
            self.value = ""
            return question
        return ""

    def put_back(self, question: str) -> None:
        """Put a question back, unless another one is being typed; that leaves it to the Up key."""
        if not self.value:
            self.value = question
            self.cursor_position = len(question)

    def action_recall(self, step: int) -> None:
        """Show an earlier or a later question."""
        if self._at == len(self.asked):
            self._draft = self.value
        self._at = min(max(self._at + step, 0), len(self.asked))
        self.value = self.asked[self._at] if self._at < len(self.asked) else self._draft
        self.cursor_position = len(self.value)

    def on_key(self, event: Key) -> None:
        """Take `?` as a wish for help where no question begins with it."""
        if event.character == "?" and not self.value:
            event.prevent_default().stop()
            self.app.action_help()  # type: ignore[attr-defined]
