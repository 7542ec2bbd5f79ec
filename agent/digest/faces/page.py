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

MUCH = 600_000
"""Letters of all sources up to which the page has them whole."""
_LONG = 30
"""Paragraphs of a source from which they are folded away until they are asked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph, and the numbers of the citations that quote it."""

    text: str
    numbers: tuple[int, ...]
    starts: tuple[int, ...]
    """Those whose quotation begins here."""
    anchors: tuple[int, ...]
    """Those of them that cite this paragraph and not one that it is a copy of."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in pieces, and how many were left out before it; `n` is 0 where that is the end of the source."""

    n: int
    pieces: tuple[Piece, ...]
    skipped: int = 0


def draw_page(digest: Digest, paragraphs: Mapping[str, Sequence[Paragraph]]) -> str:
    """Return a digest as HTML; `paragraphs` are those of each source, by its name.

    Where all of them would be too much for one page, each source has only what is cited and what stands next to it.
    """
    sources = {entry.source.name for story in digest.stories for entry in story.sources}
    whole = sum(len(each.text) for name in sources for each in paragraphs.get(name, ())) <= MUCH
    template = _environment().get_template("page.jinja")
    return template.render(
        digest=digest,
        whole=whole,
        long=_LONG,
        phrases=phrases,
        make_matrix=make_matrix,
        list_passages=lambda story, name: list_passages(story, name, paragraphs.get(name, ()), whole),
        group_origins=group_origins,
        group_single=group_single,
        shared=(Status.AGREED, Status.DISPUTED),
        symbols=SYMBOLS,
        stances=tuple(Stance),
    )


def list_passages(story: Story, name: str, paragraphs: Sequence[Paragraph], whole: bool = True) -> list[Passage]:
    """Return the paragraphs of a source with what the page links to marked; if not `whole`, those and their neighbours.

    Of a source without paragraphs only what is cited is known.
    """
    linked = _list_linked(story)
    cited: dict[int, list[Citation]] = {}
    known = {paragraph.n: paragraph.text for paragraph in paragraphs}
    for citation in story.citations:
        for place in (citation.paragraph, *citation.also_in):
            if place.source.name == name:
                known.setdefault(place.n, place.text)
                if citation.n in linked and citation not in cited.setdefault(place.n, []):
                    cited[place.n].append(citation)
    near = {n + step for n in cited for step in (-1, 0, 1)}
    passages: list[Passage] = []
    skipped = 0
    for n in sorted(known):
        if whole or n in near:
            passages.append(Passage(n, _cut(name, n, known[n], cited.get(n, [])), skipped))
            skipped = 0
        else:
            skipped += 1
    return [*passages, Passage(0, (), skipped)] if skipped else passages


def _list_linked(story: Story) -> set[int]:
    """Return the numbers of the citations that the page links to."""
    claims = [claim for claim in story.claims if claim.status is not Status.SINGLE]
    told = [each.citations for each in story.summary] + [each.citations for each in story.timeline]
    claimed = [(*claim.citations, *claim.opposing) for claim in claims]
    return {n for numbers in (*told, *claimed) for n in numbers}


def _cut(name: str, n: int, text: str, citations: Sequence[Citation]) -> tuple[Piece, ...]:
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
    return tuple(pieces)


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
