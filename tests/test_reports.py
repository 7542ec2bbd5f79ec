"""Real reports as a benchmark: the corpus's tokens are put together again, and both sides of a dispute are counted."""

from pathlib import Path

import pytest
from conftest import write_lines

from agent.evaluation import reports, trades
from agent.evaluation.ecbplus import join_all, read_topics
from agent.evaluation.reader import Reader
from agent.models import load_model
from index.errors import UsageError


def write_report(folder: Path, name: str, *sentences: str) -> None:
    """Write a report as the corpus has it: one element a token, numbered by sentence."""
    tokens = [
        f'<token t_id="{n}" sentence="{number}" number="{n}">{token}</token>'
        for number, sentence in enumerate(sentences)
        for n, token in enumerate(sentence.split())
    ]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"<Document>{''.join(tokens)}</Document>", encoding="utf-8")


def test_tokens_are_put_together_again() -> None:
    sentences = [
        'The quake measured 6 . 1 and cost $ 1 , 200 , said Dr . Brix of the U . S . " It was half - hearted .',
        "We do n't know , \" she said ( again ) .",
    ]
    assert list(join_all(sentence.split() for sentence in sentences)) == [
        'The quake measured 6.1 and cost $1,200, said Dr. Brix of the U.S. "It was half-hearted.',
        "We don't know,\" she said (again).",
    ]


def test_reports_have_title_outlet_and_day(tmp_path: Path) -> None:
    head = ("http : / / www . ledger . example / lisk", "Ferry sinks off Lisk", "May 03 , 2013")
    write_report(tmp_path / "ECB+" / "7", "7_2ecbplus.xml", *head, *["It sank ."] * 4)
    topics = read_topics(tmp_path)
    head_lines, *paragraphs = topics["7"]["2ecbplus.md"].strip().split("\n\n", 2)
    assert head_lines == "# Ferry sinks off Lisk"
    assert paragraphs == ["LEDGER.EXAMPLE\nMay 03, 2013", "It sank. It sank. It sank.\n\nIt sank."]
    with pytest.raises(UsageError):
        read_topics(tmp_path / "ECB+")


def test_sides_of_disputes_over_the_reports_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "ECB+" / "7"
    write_report(folder, "7_1ecb.xml", "The ferry Orsa sank off Lisk on Monday .", "Police said that 12 people died .")
    write_report(folder, "7_2ecb.xml", "The ferry Orsa lies off Lisk .", "The mayor said that 31 people died .")
    asked = {"event": "7", "kind": "dispute", "question": "How many people died?", "answer": "12|31"}
    write_lines(
        tmp_path / "gold.jsonl",
        {**asked, "cites": "people died", "sides": ["12 people", "31 people"]},
        {"event": "7", "kind": "what", "question": "Who won the cup in Brazil?", "answer": None, "cites": None},
    )
    monkeypatch.setattr(reports, "HELD_OUT", tmp_path / "gold.jsonl")
    reader = Reader(tmp_path / "work", load_model())
    figures = reports.measure(tmp_path, None, reader)
    reader.model.close()
    assert (figures["disputes"], figures["dispute: both sides cited"]) == (1, 1)
    assert (figures["right and cited"], figures["wrongly answered"]) == (1, 0)
    monkeypatch.setattr(reports, "HELD_OUT", tmp_path / "missing.jsonl")
    with pytest.raises(UsageError):
        reports.measure(tmp_path, None, reader)


def test_documents_of_other_trades_are_asked_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = "Issued 3 May 2031\n\nThe toll at Lisk is 4 crowns a boat.", "Issued 9 June 2031\n\n{}"
    documents = {
        "a.txt": f"Lisk Harbour Board\n\n{old}",
        "b.md": new.format("The toll at Lisk is now 6 crowns a boat."),
    }
    asked = {
        "kind": "update",
        "question": "How much is the toll at Lisk?",
        "answer": "[46] crowns",
        "cites": "The toll",
    }
    write_lines(
        tmp_path / "gold.jsonl",
        {"matter": "toll", "documents": documents, "questions": [{**asked, "sides": ["6 crowns", "4 crowns"]}]},
    )
    monkeypatch.setattr(trades, "HELD_OUT", tmp_path / "gold.jsonl")
    reader = Reader(tmp_path / "work", load_model())
    figures = trades.measure(tmp_path, None, reader)
    monkeypatch.setattr(trades, "FOLDERS", tmp_path / "gold.jsonl")
    assert trades.measure_folders(tmp_path, None, reader) == figures
    reader.model.close()
    assert (figures["right and cited"], figures["updates"]) == (1, 1)
    assert (figures["update: both reports cited"], figures["update: told as later"]) == (1, 1)
    monkeypatch.setattr(trades, "HELD_OUT", tmp_path / "missing.jsonl")
    with pytest.raises(UsageError):
        trades.measure(tmp_path, None, Reader(tmp_path / "work", reader.model))
