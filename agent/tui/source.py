"""The source screen: one paragraph of a source with the quotation marked, and its neighbours around it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from agent.tui.citations import Copied
from agent.tui.drawing import draw_source, name_place
from agent.tui.keys import KeyBar
from agent.tui.lanes import Ended, Job
from index.source import Paragraph

if TYPE_CHECKING:
    from agent.tui.app import ChatApp

SHOWN = 60
"""Paragraphs that are on the screen before and behind the one that was opened."""


class SourceScreen(Screen[None]):
    """Shows a source at one of its paragraphs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", "Back"),
        Binding("c,ctrl+y", "copy", "Copy quote"),
        Binding("left_square_bracket", "move(-1)", "Earlier part"),
        Binding("right_square_bracket", "move(1)", "Later part"),
        Binding("question_mark,f1", "app.help", "Help", show=False),
    ]
    AUTO_FOCUS = "#body"

    def __init__(self, paragraph: Paragraph, quote: str) -> None:
        super().__init__()
        self.paragraph, self.quote = paragraph, quote
        self.body: Sequence[Paragraph] = ()
        self.copies: Sequence[Paragraph] = ()
        self.middle = paragraph.n

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        source = self.paragraph.source
        yield Static(Content.assemble((draw_source(source), "bold"), f"\n{source.name}"), id="head")
        with VerticalScroll(id="body"):
            yield Static("Opening …", id="loading")
        yield OptionList(id="copies")
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the source beside whatever the model does."""
        self.query_one("#copies").display = False
        shown = self.paragraph

        def work(session: Any) -> tuple[list[Paragraph], list[Paragraph]]:
            from agent.pipeline.browsing import read_around

            return read_around(session, shown)

        cast("ChatApp", self.app).desk.read(work, self._tell)

    def _tell(self, job: Job, ended: Ended) -> None:
        if not self.is_attached:
            return
        if ended.error:
            self.query_one("#loading", Static).update(f"{ended.error.message}\n{ended.error.hint}")
            return
        self.body, self.copies = ended.result
        copies = self.query_one("#copies", OptionList)
        copies.border_title = "Also in"
        copies.add_options([f"{name_place(copy)}  {draw_source(copy.source)}" for copy in self.copies])
        copies.action_first()
        copies.display = bool(self.copies)
        self._show()

    def _show(self) -> None:
        body = self.query_one("#body", VerticalScroll)
        body.remove_children()
        first = max(0, self.middle - 1 - SHOWN)
        shown = self.body[first : self.middle + SHOWN]
        rest = f"Paragraphs {first + 1} to {first + len(shown)} of {len(self.body)}; [ and ] show the others."
        views = [Static(self._draw(item), classes="cited" if item.n == self.paragraph.n else "") for item in shown]
        if len(shown) < len(self.body):
            views.insert(0, Static(rest, classes="rest", markup=False))
        if not any(item.n == self.paragraph.n and self.quote in item.text for item in self.body):
            views.insert(0, Static("This source changed since; the quotation is no longer there.", classes="rest"))
        body.mount_all(views)
        self.call_after_refresh(self._scroll)

    def _scroll(self) -> None:
        body = self.query_one("#body", VerticalScroll)
        for view in self.query(".cited"):
            body.scroll_to_widget(view, animate=False, center=True)

    def _draw(self, item: Paragraph) -> Content:
        text, number = Content(item.text), Content.styled(f"¶{item.n} ", "dim")
        start = item.text.find(self.quote) if item.n == self.paragraph.n and self.quote else -1
        if start >= 0:
            text = text.stylize("bold underline $text-accent", start, start + len(self.quote))
        return number + text

    def action_move(self, step: int) -> None:
        """Show the part of a long source before or behind the present one."""
        middle = min(max(self.middle + step * 2 * SHOWN, 1), len(self.body))
        if len(self.body) > 2 * SHOWN + 1 and middle != self.middle:
            self.middle = middle
            self._show()

    def action_copy(self) -> None:
        """Copy the quotation, or the paragraph where none was opened."""
        text = self.quote or self.paragraph.text
        self.post_message(Copied(f"“{text}” ({name_place(self.paragraph)})", "Quotation"))

    @on(OptionList.OptionSelected, "#copies")
    def _open_copy(self, event: OptionList.OptionSelected) -> None:
        copy = self.copies[event.option_index]
        quote = self.quote if self.quote in copy.text else ""
        cast("ChatApp", self.app).open_paragraph(copy, quote)
