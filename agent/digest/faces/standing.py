"""The matrix: how the claims that are agreed or disputed stand with every source, those of an origin together."""

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
    SILENT = "not found"


SYMBOLS = {Stance.AGREES: "✓", Stance.DISPUTES: "✗", Stance.BOTH: "⇄", Stance.SILENT: "·"}
"""One character a stance, so that none is told by its colour alone."""


MOST = 12
"""Sources that have a column each; of more, all but the first of an origin share one."""


@dataclass(frozen=True, slots=True)
class Column:
    """One source, or all of an origin but its first together."""

    sources: tuple[StorySource, ...]

    @property
    def is_copy(self) -> bool:
        """Whether it stands for nothing but copies of the origin's first."""
        return all(entry.copy_of is not None for entry in self.sources)

    @property
    def folded(self) -> bool:
        """Whether it stands for several sources."""
        return len(self.sources) > 1


@dataclass(frozen=True, slots=True)
class Cell:
    """How one column stands with one claim, the citation that shows it (None: not found), and how many carry it."""

    column: Column
    stance: Stance
    citation: Citation | None
    carried: int


@dataclass(frozen=True, slots=True)
class Row:
    """One claim with a cell for each column, in their order."""

    claim: Claim
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What is agreed or disputed, by source; `origins` holds the columns of each origin, the original first."""

    origins: tuple[tuple[Column, ...], ...]
    rows: tuple[Row, ...]

    @property
    def columns(self) -> list[Column]:
        """All columns in their order."""
        return [column for group in self.origins for column in group]

    def select(self, status: Status) -> list[Row]:
        """Return the rows of the claims with this status."""
        return [row for row in self.rows if row.claim.status is status]


def make_matrix(story: Story) -> Matrix:
    """Return the matrix of a story."""
    fold = len(story.sources) > MOST
    origins = tuple(_make_columns(group, fold) for group in group_origins(story))
    columns = [column for group in origins for column in group]
    told = (claim for claim in story.claims if claim.status is not Status.SINGLE)
    return Matrix(origins, tuple(_make_row(story, claim, columns) for claim in told))


def group_origins(story: Story) -> list[list[StorySource]]:
    """Return the sources of each origin, the original first."""
    groups: dict[int, list[StorySource]] = {}
    for entry in sorted(story.sources, key=lambda each: (each.origin, each.copy_of is not None)):
        groups.setdefault(entry.origin, []).append(entry)
    return list(groups.values())


def _make_columns(group: list[StorySource], fold: bool) -> tuple[Column, ...]:
    first, copies = group[:1], group[1:]
    if fold and copies:
        return Column(tuple(first)), Column(tuple(copies))
    return tuple(Column((entry,)) for entry in group)


def _make_row(story: Story, claim: Claim, columns: list[Column]) -> Row:
    agreeing, opposing = _by_source(pick(story, claim.citations)), _by_source(pick(story, claim.opposing))
    return Row(claim, tuple(_make_cell(column, agreeing, opposing) for column in columns))


def _make_cell(column: Column, agreeing: dict[str, Citation], opposing: dict[str, Citation]) -> Cell:
    names = [entry.source.name for entry in column.sources]
    agree, oppose = [name for name in names if name in agreeing], [name for name in names if name in opposing]
    shown = agreeing[agree[0]] if agree else opposing[oppose[0]] if oppose else None
    return Cell(column, _find_stance(bool(agree), bool(oppose)), shown, len({*agree, *oppose}))


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
