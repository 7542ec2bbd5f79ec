"""Word vectors: a text is the mean of its words' vectors, which the package `wordllama` carries."""

import importlib.util
import re
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Vectors = NDArray[np.float32]

_KEPT_WORDS = 400_000
_MANY = 4 * 100_000
"""Bytes of tokens for which it pays to convert the whole table to 32 bits and to import scipy."""
_SHORT = 4 * 8
"""Bytes of tokens of a text that is as short as a word or two, on average."""
_TOGETHER = 4096
"""Texts whose vectors are added up at once."""
_REINSTALL = "Install its package again: pip install --force-reinstall wordllama"


class WordEmbedder:
    """The static embeddings inside the package `wordllama`: the mean of a text's token vectors.

    Its files are read without importing it (importing takes longer than reading them and sets up
    logging). Words are tokenized one by one and remembered, many times as fast as whole texts; the
    tokens are the same, as the tokenizer never merges across spaces.
    """

    name = "wordllama"
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
        total = sum(map(len, tokens))
        if total > _MANY and self._weights.dtype != np.float32:
            self._weights = self._weights.astype(np.float32)
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        if self._weights.dtype == np.float32:
            add_up = self._multiply
        else:
            add_up = self._gather if total <= _SHORT * len(texts) else self._add_each
        for first in range(0, len(texts), _TOGETHER):
            add_up(tokens[first : first + _TOGETHER], rows[first : first + _TOGETHER])
        return unit(rows)

    def _multiply(self, tokens: Sequence[bytes], rows: "Vectors") -> None:
        """Put the sum of each text's token vectors into its row; no token's vector is copied for it."""
        import numpy as np
        from scipy.sparse import csr_array

        ids = np.frombuffer(b"".join(tokens), dtype=np.int32)
        starts = np.cumsum([0, *(len(text) // ids.itemsize for text in tokens)], dtype=np.int32)
        counts = csr_array((np.ones(len(ids), np.float32), ids, starts), shape=(len(tokens), len(self._weights)))
        rows[:] = counts @ self._weights

    def _gather(self, tokens: Sequence[bytes], rows: "Vectors") -> None:
        """Do the same for few short texts, with the table as it is."""
        import numpy as np

        filled = [n for n, text in enumerate(tokens) if text]
        if filled:
            ids = np.frombuffer(b"".join(tokens), dtype=np.int32)
            ends = np.cumsum([len(tokens[n]) // ids.itemsize for n in filled])
            starts = np.concatenate([[0], ends[:-1]])
            vectors = self._weights.take(ids, axis=0).astype(np.float32, copy=False)
            rows[filled] = np.add.reduceat(vectors, starts, axis=0)

    def _add_each(self, tokens: Sequence[bytes], rows: "Vectors") -> None:
        """Do the same for few long texts, with the table as it is."""
        import numpy as np

        for row, text in zip(rows, tokens, strict=True):
            ids = np.frombuffer(text, dtype=np.int32)
            row[:] = self._weights.take(ids, axis=0).sum(axis=0, dtype=np.float32)


class _Tokens(dict[str, bytes]):
    """The tokens of words, as int32; a word is tokenized when it is first asked for.

    A word without special tokens goes to the tokenizer's model itself, which is all that the others need besides
    what the normalizer sets before a word, and takes half the time. The marks after a word are tokenized by
    themselves, as no token of the vocabulary begins with a letter or digit and goes on with one of them.
    """

    MARKS = ".,:;?!'\"’”)…"

    def __init__(self, tokenizer: "Tokenizer") -> None:
        super().__init__()
        self._tokenizer = tokenizer
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenize = tokenizer.model.tokenize
        self._before = tokenizer.normalizer.normalize_str("a").removesuffix("a")
        special = tokenizer.get_added_tokens_decoder().values()
        self._special = re.compile("|".join(re.escape(token.content) for token in special))
        self._marks = dict[str, bytes]()

    def __missing__(self, word: str) -> bytes:
        stem = word.rstrip(self.MARKS)
        end = stem[-1:]
        if len(stem) < len(word) and end.isalnum() and end.isascii():
            tokens = self[stem] + self._read_marks(word[len(stem) :])
        elif self._special.search(word):
            tokens = array("i", self._tokenizer.encode(word, add_special_tokens=False).ids).tobytes()
        else:
            tokens = self._read(self._before + word)
        self[word] = tokens
        return tokens

    def _read_marks(self, marks: str) -> bytes:
        if marks not in self._marks:
            self._marks[marks] = self._read(marks)
        return self._marks[marks]

    def _read(self, text: str) -> bytes:
        return array("i", [token.id for token in self._tokenize(text)]).tobytes()


def unit(rows: "Vectors") -> "Vectors":
    """Return the rows at length 1, but those that are 0."""
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    same: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return same


def _package_folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"The package {package} is missing.", _REINSTALL)
    return Path(spec.submodule_search_locations[0])
