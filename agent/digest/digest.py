"""What a digest is made of: stories with their sources, claims, timeline and summary, every sentence cited."""

from dataclasses import dataclass
from enum import StrEnum

from agent.answer.answer import Citation
from index.source import Source


class Status(StrEnum):
    """How a claim stands among the sources of its story."""

    AGREED = "agreed"
    SINGLE = "single"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class StorySource:
    """One source of a story; `origin` numbers its independent voice from 1, `copy_of` names what it reprints."""

    source: Source
    origin: int
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name as most sources spell it, and its other spellings."""

    name: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion: its text, how many origins carry it, and who opposes it.

    The text is verbatim from the first citation, or that with whole phrases left out that not all citations have.

    `citations` and `opposing` are numbers of the story's citations; `date` is ISO or None.
    """

    text: str
    status: Status
    origins: int
    citations: tuple[int, ...]
    opposing: tuple[int, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of the summary with the numbers of its citations."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened on a day (ISO date), as a cited sentence."""

    date: str
    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Sources about one event and what they say of it; `key` is the content address of all it was made from."""

    key: str
    title: str
    sources: tuple[StorySource, ...]
    origins: int
    names: tuple[Name, ...]
    summary: tuple[SummarySentence, ...]
    claims: tuple[Claim, ...]
    timeline: tuple[TimelineEntry, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The digest of a library: `fingerprint` addresses its content, `generated` is when it was last changed."""

    fingerprint: str
    generated: str
    model: str
    stories: tuple[Story, ...]
