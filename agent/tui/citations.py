"""The citations pane: the numbered quotations of a turn, to move to and to open."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from agent.answer.answer import Citation
from agent.tui.drawing import draw_citation, name_place


class CitationsPane(OptionList):
    """Citations one below the other; Enter or a click opens one, its number moves to it, Ctrl+Y copies it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+y", "copy", "Copy quote"),
        *(Binding(str(n), f"move({n})", show=False) for n in range(1, 10)),
    ]

    class Opened(Message):
        """A citation is to be opened."""

        def __init__(self, citation: Citation) -> None:
            self.citation = citation
            super().__init__()

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.citations: tuple[Citation, ...] = ()
        self.display = False
        self._moved = ""

    def show(self, citations: Sequence[Citation], title: str) -> None:
        """Show these citations instead of the present ones; a pane that was opened stays, so that nothing jumps."""
        if self.citations == tuple(citations) and self.border_title == title:
            return
        self.citations = tuple(citations)
        self.border_title = title
        self.set_options([Option(draw_citation(citation)) for citation in citations])
        self.display = bool(citations) or (self.display and bool(title))

    def action_move(self, number: int) -> None:
        """Move to the citation of this number."""
        for position, citation in enumerate(self.citations):
            if citation.n == number:
                self.highlighted = position
                self._moved += str(number)

    def wants(self, character: str) -> bool:
        """Tell whether a typed character is the number of a citation to move to."""
        return any(str(citation.n) == character for citation in self.citations)

    def complete(self, character: str) -> str:
        """Return a typed character with the digits before it that turn out to begin a question: 3 boats, 1953.

        One digit with a letter behind it was meant to move to a citation.
        """
        moved, self._moved = self._moved, ""
        return character if len(moved) == 1 and character.isalpha() else moved + character

    def action_copy(self) -> None:
        """Copy the quotation with its place."""
        if self.highlighted is not None:
            citation = self.citations[self.highlighted]
            self.post_message(Copied(f"“{citation.quote}” ({name_place(citation.paragraph)})", "Quotation"))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._moved = ""
        self.post_message(self.Opened(self.citations[event.option_index]))


class Copied(Message):
    """A text is to be put on the clipboard; `what` names it."""

    def __init__(self, text: str, what: str) -> None:
        self.text, self.what = text, what
        super().__init__()
