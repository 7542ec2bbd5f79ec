"""How a model's name becomes a file."""

from pathlib import Path

import pytest

from agent.models.catalog import RECOMMENDED, download, find_model, list_files, model_folder, parse_reference
from index.errors import ModelError, UsageError


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, an empty Hugging Face cache, and a network on which everything fails."""
    monkeypatch.setenv("CONCORD_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))

    def refuse(*args: object, **options: object) -> str:
        raise OSError("no network in tests")

    monkeypatch.setattr("huggingface_hub.hf_hub_download", refuse)
    return tmp_path


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"GGUF and so on")
    return path


def test_paths_and_names_of_files_are_found(home: Path) -> None:
    path = put(home / "some.gguf")
    assert find_model(str(path)) == path
    kept = put(model_folder() / "mine" / "other.gguf")
    assert find_model("other") == find_model("other.gguf") == kept
    assert list_files() == [kept]


@pytest.mark.parametrize("make", ["missing", "folder", "text", "empty"])
def test_what_is_no_model_says_so(home: Path, make: str) -> None:
    path = home / f"{make}.gguf"
    if make == "folder":
        path.mkdir()
    elif make != "missing":
        path.write_text("once upon a time" if make == "text" else "")
    with pytest.raises(ModelError) as raised:
        find_model(str(path))
    assert raised.value.hint and str(path) in raised.value.message


def test_recommended_model_says_how_to_fetch_it(home: Path) -> None:
    model = RECOMMENDED[0]
    with pytest.raises(ModelError) as raised:
        find_model(model.name)
    assert f"concord models --download {model.name}" in raised.value.hint
    repository, file = parse_reference(model.reference)
    path = put(model_folder() / repository / file)
    assert find_model(model.name) == find_model(model.reference, offline=True) == path


def test_every_recommended_reference_can_be_read() -> None:
    for model in RECOMMENDED:
        repository, file = parse_reference(model.reference)
        assert repository.count("/") == 1 and file.endswith(".gguf")
        assert model.memory > model.size


def test_reference_is_downloaded_only_with_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = "hf:owner/repo/folder/file.gguf"
    with pytest.raises(ModelError, match="not on this machine"):
        find_model(spec, offline=True)
    with pytest.raises(ModelError, match="no network in tests"):
        find_model(spec)
    fetched = []

    def fetch(repository: str, file: str, local_dir: Path) -> str:
        fetched.append((repository, file))
        return str(put(local_dir / file))

    monkeypatch.setattr("huggingface_hub.hf_hub_download", fetch)
    path = find_model(spec)
    assert find_model(spec, offline=True) == path
    assert fetched == [("owner/repo", "folder/file.gguf")]
    assert download(RECOMMENDED[0].name).is_file()


def test_file_in_the_hubs_cache_is_used(home: Path) -> None:
    folder = home / "hub" / "models--owner--repo"
    path = put(folder / "snapshots" / "abc" / "file.gguf")
    (folder / "refs").mkdir()
    (folder / "refs" / "main").write_text("abc")
    assert find_model("hf:owner/repo/file.gguf", offline=True).samefile(path)


@pytest.mark.parametrize("spec", ["hf:owner/file.gguf", "hf:owner/repo", "hf:owner/repo/../../../x.gguf", "hf:"])
def test_wrong_reference_is_a_usage_error(spec: str) -> None:
    with pytest.raises(UsageError):
        find_model(spec)
