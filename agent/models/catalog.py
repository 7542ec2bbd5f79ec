"""Which models there are: names, files, Hugging Face references, and where each lies on this machine."""

import re
from dataclasses import dataclass
from pathlib import Path

from agent.models.packaged import QWEN, find_packaged, is_installed
from index.errors import ModelError, UsageError
from index.places import data_folder

BUNDLED = "smollm2"

_REFERENCE = re.compile(r"hf:([\w.-]+/[\w.-]+)/([\w./-]+\.gguf)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recommended:
    """A model worth having; `size` of the file and `memory` in GB, rounded up.

    Memory is reckoned, not measured: the file, the cache of a context of 4,096 tokens, 0.3 GB besides. Of the one that
    comes as packages it was measured on a CPU, for which llama.cpp lays the weights out a second time.
    """

    name: str
    reference: str
    size: float
    memory: float
    note: str


RECOMMENDED = (
    Recommended(
        "smollm2-1.7b",
        "hf:HuggingFaceTB/SmolLM2-1.7B-Instruct-GGUF/smollm2-1.7b-instruct-q4_k_m.gguf",
        1.1, 2.2, "small, English only; Apache-2.0",
    ),
    Recommended(
        "qwen2.5-1.5b",
        "hf:Qwen/Qwen2.5-1.5B-Instruct-GGUF/qwen2.5-1.5b-instruct-q4_k_m.gguf",
        1.2, 1.5, "the least that writes fluently, many languages; Apache-2.0",
    ),
    Recommended(
        QWEN.name,
        "hf:Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        1.2, 2.4, "reads and quotes well, also from the package index; Apache-2.0",
    ),
    Recommended(
        "llama-3.2-3b",
        "hf:bartowski/Llama-3.2-3B-Instruct-GGUF/Llama-3.2-3B-Instruct-Q4_K_M.gguf",
        2.1, 2.8, "good English on a laptop; Llama 3.2 licence",
    ),
    Recommended(
        "qwen2.5-7b",
        "hf:bartowski/Qwen2.5-7B-Instruct-GGUF/Qwen2.5-7B-Instruct-Q4_K_M.gguf",
        4.7, 5.3, "for a GPU of 8 GB or patience; Apache-2.0",
    ),
)  # fmt: skip


def is_address(spec: str) -> bool:
    """Tell whether a model is named by the address of a server."""
    return spec.lower().startswith(("http://", "https://"))


def model_folder() -> Path:
    """Return the folder where downloaded models lie, and where any .gguf can be put to be found by name."""
    return data_folder() / "models"


def find_model(spec: str, *, offline: bool = False) -> Path:
    """Return the checked GGUF file for a name, a path or an hf: reference; raises ModelError or UsageError.

    Only an hf: reference is downloaded, and not with `offline`; a recommended name says how to.
    """
    if spec.lower().startswith("hf:"):
        repository, file = parse_reference(spec)
        found = find_downloaded(repository, file)
        if found is None and offline:
            hint = f"Run, with a network: concord models --download {spec}"
            raise ModelError(f"{spec} is not on this machine.", hint)
        return check_file(found or download(spec))
    known = {model.name: model for model in RECOMMENDED}.get(spec.lower())
    if known:
        found = find_downloaded(*parse_reference(known.reference))
        if found is None and known.name == QWEN.name:
            found = find_packaged(QWEN)
        if found is None:
            raise ModelError(
                f"The model {known.name} ({known.size} GB) is not on this machine.", f"Run: {name_command(known)}"
            )
        return check_file(found)
    return check_file(_find_file(spec))


def is_here(model: Recommended) -> bool:
    """Tell whether a recommended model is on this machine, downloaded or installed as packages."""
    packaged = model.name == QWEN.name and is_installed(QWEN)
    return packaged or find_downloaded(*parse_reference(model.reference)) is not None


def name_command(model: Recommended) -> str:
    """Return the command, or either of two, that brings a recommended model onto this machine."""
    fetch = f"concord models --download {model.name}"
    return f"{fetch} (or: pip install 'concord-reader[{QWEN.extra}]')" if model.name == QWEN.name else fetch


def list_files() -> list[Path]:
    """Return the GGUF files in the models folder, in alphabetical order."""
    return sorted(model_folder().rglob("*.gguf"))


def parse_reference(spec: str) -> tuple[str, str]:
    """Return repository and file of `hf:owner/repo/file.gguf`; raises UsageError."""
    match = _REFERENCE.fullmatch(spec)
    if not match or ".." in match[2].split("/"):
        raise UsageError(f"“{spec}” does not name a model file.", "Write it as hf:owner/repo/file.gguf")
    return match[1], match[2]


def find_downloaded(repository: str, file: str) -> Path | None:
    """Return where a file of Hugging Face lies on this machine: the models folder or the Hub's own cache."""
    path = model_folder() / repository / file
    if path.is_file():
        return path
    from huggingface_hub import try_to_load_from_cache

    cached = try_to_load_from_cache(repository, file)
    return Path(cached) if isinstance(cached, str) else None


def download(spec: str) -> Path:
    """Fetch a recommended model or an hf: reference to the models folder; raises ModelError, UsageError."""
    known = {model.name: model.reference for model in RECOMMENDED}
    repository, file = parse_reference(known.get(spec.lower(), spec))
    import httpx
    from huggingface_hub import hf_hub_download
    from huggingface_hub.errors import HfHubHTTPError

    try:
        found = hf_hub_download(repository, file, local_dir=model_folder() / repository)
    except (HfHubHTTPError, httpx.HTTPError, OSError, ValueError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        hint = "Check the name, the network and the disk."
        raise ModelError(f"{spec} cannot be downloaded: {reason}", hint) from error
    return check_file(Path(found))


def check_file(path: Path) -> Path:
    """Return the path if it is a readable file that begins as GGUF does; raises ModelError."""
    hint = "Give the path of a .gguf file, or see: concord models"
    if path.is_dir():
        raise ModelError(f"{path} is a folder, not a model.", hint)
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error.strerror}.", hint) from error
    if start != b"GGUF":
        raise ModelError(f"{path} is not a GGUF model.", hint)
    return path


def _find_file(spec: str) -> Path:
    """Return the file that a path, or the name of a file in the models folder, means; raises ModelError."""
    path = Path(spec).expanduser()
    if path.exists():
        return path
    for found in list_files():
        if spec in (found.name, found.stem):
            return found
    names = ", ".join([BUNDLED, *(model.name for model in RECOMMENDED)])
    hint = f"Give a .gguf file, hf:owner/repo/file.gguf, or one of {names}."
    raise ModelError(f"There is no model {spec}.", hint)
