"""The digest as Markdown, its text escaped so that nothing in a source becomes markup."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agent.answer.answer import Citation
from agent.digest.digest import Digest, Status, Story
from agent.digest.faces.phrases import (
    STATUS_WORDS,
    clean,
    count_sources,
    describe_source,
    label_sources,
    list_disputes,
    name_digest,
    name_place,
    pick,
    quote,
    spell_day,
    spell_span,
)
from agent.digest.faces.standing import SYMBOLS, Cell, Column, Row, Stance, group_origins, group_single, make_matrix

# What may be markup is looked for by its letter, and only then at what stands around it: most of a text has none.
_INLINE = re.compile(r"[\\`*\[\]<>|~_&](?:(?<![_&])|(?<=_)(?:(?<!\w_)|(?!\w))|(?<=&)(?=#?\w+;))")
_OPENING = re.compile(r"^(?:[-+#=]|\d+(?=[.)]))")
_LINK = re.compile(r"://(?<=[a-zA-Z]://)")


def draw_markdown(digest: Digest) -> str:
    """Return a digest as Markdown."""
    lines = [f"# {_escape(name_digest(digest))}", ""]
    if len(digest.stories) == 1:
        lines += _draw_story(digest.stories[0], "##")
    else:
        for story in digest.stories:
            lines += [f"## {_escape(story.title)}", "", *_draw_story(story, "###")]
    lines.append(f"*Sources as of {spell_day(digest.generated)}; model: {_escape(digest.model)}.*")
    return "\n".join(lines) + "\n"


def _draw_story(story: Story, heading: str) -> list[str]:
    span = spell_span(story)
    lines = [f"**{count_sources(story)}**" + (f" · {span}" if span else ""), ""]
    for title, part in (
        ("Summary", _draw_summary(story)),
        ("Disputed", _draw_disputes(story)),
        ("Who says what", _draw_matrix(story)),
        (STATUS_WORDS[Status.SINGLE], _draw_single(story)),
        ("Timeline", _draw_timeline(story)),
        ("Names", _draw_names(story)),
        ("Sources", _draw_sources(story)),
        ("Citations", _draw_citations(story)),
    ):
        if body := list(part):
            lines += [f"{heading} {title}", "", *body, ""]
    return lines


def _draw_summary(story: Story) -> Iterator[str]:
    for sentence in story.summary:
        yield f"- {_escape(sentence.text)} {_numbers(sentence.citations)}".rstrip()


def _draw_disputes(story: Story) -> Iterator[str]:
    for number, claim in enumerate(list_disputes(story), 1):
        yield f"{number}. One side says:"
        yield from (f"   - {_quote(citation)}" for citation in pick(story, claim.citations))
        yield ""
        yield "   The other says:"
        yield from (f"   - {_quote(citation)}" for citation in pick(story, claim.opposing))


def _draw_matrix(story: Story) -> Iterator[str]:
    matrix = make_matrix(story)
    rows = [*matrix.select(Status.AGREED), *matrix.select(Status.DISPUTED)]
    if not rows:
        return
    labels = label_sources(story)
    heads = [f"{number}: {_head(column, labels)}" for number, group in enumerate(matrix.origins, 1) for column in group]
    yield "| Claim | " + " | ".join(heads) + " |"
    yield "| --- |" + " :-: |" * len(heads)
    yield from (_draw_row(row) for row in rows)
    yield ""
    yield "Columns are numbered by origin. " + " · ".join(f"{SYMBOLS[stance]} {stance}" for stance in Stance)


def _head(column: Column, labels: Mapping[str, str]) -> str:
    if column.folded:
        return f"{len(column.sources)} more"
    return _escape(labels[column.sources[0].source.name]) + (" (copy)" if column.is_copy else "")


def _draw_row(row: Row) -> str:
    claim = row.claim
    label = f"**{STATUS_WORDS[claim.status]}.** {_escape(claim.text)} {_numbers(claim.citations)}"
    return f"| {label} | " + " | ".join(_mark(cell) for cell in row.cells) + " |"


def _mark(cell: Cell) -> str:
    return SYMBOLS[cell.stance] + (f" {cell.carried}" if cell.column.folded and cell.carried else "")


def _draw_single(story: Story) -> Iterator[str]:
    labels = label_sources(story)
    for entry, claims in group_single(story):
        yield f"- {_escape(labels[entry.source.name])}"
        yield from (f"  - {_escape(claim.text)} {_numbers(claim.citations)}" for claim in claims)


def _draw_timeline(story: Story) -> Iterator[str]:
    for entry in story.timeline:
        yield f"- **{spell_day(entry.date)}**: {_escape(entry.text)} {_numbers(entry.citations)}".rstrip()


def _draw_names(story: Story) -> Iterator[str]:
    for name in story.names:
        if name.variants:
            yield f"- {_escape(name.name)}: also {', '.join(_escape(variant) for variant in name.variants)}"


def _draw_sources(story: Story) -> Iterator[str]:
    for group in group_origins(story):
        for number, entry in enumerate(group):
            of = f", copy of `{_code(entry.copy_of)}`" if entry.copy_of else ""
            indent = "  " if number else ""
            yield f"{indent}- {_escape(describe_source(entry.source))} (`{_code(entry.source.name)}`){of}"


def _draw_citations(story: Story) -> Iterator[str]:
    for citation in story.citations:
        copies = ", ".join(f"`{_code(name_place(paragraph))}`" for paragraph in citation.also_in)
        more = f" (in the same words in {copies})" if copies else ""
        yield f"- {_numbers([citation.n])} {_quote(citation)}{more}"


def _quote(citation: Citation) -> str:
    said_by = _escape(describe_source(citation.paragraph.source))
    return f"{_escape(quote(citation.quote))} — {said_by}, `{_code(name_place(citation.paragraph))}`"


def _numbers(numbers: Sequence[int] | Iterable[int]) -> str:
    return " ".join(f"[{number}]" for number in numbers)


def _escape(text: str) -> str:
    """Return a text that Markdown shows as it is, also at the start of a line, and makes no link of."""
    escaped = _INLINE.sub(lambda match: "\\" + match[0], clean(text))
    escaped = _LINK.sub("\\://", escaped)
    return _OPENING.sub(lambda match: match[0] + "\\" if match[0].isdigit() else "\\" + match[0], escaped)


def _code(text: str) -> str:
    return clean(text).replace("`", "'")
