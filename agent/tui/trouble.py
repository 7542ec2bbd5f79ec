"""Trouble: what is shown when library or model are missing or broken, with the ways on."""

from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from agent.tui.sources import Paths
from index.errors import ConcordError

Way = Literal["again", "on", "quit"]


class TroubleScreen(ModalScreen[str]):
    """Names the trouble and what mends it; returns `again`, `on`, `quit`, or the path of other sources."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss('on')", "Go on")]

    def __init__(self, what: str, error: ConcordError, ask_path: bool) -> None:
        super().__init__()
        self.what, self.error, self.ask_path = what, error, ask_path

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with VerticalScroll(id="box"):
            yield Static(Content.styled(self.what, "bold $error"))
            yield Static(self.error.message, markup=False)
            yield Static(self.error.hint, markup=False, id="hint")
            if self.ask_path:
                yield Input(placeholder="Or read another file or folder: its path", id="path", suggester=Paths())
            with Horizontal(id="ways"):
                yield Button("Try again", id="again", variant="primary", compact=True)
                yield Button("Go on without", id="on", compact=True)
                yield Button("Quit", id="quit", compact=True)

    @on(Button.Pressed)
    def _press(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id or "on")

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value.strip())
