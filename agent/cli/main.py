"""The `concord` command: its subcommands are imported only when they are called, so that each starts fast."""

from importlib import import_module
from importlib.metadata import version
from typing import Any

import click

from agent.cli.stdout import noticed

_COMMANDS = {
    "ask": "agent.cli.ask:ask",
    "chat": "agent.cli.chat:chat",
    "digest": "agent.cli.digest:digest",
    "index": "agent.cli.sources:index",
    "sources": "agent.cli.sources:sources",
    "show": "agent.cli.sources:show",
    "eval": "agent.cli.evaluate:evaluate",
    "models": "agent.cli.models:models",
    "doctor": "agent.cli.doctor:doctor",
    "completion": "agent.cli.completion:completion",
}


class _LazyGroup(click.Group):
    """A group that knows the names of its commands and imports one when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of the contract."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Parse the arguments, which may print the help."""
        with noticed():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was called."""
        with noticed():
            return super().invoke(ctx)


def _show_version(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"concord {version('concord-reader')}")
        context.exit()


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show it.")
def concord() -> None:
    """Concord reads a folder of documents and answers questions about it with paragraph citations."""
