"""Grounds: what tells whether a claim came, went or changed because its sources did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agent.digest.keeping.ingredients import Ingredients
from index.source import Paragraph


@dataclass(frozen=True, slots=True)
class Grounds:
    """The names of the sources that are the same in two digests, and the texts of all paragraphs of the later one."""

    unchanged: frozenset[str] = frozenset()
    texts: tuple[str, ...] = ()

    def are_unchanged(self, sources: Iterable[str]) -> bool:
        """Tell whether there are sources and all of them stayed as they were."""
        names = frozenset(sources)
        return bool(names) and names <= self.unchanged

    def told_before(self, sources: Iterable[str]) -> bool:
        """Tell whether one of the sources that tell a claim told it before."""
        return not self.unchanged.isdisjoint(sources)


def compare_grounds(before: Ingredients, now: Ingredients, paragraphs: Mapping[str, Sequence[Paragraph]]) -> Grounds:
    """Return the grounds of two digests from what they were made of and from the paragraphs of now by source name."""
    unchanged = frozenset(name for name, found in now.sources.items() if before.sources.get(name) == found)
    texts = tuple(paragraph.text for name in now.sources for paragraph in paragraphs.get(name, ()))
    return Grounds(unchanged, texts)


def stand_in(quotes: Iterable[str], texts: Iterable[str]) -> bool:
    """Tell whether one of some quotes stands in a text."""
    wanted = tuple(quotes)
    return any(quote in text for text in texts for quote in wanted)
