"""Publication: on which days the sentences of two sides were published, and which of them came later."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from agent.evidence.candidates import Candidate
from index.language.dates import find_dates
from index.source import Paragraph

_SINCE = re.compile(r"\bsince\s$", re.IGNORECASE)

LONG = timedelta(days=90)
"""Time before publication from which what is told of then is no part of the news."""


def find_day(candidate: Candidate) -> str | None:
    """Return the first known day (ISO) on which a candidate's sentence was published."""
    paragraphs: Sequence[Paragraph] = (candidate.paragraph, *candidate.copies)
    return min((paragraph.source.date[:10] for paragraph in paragraphs if paragraph.source.date), default=None)


def count_days(one: Candidate, other: Candidate) -> int:
    """Return how many days the first candidate was published later than the other, 0 if that is not known."""
    day, against = find_day(one), find_day(other)
    return (date.fromisoformat(day) - date.fromisoformat(against)).days if day and against else 0


def find_newest(candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the candidate that was published last, the first of those of one day; None where there is none."""
    return max(candidates, key=lambda candidate: find_day(candidate) or "", default=None)


def tell_of_one_time(one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates name the same day, month or year long before publication, or neither any.

    Where it is not known when one of them was published, they may.
    """
    if find_day(one) is None or find_day(other) is None:
        return True
    ours, theirs = _find_past(one), _find_past(other)
    return ours == theirs or bool(ours & theirs)


def _find_past(candidate: Candidate) -> frozenset[str]:
    """Return the dates (ISO) of a sentence that lie LONG or more before its publication; `since 2023` goes on."""
    day = find_day(candidate)
    if day is None:
        return frozenset()
    limit = (date.fromisoformat(day) - LONG).isoformat()
    return frozenset(
        found.value
        for found in find_dates(candidate.text, day)
        if found.value < limit[: len(found.value)] and not _SINCE.search(candidate.text, 0, found.start)
    )


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
