"""The sources screen: what is indexed, what failed and why, and a line to add a folder."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, OptionList, ProgressBar, Static
from textual.widgets.option_list import Option

from agent.pipeline.events import Noted, Refreshing
from agent.tui.keys import KeyBar
from agent.tui.lanes import Ended, Job
from agent.tui.page import Page
from agent.tui.running import count, draw_stage
from index.source import Paragraph, Source

NOTHING = "there is no document in it that Concord reads; what is put there is read with the next question"


class SourcesScreen(Page):
    """Lists the library; Enter opens a source, `d` removes its folder, the line below adds a file or folder."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("d", "remove", "Remove folder")]
    AUTO_FOCUS = "#rows"

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[Source] = []
        self.folders: list[Path] = []
        """The folder that each row belongs to, the sources first and then those that hold none."""
        self._head = ""
        self._doomed: Path | None = None
        self._added: Path | None = None

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static("Reading the library …", id="head", markup=False)
        yield OptionList(id="rows")
        yield ProgressBar(id="progress", show_eta=False)
        yield Input(placeholder="Add a file or folder: its path", id="folder", suggester=Paths())
        yield KeyBar()

    def on_mount(self) -> None:
        """Read what the library holds."""
        from agent.pipeline.browsing import list_shelf

        self.query_one("#progress").display = False
        self.concord.desk.read(list_shelf, self.tell)

    def show(self, result: Any) -> None:
        """Draw what the library holds."""
        self.sources = [source for source, _, _ in result.sources]
        self.folders = [_find_folder(source.path, result.folders) for source in self.sources]
        name = f"Library {result.name}: " if result.name else ""
        folders = ", ".join(map(str, result.folders))
        failed = f", {len(result.failures)} not read" if result.failures else ""
        self._head = f"{count(len(self.sources), 'source')}{failed}\n{name}{folders}"
        self.set_head(self._head)
        rows: list[Option] = [Option(_draw(*entry)) for entry in result.sources]
        filled = {*self.folders, *(_find_folder(failure.path, result.folders) for failure in result.failures)}
        for folder in result.folders:
            if folder not in self.folders and self.concord.place:  # else they are still being read
                self.folders.append(folder)
                state = "nothing in it could be read" if folder in filled else NOTHING
                rows.append(Option(Content.assemble((str(folder), "bold"), f"\n{state}")))
        for failure in result.failures:
            text = f"Not read: {failure.name}", f"\n{failure.reason} {failure.hint}".rstrip()
            rows.append(Option(Content.assemble((text[0], "bold $error"), text[1]), disabled=True))
        self.set_rows(rows)

    def use_shelf(self, shelf: Any) -> None:
        """Draw what the library holds now."""
        if self.is_attached:
            self.show(shelf)

    @on(OptionList.OptionSelected, "#rows")
    def _open(self, event: OptionList.OptionSelected) -> None:
        if event.option_index < len(self.sources):
            self.concord.open_paragraph(Paragraph(self.sources[event.option_index], 1, ""), "")

    @on(OptionList.OptionHighlighted, "#rows")
    def _spare(self) -> None:
        if self._doomed:
            self._doomed = None
            self.set_head(self._head)

    def action_remove(self) -> None:
        """Read the folder of the chosen source no more, at the second press."""
        at = self.query_one("#rows", OptionList).highlighted
        if at is None or at >= len(self.folders):
            return
        folder = self.folders[at]
        if self._doomed != folder:
            self._doomed = folder
            held = count(self.folders[: len(self.sources)].count(folder), "source")
            self.set_head(f"Press d again to read {folder} ({held}) no more; its files stay where they are.")
            return
        self._doomed = None
        self.set_head("Waiting for the answer that is being made …" if self.concord.answering else "Removing …")
        self.concord.desk.remove(folder, self._tell_change)

    @on(Input.Submitted, "#folder")
    def _add(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.set_head("Waiting for the answer that is being made …" if self.concord.answering else "Reading …")
            self._added = Path(event.value.strip())
            self.concord.desk.add(self._added, self._tell_change)
            event.input.value = ""

    def _tell_change(self, job: Job, what: Any) -> None:
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
            if isinstance(what, Ended) and what.result:
                self._tell_nothing()

    def _tell_nothing(self) -> None:
        """Say so where what was added gave no source; why files in it were not read stands below the others."""
        added, self._added = self._added, None
        if added and added.expanduser().resolve() in self.folders[len(self.sources) :]:
            self.set_head(f"{self._head}\nNothing was read in {added}.")


def _find_folder(path: str, folders: Sequence[Path]) -> Path:
    """Return which of the folders a source was found in."""
    holding = [folder for folder in folders if Path(path).is_relative_to(folder)]
    return max(holding, key=lambda folder: len(folder.parts), default=Path(path))


def _draw(source: Source, paragraphs: int, when: str) -> Content:
    known = " · ".join(part for part in (source.publisher, source.date) if part)
    facts = f"{count(paragraphs, 'paragraph')}, indexed {when[:16].replace('T', ' ')}"
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
