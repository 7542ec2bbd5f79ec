"""Notes: what should be known of the sources and of the conversation, above its first question."""

from textual.content import Content
from textual.widgets import Static


class Notes(Static):
    """Notes on the sources, one below the other, and one on the conversation on the screen; hidden while empty."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__("", id=id)
        self._sources: list[str] = []
        self._talk = ""

    def add(self, text: str) -> None:
        """Show one more note on the sources."""
        self._sources.append(text)
        self._draw()

    def clear(self) -> None:
        """Take the notes on the sources away."""
        self._sources.clear()
        self._draw()

    def about_talk(self, text: str) -> None:
        """Show this note on the conversation instead of the present one."""
        self._talk = text
        self._draw()

    def _draw(self) -> None:
        notes = [note for note in (*self._sources, self._talk) if note]
        self.update(Content("\n".join(notes)))
        self.display = bool(notes)
