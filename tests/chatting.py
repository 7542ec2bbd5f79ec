"""The chat as a test drives it: the real application without a terminal, and what stands on its screen."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from agent.pipeline.history import History
from agent.pipeline.settings import Settings
from agent.tui.app import ChatApp

FRAMES = re.compile("[─│╭╮╰╯▏▌█▄▂▆▇▔]")
PATIENCE = 400  # times 0.05 s: only a test that fails waits that long


class Chat:
    """An application under test."""

    def __init__(self, app: ChatApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def text(self) -> str:
        """The words on the screen: frames left out, blanks and line ends made one."""
        return " ".join(FRAMES.sub(" ", " ".join(self.lines)).split())

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds; fail with the screen where it never does."""
        for _ in range(PATIENCE):
            if holds():
                return
            await self.pilot.pause(0.05)
        raise AssertionError("\n".join(self.lines))

    async def sees(self, text: str) -> None:
        """Wait until a text is on the screen."""
        await self.until(lambda: text in self.text)

    async def ask(self, question: str) -> None:
        """Type a question and press Enter."""
        await self.enter("#prompt", question)

    async def enter(self, field: str, text: str) -> None:
        """Put a text into a field at once and press Enter there."""
        found = self.app.screen.query_one(field, Input)
        found.focus()
        found.value = text
        await self.pilot.press("enter")

    async def answered(self, turns: int = 1) -> None:
        """Wait until so many turns are over."""
        await self.until(lambda: len(self.app.chat.views) == turns and not self.app.answering)


@asynccontextmanager
async def chatting(
    *sources: Path,
    size: tuple[int, int] = (110, 34),
    history: History | None = None,
    resume: int | None = None,
    model: str = "",
) -> AsyncIterator[Chat]:
    """Run the chat over these sources until the block ends."""
    app = ChatApp(Settings(sources=sources, model=model), history, resume)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            yield Chat(app, pilot)
    finally:
        app.desk.close()
