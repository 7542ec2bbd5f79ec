"""Traits: what a source is compared by when stories are told apart, read from it alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from agent.digest.events.happenings import Happenings, read_happenings
from index.language.names import find_names, name_key
from index.language.terms import content_stems
from index.source import Source
from index.vectors.embed import Embedder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

_LEAD = 3
"""Paragraphs that tell the event; their words and those of the title count twice."""
_READ, _NAMED = 24, 10
"""Paragraphs of a source that are read for words and for names; what an event is stands at the beginning."""


@dataclass(frozen=True, slots=True)
class Traits:
    """How often a source has each word and name, the embedding of its title and lead (length 1), and what happened."""

    terms: dict[str, int]
    names: dict[str, int]
    lead: "Vector"
    happenings: Happenings = field(default_factory=Happenings)


def read_traits(source: Source, body: Sequence[str], embedder: Embedder) -> Traits:
    """Return the traits of a source with these paragraphs; they depend on nothing else, to the last bit."""
    title, read = read_title(source), body[:_READ]
    lead = embedder.embed([" ".join([title, *read[:_LEAD]])])[0]
    counts = dict(_count_terms(title, read)), dict(_count_names(title, read))
    return Traits(*counts, lead, read_happenings(title, read))


def read_title(source: Source) -> str:
    """Return the title of a source; empty where it is only the name of its file."""
    return "" if source.title == PurePosixPath(source.name).stem else source.title


def _count_terms(title: str, body: Sequence[str]) -> Counter[str]:
    counts = Counter(content_stems("\n".join(body)))
    counts.update(content_stems("\n".join([title, title, *body[:_LEAD]])))
    return counts


def _count_names(title: str, body: Sequence[str]) -> Counter[str]:
    names = (name for text in [title, *body[:_NAMED]] for name in find_names(text))
    return Counter(key for name in names if (key := name_key(name)))
