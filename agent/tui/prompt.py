"""The prompt: one line to ask in, which remembers what was asked."""

import re
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.widgets import Input

from index.controls import strip_controls

LONGEST = 4000
"""Characters that a question may have; a longer one is a document, not a question."""


class Prompt(Input):
    """An input line; Up and Down go through what was asked, `?` on an empty line opens the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "recall(-1)", "Earlier question", show=False),
        Binding("down", "recall(1)", "Later question", show=False),
        Binding("tab", "screen.newest", "Newest turn", show=False),
    ]

    def __init__(self) -> None:
        placeholder = "Ask the sources a question; ? for help"
        super().__init__(placeholder=placeholder, id="prompt", max_length=LONGEST, select_on_focus=False)
        self.asked: list[str] = []
        self._at = 0
        self._draft = ""

    def take(self) -> str:
        """Return the question in the prompt, remember it, and empty the prompt; empty where there is none.

        What has no words is taken away with a notice.
        """
        question = " ".join(strip_controls(self.value).split())
        self.value = ""
        if any(character.isalnum() for character in question):
            self.asked.append(question)
            self._at = len(self.asked)
            return question
        if question:
            self.notify("There are no words in that; ask in words, or press ? for help.", severity="warning")
        return ""

    def remember(self, questions: Sequence[str]) -> None:
        """Leave questions to the Up key, the last of them first."""
        self.asked = [*self.asked, *questions]
        self._at = len(self.asked)

    def put_back(self, question: str) -> None:
        """Put a question back, unless another one is being typed; that leaves it to the Up key."""
        if not self.value:
            self.value = question
            self.cursor_position = len(question)

    def put_back_marked(self, command: str) -> None:
        """Put a command back, marked as a whole, so that what is typed next takes its place."""
        self.put_back(command)
        self.select_all()

    def take_up(self, text: str) -> None:
        """Go on with a question that is typed while something else has the focus."""
        self.screen.set_focus(self)
        self.insert_text_at_cursor(text)

    def action_recall(self, step: int) -> None:
        """Show an earlier or a later question."""
        if self._at == len(self.asked):
            self._draft = self.value
        self._at = min(max(self._at + step, 0), len(self.asked))
        self.value = self.asked[self._at] if self._at < len(self.asked) else self._draft
        self.cursor_position = len(self.value)

    def on_paste(self, event: Paste) -> None:
        """Take all lines of what is pasted as one, or say that it is too long; Textual takes the first line."""
        event.prevent_default().stop()
        text = re.sub(r"\s+", " ", strip_controls(event.text))
        text = text if self.value else text.lstrip()
        length = len(self.value) - len(self.selected_text) + len(text)
        if length > LONGEST:
            told = f"Not pasted: the question would have {length:,} characters; {LONGEST:,} are the most."
            self.notify(f"{told} Documents are added on the sources screen (Ctrl+L).", severity="warning")
        else:
            self.replace(text, *self.selection)

    def on_key(self, event: Key) -> None:
        """Take `?` as a wish for help where no question begins with it."""
        if event.character == "?" and not self.value:
            event.prevent_default().stop()
            self.app.action_help()  # type: ignore[attr-defined]
