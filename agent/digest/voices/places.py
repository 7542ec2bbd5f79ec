"""Places: where a sentence of a story stands, and what stands around it there."""

from dataclasses import dataclass

from agent.evidence.errata.withdrawals import Withdrawal
from index.source import Paragraph


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: the paragraph, its sentence there with those around it, and its number in the source.

    `withdrawal` is what it puts right as part of a correction; what repeats that error is then `before`. A `reply` is
    one to what is only put `before` it. `refuted` says that `after` denies it in the voice of the source.
    """

    paragraph: Paragraph
    sentence: str
    position: int
    before: str
    after: str
    withdrawal: Withdrawal | None = None
    reply: bool = False
    refuted: bool = False
