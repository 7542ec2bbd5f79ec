"""The benchmarks on made-up sets: held-out questions about stories, and the time that indexing takes."""

from pathlib import Path

import pytest
from conftest import write_lines

from agent.evaluation import altered, heldout, indexing, opposed
from agent.evaluation.public import NAMES, USUAL
from agent.evaluation.reader import Reader
from agent.models import load_model
from index.errors import UsageError

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


def test_both_answers_are_told_where_a_document_was_altered(tmp_path: Path) -> None:
    true, other = TEXT, TEXT.replace("Kestrel & Sons", "Marn Brothers")
    asked, beside = "Who rebuilt the breakwater of Port Anselm?", "The river Teme is cold in spring."
    rgb = {"query": asked, "answer": [["Kestrel & Sons"]], "fakeanswer": "Marn Brothers"}
    write_lines(tmp_path / "en_fact.json", {**rgb, "positive": [true], "positive_wrong": [other], "negative": [beside]})
    documents = [{"text": text} for text in (true, beside)]
    ramdocs = {"question": asked, "documents": documents, "gold_answers": ["Kestrel & Sons"]}
    seen, unaltered = {**ramdocs, "wrong_answers": ["Marn Brothers"]}, {**ramdocs, "wrong_answers": []}
    write_lines(tmp_path / "RAMDocs_test.jsonl", seen, seen, unaltered)
    reader = Reader(tmp_path / "work", load_model())
    figures = altered.measure(tmp_path, None, reader)
    assert (figures["RGB: questions"], figures["RGB: both answers told"], figures["RGB: told as a dispute"]) == (
        1,
        1,
        1,
    )
    assert (figures["RAMDocs: questions"], figures["RAMDocs: right answer told"]) == (1, 1)
    assert figures["RAMDocs: both answers told"] == figures["RAMDocs: told as a dispute"] == 0
    with pytest.raises(UsageError):
        altered.measure(tmp_path / "nowhere", None, reader)
    reader.model.close()
    assert "altered" in NAMES and "altered" not in USUAL


def test_both_sides_are_shown_of_passages_that_say_yes_and_no(tmp_path: Path) -> None:
    fields = dict(zip(opposed._SIDES.values(), (TEXT, "", "", ""), strict=True))
    denied = TEXT.replace("rebuilt the breakwater of Port Anselm", "did not rebuild the breakwater of Port Anselm")
    asked = {
        "question": "Did Kestrel & Sons rebuild the breakwater of Port Anselm?",
        **fields,
        "counter_memory": denied,
    }
    agreed = {"question": "Did Kestrel & Sons rebuild the breakwater?", **fields, "counter_memory": TEXT}
    seen = {"question": "Is the river Teme cold?", **fields, "parametric_memory": "The river Teme is cold in spring."}
    for name in opposed.SEEN:
        write_lines(tmp_path / f"conflictQA-strategyQA-{name}.json", seen)
    write_lines(tmp_path / f"conflictQA-strategyQA-{opposed.ASKED}.json", asked, agreed, seen)
    reader = Reader(tmp_path / "work", load_model())
    figures = opposed.measure(tmp_path, None, reader)
    assert (figures["questions"], figures["answered"]) == (2, 1.0)
    assert figures["both sides cited"] == figures["told as a dispute"] == 0.5
    assert figures["told of one side"] == 0.0
    reader.model.close()
    assert "opposed" in NAMES and "opposed" not in USUAL
