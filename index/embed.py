"""Embedders: texts become unit vectors, on this machine and with no network."""

import importlib.util
import logging
import os
from array import array
from collections.abc import Sequence
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from index.errors import ModelError, UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Vectors = NDArray[np.float32]

DEFAULT = "wordllama"

_KEPT_WORDS = 400_000
_MANY = 4 * 100_000
"""Bytes of tokens for which it pays to convert the whole table to 32 bits rather than what they need of it."""
_SHORT = 4 * 8
"""Bytes of tokens of a text that is as short as a word or two, on average."""
_TOGETHER = 4096
"""Short texts whose vectors are gathered at once."""
_LONGEST = 2048
_EMBEDDERS = f"Use `{DEFAULT}` or the path of an embedding model (.gguf)."
_REINSTALL = "Install its package again: pip install --force-reinstall wordllama"


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


class WordEmbedder:
    """The static embeddings inside the package `wordllama`: the mean of a text's token vectors.

    Its files are read without importing it (importing takes longer than reading them and sets up
    logging). Words are tokenized one by one and remembered, many times as fast as whole texts; the
    tokens are the same, as the tokenizer never merges across spaces.
    """

    name = DEFAULT
    dimensions = 256

    def __init__(self) -> None:
        import numpy as np
        from safetensors import safe_open
        from tokenizers import Tokenizer

        folder = _package_folder("wordllama")
        try:
            with safe_open(folder / "weights" / "l2_supercat_256.safetensors", framework="numpy") as file:
                self._weights: NDArray[np.float16 | np.float32] = file.get_tensor("embedding.weight")
            tokenizer = folder / "tokenizers" / "l2_supercat_tokenizer_config.json"
            self._tokens = _Tokens(Tokenizer.from_file(str(tokenizer)))
        except Exception as error:  # both libraries raise plain Exceptions of their own
            raise ModelError(f"The embedder wordllama cannot be loaded: {error}", _REINSTALL) from error

    def embed(self, texts: Sequence[str]) -> "Vectors":
        """Return the mean of the token vectors of each text, of length 1; nothing is cut off."""
        import numpy as np

        if len(self._tokens) > _KEPT_WORDS:
            self._tokens.clear()
        tokens = [b"".join(map(self._tokens.__getitem__, text.split())) for text in texts]
        if sum(map(len, tokens)) > _MANY and self._weights.dtype != np.float32:
            self._weights = self._weights.astype(np.float32)
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        if sum(map(len, tokens)) > _SHORT * len(texts):
            for row, text in zip(rows, tokens, strict=True):
                ids = np.frombuffer(text, dtype=np.int32)
                row[:] = self._weights.take(ids, axis=0).sum(axis=0, dtype=np.float32)
        else:
            for first in range(0, len(texts), _TOGETHER):
                self._add_up(tokens[first : first + _TOGETHER], rows[first : first + _TOGETHER])
        return _unit(rows)

    def _add_up(self, tokens: Sequence[bytes], rows: "Vectors") -> None:
        """Put the sum of each text's token vectors into its row; many short texts are quicker together."""
        import numpy as np

        filled = [n for n, text in enumerate(tokens) if text]
        if filled:
            ids = np.frombuffer(b"".join(tokens), dtype=np.int32)
            ends = np.cumsum([len(tokens[n]) // ids.itemsize for n in filled])
            starts = np.concatenate([[0], ends[:-1]])
            vectors = self._weights.take(ids, axis=0).astype(np.float32, copy=False)
            rows[filled] = np.add.reduceat(vectors, starts, axis=0)


class _Tokens(dict[str, bytes]):
    """The tokens of words, as int32; a word is tokenized when it is first asked for.

    A word without special tokens goes to the tokenizer's model itself, which is all that the others need besides
    what the normalizer sets before a word, and takes half the time.
    """

    def __init__(self, tokenizer: "Tokenizer") -> None:
        super().__init__()
        self._tokenizer = tokenizer
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenize = tokenizer.model.tokenize
        self._before = tokenizer.normalizer.normalize_str("a").removesuffix("a")
        self._special = [token.content for token in tokenizer.get_added_tokens_decoder().values()]

    def __missing__(self, word: str) -> bytes:
        if any(special in word for special in self._special):
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
        else:
            ids = [token.id for token in self._tokenize(self._before + word)]
        self[word] = tokens = array("i", ids).tobytes()
        return tokens


class ModelEmbedder:
    """An embedding model in a GGUF file, run by llama.cpp.

    A quiet `Llama` points the file descriptors 1 and 2, which a screen may be drawn on, at /dev/null while it loads;
    a verbose one writes to `sys.stderr`, where what it says is taken away.
    """

    def __init__(self, path: Path, name: str) -> None:
        from llama_cpp import LLAMA_POOLING_TYPE_UNSPECIFIED, Llama

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
        return _unit(rows)


def _package_folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"The package {package} is missing.", _REINSTALL)
    return Path(spec.submodule_search_locations[0])


def _unit(rows: "Vectors") -> "Vectors":
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return unit
