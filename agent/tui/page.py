"""A page: a screen with a list that is filled beside whatever the model does; Escape leads back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agent.tui.lanes import Ended, Job

if TYPE_CHECKING:
    from textual.visual import VisualType

    from agent.tui.app import ChatApp


class Page(Screen[None]):
    """What search, sources, conversations and digest share: a heading and a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", "Back"),
        Binding("question_mark,f1", "app.help", "Help", show=False),
    ]

    @property
    def concord(self) -> "ChatApp":
        """The application."""
        return cast("ChatApp", self.app)

    def set_head(self, text: str) -> None:
        """Say what the page shows."""
        self.query_one("#head", Static).update(text)

    def set_rows(self, rows: Sequence["VisualType | Option"]) -> None:
        """Show these rows, and stay at the present one as far as possible."""
        rows_list = self.query_one("#rows", OptionList)
        at = rows_list.highlighted
        rows_list.set_options(rows)
        if at is None:
            rows_list.action_first()
        elif rows:
            rows_list.highlighted = min(at, len(rows) - 1)

    def tell(self, job: Job, what: Any) -> None:
        """Show what a job made, or why it could not."""
        if not self.is_attached or not isinstance(what, Ended):
            return
        if what.error:
            self.set_head(f"{what.error.message}\n{what.error.hint}".strip())
        else:
            self.show(what.result)

    def use_shelf(self, shelf: Any) -> None:
        """Take note of what the library holds now."""

    def show(self, result: Any) -> None:
        """Draw what was read."""
        raise NotImplementedError
