"""`concord index`, `sources` and `show`: what is in the library, and a paragraph of it."""

import json
from pathlib import Path

import click

from agent.cli.options import SourcesCommand, common_options
from agent.cli.progress import Progress
from agent.pipeline.library import choose_library, extend_library, note_missing
from agent.pipeline.settings import Settings
from index.errors import UsageError
from index.folders import count_others, name_kinds
from index.library import Library
from index.source import Paragraph
from index.sync import refresh


@click.command(cls=SourcesCommand)
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path), metavar="FOLDER…")
@common_options
@click.option("--replace", is_flag=True, help="Make FOLDERs the only ones of the library.")
@click.option("--rebuild", is_flag=True, help="Throw the index away and build it again from the documents.")
def index(folders: tuple[Path, ...], settings: Settings, replace: bool, rebuild: bool) -> None:
    """Add files and folders to a library, or bring a library up to date.

    FOLDERs are added to the default library, which `ask` uses from then on, or to that of --library NAME.
    Without FOLDERs the library is refreshed.
    """
    with Progress(settings.verbose) as progress:
        if folders:
            opened = extend_library(settings.library, folders, settings.embedder, replace, rebuild)
            note_missing(opened, progress.show)
        else:
            opened = choose_library(settings, progress.show, rebuild)
        changes = refresh(opened, progress.refreshing)
    found, failed, others = len(opened.sources()), len(opened.failures()), _name_others(opened)
    opened.close()
    click.echo(f"{found} sources indexed: {changes.added} added, {changes.changed} changed, {changes.removed} removed.")
    if failed:
        click.echo(f"{failed} could not be read; `concord sources` says why.", err=True)
    if others:
        click.echo(others, err=True)


def _name_others(library: Library) -> str:
    """Return in one line which files of the library's folders are of kinds that are not read; "" where none is."""
    from index.readers import SUFFIXES

    counted = count_others(library.folders, SUFFIXES)
    return f"Not read, as Concord does not know these kinds of files: {name_kinds(counted)}." if counted else ""


@click.command(cls=SourcesCommand)
@common_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def sources(
    settings: Settings,
    as_json: bool,
) -> None:
    """List what is indexed, and what failed and why."""
    with Progress(settings.verbose) as progress:
        opened = choose_library(settings, progress.show)
        refresh(opened, progress.refreshing)
    click.echo(_as_json(opened) if as_json else _as_text(opened))
    opened.close()


def _as_json(library: Library) -> str:
    record = {
        "library": library.name or None,
        "folders": [str(folder) for folder in library.folders],
        "embedder": library.embedder_name,
        "sources": [
            {
                "source": source.name,
                "title": source.title,
                "publisher": source.publisher,
                "date": source.date,
                "paragraphs": len(library.paragraphs(source)),
            }
            for source in library.sources()
        ],
        "failed": [
            {"source": failure.name, "reason": failure.reason, "hint": failure.hint, "when": failure.when}
            for failure in library.failures()
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


def _as_text(library: Library) -> str:
    folders = ", ".join(str(folder) for folder in library.folders)
    lines = [f"Library {library.name or '(for these paths)'}: {folders}", ""]
    for source in library.sources():
        known = " · ".join(part for part in (source.title, source.publisher, source.date) if part)
        lines.append(f"{source.name}  {click.style(known, dim=True)}")
    failures = library.failures()
    if failures:
        lines += ["", click.style(f"Not read ({len(failures)}):", fg="yellow")]
        lines += [f"{failure.name}: {failure.reason} {failure.hint}".rstrip() for failure in failures]
    if others := _name_others(library):
        lines += ["", others]
    return "\n".join(lines)


@click.command(cls=SourcesCommand)
@click.argument("place", metavar="SOURCE[:PARAGRAPH]")
@common_options
@click.option("--context", default=0, show_default=True, help="Paragraphs to show before and behind it.")
def show(
    place: str,
    settings: Settings,
    context: int,
) -> None:
    """Print a paragraph of a source, or the whole source with its paragraph numbers."""
    with Progress(settings.verbose) as progress:
        opened = choose_library(settings, progress.show)
        refresh(opened, progress.refreshing)
    paragraphs = _find_paragraphs(opened, place, context)
    numbered = len(paragraphs) > 1
    click.echo("\n\n".join(f"[{item.n}] {item.text}" if numbered else item.text for item in paragraphs))
    opened.close()


def _find_paragraphs(library: Library, place: str, context: int) -> list[Paragraph]:
    """Return the paragraph of `SOURCE:N` with its neighbours, or all of `SOURCE`; raises UsageError."""
    name, _, number = place.rpartition(":")
    if not name or not number.isdigit() or _has_source(library, place):
        return library.paragraphs(library.find_source(place))
    if context < 0:
        raise UsageError("--context cannot be negative.", "Give 0 or more.")
    paragraph = library.paragraph(name, int(number))
    body = library.paragraphs(paragraph.source)
    return body[max(0, paragraph.n - 1 - context) : paragraph.n + context]


def _has_source(library: Library, name: str) -> bool:
    """Tell whether a source is called so: the name of a file may hold a colon and a number."""
    try:
        library.find_source(name)
    except UsageError:
        return False
    return True
