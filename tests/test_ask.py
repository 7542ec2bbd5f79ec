"""`ask` as a user runs it: the real library, the real bundled model, the command's own edge."""

import json
import os
import pty
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import write_report

from agent.cli.edge import run_command
from agent.cli.main import concord
from agent.evidence.weights import load_weights

KEYS = {
    "schema",
    "question",
    "answer",
    "abstained",
    "style",
    "sentences",
    "citations",
    "disputes",
    "model",
    "embedder",
    "timings",
}


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    folder.mkdir()
    write_report(
        folder / "ledger.txt",
        "Breakwater of Port Anselm is rebuilt",
        [
            "Published 4 March 2021",
            "The shipyard Kestrel & Sons rebuilt the breakwater of Port Anselm, the harbour office said.",
            "The work cost 14 million crowns and took eleven months, according to the harbour office.",
            "A spokesman for the fishing union denied that its boats had rammed the breakwater.",
        ],
    )
    write_report(
        folder / "courier.txt",
        "Boats rammed the breakwater, says harbour master",
        [
            "Published 5 March 2021",
            "Boats of the fishing union had rammed the breakwater twice, the harbour master Ilse Brandt said.",
            "Port Anselm lies at the mouth of the river Teme.",
        ],
    )
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run_command(concord, ["ask", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def ask_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code, out, _ = run(capsys, *arguments, "--json")
    return code, json.loads(out)


def check_contract(record: dict[str, Any], folder: Path) -> None:
    """Every citation is verbatim from the paragraph that it names, every sentence has one."""
    assert set(record) == KEYS
    assert all(0 <= seconds <= record["timings"]["total"] for seconds in record["timings"].values())
    for citation in record["citations"]:
        shown = subprocess.run(
            [sys.executable, "-c", "from agent.cli import run; run()", "show", "--sources", str(folder),
             f"{citation['source']}:{citation['paragraph']}"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert citation["quote"] in shown.stdout
    numbers = {citation["n"] for citation in record["citations"]}
    for sentence in record["sentences"]:
        assert sentence["verdict"] == "supported"
        assert sentence["citations"] and set(sentence["citations"]) <= numbers


def test_an_answer_is_cited_verbatim(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, record = ask_json(capsys, "Who rebuilt the breakwater of Port Anselm?", "--sources", str(harbour))
    assert code == 0
    assert "Kestrel" in record["answer"]
    assert not record["abstained"]
    check_contract(record, harbour)


def test_what_no_source_says_is_not_answered(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, record = ask_json(capsys, "Who is the prime minister of Norway?", "--sources", str(harbour))
    assert code == 1
    assert record["abstained"]
    assert record["answer"] == ""
    assert record["sentences"] == []
    check_contract(record, harbour)


def test_a_heading_is_no_nearest_passage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "# Report\n\n## Norway's minister\n\nThe ferry left Korvo on Monday.\n\nNobody was on the quay at noon.\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    code, record = ask_json(capsys, "Who is the prime minister of Norway?", "--sources", str(tmp_path))
    assert code == 1 and record["abstained"]
    assert [citation["quote"] for citation in record["citations"]] == [
        "The ferry left Korvo on Monday.",
        "Nobody was on the quay at noon.",
    ]


def test_both_sides_of_a_denial_are_shown(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, record = ask_json(capsys, "Did the fishing union's boats ram the breakwater?", "--sources", str(harbour))
    assert code == 0
    assert len(record["disputes"]) == 1
    assert {citation["source"] for citation in record["citations"]} == {"ledger.txt", "courier.txt"}
    check_contract(record, harbour)


def test_sides_that_contradict_each_other_answer_whether_it_is_so_and_no_other_question(
    harbour: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = replace(load_weights(), threshold=1.0)
    monkeypatch.setattr("agent.evidence.ranking.load_weights", lambda: strict)
    asked = "Did boats of the fishing union ram the breakwater?"
    code, record = ask_json(capsys, asked, "--sources", str(harbour))
    assert code == 0 and len(record["disputes"]) == 1
    code, record = ask_json(capsys, "Who rammed the breakwater?", "--sources", str(harbour))
    assert code == 1 and record["abstained"] and record["disputes"] == []


def test_another_number_of_a_later_report_is_quoted_and_dated(
    harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = ["Published 9 March 2021", "The bill for the breakwater has come to 19 million crowns, a clerk said."]
    write_report(harbour / "star.txt", "Breakwater dearer than thought", later)
    code, out, _ = run(capsys, "How much did the breakwater of Port Anselm cost?", "--sources", str(harbour))
    assert code == 0 and "14 million" in out and "19 million" in out
    assert "was published later (2021-03-09) than" in out and "contradict" not in out


def test_of_sources_that_agree_it_is_not_noted_which_is_later(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sank = ["1 March 2021", "The ferry Selma sank off Korvo on Monday after she hit a rock. Nine people drowned."]
    told = ["9 March 2021", "It was a rock that sent the Selma to the bottom, the harbour master of Korvo said."]
    write_report(tmp_path / "a.txt", "Ferry sinks off Korvo", sank)
    write_report(tmp_path / "b.txt", "After the Selma", told)
    code, out, _ = run(capsys, "What sank the Selma?", "--sources", str(tmp_path))
    assert code == 0 and "hit a rock" in out and "to the bottom" in out and "published later" not in out


def test_of_documents_none_of_which_can_be_read_the_first_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_text("x", encoding="utf-8")
    code, out, err = run(capsys, "Who sank?", "--sources", str(tmp_path))
    assert (code, out) == (3, "") and f"The only document in {tmp_path} cannot be read: a.pdf:" in err
    (tmp_path / "b.pdf").write_text("x", encoding="utf-8")
    code, out, err = run(capsys, "Who sank?", "--sources", str(tmp_path))
    assert (code, out) == (3, "") and f"None of the 2 documents in {tmp_path} could be read: a.pdf:" in err


def test_what_a_quotation_points_back_to_stands_before_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = "The Selma Line has written to the court. It values the damage to its pier at 84,000 crowns."
    write_report(tmp_path / "a.txt", "Who pays for the pier?", ["1 March 2021", told])
    code, out, _ = run(capsys, "At how much does the Selma Line value the damage?", "--sources", str(tmp_path))
    lines = " ".join(out.split())
    assert code == 0 and lines.startswith("It values the damage")
    assert "The Selma Line has written to the court. “It values the damage to its pier at 84,000 crowns.”" in lines


def test_the_terminal_shows_answer_and_numbered_citations(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--sources", str(harbour), "How much did the work on the breakwater cost?")
    assert code == 0
    assert "14 million crowns" in out
    assert "[1]" in out
    assert "ledger.txt:" in out
    assert "\x1b[" not in out


def test_a_question_steers_no_terminal(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = "Who rebuilt \x1b]0;owned\x07the\u202e breakwater?"
    code, record = ask_json(capsys, told, "--sources", str(harbour))
    assert (code, record["question"]) == (0, "Who rebuilt the breakwater?")


def test_the_ranking_is_explained(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, record = ask_json(capsys, "Who rebuilt the breakwater?", "--sources", str(harbour), "--explain")
    assert code == 0
    ranking = record["ranking"]
    assert [entry["rank"] for entry in ranking] == list(range(1, len(ranking) + 1))
    assert all({"lexical", "dense", "model"} <= set(entry["parts"]) for entry in ranking)


def test_the_samples_are_asked_where_nothing_was_indexed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "who took Albu Kamal?")
    assert code == 0
    assert "[1]" in out
    assert "sample" in err


def test_a_question_can_come_from_standard_input(harbour: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from agent.cli import run_ask; run_ask()", "--sources", str(harbour)],
        input="On which river does Port Anselm lie?",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Teme" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["   "], 2, "No question"),
        (["?!..."], 2, "no words"),
        (["\N{SLIGHTLY SMILING FACE}"], 2, "no words"),
        (["who? " * 5000], 2, "characters"),
        (["Who?", "--sources", "/no/such/folder"], 2, "/no/such/folder"),
        (["Who?", "--library", "nowhere"], 2, "nowhere"),
        (["Who?", "--model", "/no/such.gguf"], 3, "/no/such.gguf"),
        (["Who?", "--gpu", "many"], 2, "many"),
        (["Who?", "--nonsense"], 2, "nonsense"),
    ],
)
def test_bad_input_gets_one_line_and_a_hint(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found, out, err = run(capsys, *arguments)
    assert found == code
    assert said in err
    assert "hint:" in err
    assert "Traceback" not in err
    assert out == ""


def test_a_question_in_another_language_is_not_answered_wrongly(
    harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, record = ask_json(capsys, "Wer hat die Weltmeisterschaft gewonnen?", "--sources", str(harbour))
    assert code == 1
    assert record["abstained"]


def test_ask_loads_nothing_that_it_does_not_need(harbour: Path) -> None:
    code = (
        "import sys; from agent.cli.edge import run_command; from agent.cli.main import concord;"
        f"run_command(concord, ['ask', 'Who rebuilt the breakwater?', '--sources', {str(harbour)!r}, '--json']);"
        "print([name for name in ('textual', 'rich', 'trafilatura', 'pypdf', 'docx', 'ebooklib', 'dateparser',"
        " 'langchain_text_splitters', 'huggingface_hub', 'httpx') if name in sys.modules], file=sys.stderr)"
    )
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    warm = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert warm.stderr.strip() == "[]"


def ask_on_a_terminal(question: str, folder: Path, **environment: str) -> str:
    """Return what `ask` writes on a terminal of its own."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from agent.cli import run_ask; run_ask()", question, "--sources", str(folder)]
    names = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    # A terminal holds a few thousand bytes: whoever writes more waits until somebody reads.
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**names, "TERM": "xterm", **environment}
    ):
        os.close(theirs)
        written = b""
        try:
            while piece := os.read(ours, 4096):
                written += piece
        except OSError:  # Linux says so where the other end is closed and all is read
            pass
        finally:
            os.close(ours)
    return written.decode()


def test_colours_are_for_terminals_whose_user_wants_them(harbour: Path) -> None:
    question = "Who rebuilt the breakwater?"
    drawn = ask_on_a_terminal(question, harbour)
    assert "\x1b[36m[1]" in drawn
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "Kestrel" in (without := ask_on_a_terminal(question, harbour, **plain))
        assert "\x1b" not in without
    assert "\x1b[" in ask_on_a_terminal("Who?", harbour / "nowhere")
    assert "\x1b" not in ask_on_a_terminal("Who?", harbour / "nowhere", NO_COLOR="1")


def test_a_question_for_an_overview_is_sent_to_the_digest(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "Summarize.", "--sources", str(harbour))
    assert code == 1 and "concord digest" in " ".join(out.split())
    code, out, _ = run(capsys, "Who feeds the penguins?", "--sources", str(harbour))
    assert code == 1 and "concord digest" not in " ".join(out.split())


@pytest.mark.parametrize(
    ("said", "told"),
    [("thank you", "You are welcome."), ("summarise", "concord digest"), ("how do I add more files?", "concord index")],
)
def test_what_asks_nothing_of_the_sources_is_told_a_note_and_no_passage(
    harbour: Path, capsys: pytest.CaptureFixture[str], said: str, told: str
) -> None:
    code, out, _ = run(capsys, said, "--sources", str(harbour))
    assert code == 1
    assert told in " ".join(out.split())
    assert "do not say" not in out and "passages" not in out and "breakwater" not in out
    code, out, _ = run(capsys, said, "--sources", str(harbour), "--json")
    record = json.loads(out)
    assert code == 1 and record["abstained"] and not record["citations"] and not record["answer"]


def test_a_comparison_that_no_passage_makes_leads_to_the_digest(
    harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "compare the pilots and the customs house", "--sources", str(harbour))
    assert "do not say" in out and "concord digest" in " ".join(out.split())


def test_what_the_samples_do_not_say_is_not_said_of_documents_of_ones_own(
    harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    question = "who conducts the Turin tram orchestra?"
    assert "Only the sample sources" in run(capsys, question)[1]
    assert "Only the sample sources" not in run(capsys, question, "--sources", str(harbour))[1]
