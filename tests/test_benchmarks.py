"""The benchmarks on made-up sets: held-out questions about stories, and the time that indexing takes."""

from pathlib import Path

import pytest
from conftest import write_lines

from agent.evaluation import heldout, indexing
from agent.evaluation.reader import Reader
from agent.models import load_model

EVENT = {"event": "a", "source": "ledger", "title": "Breakwater of Port Anselm is rebuilt"}
TEXT = "The shipyard Kestrel & Sons rebuilt the breakwater of Port Anselm in eleven months, the harbour office said."


def test_held_out_questions_are_asked_of_their_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gold").mkdir()
    write_lines(tmp_path / "story_triplets.jsonl", {**EVENT, "paragraphs": [TEXT]})
    write_lines(
        tmp_path / "gold" / "harbour.jsonl",
        {"event": "a", "question": "Who rebuilt the breakwater?", "answer": "Kestrel", "cites": "Kestrel"},
        {"event": "a", "question": "Who won the football cup in Brazil?", "answer": None, "cites": None},
    )
    monkeypatch.setattr(heldout, "HELD_OUT", tmp_path / "gold")
    reader = Reader(tmp_path / "work", load_model())
    figures = heldout.measure(tmp_path, None, reader)
    one = heldout.measure(tmp_path, 1, reader)
    reader.model.close()
    assert (figures["answerable"], figures["right and cited"]) == (1, 1)
    assert (figures["unanswerable"], figures["wrongly answered"]) == (1, 0)
    assert figures["balanced accuracy"] == 1.0
    assert one["questions"] == 1


def test_indexing_is_timed_beside_chroma_alone(tmp_path: Path) -> None:
    articles = [{"title": f"Ferry {n} sails", "published": "2021-03-04", "text": f"{TEXT} {n}"} for n in range(5)]
    write_lines(tmp_path / "realtimeqa_articles.jsonl", *articles)
    figures = indexing.measure(tmp_path, tmp_path / "work")
    assert (figures["articles"], figures["vectors"]) == (5, 5)
    assert all(value > 0 for value in figures.values())
