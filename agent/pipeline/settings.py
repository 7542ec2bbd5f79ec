"""Settings: which sources, model and embedder are used; a flag beats the environment, which beats the file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import UsageError
from index.places import config_folder

KEYS = {
    "sources": list,
    "library": str,
    "model": str,
    "embedder": str,
    "offline": bool,
    "gpu": str,
    "theme": str,
    "history": bool,
}
"""The keys that config.toml may have, with the type of each."""


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
    """Return the settings of config.toml; raises UsageError for a file that is not TOML or has unknown keys."""
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
        if not isinstance(value, KEYS[key]):
            raise UsageError(f"“{key}” in {file} must be a {KEYS[key].__name__}.", f"Mend the line in {file}.")
    return values
