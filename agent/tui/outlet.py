"""The outlet: what leaves the chat, to the clipboard or into a file, within what a terminal allows."""

from io import StringIO
from pathlib import Path
from typing import Any

from textual.app import App

from agent.pipeline.talk import Talk
from agent.tui.citations import Copied
from agent.tui.lanes import Ended, Job

LARGEST_COPY = 74_994
"""Characters of base64 that xterm takes in one OSC 52; others take at least as many."""


class Outlet(App[None]):
    """An application that can copy and export."""

    def copy(self, text: str, what: str) -> None:
        """Put a text on the clipboard through the terminal, unless it is more than terminals take."""
        if len(text.encode()) * 4 / 3 > LARGEST_COPY:
            self.notify(f"{what} too long for a terminal's clipboard; export it instead.", severity="warning")
            return
        self.copy_to_clipboard(text)
        self.notify(f"{what} sent to the clipboard (if it is not there: ? says why).")

    def on_copied(self, event: Copied) -> None:
        """Copy what a widget asks for."""
        self.copy(event.text, event.what)

    def report(self, job: Job, ended: Ended) -> None:
        """Say why something could not be kept, or what should be known of it."""
        if ended.error:
            self.notify(f"{ended.error.message} {ended.error.hint}", severity="error", markup=False)
        elif isinstance(ended.result, str) and ended.result:
            self.notify(ended.result, severity="warning", markup=False)

    def deliver(self, talk: Talk) -> None:
        """Write a conversation as Markdown into the working folder, or hand it to the browser.

        Called beside the interface, which then says where it is.
        """
        from agent.pipeline.exporting import export_talk, name_file, name_talk, write_new

        name, text = name_file(name_talk(talk)), export_talk(talk)
        if self.is_web:
            self.call_later(self.deliver_text, StringIO(text), save_filename=f"{name}.md")
        else:
            path = write_new(Path.cwd(), name, text)
            self.call_later(self.notify, f"Exported to {path}", markup=False)

    def on_delivery_complete(self, event: Any) -> None:
        """Say where the export is."""
        if event.path:
            self.notify(f"Exported to {event.path}", markup=False)

    def on_delivery_failed(self, event: Any) -> None:
        """Say why there is no export."""
        self.notify(f"Not exported: {event.exception}", severity="error", markup=False)
