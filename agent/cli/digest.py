"""`concord digest`: what the sources agree on and dispute, as Markdown, text, JSON or a page."""

import contextlib
import shutil
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import click

from agent.cli import INTERRUPTED
from agent.cli.edge import choose_colour
from agent.cli.options import SourcesCommand, common_options
from agent.cli.output import FORMS, check_content, check_place, choose_form, read_content
from agent.cli.progress import Progress
from agent.digest.faces.look import TERMINAL, WIDTH, Look
from agent.digest.faces.signature import Written, sign
from agent.digest.keeping.writing import write_file
from agent.pipeline.digesting import Digester
from agent.pipeline.events import Noted
from agent.pipeline.settings import Settings
from index.errors import ConcordError, UsageError


@click.command(cls=SourcesCommand)
@common_options
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
@click.option("--format", "form", type=click.Choice(FORMS), help="Its form; otherwise the file's suffix says it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: --format json.")
@click.option("--check", is_flag=True, help="Make nothing; exit with 1 if the digest is out of date.")
@click.option("--diff", is_flag=True, help="Show what became agreed, disputed, withdrawn or new since the last one.")
@click.option("--watch", is_flag=True, help="Make it again whenever a source changes, until Ctrl-C.")
@click.option("--force", is_flag=True, help="Write over the file, whatever it holds.")
def digest(
    settings: Settings,
    output: Path | None,
    form: str | None,
    as_json: bool,
    check: bool,
    diff: bool,
    watch: bool,
    force: bool,
) -> int:
    """Show what the sources agree on, what they dispute, and who says so, story by story.

    Only what changed since the last time is computed. Exit code 1 with --check: out of date.
    """
    if check + diff + watch > 1:
        raise UsageError("--check, --diff and --watch do not go together.", "Give one of them.")
    chosen = choose_form(output, form, as_json)
    progress = Progress(settings.verbose)
    with Digester(settings, progress.show) as digester:
        check_place(output, digester.library.folders)
        if not (check or force):
            check_content(output, diff)
        if watch:
            return _watch(digester, progress, chosen, output, force)
        with progress:
            if check:
                return _check(digester, chosen, output)
            drawn = _draw_changes(digester, chosen) if diff else digester.draw(_look(chosen))
    if drawn:
        _put(drawn, output)
    return 0


def _draw_changes(digester: Digester, form: str) -> str:
    from agent.digest.faces.record import changes_as_json, write_json
    from agent.digest.faces.text import draw_changes

    now = digester.digest()
    changes = digester.find_changes()
    if changes is None:
        click.echo("There is no earlier digest to compare with.", err=True)
    if form == "json":
        return sign(write_json(changes_as_json(changes or [], now.fingerprint)), form, Written.CHANGES)
    if changes is None:
        return ""
    look = _look(form)
    drawn = draw_changes(changes, look.width, look.colour)
    # Changes are a text whatever the file is called, and a page or Markdown may hold a comment.
    return drawn if form == TERMINAL else sign(drawn, "txt" if form == "txt" else "md", Written.CHANGES)


def _look(form: str) -> Look:
    """Return how a digest of this form is to look; on a terminal it fits that."""
    if form != TERMINAL:
        return Look(form)
    width = max(40, min(shutil.get_terminal_size().columns, WIDTH))
    return Look(TERMINAL, width, choose_colour() is not False)


def _check(digester: Digester, form: str, output: Path | None) -> int:
    changes: Sequence[str] = digester.check()
    if not changes and output:
        changes = (
            [] if read_content(output) == digester.draw(_look(form)).encode() else [f"not what was written: {output}"]
        )
    for line in changes:
        click.echo(line, err=True)
    return int(bool(changes))


def _watch(digester: Digester, progress: Progress, form: str, output: Path | None, force: bool) -> int:
    """Write the digest whenever it becomes another one, until Ctrl-C, which is no error here."""
    with contextlib.suppress(KeyboardInterrupt):
        _keep_writing(digester, progress, form, output, force)
    return INTERRUPTED


def _keep_writing(digester: Digester, progress: Progress, form: str, output: Path | None, force: bool) -> None:
    from watchfiles import watch

    last = told = ""
    # It is looked at every few seconds as well: not every file system tells, nor what changes meanwhile.
    for _ in chain([None], watch(*digester.library.folders, yield_on_timeout=True)):
        try:
            with progress:
                drawn = digester.draw(_look(form))
            if drawn == last:
                continue
            if not force:
                check_content(output, changes=False)  # it may have been edited meanwhile
            _put(drawn, output)
            last, told = drawn, ""
        except ConcordError as error:
            if error.message != told:
                progress.show(Noted(error.message, error.hint))  # the next change may mend it
            told = error.message


def _put(drawn: str, output: Path | None) -> None:
    if output is None:
        click.echo(drawn, nl=False)
        return
    write_file(output.expanduser(), drawn)
    click.echo(f"Written: {output}", err=True)
