"""Printing with Rich on a console that keeps the text: rows with a mark, and texts that are never markup."""

from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def open_console(width: int, colour: bool) -> "Console":
    """Return a console that keeps what is printed on it."""
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=width,
        height=25,  # else the terminal is asked for it at every print
        force_terminal=colour,
        color_system="standard" if colour else None,  # and not what the environment says
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def read_console(console: "Console") -> str:
    """Return what was printed, no line with spaces at its end."""
    assert isinstance(console.file, StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()) + "\n"


def print_item(console: "Console", mark: str, body: "Text", look: str = "", width: int = 2) -> None:
    """Print a text with a mark before it and its further lines as far in as the first."""
    head = style(mark.ljust(width), look)
    lines = body.wrap(console, console.width - head.cell_len - 1, overflow="fold")
    indent = style("\n" + " " * (head.cell_len + 1))
    console.print(join(head, style(" "), indent.join(lines)), soft_wrap=True)


def style(text: str, look: str = "") -> "Text":
    """Return a text in a style, none of it read as markup."""
    from rich.text import Text

    return Text(text, look)


def join(*parts: "Text") -> "Text":
    """Return texts one behind the other."""
    from rich.text import Text

    return Text.assemble(*parts)
