"""The keys of a screen, on its last line; on two or three lines where the terminal is narrow."""

from textual.app import ComposeResult
from textual.widgets import Footer

_COLUMNS = 3
"""Keys beside each other in a terminal that is too narrow for all of them in one line."""


class KeyBar(Footer):
    """Shows the keys that do something on the screen."""

    def __init__(self) -> None:
        super().__init__(compact=True)

    def compose(self) -> ComposeResult:
        """Lay the keys out; the grid is used by the style sheet alone, and Textual makes it one line of all keys."""
        yield from super().compose()
        self.styles.grid_size_columns = _COLUMNS
