"""The edge of the command line: where errors become one message with a hint, and an exit code."""

import os
import sys
import traceback
from typing import Any

import click

from agent.cli import INTERRUPTED
from agent.cli.stdout import ReaderGone, admit_all, silence
from index.errors import ConcordError

FAILED = 3


def run_command(command: Any, arguments: list[str]) -> int:
    """Run a click command and return the exit code of the contract; no traceback is shown without -v."""
    try:
        admit_all()
        code = command.main(arguments, "concord", standalone_mode=False, color=choose_colour())
    except ConcordError as error:
        return _draw(error.message, error.hint, error.exit_code)
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _draw("Interrupted.", "What was done is kept.", INTERRUPTED)
    except click.ClickException as error:
        return _draw(error.format_message(), _usage_hint(error), 2)
    except ReaderGone:
        silence()
        return 0
    except MemoryError:
        _trace()
        return _draw("There is too little memory.", "End other programs, or raise the limit (ulimit -v).", FAILED)
    except OSError as error:
        _trace()
        where = f" {error.filename}" if error.filename else ""
        message = f"{error.strerror or error}:{where}".rstrip(":")
        return _draw(message, "`concord doctor` checks what Concord needs.", FAILED)
    except Exception as error:  # noqa: BLE001  the last boundary: a bug is reported in one line as well
        _trace()
        hint = "Run the same command with -v for the whole report."
        return _draw(f"Something in Concord failed: {type(error).__name__}: {error}", hint, FAILED)
    return code if isinstance(code, int) else 0


def choose_colour() -> bool | None:
    """Return False where colours are unwanted (no-color.org) or unknown, None where only terminals get them."""
    return False if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else None


def _usage_hint(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f"`{context.command_path} --help` shows the options." if context else "`concord --help` shows the commands."


def _draw(message: str, hint: str, code: int) -> int:
    click.echo(click.style("error: ", fg="red", bold=True) + message, err=True, color=choose_colour())
    if hint:
        click.echo(click.style(" hint: ", fg="cyan") + hint, err=True, color=choose_colour())
    return code


def _trace() -> None:
    if "-v" in sys.argv or "--verbose" in sys.argv:
        traceback.print_exc()
