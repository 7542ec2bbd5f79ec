"""GGUF models of a few thousand random weights: they mean nothing, but llama.cpp runs them."""

from pathlib import Path

import gguf
import numpy as np

LLAMA3_LIKE = (
    "{{ bos_token }}{% for message in messages %}"
    "{% if message['role'] == 'system' %}{{ raise_exception('no system turn') }}{% endif %}"
    "[{{ message['role'] | upper }}]{{ message['content'] | trim }}<end>{% endfor %}[ASSISTANT]"
)
_SPECIAL = ["<begin>", "<end>"]
_WIDTH, _HEADS, _CONTEXT = 32, 2, 512


def make_qwen2(path: Path, template: str | None) -> Path:
    """A qwen2 with the template given, whose tokenizer does not add the begin token."""
    return _make(path, "qwen2", template, adds_bos=False)


def make_gpt2(path: Path, template: str | None) -> Path:
    """A gpt2 with the template given, whose tokenizer adds the begin token."""
    return _make(path, "gpt2", template, adds_bos=True)


def make_bert(path: Path) -> Path:
    """A file that is GGUF and holds no model that llama.cpp could write with."""
    writer = gguf.GGUFWriter(path, "bert")
    writer.add_context_length(_CONTEXT)
    return _finish(writer, path)


def _make(path: Path, kind: str, template: str | None, *, adds_bos: bool) -> Path:
    writer = gguf.GGUFWriter(path, kind)
    writer.add_context_length(_CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(2 * _WIDTH)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_HEADS)
    writer.add_layer_norm_eps(1e-5)
    writer.add_layer_norm_rms_eps(1e-5)
    words = _add_tokenizer(writer, adds_bos)
    if template:
        writer.add_chat_template(template)
    shapes = _gpt2_shapes(words) if kind == "gpt2" else _qwen2_shapes(words)
    random = np.random.default_rng(7)
    for name, shape in shapes.items():
        writer.add_tensor(name, random.normal(0, 0.5, shape).astype(np.float32))
    return _finish(writer, path)


def _finish(writer: gguf.GGUFWriter, path: Path) -> Path:
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _add_tokenizer(writer: gguf.GGUFWriter, adds_bos: bool) -> int:
    """Add a byte-level tokenizer with one merge; return the size of its vocabulary."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    tokens = [chr(byte) for byte in printable] + [chr(256 + i) for i in range(len(others))] + ["he", *_SPECIAL]
    kinds = [gguf.TokenType.NORMAL] * 257 + [gguf.TokenType.CONTROL] * 2
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types(kinds)
    writer.add_token_merges(["h e"])
    writer.add_bos_token_id(257)
    writer.add_eos_token_id(258)
    writer.add_add_bos_token(adds_bos)
    return len(tokens)


def _gpt2_shapes(words: int) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (words, _WIDTH),
        "position_embd.weight": (_CONTEXT, _WIDTH),
        "blk.0.attn_qkv.weight": (3 * _WIDTH, _WIDTH),
        "blk.0.attn_qkv.bias": (3 * _WIDTH,),
        "blk.0.attn_output.weight": (_WIDTH, _WIDTH),
        "blk.0.attn_output.bias": (_WIDTH,),
        "blk.0.ffn_up.weight": (2 * _WIDTH, _WIDTH),
        "blk.0.ffn_up.bias": (2 * _WIDTH,),
        "blk.0.ffn_down.weight": (_WIDTH, 2 * _WIDTH),
        "blk.0.ffn_down.bias": (_WIDTH,),
    }
    for norm in ("blk.0.attn_norm", "blk.0.ffn_norm", "output_norm"):
        shapes |= {f"{norm}.weight": (_WIDTH,), f"{norm}.bias": (_WIDTH,)}
    return shapes


def _qwen2_shapes(words: int) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (words, _WIDTH),
        "output_norm.weight": (_WIDTH,),
        "blk.0.attn_norm.weight": (_WIDTH,),
        "blk.0.ffn_norm.weight": (_WIDTH,),
        "blk.0.attn_output.weight": (_WIDTH, _WIDTH),
        "blk.0.ffn_gate.weight": (2 * _WIDTH, _WIDTH),
        "blk.0.ffn_up.weight": (2 * _WIDTH, _WIDTH),
        "blk.0.ffn_down.weight": (_WIDTH, 2 * _WIDTH),
    }
    for part in "qkv":
        shapes |= {f"blk.0.attn_{part}.weight": (_WIDTH, _WIDTH), f"blk.0.attn_{part}.bias": (_WIDTH,)}
    return shapes
