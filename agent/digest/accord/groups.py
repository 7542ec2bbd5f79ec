"""Groups: statements that assert the same, with those that contradict them."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass

from agent.digest.digest import Status
from agent.digest.statements.statements import Statement
from agent.verify.conflict.contradiction import Kind


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that assert the same, the best to quote first, and those that contradict them.

    `core` is what all of them say, where that is less than the first of them tells, else empty.
    """

    statements: tuple[Statement, ...]
    opposing: tuple[Statement, ...] = ()
    kind: Kind | None = None
    core: str = ""

    @property
    def text(self) -> str:
        """The words of the claim: its core, or else its first statement as it is quoted."""
        return self.core or self.statements[0].quote

    @property
    def origins(self) -> frozenset[int]:
        """The independent voices that assert it; a source that repeats itself beside what it borrowed adds none.

        Neither does an outlet that has taken it back, or tells it only to deny it, unless nobody else tells it.
        """
        heard: defaultdict[int, set[int]] = defaultdict(set)
        standing = [each for each in self.statements if not (each.retracted or each.refuted)] or self.statements
        for source, origin in sorted(voice for statement in standing for voice in statement.voices):
            heard[source].add(origin)
        return frozenset().union(*(voices for voices in heard.values() if len(voices) == 1)) or frozenset(
            [min(min(voices) for voices in heard.values())]
        )

    @property
    def status(self) -> Status:
        """How the claim stands among the sources."""
        if self.opposing:
            return Status.DISPUTED
        if all(statement.retracted for statement in self.statements):
            return Status.SINGLE
        return Status.AGREED if len(self.origins) > 1 else Status.SINGLE


def rank_statements(statements: Iterable[Statement], first: Container[int] = ()) -> tuple[Statement, ...]:
    """Order statements as they are best quoted: the complete before the shortest; those numbered in `first` lead."""

    def rank(statement: Statement) -> tuple[bool, bool, bool, int, int]:
        place = statement.number not in first, not statement.complete, _awkward(statement)
        return *place, len(statement.quote), statement.number

    return tuple(sorted(statements, key=rank))


def _awkward(statement: Statement) -> bool:
    return len(statement.text.split()) < 8
