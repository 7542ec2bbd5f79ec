"""What the library holds: sources, their numbered paragraphs, and the chunks that are searched."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of one file: its body as paragraphs, and what the file says of itself."""

    title: str
    paragraphs: tuple[str, ...]
    publisher: str | None = None
    date: str | None = None
    """Publication date in ISO form (`2017-11-08`); a reader leaves it empty where there is known to be no one date."""
    made: str | None = None
    """When the file was made: its date of publication only where nothing that it says tells another."""
    revised: str | None = None
    """When a reader of it is told that it was last changed."""
    unread: tuple[str, ...] = ()
    """The names of what is attached to it and was not read."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document of the library; `name` is its path relative to the folder that was given."""

    id: int
    name: str
    path: str
    title: str
    publisher: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The citable unit: paragraph `n`, counted from 1, of one source."""

    source: Source
    n: int
    text: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is embedded: the text of paragraphs `first` to `last`, or a part of one very long paragraph."""

    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A ranked chunk of one source, with the parts that its score is made of."""

    source: Source
    chunk: Chunk
    score: float
    parts: dict[str, float]
