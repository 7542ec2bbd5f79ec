"""The citations of a conversation: which turn's are beside it, how one gets to them, and what is typed there."""

from typing import TYPE_CHECKING, cast

from textual import on
from textual.events import Key, Paste
from textual.screen import Screen

from agent.answer.answer import Citation
from agent.pipeline.conversation import State
from agent.tui.citations import CitationsPane
from agent.tui.prompt import Prompt
from agent.tui.turn import TurnView

if TYPE_CHECKING:
    from agent.tui.app import ChatApp


class CitedScreen(Screen[None]):
    """A screen of turns with the pane of their citations."""

    @property
    def concord(self) -> "ChatApp":
        """The application."""
        return cast("ChatApp", self.app)

    @property
    def views(self) -> list[TurnView]:
        """The turns on the screen, in order."""
        return list(self.query(TurnView))

    def action_cited(self) -> None:
        """Move to the citations."""
        pane = self.query_one(CitationsPane)
        if pane.display:
            pane.focus()
            pane.highlighted = pane.highlighted or 0

    def action_newest(self) -> None:
        """Move to the newest turn."""
        if self.views:
            self.views[-1].focus()

    def on_key(self, event: Key) -> None:
        """Take what is typed beside the question line into it, but for the number of a citation to move to."""
        pane, prompt = self.query_one(CitationsPane), self.query_one(Prompt)
        if event.character is None or not event.is_printable or (event.character == "?" and not prompt.value):
            return
        if self.focused is pane and pane.wants(event.character):
            return
        event.prevent_default().stop()
        prompt.take_up(pane.complete(event.character))

    def on_paste(self, event: Paste) -> None:
        """Take what is pasted beside the question line into it."""
        prompt = self.query_one(Prompt)
        self.set_focus(prompt)
        prompt.on_paste(event)

    def action_open_citation(self, turn: int, number: int) -> None:
        """Open the source of a citation."""
        view = self.views[turn - 1]
        self.show_citations(view)
        for citation in view.citations:
            if citation.n == number:
                self._open(citation)

    def action_copy_answer(self) -> None:
        """Copy the answer that was chosen, or the last one, with its citations."""
        from agent.pipeline.markdown import write_markdown

        chosen = self.focused if isinstance(self.focused, TurnView) else None
        answered = [view for view in self.views if view.turn.answer]
        view = chosen or (answered[-1] if answered else None)
        if view and view.turn.state is State.ANSWERED:
            self.concord.copy(write_markdown([view.turn]), "Answer")

    def show_citations(self, view: TurnView) -> None:
        """Show the citations of a turn beside the conversation."""
        self.query_one(CitationsPane).show(view.citations, view.title)

    @on(TurnView.Chosen)
    def _choose(self, event: TurnView.Chosen) -> None:
        self.show_citations(event.view)

    @on(CitationsPane.Opened)
    def _opened(self, event: CitationsPane.Opened) -> None:
        self._open(event.citation)

    def _open(self, citation: Citation) -> None:
        self.concord.open_paragraph(citation.paragraph, citation.quote)
