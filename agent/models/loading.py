"""Loading: a GGUF file's weights, on the GPU as far as it has room, and an adapter for them."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from agent.models.context import Context
from agent.models.native import NativeError, Weights
from index.errors import ModelError

_LACKS_MEMORY = re.compile(r"allocat|memory", re.IGNORECASE)


def load_weights(path: Path, attempts: Sequence[int]) -> Weights:
    """Load a GGUF file with the first number of GPU layers that works; raises ModelError."""
    for layers in attempts:
        try:
            weights = Weights(path, layers)
        except NativeError as error:
            reason = error
            continue
        if weights.encodes:
            weights.close()
            raise ModelError(f"{path} is not a model that writes text.", "Choose another: concord models")
        if layers == 0 or _works(weights):
            return weights
        weights.close()
    hint = f"The file {path} may be cut off, or too new for this llama.cpp: fetch it again."
    if _LACKS_MEMORY.search(str(reason)):
        hint = "There is too little memory: end other programs, raise the limit (ulimit -v), or use a smaller model."
    raise ModelError(f"{reason}.", hint)


def load_adapter(weights: Weights, path: Path) -> Any:
    """Load an adapter for a model; raises ModelError."""
    try:
        return weights.load_adapter(path)
    except NativeError as error:
        hint = "Install Concord again: pip install --force-reinstall concord-reader"
        raise ModelError(f"{error}.", hint) from error


def _works(weights: Weights) -> bool:
    """Tell whether the GPU has room for a context beside the weights."""
    try:
        Context(weights, min(weights.context_size, 4096)).close()
    except NativeError:
        return False
    return True
