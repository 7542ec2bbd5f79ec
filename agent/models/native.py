"""llama.cpp through its C interface: the library, made silent, and the weights of a model.

The class `llama_cpp.Llama` is not used: with `verbose=False` it points the file descriptors 1 and 2
at /dev/null while a model loads, and it knows one sequence at a time. What llama.cpp has to say goes
to a callback here, which keeps the last warnings and errors for a message.
"""

import ctypes
import os
from collections import deque
from pathlib import Path
from typing import Any

from agent.models.machine import count_threads

# Threads that wait at OpenMP's barriers sleep instead of spinning: where other programs want the cores
# too, spinning waits cost most of the speed. It has to be said before the library is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import llama_cpp.llama_cpp as c
from llama_cpp.llama_chat_format import Jinja2ChatFormatter

from index.vectors.processor import avoid_amx

__all__ = ["Q4_0", "Jinja2ChatFormatter", "NativeError", "Weights", "c", "requantize", "supports_gpu"]

Q4_0 = c.LLAMA_FTYPE_MOSTLY_Q4_0
_WARNING, _ERROR = 3, 4

_said: deque[str] = deque(maxlen=20)


@c.llama_log_callback  # type: ignore[untyped-decorator]
def _keep(level: int, text: bytes, _data: object) -> None:
    if level in (_WARNING, _ERROR):
        _said.append(text.decode("utf-8", "replace").strip())


c.llama_log_set(_keep, None)
c.llama_backend_init()
_repacks = avoid_amx(c._lib)


class NativeError(Exception):
    """llama.cpp refused, with the last things that it said."""

    def __init__(self, what: str) -> None:
        super().__init__("; ".join([what, *list(_said)[-2:]]))
        _said.clear()


def supports_gpu() -> bool:
    """Tell whether this build of llama.cpp can put layers on a GPU."""
    return bool(c.llama_supports_gpu_offload())


def requantize(source: Path, target: Path, kind: int) -> None:
    """Write a model again with its weights in another format; raises NativeError."""
    settings = c.llama_model_quantize_default_params()
    settings.ftype, settings.allow_requantize, settings.nthread = kind, True, count_threads()
    if c.llama_model_quantize(os.fsencode(source), os.fsencode(target), ctypes.byref(settings)):
        raise NativeError(f"{source.name} cannot be requantized")


class Weights:
    """A loaded model: its vocabulary, its metadata and what contexts are made of. Raises NativeError."""

    def __init__(self, path: Path, layers: int) -> None:
        settings = c.llama_model_default_params()
        settings.n_gpu_layers, settings.use_extra_bufts = layers, _repacks
        self.layers = layers
        self.handle: Any = c.llama_model_load_from_file(os.fsencode(path), settings)
        if not self.handle:
            raise NativeError(f"llama.cpp cannot load {path.name}")
        self.vocabulary = c.llama_model_get_vocab(self.handle)
        self.words: int = c.llama_vocab_n_tokens(self.vocabulary)
        self.context_size: int = c.llama_model_n_ctx_train(self.handle)
        self.adds_bos: bool = c.llama_vocab_get_add_bos(self.vocabulary)
        self.bos: int = c.llama_vocab_bos(self.vocabulary)
        self.encodes: bool = c.llama_model_has_encoder(self.handle) or not c.llama_model_has_decoder(self.handle)
        self.template: str | None = _decode(c.llama_model_chat_template(self.handle, None))

    def tokenize(self, text: str, *, special: bool = False) -> list[int]:
        """Return the tokens of a text, with no BOS before them; `special` reads control tokens in it."""
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        tokens = (c.llama_token * room)()
        count = c.llama_tokenize(self.vocabulary, data, len(data), tokens, room, False, special)
        return list(tokens[: max(0, count)])

    def piece(self, token: int, *, special: bool = False) -> bytes:
        """Return the bytes that a token stands for; control tokens are empty unless `special`."""
        for room in (64, 4096):
            buffer = ctypes.create_string_buffer(room)
            size = c.llama_token_to_piece(self.vocabulary, token, buffer, room, 0, special)
            if size >= 0:
                return buffer.raw[:size]
        return b""

    def is_control(self, token: int) -> bool:
        """Tell whether a token is a marker of the chat format rather than text."""
        return bool(c.llama_vocab_is_control(self.vocabulary, token))

    def is_end(self, token: int) -> bool:
        """Tell whether a token ends what the model writes."""
        return bool(c.llama_vocab_is_eog(self.vocabulary, token))

    def text_of(self, token: int) -> str:
        """Return a token as it stands in a chat template, empty for no token (-1)."""
        return self.piece(token, special=True).decode("utf-8", "replace") if token >= 0 else ""

    def load_adapter(self, path: Path) -> Any:
        """Return a LoRA adapter for this model; it is freed with the weights. Raises NativeError."""
        adapter = c.llama_adapter_lora_init(self.handle, os.fsencode(path))
        if not adapter:
            raise NativeError(f"llama.cpp cannot lay {path.name} over the model")
        return adapter

    @property
    def parameters(self) -> int:
        """How many weights the model has."""
        return int(c.llama_model_n_params(self.handle))

    @property
    def eos(self) -> int:
        """The token that ends a sequence, -1 if there is none."""
        return int(c.llama_vocab_eos(self.vocabulary))

    def close(self) -> None:
        """Free the weights; contexts made of them must be closed before."""
        if self.handle:
            c.llama_model_free(self.handle)
            self.handle = None


def _decode(value: bytes | None) -> str | None:
    return value.decode("utf-8", "replace") if value else None
