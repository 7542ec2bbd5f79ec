"""`concord chat`: the terminal chat, or the same in a browser."""

import os
import shlex
import sys
from dataclasses import replace
from pathlib import Path

import click
from click.core import ParameterSource

from agent.cli.options import SourcesCommand, common_options
from agent.pipeline.settings import Settings, read_config
from index.errors import UsageError


@click.command(cls=SourcesCommand)
@common_options
@click.option("--resume", is_flag=True, help="Take up the last conversation again.")
@click.option("--no-history", is_flag=True, help="Keep nothing of this conversation.")
@click.option("--web", is_flag=True, help="Show the chat in a browser instead.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address for --web; others can reach another one.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port for --web.")
def chat(settings: Settings, resume: bool, no_history: bool, web: bool, host: str, port: int) -> None:
    """Ask and follow up in a terminal application.

    A conversation that is taken up again is held over the sources that it had, unless others are given.
    """
    if web:
        from agent.tui.web import LOOPBACK, serve

        if host not in LOOPBACK:
            click.echo("note: whoever can reach that address can read these sources.", err=True)
        serve(
            _own_command(), host, port, lambda address: click.echo(f"Concord is on {address} until Ctrl+C.", err=True)
        )
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and "TEXTUAL_DRIVER" not in os.environ:
        raise UsageError("The chat needs a terminal.", 'Ask without one: concord ask "…"; or use --web.')
    context = click.get_current_context()
    given = [context.get_parameter_source(name) is ParameterSource.COMMANDLINE for name in ("sources", "library")]
    _run(settings, resume, no_history, any(given))


def _run(settings: Settings, resume: bool, no_history: bool, given: bool) -> None:
    from agent.pipeline.history import History
    from agent.tui.app import ChatApp

    config = read_config()
    history = History() if config.get("history", True) and not no_history else None
    last = history.find(limit=1) if history and resume else []
    if last and last[0].place and not given:
        place = last[0].place
        settings = replace(settings, library=place.library, sources=tuple(map(Path, place.folders)))
    app = ChatApp(settings, history, last[0].id if last else None, config.get("theme", ""))
    try:
        app.run()
    finally:
        app.desk.close()


def _own_command() -> str:
    words = [word for word in sys.argv[1:] if word != "--web"]
    return shlex.join([sys.executable, "-c", "from agent.cli import run; run()", *words])
