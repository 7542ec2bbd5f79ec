"""The command line: reads options, runs the pipeline, draws what happens and the answer."""

import os
import signal
import sys
from typing import NoReturn

INTERRUPTED = 130
"""The exit code after Ctrl-C."""


def run() -> None:
    """Run `concord`."""
    _run(sys.argv[1:])


def run_ask() -> None:
    """Run `ask`, which is `concord ask`."""
    _run(["ask", *sys.argv[1:]])


def _run(arguments: list[str]) -> None:
    """Run a command; while it is imported and when it is done, an interruption ends the process in one line."""
    kept = signal.getsignal(signal.SIGINT)
    if kept is signal.default_int_handler:  # a job in the background ignores it
        signal.signal(signal.SIGINT, _leave)
    from agent.cli.edge import run_command
    from agent.cli.main import concord

    try:
        signal.signal(signal.SIGINT, kept)
        code = run_command(concord, arguments)
        if kept is signal.default_int_handler:
            signal.signal(signal.SIGINT, _leave)
    except KeyboardInterrupt:  # a second one, or one between two lines of these
        _leave()
    sys.exit(code)


def _leave(*_: object) -> NoReturn:
    os.write(2, b"error: Interrupted.\n")
    os._exit(INTERRUPTED)
