"""Commands: words behind a slash that do in the prompt what the keys do."""

import re

_ACTIONS = {
    "app.help": ("help", "keys", "commands"),
    "app.quit": ("quit", "exit", "bye"),
    "app.new": ("new", "clear", "reset"),
    "app.export": ("export", "save"),
    "app.conversations": ("conversations", "history", "resume"),
    "app.sources": ("sources", "docs", "add"),
    "app.search": ("search", "find"),
    "app.digest": ("digest", "summary"),
    "screen.copy_answer": ("copy",),
    "screen.stop": ("stop", "cancel"),
}
"""Actions of the chat, each with its name and the other words that users of such programs try."""
COMMANDS = {name: action for action, names in _ACTIONS.items() for name in names}
_COMMAND = re.compile(r"/(?P<name>[a-z]+)(?!\S)", re.IGNORECASE)


def read_command(text: str) -> str | None:
    """Return the name of the command that a line is, known or not; None for a question."""
    match = _COMMAND.match(text)
    return match["name"].lower() if match else None


def list_commands() -> str:
    """Return the commands by the name that each is listed under."""
    return " ".join(f"/{names[0]}" for names in _ACTIONS.values())
