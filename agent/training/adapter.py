"""The adapter: a model of Hugging Face's with low-rank weights beside its own, and its file for llama.cpp."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from gguf import GGUFReader, GGUFType, GGUFWriter, Keys
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, GgufConfig

RANK, ALPHA, DROPOUT = 16, 32, 0.05

_PARTS = {
    "q_proj": "attn_q",
    "k_proj": "attn_k",
    "v_proj": "attn_v",
    "o_proj": "attn_output",
    "gate_proj": "ffn_gate",
    "up_proj": "ffn_up",
    "down_proj": "ffn_down",
}
"""The layers that are adapted, all linear ones, as Hugging Face and as llama.cpp call them."""


def load_adapted(path: Path, device: str, dropout: float = DROPOUT, frozen: int = 0) -> Any:
    """Return a GGUF model of the Llama kind, its weights read into bfloat16 and frozen, with a new LoRA adapter.

    In the `frozen` lowest layers the adapter is not trained either.
    """
    plain = GgufConfig(dequantize=True)  # weights that stay packed are unpacked at every step: twice as slow
    model = AutoModelForCausalLM.from_pretrained(
        path.parent, gguf_file=path.name, dtype=torch.bfloat16, quantization_config=plain
    )
    model.config.use_cache = False
    settings = LoraConfig(r=RANK, lora_alpha=ALPHA, lora_dropout=dropout, target_modules=list(_PARTS))
    adapted = get_peft_model(model, settings, autocast_adapter_dtype=True).to(device)
    for layer in adapted.base_model.model.model.layers[:frozen]:
        layer.requires_grad_(False)
    return adapted


def read_adapter(model: Any, source: Path) -> None:
    """Set the adapter of a model that `load_adapted` returned to what `write_adapter` wrote."""
    tensors = {tensor.name: torch.from_numpy(tensor.data.copy()) for tensor in GGUFReader(source).tensors}
    for name, weight, heads in _list_weights(model):
        data = tensors[name].float()
        weight.data.copy_(_part(data, heads) if heads else data)


def write_adapter(model: Any, target: Path) -> None:
    """Write the adapter of a model that `load_adapted` returned as llama.cpp reads it, in 16-bit floats."""
    writer = GGUFWriter(target, "llama")
    writer.add_type(GGUFType.ADAPTER)
    writer.add_string(Keys.Adapter.TYPE, "lora")
    writer.add_float32(Keys.Adapter.LORA_ALPHA, float(ALPHA))
    for name, weight, heads in _list_weights(model):
        data = _interleave(weight, heads) if heads else weight
        writer.add_tensor(name, data.detach().to(torch.float16).cpu().contiguous().numpy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _list_weights(model: Any) -> Iterator[tuple[str, Any, int]]:
    """Yield llama.cpp's name of each weight of the adapter, the weight, and its heads where it is turned, else 0."""
    heads = {"q_proj": model.config.num_attention_heads, "k_proj": model.config.num_key_value_heads}
    for number, layer in enumerate(model.base_model.model.model.layers):
        for name, part in _PARTS.items():
            module = getattr(layer.self_attn if hasattr(layer.self_attn, name) else layer.mlp, name)
            yield f"blk.{number}.{part}.weight.lora_a", module.lora_A["default"].weight, 0
            yield f"blk.{number}.{part}.weight.lora_b", module.lora_B["default"].weight, heads.get(name, 0)


def _interleave(weight: torch.Tensor, heads: int) -> torch.Tensor:
    """Return the rows of queries or keys as llama.cpp turns them: the two halves of a head in turns."""
    rows, columns = weight.shape
    return weight.reshape(heads, 2, rows // heads // 2, columns).swapaxes(1, 2).reshape(rows, columns)


def _part(weight: torch.Tensor, heads: int) -> torch.Tensor:
    """Return rows that `_interleave` turned as they were."""
    rows, columns = weight.shape
    return weight.reshape(heads, rows // heads // 2, 2, columns).swapaxes(1, 2).reshape(rows, columns)
