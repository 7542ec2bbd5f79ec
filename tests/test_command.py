"""The other commands: what is indexed, a paragraph of it, settings and where they come from."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import write_report

from agent.cli import progress, run_ask
from agent.cli.edge import run_command
from agent.cli.main import concord
from agent.cli.options import spread_sources
from agent.pipeline.events import Composing, Event, Noted, Refreshing, Retrieved


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run_command(concord, list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_folders_are_added_to_the_default_library(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = tmp_path / "more"
    more.mkdir()
    write_report(more / "herald.txt", "Ferry line ends", ["The ferry to Al-Marsuq stops in May."])
    assert run(capsys, "index", str(reports))[1].startswith("3 sources indexed: 3 added")
    assert run(capsys, "index", str(more))[1].startswith("4 sources indexed: 1 added")
    code, out, _ = run(capsys, "sources", "--json")
    assert code == 0
    assert [source["source"] for source in json.loads(out)["sources"]] == [
        "courier.txt",
        "gazette.txt",
        "herald.txt",
        "ledger.txt",
    ]
    assert run(capsys, "index", "--replace", str(more))[1].startswith("1 sources indexed")


def test_what_cannot_be_read_is_listed_with_its_reason(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reports / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    code, out, _ = run(capsys, "sources", "--sources", str(reports))
    assert code == 0
    assert "Not read (1):" in out
    assert "broken.pdf" in out
    assert "ledger.txt" in out


def test_files_of_other_kinds_are_counted_in_one_line(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.xlsx", "b.xlsx", "c.rtf", ".hidden.csv", "README"):
        (reports / name).write_bytes(b"of another kind")
    for command in ("sources", "index"):
        _, out, err = run(capsys, command, "--sources", str(reports))
        assert "Not read, as Concord does not know these kinds of files: 2 .xlsx, 1 .rtf.\n" in out + err


def test_a_folder_that_is_away_is_noted_by_every_command(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    write_report(disk / "herald.txt", "Ferry line ends", ["The ferry to Al-Marsuq stops in May."])
    run(capsys, "index", str(reports), str(disk))
    disk.rename(tmp_path / "away")
    for command in (["show", "herald.txt:1"], ["sources"], ["index"]):
        code, _, err = run(capsys, *command)
        assert (code, str(disk) in err, "index --library default --replace" in err) == (0, True, True)
    assert f"not there: {disk}" in run(capsys, "doctor")[1]


def test_a_colon_in_the_name_of_a_file_is_no_paragraph(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_report(reports / "a:3.txt", "The colon", ["The mast of the ferry is white."])
    write_report(reports / "a.txt", "The letter", ["It came by boat.", "It is long.", "It has three paragraphs."])
    assert "white" in run(capsys, "show", "--sources", str(reports), "a:3")[1]
    assert "long" in run(capsys, "show", "--sources", str(reports), "a.txt:2")[1]


def test_a_paragraph_is_shown_as_it_is_cited(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "--sources", str(reports), "ledger.txt:2")
    assert (code, out) == (0, "Fishermen from Al-Marsuq fear for their catch.\n")
    _, out, _ = run(capsys, "show", "--sources", str(reports), "ledger.txt:2", "--context", "1")
    assert out.startswith("[1] The harbour commission")
    for place in (f"{reports}/ledger.txt:2", f"{reports.name}/ledger.txt:2", f"./{reports.name}/ledger.txt:2"):
        assert (
            run(capsys, "show", "--sources", str(reports), place)[1]
            == "Fishermen from Al-Marsuq fear for their catch.\n"
        )
    assert run(capsys, "show", "--sources", str(reports), "elsewhere/ledger.txt:2")[0] == 2
    code, out, err = run(capsys, "show", "--sources", str(reports), "ledger.txt:9")
    assert (code, out) == (2, "")
    assert "no paragraph 9" in err


def test_a_changed_file_is_never_answered_from_a_stale_index(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "show", "--sources", str(reports), "gazette.txt:1")
    write_report(reports / "gazette.txt", "Library gains a reading room", ["It has fifty seats for readers."])
    assert run(capsys, "show", "--sources", str(reports), "gazette.txt:1")[1] == "It has fifty seats for readers.\n"


def test_a_flag_beats_the_environment_and_that_the_file(
    reports: Path, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {}
    for name in ("file", "environment", "flag"):
        places[name] = tmp_path / name
        places[name].mkdir()
        write_report(places[name] / f"{name}.txt", "Title of it", [f"This is what the {name} names."])
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text(f"sources = [{json.dumps(str(places['file']))}]\n")
    assert "file.txt" in run(capsys, "sources")[1]
    monkeypatch.setenv("CONCORD_SOURCES", os.pathsep.join([str(places["environment"]), str(reports)]))
    out = run(capsys, "sources")[1]
    assert "environment.txt" in out
    assert "ledger.txt" in out
    assert "file.txt" not in out
    out = run(capsys, "sources", "--sources", str(places["flag"]))[1]
    assert "flag.txt" in out
    assert "environment.txt" not in out


@pytest.mark.parametrize(
    "text",
    [
        "sources = 3\n",
        "sources = [3]\n",
        'sources = [""]\n',
        "gpu = true\n",
        "gpu = -1\n",
        "offline = 1\n",
        "colour = 'red'\n",
        "sources = [\n",
    ],
)
def test_a_wrong_configuration_is_told_with_its_file(text: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text(text)
    code, _, err = run(capsys, "sources")
    assert code == 2
    assert "config.toml" in err


def test_relative_sources_and_a_number_of_layers_in_the_configuration(
    reports: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "config").mkdir(parents=True)
    reports.rename(home / "config" / "reports")
    (home / "config" / "config.toml").write_text('sources = ["reports"]\ngpu = 0\n')
    for place in (home, home / "config"):
        monkeypatch.chdir(place)
        code, out, _ = run(capsys, "sources")
        assert code == 0 and "ledger.txt" in out
    assert "taken from its folder" in run(capsys, "doctor")[1]


@pytest.mark.parametrize("option", ["--library", "--sources"])
def test_an_empty_name_or_path_is_told(option: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "index", str(reports), option, "")
    assert (code, out) == (2, "") and "empty" in err


def test_an_emptied_index_of_a_library_is_told_with_the_command_that_mends_it(
    reports: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "index", "--library", "harbour", str(reports))
    next(home.rglob("library.db")).write_bytes(b"")
    for command in (["sources", "--library", "harbour"], ["index", "--library", "harbour", str(reports)], ["doctor"]):
        code, out, err = run(capsys, *command)
        told = out + err
        assert code == 3 and "damaged" in told and "concord index --rebuild --library harbour FOLDER" in told
    assert run(capsys, "index", "--rebuild", "--library", "harbour", str(reports))[0] == 0
    assert run(capsys, "sources", "--library", "harbour")[0] == 0
    run(capsys, "sources", "--sources", str(reports))
    next((home / "cache").rglob("library.db")).write_bytes(b"")
    assert run(capsys, "sources", "--sources", str(reports))[0] == 0, "one that is kept for paths is made again"


def test_a_refusal_names_the_files_that_could_not_be_read(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reports / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    run(capsys, "sources", "--sources", str(reports))
    code, _, err = run(capsys, "ask", "--sources", str(reports), "Who won the chess tournament in Lisbon?")
    assert code == 1 and err.count("Not read: broken.pdf") == 1 and "concord sources" in err
    code, _, err = run(capsys, "ask", "--sources", str(reports), "How many seats does the reading room have?")
    assert code == 0 and "Not read" not in err


def test_what_is_attached_to_a_message_is_said_to_be_unread(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = "From: Ada Lund <a@x.example>\nSubject: Tides\nContent-Type: multipart/mixed; boundary=x\n\n"
    parts = ("\n\nSee what I attach.\n", '\nContent-Disposition: attachment; filename="tides.txt"\n\nLow water.\n')
    (reports / "tides.eml").write_text(head + "".join(f"--x{part}" for part in parts) + "--x--\n")
    _, out, _ = run(capsys, "sources", "--sources", str(reports))
    assert "tides.eml (attachments): tides.txt. Save them as files of their own." in out
    _, _, err = run(capsys, "ask", "--sources", str(reports), "Who won the chess tournament in Lisbon?")
    assert "Not read: tides.eml (attachments)." in err
    assert "tides.eml" in out.partition("Not read")[0]


@pytest.mark.skipif(sys.platform == "win32", reason="such a name is not allowed there")
def test_a_line_feed_in_the_name_of_a_file_is_written_out(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reports / "low\nwater\t2.txt").write_text("Low water is at two in the afternoon at the mole of Lisk.\n")
    _, out, _ = run(capsys, "sources", "--sources", str(reports))
    assert any(line.startswith("low\\nwater\\t2.txt  ") for line in out.splitlines())
    code, out, _ = run(capsys, "show", "low\\nwater\\t2.txt:1", "--sources", str(reports))
    assert code == 0 and out.startswith("Low water")


def test_what_is_no_unicode_is_replaced(reports: Path, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/cop\xffy"
    reports.rename(os.fsdecode(folder))
    for words in ([b"ask", b"How many seats does the \xff reading room have?", b"--json"], [b"sources"]):
        program = [sys.executable, "-c", "from agent.cli import run; run()", *words, b"--sources", folder]
        done = subprocess.run(program, capture_output=True, cwd=Path(__file__).parent.parent)
        assert done.returncode == 0 and b"failed" not in done.stderr and done.stdout.decode("utf-8")


CAPABLE = ["setpriv", "--bounding-set=-dac_override"]
"""Runs a command without root's way past permissions."""


def start_limited(limit: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    words = [sys.executable, "-c", "from agent.cli import run; run()", *arguments]
    prefix = CAPABLE if os.geteuid() == 0 else []
    program = ["bash", "-c", f'{limit}; exec "$@"', "concord", *prefix, *words]
    return subprocess.run(program, capture_output=True, text=True, cwd=Path(__file__).parent.parent)


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may write anywhere")
def test_a_home_that_cannot_be_written_answers_from_an_index_that_is_up_to_date(reports: Path, home: Path) -> None:
    question = ["ask", "How many seats does the reading room have?", "--sources", str(reports)]
    assert start_limited("true", *question).returncode == 0
    made = [home, *home.rglob("*")]
    for path in made:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        done = start_limited("true", *question)
        assert done.returncode == 0 and "forty seats" in done.stdout and "used as it is" in done.stderr
        write_report(reports / "gazette.txt", "Library gains a reading room", ["It has fifty seats for readers."])
        done = start_limited("true", *question)
        assert (done.returncode, done.stdout) == (3, "") and "cannot write in" in done.stderr
    finally:
        for path in made:
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_limit_on_the_size_of_files_is_no_damage(reports: Path) -> None:
    done = start_limited("ulimit -f 20", "sources", "--sources", str(reports))
    assert done.returncode == 3 and "ulimit -f" in done.stderr and "damaged" not in done.stderr


def test_several_paths_may_follow_sources_and_a_question_too(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").touch()
    a, b = str(tmp_path / "a"), str(tmp_path / "b.txt")
    assert spread_sources(["--sources", a, b, "who?", "-v"]) == ["--sources", a, "--sources", b, "who?", "-v"]
    assert spread_sources(["who?", "--sources", a]) == ["who?", "--sources", a]
    assert spread_sources(["--", "--sources", a, b]) == ["--", "--sources", a, b]


def test_completion_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert "_CONCORD_COMPLETE" in run(capsys, "completion", "bash")[1]
    assert run(capsys, "--version")[1].startswith("concord ")
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert all(name in out for name in ("ask", "chat", "digest", "index", "sources", "show", "models", "doctor"))


def test_the_doctor_finds_what_is_broken(reports: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "doctor")
    assert code == 0
    assert "✗" not in out
    code, out, _ = run(capsys, "doctor", "--model", "/no/such.gguf")
    assert code == 3
    assert "✗ model" in out


def test_nothing_is_lost_where_the_home_cannot_be_written(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the home should be")
    monkeypatch.setenv("CONCORD_HOME", str(blocked))
    code, _, err = run(capsys, "sources", "--sources", str(reports))
    assert code == 3
    assert "CONCORD_HOME" in err
    assert blocked.read_text() == "a file where the home should be"


def test_a_command_is_called_by_its_whole_name_by_whichever_script_it_was_started(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["ask", "--help"])
    monkeypatch.setattr(signal, "signal", lambda *_: None)  # the tests' own stays
    with pytest.raises(SystemExit):
        run_ask()
    assert capsys.readouterr().out.startswith("Usage: concord ask [OPTIONS]")


def start(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", "from agent.cli import run; run()", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
        # A shell's background job ignores Ctrl-C, and so would what it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["ask", "How many seats does the reading room have?"], 0),
        (["ask", "--json", "How many seats does the reading room have?"], 0),
        (["ask", "Who won the chess tournament in Lisbon?"], 1),
        (["sources"], 0),
        (["digest", "--help"], 0),
        (["doctor", "--model", "/no/such.gguf"], 3),
    ],
)
def test_who_reads_only_the_beginning_of_an_output_does_not_change_the_exit_code(
    arguments: list[str], code: int, reports: Path
) -> None:
    process = start(*arguments, "--sources", str(reports))
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(timeout=120)
    assert (process.returncode, "Traceback" in err, "Broken pipe" in err) == (code, False, False)


INTERRUPTED_IMPORT = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, *rest):
        if name == "{module}":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from agent.cli import run
run()
"""


@pytest.mark.parametrize("module", ["click", "agent.cli.edge", "agent.cli.sources", "index.sync"])
def test_an_interruption_at_the_very_beginning_is_told_in_one_line(module: str, reports: Path) -> None:
    program = INTERRUPTED_IMPORT.format(module=module)
    done = subprocess.run(
        [sys.executable, "-c", program, "sources", "--sources", str(reports)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent.parent,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.lstrip().startswith("error: Interrupted.") and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (Refreshing("read", 1200, 4000), "Reading documents: 1,200 of 4,000, "),
        (Composing("compose", 0, 1), "Composing stories: "),
        (Retrieved(9, 3), "Waiting for the model: "),
    ],
)
def test_a_long_step_is_told_where_there_is_no_terminal(
    event: Event, told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LINES", 0.0)
    err, ended = "", time.monotonic() + 60
    with progress.Progress() as drawn:
        drawn.show(event)
        while not err and time.monotonic() < ended:
            time.sleep(0.05)
            err = capsys.readouterr().err
        drawn.show(Noted("It is done."))
        assert capsys.readouterr().err.endswith("note: It is done.\n")
    assert err.startswith(told) and "so far" in err
