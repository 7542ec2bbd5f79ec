"""The digest as a terminal shows it, and as plain text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from agent.answer.answer import Citation
from agent.digest.digest import Digest, Status, Story
from agent.digest.faces import phrases
from agent.digest.faces.look import WIDTH
from agent.digest.faces.printing import join, open_console, print_item, read_console, style
from agent.digest.faces.standing import SYMBOLS, Column, Stance, make_matrix
from agent.digest.keeping.changes import Change, Kind

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_COLOURS = {Stance.AGREES: "cyan", Stance.DISPUTES: "yellow", Stance.BOTH: "bold", Stance.SILENT: "dim"}
_WIDE = 8
"""Sources that the table has columns for; of more, it has one for each origin's first."""
_KINDS = {
    Kind.AGREED: "Agreed now",
    Kind.DISPUTED: "Disputed now",
    Kind.SINGLE: "Found in one origin only now",
    Kind.WITHDRAWN: "Withdrawn",
    Kind.NEW: "New",
}


def draw_text(digest: Digest, width: int = WIDTH, colour: bool = False) -> str:
    """Return a digest as text of `width` columns, with a terminal's colours if wanted."""
    console = open_console(width, colour)
    console.print(style(phrases.name_digest(digest), "bold"))
    for story in digest.stories:
        if len(digest.stories) > 1:
            console.print()
            console.rule(style(phrases.clean(story.title), "bold"), align="left", style="dim")
        _draw_story(console, story)
    console.print()
    console.print(
        style(f"Sources as of {phrases.spell_day(digest.generated)}; model: {phrases.clean(digest.model)}.", "dim")
    )
    return read_console(console)


def draw_changes(changes: Sequence[Change], width: int = WIDTH, colour: bool = False) -> str:
    """Return what changed between two digests, by kind."""
    if not changes:
        return "Nothing became agreed, disputed, withdrawn or new.\n"
    console = open_console(width, colour)
    for kind in Kind:
        chosen = [change for change in changes if change.kind is kind]
        if chosen:
            console.print(style(f"{_KINDS[kind]} ({len(chosen)})", "bold"))
        for change in chosen:
            status = f" [{phrases.STATUS_WORDS[change.claim.status].lower()}]" if kind is Kind.NEW else ""
            was = f" [was: {phrases.STATUS_WORDS[change.before].lower()}]" if change.before else ""
            names = ", ".join(phrases.clean(name) for name in change.sources)
            print_item(
                console, "-", join(style(phrases.clean(change.claim.text)), style(f"{status}{was} ({names})", "dim"))
            )
    return read_console(console)


def _draw_story(console: "Console", story: Story) -> None:
    console.print(
        style(" · ".join(part for part in (phrases.count_sources(story), phrases.spell_span(story)) if part), "dim")
    )
    if story.summary:
        _head(console, "Summary")
    for sentence in story.summary:
        print_item(console, "•", _sentence(sentence.text, sentence.citations))
    disputes = phrases.list_disputes(story)
    if disputes:
        _head(console, "Disputed")
    for claim in disputes:
        for mark, numbers in ((Stance.AGREES, claim.citations), (Stance.DISPUTES, claim.opposing)):
            for citation in phrases.pick(story, numbers):
                print_item(console, SYMBOLS[mark], _quote(citation), _COLOURS[mark])
        console.print()
    _draw_matrix(console, story)
    if story.timeline:
        _head(console, "Timeline")
    for entry in story.timeline:
        print_item(console, phrases.spell_day(entry.date), _sentence(entry.text, entry.citations), "bold", 18)
    spelled = [name for name in story.names if name.variants]
    if spelled:
        _head(console, "Names")
    for name in spelled:
        others = ", ".join(phrases.clean(variant) for variant in name.variants)
        print_item(console, "•", join(style(phrases.clean(name.name), "bold"), style(f"  {others}")))
    _head(console, "Citations")
    for citation in _list_shown(story):
        print_item(console, f"[{citation.n}]", _quote(citation), "cyan", 6)


def _draw_matrix(console: "Console", story: Story) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    matrix = make_matrix(story)
    rows = [*matrix.select(Status.AGREED), *matrix.select(Status.DISPUTED)]
    _head(console, "Who says what" if rows else "Sources")
    numbered = [n for n, column in enumerate(matrix.columns) if _has_room(column, len(matrix.columns))][:_WIDE]
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("Claim", ratio=1, overflow="fold")
    for n in numbered:
        table.add_column(str(n + 1), justify="center")
    for row in rows:
        label = join(style(f"{phrases.STATUS_WORDS[row.claim.status]}: ", "dim"), style(phrases.clean(row.claim.text)))
        stances = [row.cells[n].stance for n in numbered]
        table.add_row(label, *(style(SYMBOLS[stance], _COLOURS[stance]) for stance in stances))
    if rows:
        console.print(table)
    labels = phrases.label_sources(story)
    for n, column in enumerate(matrix.columns, 1):
        print_item(console, f"{n}", style(_name_column(column, labels)), "bold", 4)
    if rows:
        console.print(style("   ".join(f"{SYMBOLS[stance]} {stance}" for stance in Stance), "dim"))
    single = sum(claim.status is Status.SINGLE for claim in story.claims)
    if single:
        found = f"{phrases.count(single, 'claim')} found in one origin only"
        told = f"{found}: in Markdown, JSON and the page (-o digest.html)."
        console.print(style(told, "dim"))


def _has_room(column: Column, columns: int) -> bool:
    return columns <= _WIDE or not column.is_copy


def _name_column(column: Column, labels: Mapping[str, str]) -> str:
    entry = column.sources[0]
    origin = f"origin {entry.origin}"
    if column.folded:
        return f"{len(column.sources)} others, {origin}"
    origin += f", copy of {phrases.clean(entry.copy_of)}" if entry.copy_of else ""
    return f"{labels[entry.source.name]} ({phrases.clean(entry.source.name)}), {origin}"


def _list_shown(story: Story) -> list[Citation]:
    """Return the citations that the summary and the timeline name; disputes are quoted where they stand."""
    named = {n for sentence in story.summary for n in sentence.citations}
    named |= {n for entry in story.timeline for n in entry.citations}
    return [citation for citation in story.citations if citation.n in named]


def _head(console: "Console", title: str) -> None:
    console.print()
    console.print(style(title, "bold underline"))


def _sentence(text: str, numbers: Iterable[int]) -> "Text":
    return join(style(phrases.clean(text)), *(style(f" [{number}]", "cyan") for number in numbers))


def _quote(citation: Citation) -> "Text":
    said_by = f" {phrases.describe_source(citation.paragraph.source)} ({phrases.name_place(citation.paragraph)})"
    return join(style(phrases.quote(citation.quote)), style(said_by, "dim"))
