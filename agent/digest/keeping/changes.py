"""Changes: what became agreed, disputed, withdrawn or new between two digests, because sources changed.

How claims are put together and which of them are listed may change without that, and is no news.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from agent.digest.digest import Claim, Digest, Status, Story
from agent.digest.faces.phrases import pick
from agent.digest.keeping.grounds import Grounds, stand_in


class Kind(StrEnum):
    """What happened to a claim since the earlier digest."""

    AGREED = "agreed"
    DISPUTED = "disputed"
    SINGLE = "single"
    """Fewer origins carry it than before, or nobody contradicts it any more: one origin is left."""
    WITHDRAWN = "withdrawn"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that changed: its story's title, the claim as it is now (or was last), and what it was before."""

    kind: Kind
    story: str
    claim: Claim
    sources: tuple[str, ...]
    before: Status | None = None


@dataclass(frozen=True, slots=True)
class _Placed:
    """A claim with its story and what it can be known again by."""

    story: Story
    claim: Claim
    quotes: tuple[str, ...]

    @property
    def texts(self) -> frozenset[str]:
        return frozenset((self.claim.text, *self.quotes))

    @property
    def sources(self) -> tuple[str, ...]:
        cited = pick(self.story, (*self.claim.citations, *self.claim.opposing))
        return tuple(dict.fromkeys(citation.paragraph.source.name for citation in cited))

    @property
    def tellers(self) -> frozenset[str]:
        """The names of all sources that tell it, be it only in the words that another is cited for."""
        return self._find_sources(self.claim.citations)

    @property
    def parties(self) -> frozenset[str]:
        """The names of all sources that tell it or oppose it."""
        return self._find_sources((*self.claim.citations, *self.claim.opposing))

    def _find_sources(self, citations: tuple[int, ...]) -> frozenset[str]:
        cited = pick(self.story, citations)
        return frozenset(place.source.name for each in cited for place in (each.paragraph, *each.also_in))


def find_changes(before: Digest, now: Digest, grounds: Grounds | None = None) -> list[Change]:
    """Return what changed, in the order of `Kind` and then of the digests.

    A claim is known again by its text and by the sentences that are quoted for it; each is matched with the
    claim of the other digest with which it shares most. By the `grounds` it is told what no source was changed for.
    """
    grounds = grounds or Grounds()
    old, new = list(_place(before)), list(_place(now))
    matches = _match(old, new)
    again = _match_again(old, new, matches)
    changes = [
        _change(Kind(placed.claim.status.value), placed, was.claim.status)
        for number, placed in enumerate(new)
        if number in again
        and _differs(placed, was := old[again[number]], whole=number in matches)
        and not grounds.are_unchanged(placed.parties | was.parties)
    ]
    quotes = [citation.quote for story in before.stories for citation in story.citations]
    changes += [
        _change(Kind.NEW, placed)
        for number, placed in enumerate(new)
        if number not in again and not grounds.told_before(placed.tellers) and not stand_in(placed.quotes, quotes)
    ]
    quotes = [quote for placed in new for quote in placed.quotes]
    kept = set(again.values())
    changes += [
        _change(Kind.WITHDRAWN, placed, placed.claim.status)
        for number, placed in enumerate(old)
        if number not in kept and not stand_in(placed.quotes, (*quotes, *grounds.texts))
    ]
    order = list(Kind)
    return sorted(changes, key=lambda change: order.index(change.kind))


def _change(kind: Kind, placed: _Placed, before: Status | None = None) -> Change:
    return Change(kind, placed.story.title, placed.claim, placed.sources, before)


def _differs(placed: _Placed, was: _Placed, *, whole: bool) -> bool:
    """Tell whether a claim has another standing than before; a part of one that was told is not less agreed for it."""
    status = placed.claim.status
    return status is not was.claim.status and (whole or status is not Status.SINGLE)


def _place(digest: Digest) -> Iterator[_Placed]:
    for story in digest.stories:
        for claim in story.claims:
            quotes = tuple(citation.quote for citation in pick(story, claim.citations))
            yield _Placed(story, claim, quotes)


def _match(old: Sequence[_Placed], new: Sequence[_Placed]) -> dict[int, int]:
    """Return the number of the old claim for each new one that is one of the old, each used once."""
    matches: dict[int, int] = {}
    taken: set[int] = set()
    for number, holder in _pair(old, new):
        if number not in matches and holder not in taken:
            matches[number] = holder
            taken.add(holder)
    return matches


def _match_again(old: Sequence[_Placed], new: Sequence[_Placed], matches: Mapping[int, int]) -> dict[int, int]:
    """Return the matches with those of claims that share something only with an old one that is another's."""
    again = dict(matches)
    for number, holder in _pair(old, new):
        again.setdefault(number, holder)
    return again


def _pair(old: Sequence[_Placed], new: Sequence[_Placed]) -> list[tuple[int, int]]:
    """Return the numbers of new and old claims that share a text, those that share most first."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, placed in enumerate(old):
        for text in placed.texts:
            holders[text].append(number)
    pairs: list[tuple[int, int, int]] = []
    for number, placed in enumerate(new):
        shared = Counter(holder for text in placed.texts for holder in holders.get(text, ()))
        pairs += [(-together, number, holder) for holder, together in shared.items()]
    return [(number, holder) for _, number, holder in sorted(pairs)]
