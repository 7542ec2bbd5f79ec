"""The chat screen: the conversation, its citations beside it, the prompt below."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from agent.pipeline.conversation import Turn
from agent.pipeline.talk import Talk
from agent.tui.citations import CitationsPane
from agent.tui.cited import CitedScreen
from agent.tui.commands import COMMANDS, list_commands, read_command
from agent.tui.keys import KeyBar
from agent.tui.notes import Notes
from agent.tui.prompt import Prompt
from agent.tui.running import Running
from agent.tui.status import StatusLine
from agent.tui.turn import TurnView
from index.errors import ConcordError

_WELCOME = (
    "Ask a question; every sentence of the answer carries the number of the paragraph it stands in.\n"
    "Escape stops an answer, Ctrl+O moves to the citations, Ctrl+P lists all commands, ? explains."
)


class ChatScreen(CitedScreen):
    """Asks one question after another and shows what the pipeline reports of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "Stop"),
        Binding("ctrl+o", "cited", "Cited"),
        Binding("ctrl+f", "app.search", "Search", priority=True),
        Binding("ctrl+l", "app.sources", "Sources"),
        Binding("ctrl+g", "app.digest", "Digest"),
        Binding("ctrl+t", "app.conversations", "History"),
        Binding("ctrl+n", "app.new", "New", show=False),
        Binding("ctrl+y", "copy_answer", "Copy answer", show=False),
        Binding("question_mark,f1", "app.help", "Help", show=False),
    ]
    AUTO_FOCUS = "#prompt"

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        self.talk = talk
        self.running: Running | None = None
        self.waiting: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with Container(id="desk"):
            with VerticalScroll(id="talk", can_focus=False):
                yield Static(_WELCOME, id="welcome")
                yield Notes(id="note")
                yield from (TurnView(n, turn) for n, turn in enumerate(self.talk.turns, 1))
            yield CitationsPane(id="citations")
        yield Prompt()
        yield StatusLine(id="status")
        yield KeyBar()

    async def use(self, talk: Talk) -> None:
        """Show another conversation instead of the present one; what still waits there is left to the Up key."""
        waiting, self.waiting = self.waiting, []
        self.action_stop()
        self.talk = talk
        self.notes.about_talk("")
        self._draw_waiting()
        await self.query(TurnView).remove()
        views = [TurnView(n, turn) for n, turn in enumerate(talk.turns, 1)]
        await self.query_one("#talk").mount_all(views)
        self.query_one(CitationsPane).show((), "")
        self._show_end()
        self.query_one(Prompt).remember(waiting)

    def on_mount(self) -> None:
        """Show the end of a conversation, and stay there while answers come and the terminal changes its size."""
        self.query_one("#talk").anchor()
        self._show_end()

    def _show_end(self) -> None:
        self.query_one(Prompt).asked = [turn.asked for turn in self.talk.turns]
        if self.talk.turns:
            self.show_citations(self.views[-1])
            self.call_after_refresh(self.query_one("#talk").scroll_end, animate=False)

    @property
    def notes(self) -> Notes:
        """What should be known of the sources and the conversation."""
        return self.query_one(Notes)

    @on(Prompt.Submitted)
    async def _submit(self) -> None:
        question = self.query_one(Prompt).take()
        command = read_command(question)
        if command:
            await self._command(command, question)
        elif not question:
            return
        elif self.running:
            self.waiting.append(question)
            self._draw_waiting()
        else:
            self.ask(question)

    async def _command(self, name: str, typed: str) -> None:
        """Do what a word behind a slash names."""
        if action := COMMANDS.get(name):
            await self.run_action(action)
        else:
            told = f"There is no command /{name}; there are {list_commands()}. What you type next takes its place."
            self.notify(told, severity="warning")
            self.query_one(Prompt).put_back_marked(typed)

    def ask(self, question: str) -> None:
        """Ask a question as the next turn."""
        n = len(self.talk.turns) + 1
        turn, past = Turn(question), tuple(self.talk.turns)
        self.talk.put(n, turn)
        view = TurnView(n, turn)
        self.query_one("#talk").mount(view)
        self.running = Running(view, self.query_one(StatusLine), self._over)
        self.running.job = self.concord.desk.ask(question, past, self.running.tell)
        self._keep(n, turn)
        self.call_after_refresh(self.query_one("#talk").scroll_end, animate=False)
        self.show_citations(view)

    def _over(self, running: Running, turn: Turn, error: ConcordError | None) -> None:
        """Keep how a turn ended, and go on with the question that waits."""
        if running is not self.running:
            return
        self.running = None
        self.talk.put(running.view.n, turn)
        self._keep(running.view.n, turn)
        self.show_citations(running.view)
        if error:
            self.waiting.clear()
            self.query_one(Prompt).put_back(turn.asked)
        if self.waiting:
            self.ask(self.waiting.pop(0))
        self._draw_waiting()

    def _keep(self, n: int, turn: Turn) -> None:
        talk = self.talk
        self.concord.desk.keep(lambda: talk.keep(n, turn), self.concord.report)

    def action_stop(self) -> None:
        """Stop the answer that is being made; without one, go back to the prompt."""
        if self.running:
            self.running.stop()
        self.query_one(Prompt).focus()

    def _draw_waiting(self) -> None:
        count = len(self.waiting)
        self.query_one(Prompt).border_title = f"{count} waiting" if count else ""
