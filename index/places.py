"""Where Concord keeps things: data, configuration and cache, or all three under CONCORD_HOME."""

import hashlib
import os
import re
from collections.abc import Sequence
from pathlib import Path

from index.errors import LibraryError, UsageError

_NAME = re.compile(r"\w[\w.-]{0,63}")


def data_folder() -> Path:
    """Return the folder of the named libraries and of what cannot be computed again."""
    return _folder("data")


def config_folder() -> Path:
    """Return the folder of `config.toml`."""
    return _folder("config")


def cache_folder() -> Path:
    """Return the folder of what can be thrown away and computed again."""
    return _folder("cache")


def named_folder(name: str) -> Path:
    """Return the folder of a named library; raises UsageError for a name that cannot be a folder's."""
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"“{name}” cannot be the name of a library.",
            "Use letters, digits, dots, dashes and underscores, up to 64 of them.",
        )
    return data_folder() / "libraries" / name


def ad_hoc_folder(folders: Sequence[Path], embedder: str) -> Path:
    """Return the folder of the library that stands for exactly these paths and this embedder."""
    key = "\n".join([embedder, *sorted(str(folder) for folder in folders)])
    digest = hashlib.blake2b(key.encode("utf-8", "surrogateescape"), digest_size=10).hexdigest()
    return cache_folder() / "libraries" / digest


def list_libraries() -> list[str]:
    """Return the names of the libraries that exist, in alphabetical order."""
    return sorted(found.parent.name for found in (data_folder() / "libraries").glob("*/library.db"))


def make_folder(folder: Path) -> Path:
    """Create a folder that Concord may write in; raises LibraryError where it may not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise unwritable(folder, None)
    return folder


def unwritable(folder: Path, error: OSError | None) -> LibraryError:
    """Return the error that says that a folder cannot be written, and what to do about it."""
    reason = f": {error.strerror}" if error and error.strerror else ""
    return LibraryError(
        f"Concord cannot write in {folder}{reason}.",
        "Free or unlock that folder, or set CONCORD_HOME to a folder that can be written.",
    )


def _folder(kind: str) -> Path:
    home = os.environ.get("CONCORD_HOME")
    if home:
        if not _is_unicode(home):
            message = "The name of the folder in CONCORD_HOME is not UTF-8, which an index needs."
            raise UsageError(message, "Set CONCORD_HOME to another folder.")
        return Path(home).expanduser().absolute() / kind
    import platformdirs

    find = {
        "data": platformdirs.user_data_path,
        "config": platformdirs.user_config_path,
        "cache": platformdirs.user_cache_path,
    }
    return find[kind]("concord", appauthor=False)


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
