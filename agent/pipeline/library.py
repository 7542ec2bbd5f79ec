"""Which library a command works with."""

from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

from agent.pipeline.events import Event, Noted
from agent.pipeline.settings import Settings
from index.errors import UsageError
from index.library import Library, open_library
from index.places import list_libraries

DEFAULT_LIBRARY = "default"
"""The library that `concord index FOLDER` makes and that is used where none is named."""

Notify = Callable[[Event], object]


def choose_library(settings: Settings, notify: Notify, rebuild: bool = False) -> Library:
    """Open the library that the settings name, the default one, or the bundled samples with a note that says so."""
    library = _choose(settings, notify, rebuild)
    if library.database.frozen:
        hint = "What changed cannot be read until that folder can be written."
        notify(Noted(f"Concord cannot write in {library.folder}: the index is used as it is.", hint))
    return library


def _choose(settings: Settings, notify: Notify, rebuild: bool) -> Library:
    if settings.sources:
        return open_library(folders=settings.sources, embedder=settings.embedder, rebuild=rebuild)
    if settings.library or DEFAULT_LIBRARY in list_libraries():
        library = open_library(settings.library or DEFAULT_LIBRARY, embedder=settings.embedder, rebuild=rebuild)
        note_missing(library, notify)
        return library
    notify(Noted("Nothing was indexed yet; these are the bundled sample sources.", "Use your own: --sources FOLDER"))
    return open_library(folders=[sample_folder()], embedder=settings.embedder, rebuild=rebuild)


def extend_library(
    name: str, folders: Sequence[Path], embedder: str, replace: bool = False, rebuild: bool = False
) -> Library:
    """Open a library, the default one if no name is given, with these folders added to those it has."""
    for path in folders:
        if not path.expanduser().exists():
            raise UsageError(f"There is no file or folder {path}.", "Check the path.")
    return open_library(name or DEFAULT_LIBRARY, folders, embedder, rebuild, extend=not replace)


def note_missing(library: Library, notify: Notify) -> None:
    """Note which folders of a library are not there, and that what was read of them stays in it."""
    missing = ", ".join(str(folder) for folder in library.missing)
    if missing and len(library.missing) < len(library.folders):
        hint = f"Bring it back, or keep only others: concord index --library {library.name} --replace FOLDER…"
        notify(Noted(f"Not there: {missing}. Its sources are told as they were last read.", hint))


def holds_samples(library: Library) -> bool:
    """Tell whether a library is made of nothing but the sample sources."""
    return library.folders == (sample_folder(),)


def sample_folder() -> Path:
    """Return the folder of the sample sources that come with Concord."""
    return Path(str(files("index") / "samples"))
