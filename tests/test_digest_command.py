"""`concord digest` on real libraries: what is computed again, what is kept, and what its exit codes say."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import write_report
from scripted import ScriptedModel

import agent.digest.story
import agent.models
from agent.cli.edge import run_command
from agent.cli.main import concord
from agent.digest.keeping import history, ingredients

Composed = list[list[str]]


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> Composed:
    """The names of the sources of each story that is composed during the test."""
    calls: Composed = []
    make_story = agent.digest.story.make_story

    def make(key: str, sources: list[object], *rest: object) -> object:
        calls.append(sorted(source.name for source in sources))  # type: ignore[attr-defined]
        return make_story(key, sources, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(agent.digest.story, "make_story", make)
    return calls


@pytest.fixture
def digest(reports: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs `concord digest --sources reports` with further arguments: exit code, stdout, stderr."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = run_command(concord, ["digest", "--sources", str(reports), *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_only_the_story_of_a_new_source_is_composed_again(
    digest: Callable[..., tuple[int, str, str]], reports: Path, composed: Composed
) -> None:
    code, first, _ = digest("--json")
    assert code == 0
    assert sorted(composed) == [["courier.txt", "ledger.txt"], ["gazette.txt"]]
    composed.clear()
    assert digest("--json")[1] == first
    assert composed == []
    write_report(
        reports / "herald.txt",
        "Breakwater repairs to begin",
        ["Repairs of the breakwater begin on Monday, the harbour commission said.", "Fishermen fear for their catch."],
    )
    second = json.loads(digest("--json")[1])
    assert composed == [["courier.txt", "herald.txt", "ledger.txt"]]
    (reports / "herald.txt").unlink()
    composed.clear()
    third = json.loads(digest("--json")[1])
    assert composed == [], "a story that was kept is not composed again"
    assert third["fingerprint"] == json.loads(first)["fingerprint"] != second["fingerprint"]
    assert third["stories"] == json.loads(first)["stories"]


def test_equal_sources_give_equal_bytes_in_every_home(
    digest: Callable[..., tuple[int, str, str]], home: Path, composed: Composed
) -> None:
    forms = ("json", "md", "html", "txt")
    drawn = [digest("--format", form)[1] for form in forms]
    assert len(composed) == 2
    shutil.rmtree(home)
    assert [digest("--format", form)[1] for form in forms] == drawn
    assert len(composed) == 4


def test_every_quotation_stands_in_its_paragraph(digest: Callable[..., tuple[int, str, str]], reports: Path) -> None:
    record = json.loads(digest("--json")[1])
    assert sum(len(story["sources"]) for story in record["stories"]) == 3
    for story in record["stories"]:
        numbers = [citation["n"] for citation in story["citations"]]
        assert numbers == list(range(1, len(numbers) + 1))
        for citation in story["citations"]:
            paragraphs = (reports / citation["source"]).read_text(encoding="utf-8").split("\n\n")[1:]
            assert citation["quote"] in paragraphs[citation["paragraph"] - 1]


def test_check_tells_what_is_out_of_date(digest: Callable[..., tuple[int, str, str]], reports: Path) -> None:
    assert digest("--check")[0] == 1
    digest("--json")
    assert digest("--check") == (0, "", "")
    write_report(reports / "gazette.txt", "Library gains a reading room", ["It has fifty seats."])
    (reports / "courier.txt").rename(reports / "herald.txt")
    code, out, err = digest("--check")
    assert (code, out) == (1, "")
    assert err.splitlines() == ["added: herald.txt", "removed: courier.txt", "changed: gazette.txt"]


def test_check_looks_at_the_file_as_well(digest: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    file = tmp_path / "digest.md"
    assert digest("-o", str(file))[0] == 0
    assert digest("-o", str(file), "--check")[0] == 0
    file.write_text("something else")
    assert digest("-o", str(file), "--check")[0] == 1
    assert file.read_text() == "something else"


def test_check_looks_at_a_file_in_the_home_folder(
    digest: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert digest("-o", "~/digest.md")[0] == 0 and (tmp_path / "digest.md").is_file()
    assert digest("-o", "~/digest.md", "--check")[0] == 0


def test_another_version_of_the_code_makes_it_stale(
    digest: Callable[..., tuple[int, str, str]], composed: Composed, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest("--json")
    version = ingredients.VERSION + 1
    monkeypatch.setattr("agent.pipeline.digesting.VERSION", version)
    assert digest("--check")[0] == 1
    digest("--json")
    assert len(composed) == 4


def test_only_the_prompt_that_a_digest_uses_makes_it_stale(
    digest: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompts = shutil.copytree(Path(__file__).parents[1] / "prompts", tmp_path / "prompts")
    monkeypatch.setattr("agent.pipeline.digesting.files", lambda package: prompts)
    digest("--json")
    for name, stale in (("answer", 0), ("summary", 1)):
        with (prompts / f"{name}.jinja").open("a", encoding="utf-8") as prompt:
            prompt.write("Be brief.")
        assert digest("--check")[0] == stale


def test_a_model_that_can_phrase_is_loaded_once_named_and_closed(
    digest: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "phraser-7b.gguf"
    file.write_bytes(b"GGUF")
    loaded: list[ScriptedModel] = []

    def load(spec: str, **options: object) -> ScriptedModel:
        loaded.append(ScriptedModel(["Nobody ever said this. [1]"] * 2))
        return loaded[-1]

    monkeypatch.setattr(agent.models, "load_model", load)
    record = json.loads(digest("--json", "--model", str(file))[1])
    assert record["model"] == "phraser-7b"
    assert len(loaded) == 1 and len(loaded[0].seen) == 2 and loaded[0].closed
    assert "Nobody ever said this" not in json.dumps(record), "what is not in the sources is not shown"
    assert digest("--json", "--model", str(file))[0] == 0 and len(loaded) == 1
    assert digest("--check")[0] == 1, "another model makes another digest"


def test_diff_compares_with_the_digest_before(digest: Callable[..., tuple[int, str, str]], reports: Path) -> None:
    code, out, err = digest("--diff")
    assert (code, out) == (0, "") and "no earlier digest" in err
    write_report(reports / "gazette.txt", "Library gains a reading room", ["It has fifty seats for readers."])
    told = json.loads(digest("--diff", "--json")[1])
    assert [change["text"] for change in told["new"]] == ["It has fifty seats for readers."]
    assert len(told["withdrawn"]) >= 1
    assert "Withdrawn" in digest("--diff")[1]


def test_an_interrupt_keeps_the_stories_that_are_done(
    digest: Callable[..., tuple[int, str, str]], composed: Composed, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_story = agent.digest.story.make_story

    def interrupt(*arguments: object) -> object:
        if composed:
            raise KeyboardInterrupt
        return make_story(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(agent.digest.story, "make_story", interrupt)
    assert digest("--json")[0] == 130
    monkeypatch.setattr(agent.digest.story, "make_story", make_story)
    assert digest("--json")[0] == 0
    assert sorted(composed) == [["courier.txt", "ledger.txt"], ["gazette.txt"]]


def test_the_last_digests_are_kept_and_broken_ones_made_again(
    digest: Callable[..., tuple[int, str, str]], reports: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "KEPT", 2)
    for seats in (50, 60, 70):
        write_report(reports / "gazette.txt", "Library gains a reading room", [f"It has {seats} seats for readers."])
        written = digest("--json")[1]
    kept = sorted(home.rglob("digests/*.json"))
    assert [file.name.partition("-")[0] for file in kept] == ["000002", "000003"]
    assert len(list(home.rglob("digests/stories/*.json"))) == 3
    for file in home.rglob("digests/**/*.json"):
        file.write_text(file.read_text()[:100])
    assert digest("--json")[1] == written


def test_the_file_says_the_form_and_may_not_lie_among_the_sources(
    digest: Callable[..., tuple[int, str, str]], reports: Path, tmp_path: Path
) -> None:
    for name, start in (
        ("d.md", "# "),
        ("d.html", "<!DOCTYPE html>"),
        ("d.json", "{"),
        ("d.txt", "Digest of 2 stories"),
    ):
        code, out, _ = digest("-o", str(tmp_path / name))
        assert (code, out) == (0, "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert digest("-o", str(tmp_path / "digest"))[0] == 2
    assert digest("-o", str(tmp_path / "digest"), "--format", "md")[0] == 0
    assert digest("-o", str(reports / "digest.md"))[0] == 2
    assert digest("-o", str(tmp_path / "none" / "digest.md"))[0] == 2
    assert digest("--json", "--format", "md")[0] == 2
    assert digest("--check", "--watch")[0] == 2
    assert not (reports / "digest.md").exists()


@pytest.mark.parametrize("form", ["md", "html", "json", "txt"])
def test_only_a_digest_is_written_over(
    digest: Callable[..., tuple[int, str, str]], reports: Path, tmp_path: Path, form: str
) -> None:
    file = tmp_path / f"mine.{form}"
    file.write_text("My own notes on the harbour; model: none.\n")
    code, out, err = digest("-o", str(file))
    assert (code, out) == (2, "") and "is no digest" in err and "--force" in err
    assert file.read_text() == "My own notes on the harbour; model: none.\n"
    assert digest("-o", str(file), "--force")[0] == 0
    write_report(reports / "gazette.txt", "Library gains a reading room", ["It has fifty seats for readers."])
    assert digest("-o", str(file))[0] == 0 and "fifty seats" in file.read_text(encoding="utf-8").replace("\n", " ")
    file.write_text("\n")
    assert digest("-o", str(file))[0] == 0


NOTE = "Ask Mrs Tolland on Friday whether the granary is heated."


@pytest.mark.parametrize("form", ["md", "html", "json", "txt"])
@pytest.mark.parametrize("place", ["start", "middle", "end"])
def test_a_digest_that_was_edited_by_hand_is_not_written_over(
    digest: Callable[..., tuple[int, str, str]], reports: Path, tmp_path: Path, form: str, place: str
) -> None:
    file = tmp_path / f"digest.{form}"
    digest("-o", str(file))
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    note = f'  "note": "{NOTE}",\n' if form == "json" else f"{NOTE}\n"
    lines.insert({"start": 1, "middle": len(lines) // 2, "end": len(lines)}[place], note)
    edited = "".join(lines)
    file.write_text(edited, encoding="utf-8")
    write_report(reports / "gazette.txt", "Library gains a reading room", ["It has fifty seats for readers."])
    code, out, err = digest("-o", str(file))
    assert (code, out) == (2, "") and "--force" in err and "-o" in err
    assert file.read_text(encoding="utf-8") == edited
    assert digest("-o", str(file), "--force")[0] == 0
    assert digest("-o", str(file))[0] == 0, "what is as Concord wrote it is written over"


def test_a_word_that_was_replaced_in_a_digest_or_in_changes_is_seen(
    digest: Callable[..., tuple[int, str, str]], reports: Path, tmp_path: Path
) -> None:
    file, changes = tmp_path / "digest.md", tmp_path / "changes.json"
    digest("-o", str(file))
    write_report(reports / "gazette.txt", "Library gains a reading room", ["It has fifty seats for readers."])
    for written, options in ((file, ()), (changes, ("--diff",))):
        assert digest("-o", str(written), *options)[0] == 0
        assert digest("-o", str(written), *options)[0] == 0
        text = written.read_text(encoding="utf-8")
        written.write_text(text.replace("reading room", "reading hall", 1), encoding="utf-8")
        code, _, err = digest("-o", str(written), *options)
        assert code == 2 and "edited" in err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", '<html><head><meta name="generator" content="Concord"><title>Mine</title></head></html>\n'),
        ("notes.md", "# Tides\n\nHigh at noon.\n\n*Sources as of 2 June 2031; model: none.*\n"),
        ("notes.txt", "High at noon.\nConcord digest, checksum 0123456789abcdef\n"),
        ("data.json", '{"fingerprint": "0123456789abcdef0123456789abcdef", "stories": []}\n'),
        ("more.json", '{"withdrawn": ["a boat"], "new": ["another boat"]}\n'),
    ],
)
def test_what_only_looks_like_a_digest_is_not_written_over(
    digest: Callable[..., tuple[int, str, str]], tmp_path: Path, name: str, text: str
) -> None:
    file = tmp_path / name
    file.write_text(text)
    assert digest("-o", str(file))[0] == 2 and digest("-o", str(file), "--diff")[0] == 2
    assert file.read_text() == text


@pytest.mark.parametrize("suffix", ["md", "json"])
def test_changes_do_not_take_the_place_of_a_digest(
    digest: Callable[..., tuple[int, str, str]], reports: Path, tmp_path: Path, suffix: str
) -> None:
    file, changes = tmp_path / f"digest.{suffix}", tmp_path / f"changes.{suffix}"
    digest("-o", str(file))
    written = file.read_text(encoding="utf-8")
    write_report(reports / "gazette.txt", "Library gains a reading room", ["It has fifty seats for readers."])
    code, _, err = digest("-o", str(file), "--diff")
    assert code == 2 and "holds a digest" in err and file.read_text(encoding="utf-8") == written
    for seats in ("sixty", "seventy"):
        write_report(reports / "gazette.txt", "Library gains a room", [f"It has {seats} seats for readers."])
        assert digest("-o", str(changes), "--diff")[0] == 0
        assert f"{seats} seats" in changes.read_text(encoding="utf-8")


def test_a_name_of_another_form_is_refused(digest: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    for name, *options in (("d.html", "--json"), ("d.md", "--format", "html")):
        code, _, err = digest("-o", str(tmp_path / name), *options)
        assert code == 2 and "another form" in err and not (tmp_path / name).exists()
    assert digest("-o", str(tmp_path / "d.htm"), "--format", "html")[0] == 0


def test_one_source_makes_a_digest_and_none_an_error(
    digest: Callable[..., tuple[int, str, str]], reports: Path
) -> None:
    for name in ("ledger.txt", "courier.txt"):
        (reports / name).unlink()
    code, out, _ = digest("--json")
    assert code == 0 and json.loads(out)["stories"][0]["origins"] == 1
    (reports / "gazette.txt").unlink()
    code, out, err = digest("--json")
    assert (code, out) == (2, "") and "no documents" in err


def start(*arguments: str) -> subprocess.Popen[str]:
    program = (
        "import sys, atexit; from agent.cli import run\n"
        "atexit.register(lambda: print('MODULES', *sys.modules, file=sys.stderr)); run()"
    )
    return subprocess.Popen(
        [sys.executable, "-c", program, "digest", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
        env=os.environ,
        # A shell's background job ignores Ctrl-C, and so would what it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )


def test_nothing_is_loaded_where_nothing_changed(reports: Path) -> None:
    first, _ = start("--sources", str(reports), "--format", "html").communicate()
    second, err = start("--sources", str(reports), "--format", "html").communicate()
    assert first == second
    modules = set(err.partition("MODULES")[2].split())
    assert "agent.pipeline.digesting" in modules
    heavy = {"numpy", "chromadb", "llama_cpp", "wordllama", "jinja2", "textual", "dateparser", "trafilatura"}
    assert not modules & heavy


def test_watch_writes_again_when_a_source_changes_until_it_is_interrupted(reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "digest.md"
    process = start("--sources", str(reports), "--watch", "-o", str(file))
    try:
        wait(process, lambda: file.exists())
        write_report(reports / "gazette.txt", "Library gains a reading room", ["It has fifty seats for readers."])
        wait(process, lambda: "fifty seats" in file.read_text(encoding="utf-8"))
        file.write_text(file.read_text(encoding="utf-8") + NOTE, encoding="utf-8")
        write_report(reports / "gazette.txt", "Library gains a reading room", ["It has sixty seats for readers."])
        assert process.stderr is not None
        while "note:" not in process.stderr.readline():
            assert process.poll() is None
        assert file.read_text(encoding="utf-8").endswith(NOTE)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        told = err.partition("MODULES")[0]
        assert process.returncode == 130 and "error" not in told and "KeyboardInterrupt" not in told
    finally:
        process.kill()
        process.communicate()


def wait(process: subprocess.Popen[str], done: Callable[[], bool]) -> None:
    ended = time.monotonic() + 120
    while not done():
        assert time.monotonic() < ended, "nothing came of it"
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)
