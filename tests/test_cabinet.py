"""What was read from a source is kept by its content: only new texts are read, and damage costs work alone."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from conftest import write_report

import agent.digest.events.traits
from agent.cli.edge import run_command
from agent.cli.main import concord
from agent.digest.events.traits import Traits
from agent.digest.keeping.cabinet import Cabinet

KEYS = {1: "one", 2: "two", 3: "three"}


class Reader:
    """Makes traits and remembers whose were asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, source: int) -> Traits:
        self.asked.append(source)
        return Traits({"dam": source, "naïve": 1}, {"lisk": 2}, np.full(4, source / 3, dtype=np.float32))


def same(one: dict[int, Traits], other: dict[int, Traits]) -> bool:
    pairs = [(one[number], other[number]) for number in one]
    counted = [list(a.terms.items()) == list(b.terms.items()) and a.names == b.names for a, b in pairs]
    return one.keys() == other.keys() and all(counted) and all((a.lead == b.lead).all() for a, b in pairs)


def test_kept_traits_are_those_that_were_read_and_the_unused_are_forgotten(tmp_path: Path) -> None:
    cabinet, read = Cabinet(tmp_path), Reader()
    first = cabinet.gather(KEYS, read)
    assert same(cabinet.gather(KEYS, read), first)
    assert read.asked == [1, 2, 3]
    cabinet.gather({1: "one", 4: "four"}, read)
    assert read.asked == [1, 2, 3, 4]
    cabinet.gather(KEYS, read)
    assert read.asked == [1, 2, 3, 4, 2, 3]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE traits SET counts = '[{}, {}]' WHERE key = 'two'",
        "UPDATE traits SET lead = zeroblob(8) WHERE key = 'two'",
        "UPDATE traits SET lead = NULL WHERE key = 'two'",
        "DELETE FROM traits WHERE key = 'two'",
    ],
)
def test_a_damaged_entry_is_read_again_and_no_other(tmp_path: Path, damage: str) -> None:
    read = Reader()
    first = Cabinet(tmp_path).gather(KEYS, read)
    with closing(sqlite3.connect(tmp_path / "digests" / "traits.db")) as connection, connection:
        connection.execute(damage)
    assert same(Cabinet(tmp_path).gather(KEYS, read), first)
    assert read.asked == [1, 2, 3, 2]
    Cabinet(tmp_path).gather(KEYS, read)
    assert read.asked == [1, 2, 3, 2]


@pytest.mark.parametrize("content", [b"", b"no database at all" * 400, b"SQLite format 3\0" + bytes(5000)])
def test_a_damaged_file_is_made_again(tmp_path: Path, content: bytes) -> None:
    read = Reader()
    first = Cabinet(tmp_path).gather(KEYS, read)
    (tmp_path / "digests" / "traits.db").write_bytes(content)
    assert same(Cabinet(tmp_path).gather(KEYS, read), first)
    Cabinet(tmp_path).gather(KEYS, read)
    assert read.asked == [1, 2, 3, 1, 2, 3]


def test_a_new_source_is_the_only_one_that_is_read(
    reports: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    read_traits: Callable[..., Traits] = agent.digest.events.traits.read_traits

    def remember(source: object, *rest: object) -> Traits:
        read.append(source.name)  # type: ignore[attr-defined]
        return read_traits(source, *rest)

    monkeypatch.setattr(agent.digest.events.traits, "read_traits", remember)

    def digest() -> str:
        assert run_command(concord, ["digest", "--sources", str(reports), "--json"]) == 0
        return capsys.readouterr().out

    digest()
    assert sorted(read) == ["courier.txt", "gazette.txt", "ledger.txt"]
    write_report(reports / "herald.txt", "Fishermen fear for their catch", ["The harbour closes on Monday."])
    added = digest()
    assert read[3:] == ["herald.txt"]
    for file in home.rglob("digests"):
        for kept in [*file.glob("*.json"), *file.glob("stories/*.json")]:
            kept.unlink()
    assert digest() == added and len(read) == 4, "what is kept and what is read make the same digest"
