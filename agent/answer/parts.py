"""Parts: a numbered section, clause or recommendation is quoted as it stands, paragraph by paragraph."""

from collections.abc import Iterator, Sequence

from agent.answer.composition import Part
from agent.evidence.candidates import Candidate
from agent.evidence.naming import names_source
from agent.evidence.parts import NumberedPart, find_part, read_part
from index.library import Library
from index.source import Hit, Paragraph, Source

MOST_WORDS = 150
"""Words of a part that are quoted of all documents together; at least its first paragraph of each."""

MOST_DOCUMENTS = 2
"""Documents whose part is quoted: where more have one of that number, the question does not say which is meant."""


def quote_part(question: str, library: Library, hits: Sequence[Hit]) -> tuple[list[Part], tuple[str, ...]]:
    """Return the numbered part that a question asks for, verbatim, and notes on where it goes on.

    None if it names no part, or if none is found, or one in so many documents that it is not clear which is meant.
    """
    part = read_part(question)
    sources = dict.fromkeys(_list_sources(part, library, hits)) if part else ()
    found = find_part(part, [library.paragraphs(source) for source in sources]) if part else []
    if not part or not 0 < len(found) <= MOST_DOCUMENTS:
        return [], ()
    taken = [list(_take(body, MOST_WORDS // len(found))) for body in found]
    parts = [Part(each.text, (Candidate(each, each.text, "", 0.0, {}),)) for body in taken for each in body]
    rest = [body[len(quoted)] for body, quoted in zip(found, taken, strict=True) if len(quoted) < len(body)]
    name = f"{part.label.capitalize()} {part.number}"
    return parts, tuple(f'{name} goes on: concord show "{each.source.name}:{each.n}"' for each in rest)


def _list_sources(part: NumberedPart, library: Library, hits: Sequence[Hit]) -> Iterator[Source]:
    """Yield the sources of the hits, and those that have the name of the document, whatever their words."""
    yield from (hit.source for hit in hits)
    if part.document:
        yield from (each for each in library.sources() if names_source(part.document, each.title, each.name))


def _take(body: Sequence[Paragraph], limit: int) -> Iterator[Paragraph]:
    """Yield paragraphs up to a number of words, at least the first."""
    words = 0
    for number, paragraph in enumerate(body):
        words += len(paragraph.text.split())
        if number and words > limit:
            return
        yield paragraph
