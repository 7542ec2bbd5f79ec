"""The application: it owns the desk and leads from screen to screen."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from agent.pipeline.events import Noted, Refreshing
from agent.pipeline.history import History, Place
from agent.pipeline.settings import Settings
from agent.pipeline.talk import Talk
from agent.tui.chat import ChatScreen
from agent.tui.desk import Desk
from agent.tui.lanes import Ended, Job
from agent.tui.running import draw_stage
from agent.tui.talks import Talks
from index.source import Paragraph


class ChatApp(Talks):
    """The chat over one library and one model."""

    TITLE = "Concord"
    CSS_PATH = "concord.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-small"), (72, "-narrow"), (100, "-wide")]  # noqa: RUF012  declared so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012  by Textual
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", show=False, priority=True)]

    def __init__(
        self, settings: Settings, history: History | None = None, resume: int | None = None, theme: str = ""
    ) -> None:
        colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if colourless else None)
        self.settings, self.history = settings, history
        self.desk = Desk(settings, self.call_later, self.use_shelf)
        self.chat = ChatScreen(Talk(history, id=resume))
        self.place = Place()
        if colourless:
            self.theme = "ansi-dark"  # the one that Textual draws with the terminal's own two colours
        elif theme in self.available_themes:
            self.theme = theme

    def on_mount(self) -> None:
        """Show the chat, and open library and model once it is on the screen."""
        self.push_screen(self.chat)
        self.desk.open(self._tell_opening)
        self.call_after_refresh(self.desk.start)

    @property
    def answering(self) -> bool:
        """Whether an answer is being made."""
        return self.chat.running is not None

    def _tell_opening(self, job: Job, what: Any) -> None:
        if isinstance(what, Refreshing):
            self.status.state = draw_stage(what)
        elif isinstance(what, Noted):
            self.chat.notes.add(f"{what.message} {what.hint}".strip())
        elif not isinstance(what, Ended):
            self._take_shelf(what)
        elif what.error:
            self._show_trouble(what)
        else:
            self.status.model = what.result
            if not self.answering:
                self.status.state = "ready"

    def _show_trouble(self, ended: Ended) -> None:
        from agent.tui.trouble import TroubleScreen

        assert ended.error
        library = not self.place
        self.status.state = "not ready"
        self.status.model = "not loaded"
        what = "The sources cannot be opened." if library else "The model cannot be used."
        self.push_screen(TroubleScreen(what, ended.error, library), self._take_way)

    def _take_way(self, way: str | None) -> None:
        if way == "quit":
            self.exit()
        elif way not in (None, "on"):
            if way != "again":
                self.desk.settings = replace(self.desk.settings, sources=(Path(str(way)),), library="")
            self._open_again()

    def _open_again(self) -> None:
        self.place = Place()
        self.chat.notes.clear()
        self.status.state, self.status.model = "opening the library", "loading"
        self.desk.open(self._tell_opening)

    def open_paragraph(self, paragraph: Paragraph, quote: str) -> None:
        """Show a source at a paragraph."""
        from agent.tui.source import SourceScreen

        self.push_screen(SourceScreen(paragraph, quote))

    def action_search(self) -> None:
        """Open the search."""
        from agent.tui.search import SearchScreen

        self._go(SearchScreen())

    def action_sources(self) -> None:
        """Open the sources."""
        from agent.tui.sources import SourcesScreen

        self._go(SourcesScreen())

    def action_digest(self) -> None:
        """Open the digest."""
        from agent.tui.digest import DigestScreen

        self._go(DigestScreen())

    def action_conversations(self) -> None:
        """Open the list of conversations."""
        from agent.tui.conversations import ConversationsScreen

        if self.history:
            self._go(ConversationsScreen(self.history))
        else:
            self.notify("Conversations are not kept (--no-history).")

    def action_help_quit(self) -> None:
        """Say what Ctrl+C is taken for elsewhere: it copies what is marked, and stops and quits nothing here."""
        self.notify("Escape stops an answer; Ctrl+Q or /quit leaves.")

    def action_help(self) -> None:
        """Show the keys."""
        from agent.tui.help import HelpScreen

        self._go(HelpScreen())

    def _go(self, screen: Screen[None]) -> None:
        if type(self.screen) is not type(screen):
            self.push_screen(screen)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer what Concord can do in the command palette."""
        yield SystemCommand("New conversation", "Begin with an empty screen", self.action_new)
        yield SystemCommand("Conversations", "Take up, export or delete one", self.action_conversations)
        yield SystemCommand("Export", "This conversation, as Markdown", self.action_export)
        yield SystemCommand("Search paragraphs", "Without the model", self.action_search)
        yield SystemCommand("Sources", "What is indexed; add a folder", self.action_sources)
        yield SystemCommand("Digest", "Claims, disputes and timeline", self.action_digest)
        yield SystemCommand("Copy answer", "The last answer with its citations", self.chat.action_copy_answer)
        yield SystemCommand("Open again", "Library and model, after trouble with one of them", self._open_again)
        yield SystemCommand("Help", "The keys", self.action_help)
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Quit"):
                yield command
