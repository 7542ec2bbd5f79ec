"""The digest as a terminal shows it, and as plain text."""

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from agent.answer.answer import Citation
from agent.digest.changes import Change, Kind
from agent.digest.digest import Digest, Status, Story
from agent.digest.faces.phrases import (
    STATUS_WORDS,
    clean,
    count,
    count_sources,
    describe_source,
    list_disputes,
    name_digest,
    name_place,
    name_source,
    pick,
    quote,
    spell_day,
    spell_span,
)
from agent.digest.faces.standing import SYMBOLS, Stance, make_matrix

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

WIDTH = 96
"""Columns of the text where nothing else says how many there are."""

_COLOURS = {Stance.AGREES: "cyan", Stance.DISPUTES: "yellow", Stance.BOTH: "bold", Stance.SILENT: "dim"}
_WIDE = 8
"""Sources that the table has columns for; of more, it has one for each origin's first."""
_KINDS = {
    Kind.AGREED: "Agreed now",
    Kind.DISPUTED: "Disputed now",
    Kind.SINGLE: "From one origin only now",
    Kind.WITHDRAWN: "Withdrawn",
    Kind.NEW: "New",
}


def draw_text(digest: Digest, width: int = WIDTH, colour: bool = False) -> str:
    """Return a digest as text of `width` columns, with a terminal's colours if wanted."""
    console = _make_console(width, colour)
    console.print(_text(name_digest(digest), "bold"))
    for story in digest.stories:
        if len(digest.stories) > 1:
            console.print()
            console.rule(_text(clean(story.title), "bold"), align="left", style="dim")
        _draw_story(console, story)
    console.print()
    console.print(_text(f"Sources as of {spell_day(digest.generated)}; model: {clean(digest.model)}.", "dim"))
    return _read(console)


def draw_changes(changes: Sequence[Change], width: int = WIDTH, colour: bool = False) -> str:
    """Return what changed between two digests, by kind."""
    if not changes:
        return "Nothing became agreed, disputed, withdrawn or new.\n"
    console = _make_console(width, colour)
    for kind in Kind:
        chosen = [change for change in changes if change.kind is kind]
        if chosen:
            console.print(_text(f"{_KINDS[kind]} ({len(chosen)})", "bold"))
        for change in chosen:
            status = f" [{STATUS_WORDS[change.claim.status].lower()}]" if kind is Kind.NEW else ""
            was = f" [was: {STATUS_WORDS[change.before].lower()}]" if change.before else ""
            names = ", ".join(clean(name) for name in change.sources)
            _item(console, "-", _join(_text(clean(change.claim.text)), _text(f"{status}{was} ({names})", "dim")))
    return _read(console)


def _draw_story(console: "Console", story: Story) -> None:
    console.print(_text(" · ".join(part for part in (count_sources(story), spell_span(story)) if part), "dim"))
    if story.summary:
        _head(console, "Summary")
    for sentence in story.summary:
        _item(console, "•", _sentence(sentence.text, sentence.citations))
    disputes = list_disputes(story)
    if disputes:
        _head(console, "Disputed")
    for claim in disputes:
        for mark, numbers in ((Stance.AGREES, claim.citations), (Stance.DISPUTES, claim.opposing)):
            for citation in pick(story, numbers):
                _item(console, SYMBOLS[mark], _quote(citation), _COLOURS[mark])
        console.print()
    _draw_matrix(console, story)
    if story.timeline:
        _head(console, "Timeline")
    for entry in story.timeline:
        _item(console, spell_day(entry.date), _sentence(entry.text, entry.citations), "bold", 18)
    spelled = [name for name in story.names if name.variants]
    if spelled:
        _head(console, "Names")
    for name in spelled:
        others = ", ".join(clean(variant) for variant in name.variants)
        _item(console, "•", _join(_text(clean(name.name), "bold"), _text(f"  {others}")))
    _head(console, "Citations")
    for citation in _list_shown(story):
        _item(console, f"[{citation.n}]", _quote(citation), "cyan", 6)


def _draw_matrix(console: "Console", story: Story) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    matrix = make_matrix(story)
    rows = [*matrix.select(Status.AGREED), *matrix.select(Status.DISPUTED)]
    _head(console, "Who says what" if rows else "Sources")
    columns = [entry for group in matrix.origins for entry in group]
    shown = [n for n, entry in enumerate(columns) if len(columns) <= _WIDE or entry.copy_of is None][:_WIDE]
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("Claim", ratio=1, overflow="fold")
    for n in shown:
        table.add_column(str(n + 1), justify="center")
    for row in rows:
        label = _join(_text(f"{STATUS_WORDS[row.claim.status]}: ", "dim"), _text(clean(row.claim.text)))
        cells = [row.cells[n].stance for n in shown]
        table.add_row(label, *(_text(SYMBOLS[stance], _COLOURS[stance]) for stance in cells))
    if rows:
        console.print(table)
    for n, entry in enumerate(columns, 1):
        copy = f", copy of {clean(entry.copy_of)}" if entry.copy_of else ""
        line = f"{name_source(entry.source)} ({clean(entry.source.name)}), origin {entry.origin}{copy}"
        _item(console, f"{n}", _text(line), "bold", 4)
    if rows:
        console.print(_text("   ".join(f"{SYMBOLS[stance]} {stance}" for stance in Stance), "dim"))
    single = len(matrix.select(Status.SINGLE))
    if single:
        told = f"{count(single, 'claim')} from one origin only: in Markdown, JSON and the page (-o digest.html)."
        console.print(_text(told, "dim"))


def _list_shown(story: Story) -> list[Citation]:
    """Return the citations that the summary and the timeline name; disputes are quoted where they stand."""
    named = {n for part in (*story.summary, *story.timeline) for n in part.citations}
    return [citation for citation in story.citations if citation.n in named]


def _head(console: "Console", title: str) -> None:
    console.print()
    console.print(_text(title, "bold underline"))


def _item(console: "Console", mark: str, body: "RenderableType", style: str = "", width: int = 2) -> None:
    """Print a text with a mark before it and its further lines as far in as the first."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=width)
    grid.add_column(overflow="fold")
    grid.add_row(_text(mark, style), body)
    console.print(grid)


def _sentence(text: str, numbers: Iterable[int]) -> "Text":
    return _join(_text(clean(text)), *(_text(f" [{number}]", "cyan") for number in numbers))


def _quote(citation: Citation) -> "Text":
    said_by = f" {describe_source(citation.paragraph.source)} ({name_place(citation.paragraph)})"
    return _join(_text(quote(citation.quote)), _text(said_by, "dim"))


def _text(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(text, style)


def _join(*parts: "Text") -> "Text":
    from rich.text import Text

    return Text.assemble(*parts)


def _make_console(width: int, colour: bool) -> "Console":
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def _read(console: "Console") -> str:
    assert isinstance(console.file, StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()) + "\n"
