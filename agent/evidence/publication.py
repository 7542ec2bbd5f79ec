"""Publication: on which days the sentences of two sides were published, and which of them came later."""

from collections.abc import Sequence
from datetime import date

from agent.evidence.candidates import Candidate
from index.source import Paragraph


def find_day(candidate: Candidate) -> str | None:
    """Return the first known day (ISO) on which a candidate's sentence was published."""
    paragraphs: Sequence[Paragraph] = (candidate.paragraph, *candidate.copies)
    return min((paragraph.source.date[:10] for paragraph in paragraphs if paragraph.source.date), default=None)


def count_days(one: Candidate, other: Candidate) -> int:
    """Return how many days the first candidate was published later than the other, 0 if that is not known."""
    day, against = find_day(one), find_day(other)
    return (date.fromisoformat(day) - date.fromisoformat(against)).days if day and against else 0


def note_days(pair: tuple[Candidate, Candidate], numbers: tuple[int, int], update: bool = False) -> tuple[str, ...]:
    """Return a note that says which of two cited sentences is the later one, none where that is not known.

    `numbers` are their citations; `update` adds that the later may supersede the other.
    """
    apart = count_days(*pair)
    if not apart:
        return ()
    days = [str(find_day(candidate)) for candidate in pair]
    (late, later), (early, earlier) = sorted(zip(days, numbers, strict=True), reverse=True)
    told = f"[{later}] was published later ({late}) than [{earlier}] ({early})"
    return (f"{told} and may supersede it." if update else f"{told}.",)
