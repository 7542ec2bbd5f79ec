"""Embedders: texts become unit vectors, on this machine and with no network."""

import logging
import os
from collections.abc import Sequence
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from index.errors import ModelError, UsageError
from index.vectors.processor import avoid_amx
from index.vectors.word_vectors import WordEmbedder, unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

DEFAULT = WordEmbedder.name

_LONGEST = 2048
_EMBEDDERS = f"Use `{DEFAULT}` or the path of an embedding model (.gguf)."


class Embedder(Protocol):
    """What turns texts into vectors; `name` says which vectors can be compared with each other."""

    name: str
    dimensions: int

    def embed(self, texts: Sequence[str]) -> "Vectors":
        """Return one row of `dimensions` float32 a text, of length 1 (0 for a text without words)."""


def load_embedder(name: str) -> Embedder:
    """Return the embedder `wordllama` or that of a GGUF file; raises ModelError or UsageError."""
    identity = identify(name)
    return WordEmbedder() if name == DEFAULT else ModelEmbedder(Path(name).expanduser(), identity)


def identify(name: str) -> str:
    """Return what tells one embedder's vectors from another's; raises ModelError or UsageError."""
    if name == DEFAULT:
        return name
    path = Path(name).expanduser()
    if path.suffix.lower() != ".gguf":
        raise UsageError(f"“{name}” is not an embedder.", _EMBEDDERS)
    try:
        return f"{path.name}:{path.stat().st_size}"
    except OSError as error:
        raise ModelError(f"There is no embedding model {path}.", _EMBEDDERS) from error


class ModelEmbedder:
    """An embedding model in a GGUF file, run by llama.cpp.

    A quiet `Llama` points the file descriptors 1 and 2, which a screen may be drawn on, at /dev/null while it loads;
    a verbose one writes to `sys.stderr`, where what it says is taken away.
    """

    def __init__(self, path: Path, name: str) -> None:
        from llama_cpp import LLAMA_POOLING_TYPE_UNSPECIFIED, Llama
        from llama_cpp.llama_cpp import _lib

        avoid_amx(_lib)
        try:
            with redirect_stderr(StringIO()):
                self._model = Llama(
                    str(path),
                    embedding=True,
                    n_ctx=_LONGEST,
                    n_batch=_LONGEST,
                    n_ubatch=_LONGEST,
                    n_threads=os.cpu_count(),
                    n_threads_batch=os.cpu_count(),
                    verbose=True,
                    pooling_type=LLAMA_POOLING_TYPE_UNSPECIFIED,
                )
            self._model.verbose = False
            logging.getLogger("llama-cpp-python").setLevel(logging.ERROR)
        except (ValueError, RuntimeError, OSError) as error:
            message = f"{path} cannot be loaded as an embedding model."
            raise ModelError(message, "Check that the file is whole.") from error
        self.dimensions = int(self._model.n_embd())
        self.name = name

    def embed(self, texts: Sequence[str]) -> "Vectors":
        """Return each text's vector as the model pools it, else its tokens' mean; cut at 2,048 tokens."""
        import numpy as np

        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            if text.strip():
                pooled = np.asarray(self._model.embed(text, truncate=True), dtype=np.float32)
                row[:] = pooled if pooled.ndim == 1 else pooled.mean(axis=0)
        return unit(rows)
