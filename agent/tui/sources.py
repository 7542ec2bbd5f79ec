"""The sources screen: what is indexed, what failed and why, and a line to add a folder."""

from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Footer, Input, OptionList, ProgressBar, Static
from textual.widgets.option_list import Option

from agent.pipeline.events import Noted, Refreshing
from agent.tui.desk import Ended, Job
from agent.tui.page import Page
from agent.tui.running import draw_stage
from index.source import Paragraph, Source


class SourcesScreen(Page):
    """Lists the library; Enter opens a source, the line below adds a file or folder."""

    AUTO_FOCUS = "#rows"

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[Source] = []

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static("Reading the library …", id="head", markup=False)
        yield OptionList(id="rows")
        yield ProgressBar(id="progress", show_eta=False)
        yield Input(placeholder="Add a file or folder: its path", id="folder", suggester=Paths())
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Read what the library holds."""
        from agent.pipeline.browsing import list_shelf

        self.query_one("#progress").display = False
        self.concord.desk.read(list_shelf, self.tell)

    def show(self, result: Any) -> None:
        """Draw what the library holds."""
        self.sources = [source for source, _, _ in result.sources]
        name = f"Library {result.name}: " if result.name else ""
        folders = ", ".join(map(str, result.folders))
        failed = f", {len(result.failures)} not read" if result.failures else ""
        self.set_head(f"{len(self.sources)} sources{failed}\n{name}{folders}")
        rows: list[Option] = [Option(_draw(*entry)) for entry in result.sources]
        for failure in result.failures:
            text = f"Not read: {failure.name}", f"\n{failure.reason} {failure.hint}".rstrip()
            rows.append(Option(Content.assemble((text[0], "bold $error"), text[1]), disabled=True))
        self.set_rows(rows)

    @on(OptionList.OptionSelected, "#rows")
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.concord.open_paragraph(Paragraph(self.sources[event.option_index], 1, ""), "")

    @on(Input.Submitted, "#folder")
    def _add(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.set_head("Waiting for the answer that is being made …" if self.concord.answering else "Reading …")
            self.concord.desk.add(Path(event.value.strip()), self._tell_adding)
            event.input.value = ""

    def _tell_adding(self, job: Job, what: Any) -> None:
        bar = self.query_one("#progress", ProgressBar) if self.is_attached else None
        if isinstance(what, Ended) and what.result:
            self.concord.use_shelf(what.result)
        if bar is None:
            return
        bar.display = isinstance(what, Refreshing) and bool(what.total)
        if isinstance(what, Refreshing):
            self.set_head(draw_stage(what))
            bar.update(total=what.total or None, progress=what.done)
        elif isinstance(what, Noted):
            self.notify(f"{what.message} {what.hint}", markup=False)
        else:
            self.tell(job, what)


def _draw(source: Source, paragraphs: int, when: str) -> Content:
    known = " · ".join(part for part in (source.publisher, source.date) if part)
    facts = f"{paragraphs} paragraphs, indexed {when[:16].replace('T', ' ')}"
    place = f"{source.name} · {known} · {facts}" if known else f"{source.name} · {facts}"
    return Content.assemble((source.title, "bold"), "\n", (place, "dim"))


class Paths(Suggester):
    """Completes the path of a folder or file."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first path that begins as the value does."""
        folder, _, start = value.rpartition("/")
        place = Path(f"{folder}/" if value.startswith("/") or folder else ".").expanduser()
        try:
            names = sorted(item.name + ("/" if item.is_dir() else "") for item in place.iterdir())
        except OSError:
            return None
        found = next((name for name in names if start and name.startswith(start)), None)
        return value[: len(value) - len(start)] + found if found else None
