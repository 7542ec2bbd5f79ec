"""`concord completion`: the script that makes a shell complete Concord's commands."""

import click
from click.shell_completion import get_completion_class

from index.errors import UsageError


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL, to be evaluated in its start-up file.

    bash: eval "$(concord completion bash)"
    """
    script = get_completion_class(shell)
    if script is None:
        raise UsageError(f"There is no completion for {shell}.", "Use bash, zsh or fish.")
    root = context.find_root()
    click.echo(script(root.command, {}, "concord", "_CONCORD_COMPLETE").source())
