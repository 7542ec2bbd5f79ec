"""A span: a piece of a sentence that may be the answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A piece `text[start:end]` that may be the answer, and how well it fits what is asked for, 0 to 1."""

    start: int
    end: int
    fit: float
