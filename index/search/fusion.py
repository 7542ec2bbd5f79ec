"""Fusion: what a question finds in chunks and in whole articles becomes one ranking, in which copies take one place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest

from index.chunks import PARAGRAPH_BREAK, likeness
from index.source import Hit

LEXICAL, ARTICLE, DENSE, NAME, SOFT = 1.0, 4.0, 4.0, 3.0, 9.0
"""What the parts of a score count, chosen on questions about news, encyclopedia articles and conflicting reports."""

MEASURED, PASSAGES = 50, 2
"""Articles that are ranked to the end, and how many chunks of each have their words compared with the question's."""

FURTHER = 4
"""One place in so many is for further chunks of the best articles, where not every article can have one."""


@dataclass(slots=True)
class Passage:
    """A chunk while it is ranked: BM25 (of a perfect match about 1), cosine, and how near its words are (0 to 1)."""

    id: int
    lexical: float
    dense: float
    soft: float | None = None


@dataclass(slots=True)
class Article:
    """A source while it is ranked: its chunks, its BM25 as a whole, the share of the question's names in it."""

    source: int
    passages: list[Passage]
    whole: float
    names: float

    @property
    def matches(self) -> bool:
        """Whether it has anything of the question at all."""
        return self.whole > 0 or any(passage.lexical > 0 or passage.dense > 0 for passage in self.passages)

    @property
    def score(self) -> float:
        """The weighted sum of its parts, each of its best chunk."""
        best = [
            max(passage.lexical for passage in self.passages),
            max(passage.dense for passage in self.passages),
            max(passage.soft or 0.0 for passage in self.passages),
        ]
        return ARTICLE * self.whole + NAME * self.names + LEXICAL * best[0] + DENSE * best[1] + SOFT * best[2]

    def best_passages(self) -> list[Passage]:
        """Return the chunks whose words are worth a closer look."""
        return nlargest(PASSAGES, self.passages, key=lambda passage: passage.lexical + passage.dense)

    def rank_passages(self) -> list[tuple[float, Passage]]:
        """Return the chunks with their scores, best first; the best has the score of the article."""
        least = min((passage.soft for passage in self.passages if passage.soft is not None), default=0.0)
        own = [
            LEXICAL * passage.lexical + DENSE * passage.dense + SOFT * (least if passage.soft is None else passage.soft)
            for passage in self.passages
        ]
        lead = self.score - max(own)
        ranked = zip((lead + value for value in own), self.passages, strict=True)
        return sorted(ranked, key=lambda item: (-item[0], item[1].id))

    def list_parts(self, passage: Passage) -> dict[str, float]:
        """Return what the score of one of its chunks is made of."""
        return {
            "lexical": passage.lexical,
            "article": self.whole,
            "dense": passage.dense,
            "name": self.names,
            "soft": passage.soft or 0.0,
        }


def choose_articles(articles: Iterable[Article]) -> list[Article]:
    """Return those that are worth a closer look, best first."""
    matching = [article for article in articles if article.matches]
    return sorted(matching, key=lambda article: (-article.score, article.source))[:MEASURED]


def take_once(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits but those whose paragraphs were all in the hits before."""
    seen, kept = set[int](), list[Hit]()
    for hit in hits:
        marks = {likeness(text) for text in hit.chunk.text.split(PARAGRAPH_BREAK)}
        if not marks <= seen:
            seen |= marks
            kept.append(hit)
    return kept


def spread(hits: Sequence[Hit], limit: int) -> list[Hit]:
    """Return `limit` of the hits in their order: the first of as many sources as can be, then the best others."""
    first = list({hit.source.id: n for n, hit in reversed(list(enumerate(hits)))}.values())[::-1]
    places = limit if len(first) <= limit else limit - limit // FURTHER
    chosen = sorted(first)[:places]
    others = sorted(set(range(len(hits))) - set(chosen))
    return [hits[n] for n in sorted([*chosen, *others[: limit - len(chosen)]])]
