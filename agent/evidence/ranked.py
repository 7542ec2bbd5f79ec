"""Ranked: the candidates in their order, with what the model says of each beside the best one."""

import math
from dataclasses import dataclass, replace

from agent.evidence.articles import READ
from agent.evidence.beside import stands_beside
from agent.evidence.candidates import Candidate
from agent.evidence.forms.kinds import holds_kind
from agent.evidence.forms.values import is_out_of_scale
from agent.evidence.pertinence import pertains
from agent.evidence.publication import count_days
from agent.evidence.question import Question
from agent.evidence.words.likeness import Words
from index.article.rows import is_row
from index.language.names import find_names, same_name

HEARD, OTHERWISE = 0.27, 0.8
"""Probability of answering from which a sentence is held against the best one, and of contradicting it from which it
is quoted as another answer.

Chosen on 36 of the stories of `tests/gold/sides/thresholds.jsonl`.
"""

SURE, HINTED = 0.85, 0.4
"""Probability of answering from which a sentence does so whatever its words, and of contradicting the best one from
which another of a few sources is quoted though it answers less surely.

HINTED was chosen on the stories of `tests/gold/sides`, the even topics of ECB+ and questions of three trades: what is
neither sure nor hinted at was no answer in four of five.
"""

ARCHIVE = 100
"""Sources up to which a library may be of one event; of more, most are of something else. By order of magnitude."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score and that of its article (higher is better), and the parts that they are made of.

    `relevance` is how surely the model takes it for an answer, in log-odds; NaN if it was not scored. `contrary` is how
    surely it takes it for another answer than the best one's (`agent.evidence.contrast`), NaN if it was not asked.
    `instead` is what it tells in the place of the best one's answer where it is the same otherwise, "" where it is not.
    `stray` tells whether it is of another person, place or time than the one asked about.
    """

    candidate: Candidate
    score: float
    article: float
    parts: dict[str, float]
    relevance: float = math.nan
    contrary: float = math.nan
    instead: str = ""
    stray: bool = False

    @property
    def answers(self) -> bool:
        """Whether the model takes it rather for an answer than not; one that has read it closer decides."""
        return self.relevance > 0.0 and self.parts.get("reading", 0.0) >= 0.0

    @property
    def probability(self) -> float:
        """How probable the model takes it to be that it answers; NaN if it was not scored."""
        return _find_probability(self.relevance)

    @property
    def otherwise(self) -> float:
        """How probable its contradicting the best one is to the model, 0 if it hardly answers; NaN if not asked."""
        if self.instead:
            return 1.0
        return _find_probability(self.contrary) if self.probability >= HEARD else 0.0

    @property
    def differs(self) -> bool:
        """Whether it is another answer than the best one's, by its words or as the model takes it."""
        return self.otherwise >= OTHERWISE


@dataclass(frozen=True, slots=True)
class Ranking:
    """All candidates, best first, and the probability that the best of them answers the question.

    `sources` is how many the library has that was searched, 0 if that is not known.
    """

    question: Question
    items: tuple[Ranked, ...]
    probability: float
    threshold: float
    share: float
    words: Words
    sources: int = 0

    @property
    def answerable(self) -> bool:
        """Whether the evidence covers what was asked."""
        return bool(self.items) and self.probability >= self.threshold

    @property
    def pertinent(self) -> tuple[Ranked, ...]:
        """The items but those that tell of another person, place or time."""
        return tuple(item for item in self.items if not item.stray)

    def best(self, count: int) -> tuple[Ranked, ...]:
        """Return the first `count` items."""
        return self.items[:count]

    def is_close(self, item: Ranked) -> bool:
        """Tell whether a candidate answers nearly as well as the best one."""
        return item.score >= self.items[0].score - self.share

    @property
    def tabular(self) -> bool:
        """Whether a row of a table answers best: it is quoted as it stands, as nobody can paraphrase it."""
        return self.answerable and is_row(self.items[0].candidate.text)

    def told(self) -> "Ranking":
        """Return the ranking of what an answer is made of: the row that answers best, or else no rows.

        With a row stay that of another document which tells otherwise, and a later sentence of whom it names.
        """
        rows = [is_row(item.candidate.text) for item in self.items]
        if not any(rows):
            return self
        if not self.tabular:
            kept = [item for item, row in zip(self.items, rows, strict=True) if not row]
        else:
            best, *others = self.items
            kept = [best, *(item for item in others if item.instead or self._comes_later(item, best))]
        return replace(self, items=tuple(kept))

    def _comes_later(self, item: Ranked, row: Ranked) -> bool:
        """Tell whether a sentence surely answers, was published later than a row, and names all that is asked about."""
        if item.stray or item.probability < SURE or is_row(item.candidate.text):
            return False
        asked, told = find_names(self.question.text), find_names(item.candidate.text)
        named = all(any(same_name(name, each) for each in told) for name in asked)
        return (
            named
            and (bool(asked) or pertains(self.question, row.candidate.text, item.candidate.text, self.words))
            and count_days(item.candidate, row.candidate) > 0
            and holds_kind(self.question, item.candidate.text) > 0
        )

    @property
    def handful(self) -> bool:
        """Whether what was found is of a handful of sources, each of which may have its word."""
        return len({item.candidate.paragraph.source.id for item in self.items}) <= READ

    @property
    def few(self) -> bool:
        """Whether the sources are few enough to be reports of one event, all or those that were found."""
        return 0 < self.sources <= ARCHIVE or self.handful

    def may_differ(self, item: Ranked) -> bool:
        """Tell whether a candidate may be another source's word on what is asked.

        It answers, with the kind wanted, and surely or with a hint of contradicting the best one, where that was asked,
        and counts nothing of another scale; of many sources it has to name what the best one does, to be of one event.
        """
        text = item.candidate.text
        if self.few and item.probability < SURE and not item.otherwise >= HINTED:
            return False
        if not item.answers or holds_kind(self.question, text) <= 0.0 or stands_beside(self.question, text):
            return False
        if is_out_of_scale(self.question, self.items[0].candidate, item.candidate):
            return False
        return self.handful or _share_names(self.items[0].candidate, item.candidate)


def _share_names(one: Candidate, other: Candidate) -> bool:
    """Tell whether a name stands in both sentences or the titles above them, or in neither any."""
    ours, theirs = _list_names(one), _list_names(other)
    return not ours or any(same_name(name, each) for name in ours for each in theirs)


def _list_names(candidate: Candidate) -> list[str]:
    return [*find_names(candidate.text), *find_names(candidate.paragraph.source.title)]


def _find_probability(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-odds))
