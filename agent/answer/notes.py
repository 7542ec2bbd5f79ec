"""Notes: what is said beside an answer."""

from collections.abc import Sequence

from agent.answer.answer import Citation
from agent.answer.composition import Part
from agent.evidence.candidates import Candidate
from agent.evidence.publication import find_newest, note_days
from agent.evidence.ranked import HINTED, Ranking

OVERVIEW = "What all sources agree on and what they dispute is told by a digest: concord digest"
"""What is said to a question for an overview, which no passage answers."""

SAMPLES = "Only the sample sources of Concord were searched. Your own: --sources FOLDER (in the chat: Ctrl+L)."
"""What is said where nothing was found and no documents were given."""


def note_latest(
    ranking: Ranking, parts: Sequence[Part], other: Candidate | None, citations: Sequence[Citation]
) -> tuple[str, ...]:
    """Return a note on which was published later: the first sentence or the last of what may answer otherwise."""
    first = parts[0].support[0]
    telling = [item.candidate for item in ranking.items if item.otherwise >= HINTED]
    quoted = [candidate for part in parts for candidate in part.support]
    apart = [each for each in quoted if each.paragraph.source.id != first.paragraph.source.id]
    against = find_newest([each for each in apart if each in telling or each == other])
    if against is None:
        return ()
    numbers = {item.quote: item.n for item in citations}
    return note_days((first, against), (numbers[first.text], numbers[against.text]))
