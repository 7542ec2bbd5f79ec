"""What happens while a question is answered or a digest is made, as typed events that the front ends draw."""

from dataclasses import dataclass

from agent.answer.answer import Answer, AnswerSentence, Citation


@dataclass(frozen=True, slots=True)
class Refreshing:
    """The index is being brought up to date: `done` of `total` in a stage (reading, embedding, …)."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Composing:
    """The digest is being made: `done` of `total` in a stage (grouping sources, composing stories)."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that the reader should know and that is no part of the answer, with a hint where one helps."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Retrieved:
    """The library was searched: how many passages of how many sources are read for the answer."""

    passages: int
    sources: int


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the model's draft; it is not checked and must not be shown as an answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Verified:
    """A sentence that may be shown, with the citations that it brings in."""

    sentence: AnswerSentence
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """The whole checked answer; the last event of a question."""

    answer: Answer


Event = Refreshing | Composing | Noted | Retrieved | Token | Verified | Answered
