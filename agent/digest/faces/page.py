"""The digest as one HTML page that needs no script and nothing from elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from agent.answer.answer import Citation
from agent.digest.digest import Digest, Status, Story
from agent.digest.faces import phrases
from agent.digest.faces.standing import SYMBOLS, Stance, group_origins, group_single, make_matrix
from index.source import Paragraph

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph, and the numbers of the citations that quote it."""

    text: str
    numbers: tuple[int, ...]
    starts: tuple[int, ...]
    """Those whose quotation begins here."""
    anchors: tuple[int, ...]
    """Those of them that cite this paragraph and not one that it is a copy of."""


def draw_page(digest: Digest, paragraphs: Mapping[str, Sequence[Paragraph]]) -> str:
    """Return a digest as HTML; `paragraphs` are those of each source, by its name."""
    template = _environment().get_template("page.jinja")
    return template.render(
        digest=digest,
        paragraphs=paragraphs,
        phrases=phrases,
        make_matrix=make_matrix,
        mark_paragraphs=mark_paragraphs,
        group_origins=group_origins,
        group_single=group_single,
        shared=(Status.AGREED, Status.DISPUTED),
        symbols=SYMBOLS,
        stances=tuple(Stance),
    )


def mark_paragraphs(
    story: Story, name: str, paragraphs: Mapping[str, Sequence[Paragraph]]
) -> list[tuple[int, list[Piece]]]:
    """Return the numbered paragraphs of a source in pieces, those that are quoted marked.

    Of a source that is not in `paragraphs` only what is cited is known.
    """
    cited: dict[int, dict[int, Citation]] = {}
    known = {paragraph.n: paragraph.text for paragraph in paragraphs.get(name, ())}
    for citation in story.citations:
        for place in (citation.paragraph, *citation.also_in):
            if place.source.name == name:
                cited.setdefault(place.n, {})[citation.n] = citation
                known.setdefault(place.n, place.text)
    return [(n, _cut(name, n, known[n], list(cited.get(n, {}).values()))) for n in sorted(known)]


def _cut(name: str, n: int, text: str, citations: Sequence[Citation]) -> list[Piece]:
    """Return a paragraph in pieces, cut where a quotation begins or ends."""
    spans = [
        (start, start + len(citation.quote), citation)
        for citation in citations
        if (start := text.find(citation.quote)) >= 0
    ]
    edges = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    pieces = []
    for begin, finish in pairwise(edges):
        within = [each for start, end, each in spans if start <= begin and finish <= end]
        starts = [each for start, _, each in spans if start == begin]
        own = [each for each in starts if (each.paragraph.source.name, each.paragraph.n) == (name, n)]
        pieces.append(Piece(text[begin:finish], _number(within), _number(starts), _number(own)))
    return pieces


def _number(citations: Sequence[Citation]) -> tuple[int, ...]:
    return tuple(sorted(citation.n for citation in citations))


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clean"] = phrases.clean
    environment.filters["clean_inside"] = phrases.strip_controls
    environment.filters["day"] = phrases.spell_day
    return environment
