"""A model that comes in parts is put together once, checked, and needs none of its packages' code."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from agent.models import packaged
from agent.models.catalog import find_model
from agent.models.packaged import QWEN, Packaged, find_packaged, is_installed
from index.errors import ModelError

WHOLE = b"GGUF and so on, in three parts"


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Packaged:
    monkeypatch.setenv("CONCORD_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    for number in (1, 2, 3):
        data = tmp_path / "site" / f"made_up_part{number}" / "data"
        data.mkdir(parents=True)
        (data.parent / "__init__.py").write_text("raise RuntimeError('nothing of this is run')")
        (data / f"part{number:02}.bin").write_bytes(WHOLE[10 * number - 10 : 10 * number])
    made = replace(QWEN, package="made_up_part{}", count=3, digest=hashlib.sha256(WHOLE).hexdigest())
    monkeypatch.setattr("agent.models.catalog.QWEN", made)
    return made


def test_the_parts_become_one_file(model: Packaged, tmp_path: Path) -> None:
    found = find_model(QWEN.name)
    assert found.read_bytes() == WHOLE
    for file in tmp_path.glob("site/*/data/*"):
        file.unlink()
    assert find_model(QWEN.name) == found and is_installed(model)


def test_parts_of_another_file_are_refused(model: Packaged, tmp_path: Path) -> None:
    next(tmp_path.glob("site/*2/data/*")).write_bytes(b"other")
    with pytest.raises(ModelError, match="not those of the published file") as raised:
        find_packaged(model)
    assert "pip install" in raised.value.hint
    assert not list(tmp_path.rglob("*.gguf")) and not list(tmp_path.rglob("*.gguf.part"))


def test_a_missing_part_is_no_model_and_says_how_to_get_it(model: Packaged, tmp_path: Path) -> None:
    next(tmp_path.glob("site/*3/data/*")).unlink()
    assert find_packaged(model) is None and not is_installed(model)
    with pytest.raises(ModelError) as raised:
        find_model(QWEN.name)
    assert f"concord models --download {QWEN.name}" in raised.value.hint
    assert f"concord-reader[{QWEN.extra}]" in raised.value.hint


def test_a_cache_without_room_is_said(model: Packaged, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(packaged, "_join", fail)
    with pytest.raises(ModelError, match="No space left") as raised:
        find_packaged(model)
    assert raised.value.hint
