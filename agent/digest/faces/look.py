"""Look: the form in which a digest is wanted."""

from dataclasses import dataclass

TERMINAL = "terminal"
"""The form of what goes to a terminal: a text that is no file, and carries no checksum."""

WIDTH = 96
"""Columns of a text where nothing else says how many there are."""


@dataclass(frozen=True, slots=True)
class Look:
    """The form of a digest (md, html, json, txt, terminal); how many columns a text has, and whether it has colours."""

    form: str
    width: int = WIDTH
    colour: bool = False
