"""The matrix: how every claim of a story stands with every source, copies beside their origin."""

from dataclasses import dataclass
from enum import StrEnum

from agent.answer.answer import Citation
from agent.digest.digest import Claim, Status, Story, StorySource
from agent.digest.faces.phrases import pick


class Stance(StrEnum):
    """What a source does with a claim; `BOTH` reports the claim and what contradicts it."""

    AGREES = "agrees"
    DISPUTES = "disputes"
    BOTH = "reports both"
    SILENT = "silent"


SYMBOLS = {Stance.AGREES: "✓", Stance.DISPUTES: "✗", Stance.BOTH: "⇄", Stance.SILENT: "·"}
"""One character a stance, so that none is told by its colour alone."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How one source stands with one claim, and the citation that shows it (None where it is silent)."""

    source: StorySource
    stance: Stance
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class Row:
    """One claim with a cell for each source, in the order of the columns."""

    claim: Claim
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The claims of a story by its sources; `origins` holds the sources of each origin, the original first."""

    origins: tuple[tuple[StorySource, ...], ...]
    rows: tuple[Row, ...]

    def select(self, status: Status) -> list[Row]:
        """Return the rows of the claims with this status."""
        return [row for row in self.rows if row.claim.status is status]


def make_matrix(story: Story) -> Matrix:
    """Return the matrix of a story."""
    origins = _group_origins(story)
    columns = [source for group in origins for source in group]
    return Matrix(origins, tuple(_make_row(story, claim, columns) for claim in story.claims))


def _group_origins(story: Story) -> tuple[tuple[StorySource, ...], ...]:
    groups: dict[int, list[StorySource]] = {}
    for entry in sorted(story.sources, key=lambda each: each.origin):
        groups.setdefault(entry.origin, []).append(entry)
    return tuple(tuple(sorted(group, key=lambda each: each.copy_of is not None)) for group in groups.values())


def _make_row(story: Story, claim: Claim, columns: list[StorySource]) -> Row:
    agreeing, opposing = _by_source(pick(story, claim.citations)), _by_source(pick(story, claim.opposing))
    cells = []
    for entry in columns:
        name = entry.source.name
        citation = agreeing.get(name) or opposing.get(name)
        cells.append(Cell(entry, _find_stance(name in agreeing, name in opposing), citation))
    return Row(claim, tuple(cells))


def _find_stance(agrees: bool, disputes: bool) -> Stance:
    if agrees and disputes:
        return Stance.BOTH
    if agrees:
        return Stance.AGREES
    return Stance.DISPUTES if disputes else Stance.SILENT


def _by_source(citations: list[Citation]) -> dict[str, Citation]:
    """Return for each source the first citation that it carries, itself or as a copy."""
    found: dict[str, Citation] = {}
    for citation in citations:
        found.setdefault(citation.paragraph.source.name, citation)
    for citation in citations:
        for place in citation.also_in:
            found.setdefault(place.source.name, citation)
    return found


def group_single(story: Story) -> list[tuple[StorySource, list[Claim]]]:
    """Return the claims that one origin alone makes, by the source that they are quoted from."""
    entries = {entry.source.name: entry for entry in story.sources}
    found: dict[str, list[Claim]] = {name: [] for name in entries}
    for claim in story.claims:
        cited = pick(story, claim.citations) if claim.status is Status.SINGLE else []
        if cited and cited[0].paragraph.source.name in found:
            found[cited[0].paragraph.source.name].append(claim)
    return [(entries[name], claims) for name, claims in found.items() if claims]
