"""Standard output: a command is not ended by whoever reads only its beginning, nor by letters that no encoding has."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click


class ReaderGone(Exception):
    """Whoever read what a command prints has read enough."""


@contextmanager
def noticed() -> Iterator[None]:
    """Raise ReaderGone where the reader has gone, for which click itself ends the process with 1."""
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGone from error


def put(text: str, newline: bool = True) -> bool:
    """Print a text and tell whether somebody reads it; where the reader has gone, no more is printed from then on."""
    try:
        click.echo(text, nl=newline)
    except BrokenPipeError:
        silence()
        return False
    return True


def silence() -> None:
    """Point standard output elsewhere, so that the interpreter's last flush is silent."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def admit_all() -> None:
    """Let names of files that are no Unicode, and signs that a terminal's encoding lacks, be printed escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
