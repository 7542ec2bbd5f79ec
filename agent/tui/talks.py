"""Talks: conversations begun, taken up over their own sources, exported and deleted."""

from typing import TYPE_CHECKING, Any

from agent.pipeline.events import Noted, Refreshing
from agent.pipeline.history import History, Place
from agent.pipeline.talk import Talk
from agent.tui.lanes import Ended, Job
from agent.tui.outlet import Outlet
from agent.tui.page import Page
from agent.tui.running import count, draw_stage
from agent.tui.status import StatusLine

if TYPE_CHECKING:
    from agent.tui.chat import ChatScreen
    from agent.tui.desk import Desk


class Talks(Outlet):
    """An application that holds one conversation at a time, over the sources that are open."""

    history: History | None
    desk: "Desk"
    chat: "ChatScreen"
    place: Place
    """The sources that are open, empty until they are."""

    @property
    def status(self) -> StatusLine:
        """The status line of the chat."""
        return self.chat.query_one(StatusLine)

    def use_shelf(self, shelf: Any) -> None:
        """Show what the library holds now, and ask it from now on."""
        self.place = Place(shelf.name, () if shelf.name else tuple(map(str, shelf.folders)))
        self.chat.talk.move(self.place)
        if isinstance(self.screen, Page):
            self.screen.use_shelf(shelf)
        self.status.library = f"{self.place.name} ({count(len(shelf.sources), 'source')})"

    def _take_shelf(self, shelf: Any) -> None:
        """Use the library that was opened, and say so where the conversation was held over another one."""
        before = self.chat.talk
        held, known = before.sources, before.place
        self.use_shelf(shelf)
        if before.turns and (known != self.place if known else held != self.place.name):
            self.chat.notes.about_talk(f"This conversation was held over {held}; it goes on over {self.place.name}.")

    def action_new(self) -> None:
        """Begin another conversation."""
        self._show_talk(Talk(self.history, self.place))

    def resume(self, conversation: int) -> None:
        """Take a conversation up again, over the sources that it was held over."""
        self.desk.keep(lambda: Talk(self.history, self.place, conversation), self._tell_resumed)

    def _tell_resumed(self, job: Job, ended: Ended) -> None:
        self.report(job, ended)
        if ended.result:
            self._show_talk(ended.result)

    def _show_talk(self, talk: Talk) -> None:
        while self.screen is not self.chat and len(self.screen_stack) > 1:
            self.pop_screen()
        self.call_later(self._use_talk, talk)

    async def _use_talk(self, talk: Talk) -> None:
        await self.chat.use(talk)
        if talk.place and talk.place != self.place:
            self.status.state = "opening the library"
            self.desk.move(talk.place, self._tell_moving)
        elif talk.turns and talk.sources != self.place.name:
            self.chat.notes.about_talk(
                f"This conversation was held over {talk.sources}; it goes on over {self.place.name}."
            )
            talk.move(self.place)

    def _tell_moving(self, job: Job, what: Any) -> None:
        if isinstance(what, Refreshing):
            self.status.state = draw_stage(what)
        elif isinstance(what, Noted):
            self.chat.notes.add(f"{what.message} {what.hint}".strip())
        elif isinstance(what, Ended):
            self.status.state = "ready"
            if what.error:
                self.chat.notes.about_talk(f"{what.error.message} The conversation goes on over {self.place.name}.")
                self.chat.talk.move(self.place)
            else:
                self.use_shelf(what.result)

    def forget(self, conversation: int) -> None:
        """Delete a kept conversation; the one on the screen goes on as a new one."""
        history = self.history
        if history:
            self.desk.keep(lambda: history.delete(conversation), self.report)
        if self.chat.talk.id == conversation:
            self.chat.talk.leave()

    def export(self, conversation: int) -> None:
        """Write a kept conversation as Markdown into the working folder, or hand it to the browser."""
        self.desk.keep(lambda: self.deliver(Talk(self.history, id=conversation)), self.report)

    def action_export(self) -> None:
        """Write the conversation on the screen as Markdown."""
        talk = self.chat.talk
        if talk.turns:
            self.desk.keep(lambda: self.deliver(talk), self.report)
        else:
            self.notify("There is nothing to export yet.")
