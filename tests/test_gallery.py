"""Drawn faces are kept: an unchanged digest is not drawn again, and nothing that is kept is taken for another."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import write_report
from test_digest_command import start

from agent.cli import digest as command
from agent.cli.edge import run_command
from agent.cli.main import concord
from agent.digest.faces.look import TERMINAL, Look
from agent.digest.keeping import gallery
from agent.digest.keeping.gallery import Gallery, hash_drawing
from agent.digest.keeping.history import History
from agent.pipeline import digesting

FORMS = ("html", "json", "md", "txt")
DRAWN = "„Šárka“ \N{HEAVY CHECK MARK}\n" * 40
Run = Callable[..., str]


@pytest.fixture
def digest(reports: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `concord digest --sources reports` with further arguments, and gives what it prints."""

    def run(*arguments: str) -> str:
        assert run_command(concord, ["digest", "--sources", str(reports), *arguments]) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Look]:
    """The looks that are drawn during the test."""
    looks: list[Look] = []
    draw = digesting.draw
    monkeypatch.setattr(digesting, "draw", lambda *what: (looks.append(what[-1]), draw(*what))[1])
    return looks


def find_faces(home: Path) -> Path:
    return next(home.rglob("digests")) / "faces"


def refuse(*arguments: object) -> object:
    raise AssertionError("what was kept was not enough")


def test_an_unchanged_digest_is_printed_as_it_was_drawn_and_nothing_is_read_for_it(
    digest: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = [digest("--format", form) for form in FORMS]
    monkeypatch.setattr(digesting, "draw", refuse)
    monkeypatch.setattr(digesting, "regenerate", refuse)
    monkeypatch.setattr(History, "latest", refuse)
    assert [digest("--format", form) for form in FORMS] == first
    assert digest("--check") == ""


def test_what_is_kept_is_what_is_drawn_in_another_home(digest: Run, home: Path) -> None:
    for form in FORMS:
        digest("--format", form)
    kept = [digest("--format", form) for form in FORMS]
    shutil.rmtree(home)
    assert [digest("--format", form) for form in FORMS] == kept


def test_a_changed_source_is_drawn_anew_and_the_faces_from_before_are_gone(
    digest: Run, reports: Path, home: Path
) -> None:
    before = [digest("--format", form) for form in FORMS]
    assert {file.name for file in find_faces(home).iterdir()} == set(FORMS)
    write_report(reports / "gazette.txt", "Library gains a reading room", ["It has fifty seats for readers."])
    assert "fifty seats" in digest("--format", "md")
    assert [file.name for file in find_faces(home).iterdir()] == ["md"]
    after = [digest("--format", form) for form in FORMS]
    assert all("fifty seats" in now and now != then for now, then in zip(after, before, strict=True))


def test_another_name_of_a_source_is_shown(digest: Run, reports: Path) -> None:
    for form in FORMS:
        digest("--format", form)
    (reports / "gazette.txt").rename(reports / "herald.txt")
    for form in FORMS:
        told = digest("--format", form)
        assert "herald.txt" in told and "gazette.txt" not in told


def test_a_digest_that_comes_back_later_has_its_own_date(digest: Run, reports: Path, home: Path) -> None:
    report = reports / "gazette.txt"
    text = report.read_text()
    first = digest("--format", "md")
    write_report(report, "Library gains a reading room", ["It has fifty seats for readers."])
    digest("--format", "json")
    report.write_text(text)
    os.utime(report, (2_000_000_000, 2_000_000_000))
    again = digest("--format", "md")
    assert "May 2033" in again and "May 2033" not in first
    assert first.splitlines()[:-3] == again.splitlines()[:-3]
    shutil.rmtree(home)
    assert digest("--format", "md") == again


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: b"",
        lambda kept: kept[:32],
        lambda kept: kept[: len(kept) // 2],
        lambda kept: kept[:-40] + bytes([kept[-40] ^ 1]) + kept[-39:],
        lambda kept: b"0" * 32 + kept[32:],
        lambda kept: b"# A face that Concord never drew\n",
    ],
)
def test_a_damaged_face_is_drawn_again(
    digest: Run, home: Path, drawn: list[Look], damage: Callable[[bytes], bytes]
) -> None:
    first = digest("--format", "html")
    face = find_faces(home) / "html"
    face.write_bytes(damage(face.read_bytes()))
    assert digest("--format", "html") == first and len(drawn) == 2
    assert digest("--format", "html") == first and len(drawn) == 2, "it is kept again"


def test_an_edited_digest_is_not_shown_as_it_was_drawn_before(digest: Run, home: Path) -> None:
    digest("--format", "md")
    kept = next(home.rglob("digests/0*.json"))
    kept.write_text(kept.read_text().replace("reading room", "listening room"))
    assert "listening room" in digest("--format", "md")


def test_where_faces_cannot_be_kept_the_digest_is_drawn_all_the_same(
    digest: Run, home: Path, drawn: list[Look]
) -> None:
    first = digest("--format", "md")
    faces = find_faces(home)
    shutil.rmtree(faces)
    faces.write_text("in the way")
    assert digest("--format", "md") == digest("--format", "md") == first and len(drawn) == 3


def test_a_terminal_of_another_width_or_without_colours_is_drawn_anew(
    digest: Run, drawn: list[Look], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "choose_form", lambda *arguments: command.TERMINAL)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    wide = digest()
    monkeypatch.setenv("COLUMNS", "50")
    narrow = digest()
    assert digest() == narrow != wide and drawn == [Look(TERMINAL, 80, True), Look(TERMINAL, 50, True)]
    monkeypatch.setenv("NO_COLOR", "1")
    digest()
    assert drawn[2:] == [Look(TERMINAL, 50, False)]


@pytest.mark.parametrize(
    ("look", "stamp"),
    [
        (Look("txt", 80), "one"),
        (Look("txt", colour=True), "one"),
        (Look("md"), "one"),
        (Look("txt"), "two"),
        (Look("txt"), ""),
    ],
)
def test_a_face_is_found_for_what_it_was_drawn_for_alone(tmp_path: Path, look: Look, stamp: str) -> None:
    faces = Gallery(tmp_path)
    faces.keep(Look("txt"), "one", DRAWN)
    assert faces.find(Look("txt"), "one") == DRAWN
    assert faces.find(look, stamp) is None
    faces.clear()
    assert faces.find(Look("txt"), "one") is None


def test_no_face_outlives_a_change_of_the_code_that_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faces = Gallery(tmp_path)
    faces.keep(Look("txt"), "one", DRAWN)
    folder = shutil.copytree(Path(gallery.__file__).parents[1], tmp_path / "code")
    monkeypatch.setattr(gallery, "__file__", str(folder / "keeping" / "gallery.py"))
    known = {hash_drawing.__wrapped__()}
    changed = [folder / "digest.py", *folder.glob("faces/*.jinja"), *folder.glob("faces/*.py")]
    for file in changed:
        file.write_text(file.read_text() + "\n")
        known.add(hash_drawing.__wrapped__())
    assert len(known) == len(changed) + 1 > 10
    monkeypatch.setattr("importlib.metadata.version", lambda name: "99")
    known.add(hash_drawing.__wrapped__())
    assert len(known) == len(changed) + 2
    monkeypatch.setattr(gallery, "hash_drawing", lambda: "another")
    assert faces.find(Look("txt"), "one") is None


def test_processes_at_once_print_what_one_alone_prints(digest: Run, reports: Path) -> None:
    forms = ("html", "md", "html", "md")
    started = [start("--sources", str(reports), "--format", form) for form in forms]
    printed = [process.communicate()[0] for process in started]
    assert printed == [digest("--format", form) for form in forms]
