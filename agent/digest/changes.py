"""Changes: what became agreed, disputed, withdrawn or new between two digests."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from agent.digest.digest import Claim, Digest, Status, Story
from agent.digest.faces.phrases import pick


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
    texts: frozenset[str]

    @property
    def sources(self) -> tuple[str, ...]:
        cited = pick(self.story, (*self.claim.citations, *self.claim.opposing))
        return tuple(dict.fromkeys(citation.paragraph.source.name for citation in cited))


def find_changes(before: Digest, now: Digest) -> list[Change]:
    """Return what changed, in the order of `Kind` and then of the digests.

    A claim is known again by its text and by the sentences that are quoted for it; each is matched with the
    claim of the other digest with which it shares most.
    """
    old, new = list(_place(before)), list(_place(now))
    matches = _match(old, new)
    changes = [
        Change(Kind(placed.claim.status.value), placed.story.title, placed.claim, placed.sources, was)
        for number, placed in enumerate(new)
        if number in matches and (was := old[matches[number]].claim.status) is not placed.claim.status
    ]
    changes += [_change(Kind.NEW, placed) for number, placed in enumerate(new) if number not in matches]
    kept = set(matches.values())
    changes += [_change(Kind.WITHDRAWN, placed) for number, placed in enumerate(old) if number not in kept]
    order = list(Kind)
    return sorted(changes, key=lambda change: order.index(change.kind))


def _change(kind: Kind, placed: _Placed) -> Change:
    before = placed.claim.status if kind is Kind.WITHDRAWN else None
    return Change(kind, placed.story.title, placed.claim, placed.sources, before)


def _place(digest: Digest) -> Iterator[_Placed]:
    for story in digest.stories:
        for claim in story.claims:
            quotes = [citation.quote for citation in pick(story, claim.citations)]
            yield _Placed(story, claim, frozenset([claim.text, *quotes]))


def _match(old: list[_Placed], new: list[_Placed]) -> dict[int, int]:
    """Return the number of the old claim for each new one that is one of the old, each used once."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, placed in enumerate(old):
        for text in placed.texts:
            holders[text].append(number)
    pairs: list[tuple[int, int, int]] = []
    for number, placed in enumerate(new):
        shared = Counter(holder for text in placed.texts for holder in holders.get(text, ()))
        pairs += [(-together, number, holder) for holder, together in shared.items()]
    matches: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, holder in sorted(pairs):
        if number not in matches and holder not in taken:
            matches[number] = holder
            taken.add(holder)
    return matches
