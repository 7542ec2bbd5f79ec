"""What every test runs under: a home of its own and no network, here and in the processes it starts."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.evidence.words.likeness import Words
from index.vectors.embed import load_embedder

GUARD = """
import socket

_connect = socket.socket.connect

def _stay_home(self, address):
    if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise AssertionError(f"a socket was opened to {address}")
    return _connect(self, address)

socket.socket.connect = socket.socket.connect_ex = _stay_home

def _no_lookup(host, *args, **options):
    if host not in (None, "127.0.0.1", "::1", "localhost"):
        raise AssertionError(f"{host} was looked up")
    return _lookup(host, *args, **options)

_lookup, socket.getaddrinfo = socket.getaddrinfo, _no_lookup
"""
"""Kept as text because the processes that a test starts run it too (Python imports `sitecustomize` first)."""


@pytest.fixture(scope="session")
def guard_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guard")
    (folder / "sitecustomize.py").write_text(GUARD)
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch, guard_folder: Path) -> Iterator[None]:
    import socket

    saved = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo
    exec(GUARD, {})
    path = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(guard_folder), path])))
    yield
    socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo = saved


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    for name in ("CONCORD_SOURCES", "CONCORD_LIBRARY", "CONCORD_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CONCORD_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def words() -> Words:
    return Words(load_embedder("wordllama"))


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of three short reports, two of which carry the same paragraph."""
    folder = tmp_path / "reports"
    folder.mkdir()
    shared = "The harbour commission said on Tuesday that the breakwater would be closed for repairs."
    write_report(folder / "ledger.txt", "Breakwater closes", [shared, "Fishermen from Al-Marsuq fear for their catch."])
    write_report(folder / "courier.txt", "Repairs at the harbour", ["The Courier has learned more.", shared])
    write_report(
        folder / "gazette.txt",
        "Library gains a reading room",
        [
            "A new reading room with forty seats opened in the old granary.",
            "Its architect, Ilse Brandt, spoke of daylight.",
        ],
    )
    return folder


def write_report(path: Path, title: str, paragraphs: list[str]) -> None:
    path.write_text(f"{title}\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")


def write_lines(file: Path, *records: object) -> Path:
    """Write records as JSON lines."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return file
