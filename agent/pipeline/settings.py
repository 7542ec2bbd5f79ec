"""Settings: which sources, model and embedder are used; a flag beats the environment, which beats the file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import UsageError
from index.places import config_folder

_TEXT, _YES_OR_NO = "a text in quotation marks", "true or false"
KEYS = {
    "sources": "a list of paths, each in quotation marks",
    "library": _TEXT,
    "model": _TEXT,
    "embedder": _TEXT,
    "offline": _YES_OR_NO,
    "gpu": "auto, off or a number of layers",
    "theme": _TEXT,
    "history": _YES_OR_NO,
}
"""The keys that config.toml may have, with what each of them has to be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a command was asked to work with; None and empty stand for the defaults."""

    sources: tuple[Path, ...] = ()
    library: str = ""
    model: str = ""
    embedder: str = ""
    offline: bool = False
    gpu: str = "auto"
    verbose: bool = False


def config_file() -> Path:
    """Return the path of config.toml, which need not exist."""
    return config_folder() / "config.toml"


def read_config() -> dict[str, Any]:
    """Return the settings of config.toml, paths in `sources` taken from its folder, a number of layers as a text.

    Raises UsageError for a file that is not TOML, has unknown keys or something else under a key than belongs there.
    """
    file = config_file()
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"The configuration {file} cannot be read: {error}", f"Mend or remove {file}.") from error
    for key, value in values.items():
        if key not in KEYS:
            raise UsageError(f"The configuration {file} has an unknown key “{key}”.", f"Known: {', '.join(KEYS)}.")
        if not _fits(key, value):
            raise UsageError(f"“{key}” in {file} must be {KEYS[key]}.", f"Mend the line in {file}.")
    if "sources" in values:
        values["sources"] = [str(file.parent / Path(path).expanduser()) for path in values["sources"]]
    return values | ({"gpu": str(values["gpu"])} if "gpu" in values else {})


def _fits(key: str, value: object) -> bool:
    if key == "sources":
        return isinstance(value, list) and all(isinstance(path, str) and path for path in value)
    if key == "gpu":
        return str(value) in ("auto", "off") or str(value).isdigit()
    return isinstance(value, bool if KEYS[key] == _YES_OR_NO else str)
