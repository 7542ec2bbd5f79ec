"""What is shown to the reader: sentences, each with a verdict and the citations that carry it."""

from dataclasses import dataclass, field
from enum import StrEnum

from agent.evidence.context.placing import find_before
from index.source import Paragraph


class Verdict(StrEnum):
    """What verification found for one sentence against the paragraphs that it cites."""

    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"


class Style(StrEnum):
    """Whether the sentences were written by the model or quoted verbatim."""

    GENERATED = "generated"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered reference to a paragraph, with a verbatim quote of it and the places of its copies.

    `above` is the last sentence of the paragraph before, where the quote opens its own; `withdrawn` what an outlet
    repeats of its error before the quote, which puts that right, or what the quote replies to.
    """

    n: int
    paragraph: Paragraph
    quote: str
    also_in: tuple[Paragraph, ...] = ()
    above: str = ""
    withdrawn: str = ""

    @property
    def before(self) -> str:
        """The sentence before the quote that this puts right or replies to, or needs as it begins with `it`."""
        return self.withdrawn or find_before(self.quote, self.paragraph.text, self.above)


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """One sentence of an answer with the numbers of its citations."""

    text: str
    citations: tuple[int, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Dispute:
    """A point on which sources contradict each other: citation numbers for and against the first side."""

    question_side: str
    for_: tuple[int, ...]
    against: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One entry of the ranking that an answer was chosen from, with the parts of its score."""

    rank: int
    paragraph: Paragraph
    score: float
    parts: dict[str, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """The checked answer to a question; when `abstained`, `citations` are only the nearest passages.

    An `aside` is said of the program or of an earlier answer, by its notes alone: nothing was asked of the sources.
    """

    question: str
    sentences: tuple[AnswerSentence, ...]
    citations: tuple[Citation, ...]
    style: Style
    abstained: bool = False
    aside: bool = False
    disputes: tuple[Dispute, ...] = ()
    notes: tuple[str, ...] = ()
    ranking: tuple[Ranked, ...] = ()
    model: str = ""
    embedder: str = ""
    timings: dict[str, float] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The answer as running text with its citation numbers in brackets."""
        return " ".join(f"{sentence.text}{_brackets(sentence.citations)}" for sentence in self.sentences)


def _brackets(numbers: tuple[int, ...]) -> str:
    return "".join(f" [{number}]" for number in numbers)
