"""The command line: reads options, runs the pipeline, draws what happens and the answer."""

import sys


def run() -> None:
    """Run `concord`."""
    from agent.cli.main import concord

    _run(concord, sys.argv[1:])


def run_ask() -> None:
    """Run `ask`, which is `concord ask`."""
    from agent.cli.main import concord

    _run(concord, ["ask", *sys.argv[1:]])


def _run(command: object, arguments: list[str]) -> None:
    from agent.cli.edge import run_command

    sys.exit(run_command(command, arguments))
