"""Output: the form in which a digest is written, and whether it may be written where it is asked for."""

import sys
from collections.abc import Sequence
from pathlib import Path

from agent.digest.faces.look import TERMINAL
from agent.digest.faces.signature import Written, is_whole, recognize
from index.errors import LibraryError, UsageError

FORMS = ("md", "html", "json", "txt")
"""The forms that can be asked for."""
_SUFFIXES = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".json": "json", ".txt": "txt"}


def choose_form(output: Path | None, form: str | None, as_json: bool) -> str:
    """Return the form: as asked, as the file's suffix says, or as fits standard output; raises UsageError."""
    if as_json and form not in (None, "json"):
        raise UsageError(f"--json and --format {form} were both given.", "Give one of them.")
    asked = form or ("json" if as_json else None)
    if output is None:
        return asked or (TERMINAL if sys.stdout.isatty() else "md")
    named = _SUFFIXES.get(output.suffix.lower())
    if asked and named not in (None, asked):
        hint = f"Name it {output.with_suffix('.' + asked).name}, or leave {'--json' if as_json else '--format'} out."
        raise UsageError(f"{output.name} is the name of another form than {asked}.", hint)
    if not asked and not named:
        raise UsageError(f"{output.name} does not say which form to write.", "Give one: --format md|html|json|txt")
    return asked or str(named)


def check_place(output: Path | None, folders: Sequence[Path]) -> None:
    """Refuse to write where the file would be read as a source of these folders; raises UsageError."""
    from index.readers import SUFFIXES

    if output is None:
        return
    place = output.expanduser().resolve()
    if not place.parent.is_dir():
        raise UsageError(f"There is no folder {place.parent}.", "Make it, or write elsewhere.")
    for folder in folders:
        if place == folder or (place.suffix.lower() in SUFFIXES and folder in place.parents):
            hint = "Write it into another folder, or keep the sources in one of their own."
            raise UsageError(f"{output} lies among the sources, and would be read as one of them.", hint)


def check_content(output: Path | None, changes: bool) -> None:
    """Refuse to write over what is not as Concord wrote it, and with `changes` over a digest; raises UsageError."""
    content = read_content(output) if output else b""
    if not content.strip():
        return
    found, hint = recognize(content), "Give -o another name, or --force to write over it."
    if found is None:
        raise UsageError(f"{output} is no digest that Concord has written.", hint)
    if changes and found is Written.DIGEST:
        raise UsageError(f"{output} holds a digest, and --diff would put only the changes in its place.", hint)
    if not is_whole(content):
        raise UsageError(
            f"{output} is not as Concord writes it: it was edited since, or is an older Concord's.",
            "Keep what was added to it elsewhere and give --force to write over it, or give -o another name.",
        )


def read_content(output: Path) -> bytes:
    """Return what a file holds, nothing where there is none; raises LibraryError where it cannot be read."""
    place = output.expanduser()
    try:
        return place.read_bytes() if place.is_file() else b""
    except OSError as error:
        hint = "Give another name, or --force to write over it."
        raise LibraryError(f"{output} cannot be read: {error.strerror}.", hint) from error
