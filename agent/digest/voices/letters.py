"""Letters: what a message quotes of another below its own text is the other's word, and nobody's who sends it back."""

import re
from collections.abc import Mapping, Sequence

from agent.digest.voices.copies import Statement, fold_text
from index.source import Source

_QUOTED = re.compile(r"^(?:[^“”]{2,200}\bwrote|Quoted):\s“(?P<text>[^“”].+)”$")
"""A sentence as the readers of mail attribute it (`index.readers.plain.replies`): Ann Lee wrote: “…”"""


def read_quoted(sentence: str) -> str:
    """Return what a sentence only quotes of a letter, "" where it says anything itself."""
    found = _QUOTED.match(sentence)
    return found["text"] if found else ""


def find_letters(
    statements: Sequence[Statement], order: Sequence[Source], origins: Mapping[int, int]
) -> dict[tuple[int, int, str], int]:
    """Return the origin of each sentence that only quotes what another source tells, by source, paragraph and text.

    `order` has the sources as originals come, `origins` their origins by id.
    """
    place = {source.id: number for number, source in enumerate(order)}
    ordered = sorted(statements, key=lambda each: place[each.paragraph.source.id])
    told: dict[str, int] = {}
    for each in ordered:
        if not read_quoted(each.sentence):
            told.setdefault(fold_text(each.sentence), origins[each.paragraph.source.id])
    found: dict[tuple[int, int, str], int] = {}
    for each in ordered:
        quoted = fold_text(read_quoted(each.sentence))
        if quoted and quoted in told:
            found[each.paragraph.source.id, each.paragraph.n, each.sentence] = told[quoted]
    return found
