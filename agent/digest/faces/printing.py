"""Printing with Rich on a console that keeps the text: rows with a mark, and texts that are never markup."""

from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text


def open_console(width: int, colour: bool) -> "Console":
    """Return a console that keeps what is printed on it."""
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def read_console(console: "Console") -> str:
    """Return what was printed, no line with spaces at its end."""
    assert isinstance(console.file, StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()) + "\n"


def print_item(console: "Console", mark: str, body: "RenderableType", look: str = "", width: int = 2) -> None:
    """Print a text with a mark before it and its further lines as far in as the first."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=width)
    grid.add_column(overflow="fold")
    grid.add_row(style(mark, look), body)
    console.print(grid)


def style(text: str, look: str = "") -> "Text":
    """Return a text in a style, none of it read as markup."""
    from rich.text import Text

    return Text(text, look)


def join(*parts: "Text") -> "Text":
    """Return texts one behind the other."""
    from rich.text import Text

    return Text.assemble(*parts)
