"""The conversations screen: what was asked before; to be found, taken up, exported and deleted."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from agent.pipeline.history import History, Kept
from agent.tui.keys import KeyBar
from agent.tui.page import Page
from agent.tui.running import count


class ConversationsScreen(Page):
    """Lists the kept conversations, the latest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "export", "Export"),
        Binding("d", "delete", "Delete"),
    ]
    AUTO_FOCUS = "#rows"

    def __init__(self, history: History) -> None:
        super().__init__()
        self.history = history
        self.kept: list[Kept] = []
        self._doomed: int | None = None

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Input(placeholder="Words to look for in questions and answers", id="words")
        yield Static("", id="head", markup=False)
        yield OptionList(id="rows")
        yield KeyBar()

    def on_mount(self) -> None:
        """List the conversations."""
        self._list()

    @on(Input.Changed, "#words")
    def _list(self) -> None:
        words = self.query_one("#words", Input).value
        self.concord.desk.keep(lambda: self.history.find(words), self.tell)

    def show(self, result: Any) -> None:
        """Draw the conversations."""
        self.kept = result
        self.set_head(f"{count(len(self.kept), 'conversation')}; Enter takes one up again")
        self.set_rows([_draw(item) for item in self.kept])

    @on(Input.Submitted, "#words")
    def _enter(self) -> None:
        self.query_one("#rows").focus()

    @on(OptionList.OptionHighlighted, "#rows")
    def _spare(self) -> None:
        self._doomed = None

    @on(OptionList.OptionSelected, "#rows")
    def _resume(self, event: OptionList.OptionSelected) -> None:
        self.concord.resume(self.kept[event.option_index].id)

    def _chosen(self) -> Kept | None:
        at = self.query_one("#rows", OptionList).highlighted
        return self.kept[at] if at is not None and at < len(self.kept) else None

    def action_export(self) -> None:
        """Write the conversation as Markdown."""
        if kept := self._chosen():
            self.concord.export(kept.id)

    def action_delete(self) -> None:
        """Delete the conversation at the second press."""
        kept = self._chosen()
        if kept is None:
            return
        if self._doomed != kept.id:
            self._doomed = kept.id
            self.set_head("Press d again to delete this conversation for good.")
            return
        self._doomed = None
        self.concord.forget(kept.id)
        self._list()


def _draw(kept: Kept) -> Content:
    facts = f"{kept.at[:16].replace('T', ' ')} UTC · {count(kept.turns, 'question')} · {kept.sources}".rstrip(" ·")
    return Content.assemble((kept.title, "bold"), "\n", (facts, "dim"))
