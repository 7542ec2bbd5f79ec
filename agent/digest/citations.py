"""The citations of a story: numbered from 1 in the order in which they are first needed, each kept once."""

from collections.abc import Iterable

from agent.answer.answer import Citation
from agent.digest.accord.groups import Group
from agent.digest.statements.statements import Statement
from index.source import Paragraph


class Register:
    """Numbers the citations of one story; summary, claims and timeline share it."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, int, str], int] = {}
        self._citations: list[Citation] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations so far, in the order of their numbers."""
        return tuple(self._citations)

    def cite(self, paragraph: Paragraph, quote: str, also_in: Iterable[Paragraph] = ()) -> int:
        """Return the number of a citation; raises ValueError where the quote does not stand in the paragraph."""
        if quote not in paragraph.text:
            raise ValueError(f"{paragraph.source.name}:{paragraph.n} does not hold {quote!r}")
        key = (paragraph.source.id, paragraph.n, quote)
        if key not in self._numbers:
            self._numbers[key] = len(self._citations) + 1
            self._citations.append(Citation(self._numbers[key], paragraph, quote, tuple(also_in)))
        return self._numbers[key]

    def cite_statement(self, statement: Statement) -> int:
        """Return the number of the citation of a statement, the other places of its text named with it."""
        first = statement.places[0].paragraph
        others = {(place.paragraph.source.name, place.paragraph.n): place.paragraph for place in statement.places}
        others.pop((first.source.name, first.n), None)
        return self.cite(first, statement.quote, others.values())

    def cite_group(self, group: Group) -> tuple[int, ...]:
        """Return the numbers of the citations of all statements of a claim, the best first."""
        return tuple(dict.fromkeys(self.cite_statement(statement) for statement in group.statements))
