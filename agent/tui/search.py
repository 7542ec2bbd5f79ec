"""The search screen: paragraphs that hold some words, found without the model."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList, Static

from agent.tui.drawing import draw_paragraph
from agent.tui.keys import KeyBar
from agent.tui.lanes import Job
from agent.tui.page import Page
from agent.tui.running import count
from index.source import Paragraph


class SearchScreen(Page):
    """Searches while one types; Enter or a click opens a paragraph in its source."""

    AUTO_FOCUS = "#words"

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Paragraph] = []
        self._job: Job | None = None

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Input(placeholder="Words to look for in all paragraphs", id="words")
        yield Static("", id="head", markup=False)
        yield OptionList(id="rows")
        yield KeyBar()

    @on(Input.Changed, "#words")
    def _search(self, event: Input.Changed) -> None:
        words = event.value

        def work(session: Any) -> list[Paragraph]:
            from agent.pipeline.browsing import find_paragraphs

            return find_paragraphs(session, words) if words.strip() else []

        if self._job:
            self._job.stop.set()
        self._job = self.concord.desk.read(work, self.tell)

    def show(self, result: Any) -> None:
        """Draw the paragraphs that were found."""
        self.found = result
        words = self.query_one("#words", Input).value
        self.set_head(count(len(self.found), "paragraph") if words.strip() else "")
        self.set_rows([draw_paragraph(paragraph, words.split()) for paragraph in self.found])

    @on(Input.Submitted, "#words")
    def _enter(self) -> None:
        rows = self.query_one("#rows", OptionList)
        if self.found:
            rows.focus()

    @on(OptionList.OptionSelected, "#rows")
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.concord.open_paragraph(self.found[event.option_index], "")
