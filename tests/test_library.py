import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import write_report

from index.errors import LibraryError, SourceError, UsageError
from index.library import open_library
from index.places import list_libraries
from index.search.search import Searcher
from index.sync import refresh


def test_sources_and_their_numbered_paragraphs_are_read_back(reports: Path) -> None:
    library = open_library(folders=[reports])
    refresh(library)
    assert [source.name for source in library.sources()] == ["courier.txt", "gazette.txt", "ledger.txt"]
    assert library.count_sources() == 3
    source = library.find_source("gazette.txt")
    assert source.title == "Library gains a reading room"
    texts = [paragraph.text for paragraph in library.paragraphs(source)]
    assert library.paragraph("gazette", 2).text == texts[1]
    assert "architect" in texts[1]
    with pytest.raises(UsageError, match="no paragraph 9"):
        library.paragraph("gazette.txt", 9)


def test_a_source_is_found_by_the_end_of_its_name_if_only_one_has_it(tmp_path: Path, reports: Path) -> None:
    (reports / "deep" / "er").mkdir(parents=True)
    write_report(reports / "deep" / "er" / "notes.txt", "Notes", ["The notes of a surveyor, in full."])
    write_report(reports / "deep" / "ledger.txt", "Another", ["Another ledger altogether, kept elsewhere."])
    library = open_library(folders=[reports])
    refresh(library)
    assert library.find_source("er/notes.txt").name == "deep/er/notes.txt"
    assert library.find_source("notes").name == "deep/er/notes.txt"
    assert library.find_source("ledger.txt").name == "ledger.txt"
    with pytest.raises(UsageError) as caught:
        library.find_source("gazete.txt")
    assert "gazette.txt" in caught.value.hint


def test_equal_names_from_two_folders_are_told_apart(tmp_path: Path) -> None:
    for outlet in ("north", "south"):
        (tmp_path / outlet).mkdir()
        write_report(tmp_path / outlet / "report.txt", outlet, [f"What the {outlet} says about the new bridge."])
    library = open_library(folders=[tmp_path / "north", tmp_path / "south"])
    refresh(library)
    assert [source.name for source in library.sources()] == ["north/report.txt", "south/report.txt"]


def test_copies_of_a_paragraph_are_found_in_the_other_sources(reports: Path) -> None:
    library = open_library(folders=[reports])
    refresh(library)
    paragraph = next(p for p in library.paragraphs(library.find_source("ledger")) if "commission" in p.text)
    assert [(copy.source.name, copy.text) for copy in library.copies(paragraph)] == [("courier.txt", paragraph.text)]


def test_a_named_library_remembers_its_folders_and_an_unknown_one_says_how_to_make_it(reports: Path) -> None:
    library = open_library("harbour", [reports])
    refresh(library)
    library.close()
    again = open_library("harbour")
    assert again.folders == (reports.resolve(),) and len(again.sources()) == 3
    with pytest.raises(UsageError) as caught:
        open_library("harbor")
    assert "concord index --library harbor" in caught.value.hint and "harbour" in caught.value.hint
    with pytest.raises(UsageError, match="cannot be the name"):
        open_library("../elsewhere", [reports])


def test_a_library_of_a_newer_version_is_left_alone(reports: Path) -> None:
    library = open_library("new", [reports])
    library.close()
    with sqlite3.connect(library.database.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryError, match="newer Concord") as caught:
        open_library("new")
    assert "concord index --rebuild --library new" in caught.value.hint


def test_a_library_of_an_older_version_is_built_again_from_its_folders(reports: Path) -> None:
    library = open_library("old", [reports])
    refresh(library)
    library.close()
    with sqlite3.connect(library.database.path) as connection:
        connection.execute("DROP TABLE article_index")
        connection.execute("PRAGMA user_version = 1")
    again = open_library("old")
    assert again.folders == (reports.resolve(),) and again.sources() == []
    assert refresh(again).added == 3
    assert Searcher(again).search("Who is the architect?")[0].source.name == "gazette.txt"


def test_a_library_that_is_laid_out_again_keeps_its_embedder_before_anything_is_read(
    tmp_path: Path, reports: Path
) -> None:
    embedder = str(tmp_path / "own.gguf")
    Path(embedder).write_bytes(b"only its name and size are looked at")
    library = open_library("own", [reports], embedder)
    library.database.set("embedder", embedder)
    library.close()
    with sqlite3.connect(library.database.path) as connection:
        connection.execute("PRAGMA user_version = 1")
    for rebuild in (False, False, True, False):  # the second and the fourth find what was laid out, and no more
        library = open_library("own", rebuild=rebuild)
        assert (library.embedder_name, library.folders) == (embedder, (reports.resolve(),))
        library.close()


def test_a_process_that_ends_while_it_lays_a_library_out_leaves_the_old_one(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library("cut", [reports])
    library.close()
    with sqlite3.connect(library.database.path) as connection:
        connection.execute("PRAGMA user_version = 1")
    with monkeypatch.context() as patched:
        patched.setattr("index.database.list_statements", lambda: ["CREATE TABLE meta (key TEXT)", "no statement"])
        with pytest.raises(LibraryError):
            open_library("cut")
    assert open_library("cut").folders == (reports.resolve(),)


def test_folders_that_two_processes_add_at_once_are_both_kept(tmp_path: Path, reports: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two", "three")]
    for folder in folders:
        folder.mkdir()
    code = (
        "import sys; from pathlib import Path; from index.library import open_library\n"
        "for folder in sys.argv[1:]: open_library('grown', [Path(folder)], extend=True).close()"
    )
    open_library("grown", [reports]).close()
    running = [subprocess.Popen([sys.executable, "-c", code, str(folder)]) for folder in folders]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert set(open_library("grown").folders) == {reports.resolve(), *folders}


def test_a_library_without_folders_says_how_to_add_some(reports: Path) -> None:
    library = open_library("void", [reports])
    library.database.set("folders", "[]")
    library.close()
    with pytest.raises(UsageError, match="has no folders") as caught:
        refresh(open_library("void"))
    assert "concord index --library void FOLDER" in caught.value.hint


def test_a_damaged_library_names_the_command_that_rebuilds_it_and_that_works(reports: Path) -> None:
    library = open_library("torn", [reports])
    refresh(library)
    library.close()
    for file in library.folder.glob("library.db*"):
        file.write_bytes(b"not a database, whatever its name " * 500)
    with pytest.raises(LibraryError, match="damaged") as caught:
        open_library("torn")
    assert "concord index --rebuild --library torn" in caught.value.hint
    with pytest.raises(UsageError, match="cannot be read from its index"):
        open_library("torn", rebuild=True)
    library = open_library("torn", [reports], rebuild=True)
    refresh(library)
    library.close()
    library = open_library("torn", rebuild=True)
    assert library.folders == (reports.resolve(),) and library.sources() == []
    refresh(library)
    assert len(library.sources()) == 3


def test_a_home_that_cannot_be_written_is_one_error_with_a_hint(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("CONCORD_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(LibraryError, match="cannot write") as caught:
        open_library(folders=[reports])
    assert "CONCORD_HOME" in caught.value.hint


def test_missing_and_empty_folders_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        refresh(open_library(folders=[tmp_path / "nowhere"]))
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(UsageError, match="no documents") as caught:
        refresh(open_library(folders=[tmp_path / "bare"]))
    assert ".txt" in caught.value.hint


@pytest.mark.parametrize(("name", "content"), [("table.xlsx", b"PK"), ("empty.txt", b""), ("", b"")])
def test_folders_without_a_document_that_can_be_read_leave_a_library_as_it_is(
    tmp_path: Path, reports: Path, name: str, content: bytes
) -> None:
    refresh(open_library("harbour", [reports]))
    bare = tmp_path / "bare"
    if name:
        bare.mkdir()
        (bare / name).write_bytes(content)
    for library in ("harbour", "another"):
        with pytest.raises((UsageError, SourceError)):
            open_library(library, [bare])
    assert list_libraries() == ["harbour"]
    again = open_library("harbour")
    assert not refresh(again)
    assert again.folders == (reports.resolve(),) and again.count_sources() == 3


def test_a_folder_that_is_away_takes_nothing_out_of_a_named_library(tmp_path: Path, reports: Path) -> None:
    disk, away = tmp_path / "disk", tmp_path / "away"
    disk.mkdir()
    write_report(disk / "gazette.txt", "The disk", ["What is on the disk is told in full here."])
    library = open_library("harbour", [reports, disk])
    refresh(library)
    names = [source.name for source in library.sources()]
    disk.rename(away)
    (reports / "ledger.txt").unlink()
    assert refresh(library).removed == 1
    assert library.missing == (disk,)
    assert [source.name for source in library.sources()] == [name for name in names if name != "ledger.txt"]
    away.rename(disk)
    assert not refresh(library) and library.missing == ()
    for folder in (disk, reports):
        folder.rename(f"{folder}.away")
    with pytest.raises(UsageError, match="no file or folder"):
        refresh(library)


def test_packages_of_others_are_no_sources(reports: Path) -> None:
    for name in ("node_modules", "site-packages"):
        (reports / name).mkdir()
        write_report(reports / name / "readme.txt", "A package", ["How this package is used by programs."])
    library = open_library(folders=[reports])
    assert refresh(library).added == 3


def test_bad_sources_keep_no_good_one_out_and_are_listed(reports: Path) -> None:
    (reports / "noise.txt").write_bytes(bytes(range(256)) * 64)
    (reports / "empty.txt").write_bytes(b"")
    (reports / "torn.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    (reports / "gone.txt").symlink_to(reports / "nothing")
    (reports / "round").symlink_to(reports)
    (reports / ".hidden.txt").write_text("Not to be read.")
    library = open_library(folders=[reports])
    changes = refresh(library)
    assert (changes.added, changes.failed) == (3, 4)
    assert [failure.name for failure in library.failures()] == [
        "empty.txt",
        "gone.txt",
        "noise.txt",
        "torn.pdf",
    ]
    for failure in library.failures():
        assert failure.when and failure.reason.endswith(".") and failure.name not in failure.reason
    assert not refresh(library), "what failed is not read again until it changes"
    write_report(reports / "empty.txt", "Filled", ["By now somebody has written a report into it."])
    assert refresh(library).added == 1


def test_only_bad_sources_are_an_error_that_names_the_first(tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "empty.txt").write_bytes(b"")
    with pytest.raises(SourceError, match=r"empty\.txt"):
        refresh(open_library(folders=[tmp_path / "bad"]))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_read_once_it_has_it(reports: Path) -> None:
    (reports / "ledger.txt").chmod(0)
    library = open_library(folders=[reports])
    assert refresh(library).failed == 1
    (reports / "ledger.txt").chmod(0o644)
    assert refresh(library).added == 1
