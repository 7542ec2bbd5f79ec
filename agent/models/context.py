"""What computes: a context with its sequences, and a grammar that restrains it."""

import ctypes
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from agent.models.machine import count_threads
from agent.models.native import NativeError, Weights, c

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

UBATCH = 512
"""Tokens that are computed together; half or four times as many were no faster on a CPU."""


class Context:
    """Room for `size` tokens in up to `sequences` sequences, and what computes them. Raises NativeError.

    `adapter` is one that `Weights.load_adapter` returned, laid over the weights.
    """

    def __init__(self, weights: Weights, size: int, sequences: int = 1, adapter: Any = None) -> None:
        self._weights, self.size = weights, size
        settings = c.llama_context_default_params()
        settings.n_ctx = settings.n_batch = size
        settings.n_ubatch, settings.n_seq_max = min(UBATCH, size), sequences
        settings.n_threads = settings.n_threads_batch = count_threads()
        settings.flash_attn_type = c.LLAMA_FLASH_ATTN_TYPE_AUTO
        settings.kv_unified, settings.no_perf = True, True
        self._handle: Any = c.llama_init_from_model(weights.handle, settings)
        if not self._handle:
            raise NativeError(f"llama.cpp cannot make room for {size} tokens")
        self._memory = c.llama_get_memory(self._handle)
        self._batch = c.llama_batch_init(size, 0, 1)
        if adapter:
            self._adapt(adapter)

    def _adapt(self, adapter: Any) -> None:
        adapters, scales = (c.llama_adapter_lora_p_ctypes * 1)(adapter), (ctypes.c_float * 1)(1.0)
        if status := c.llama_set_adapters_lora(self._handle, adapters, 1, scales):
            self.close()
            raise NativeError(f"llama.cpp refuses the adapter (status {status})")

    def decode(self, entries: Sequence[tuple[int, int, int, bool]]) -> "NDArray[np.float32]":
        """Compute (token, position, sequence, wanted) entries; return the logits of the wanted, one row each.

        The rows are a view that the next call overwrites.
        """
        import numpy as np

        batch, rows = self._batch, 0
        batch.n_tokens = len(entries)
        for i, (token, position, sequence, wanted) in enumerate(entries):
            batch.token[i], batch.pos[i], batch.logits[i] = token, position, wanted
            batch.n_seq_id[i], batch.seq_id[i][0] = 1, sequence
            rows += wanted
        if status := c.llama_decode(self._handle, batch):
            raise NativeError(f"llama.cpp failed to compute {len(entries)} tokens (status {status})")
        if not rows:
            return np.empty((0, self._weights.words), dtype=np.float32)
        return np.ctypeslib.as_array(c.llama_get_logits(self._handle), shape=(rows, self._weights.words))

    def share(self, sequences: int) -> None:
        """Let sequences 1 to `sequences` - 1 begin with what sequence 0 holds."""
        for sequence in range(1, sequences):
            c.llama_memory_seq_cp(self._memory, 0, sequence, -1, -1)

    def clear(self) -> None:
        """Forget all sequences."""
        c.llama_memory_clear(self._memory, False)

    def close(self) -> None:
        """Free the context."""
        if self._handle:
            c.llama_batch_free(self._batch)
            c.llama_free(self._handle)
            self._handle = None


class Grammar:
    """A GBNF grammar over a model's tokens, and how far a text has come in it. Raises NativeError."""

    def __init__(self, weights: Weights, text: str) -> None:
        import numpy as np

        self._handle: Any = c.llama_sampler_init_grammar(weights.vocabulary, text.encode(), b"root")
        if not self._handle:
            raise NativeError("the grammar cannot be read")
        self._rows = np.zeros(weights.words, dtype=[("id", np.int32), ("logit", np.float32), ("p", np.float32)])

    def choose(self, logits: "NDArray[np.float32]") -> int | None:
        """Return the likeliest token that the grammar admits, None if there is none, and go on from there."""
        import numpy as np

        best = int(logits.argmax())
        # The likeliest token nearly always is admitted; trying all of them costs as much as computing one.
        if not self._admits([best], logits)[0]:
            admitted = self._admits(range(len(logits)), logits)
            if not admitted.any():
                return None
            best = int(np.where(admitted, logits, -np.inf).argmax())
        c.llama_sampler_accept(self._handle, best)
        return best

    def _admits(self, tokens: Sequence[int], logits: "NDArray[np.float32]") -> "NDArray[np.bool_]":
        import numpy as np

        rows = self._rows[: len(tokens)]
        rows["id"] = np.asarray(tokens, dtype=np.int32)
        rows["logit"] = logits[rows["id"]]
        data = rows.ctypes.data_as(c.llama_token_data_p)
        array = c.llama_token_data_array(data=data, size=len(tokens), selected=-1, sorted=False)
        c.llama_sampler_apply(self._handle, ctypes.byref(array))
        admitted: NDArray[np.bool_] = np.isfinite(rows["logit"])
        return admitted

    def close(self) -> None:
        """Free the grammar."""
        if self._handle:
            c.llama_sampler_free(self._handle)
            self._handle = None
