"""Evaluation: labelled questions, scores, corruptions of sentences, and weights that are learnt from a signal."""

import json
import pickle
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
import numpy as np
import pytest
from click.testing import CliRunner
from conftest import write_lines

from agent.answer.answer import Answer, AnswerSentence, Citation, Style, Verdict
from agent.evaluation import agreements, calibration, consensus, corruptions, observations, sides, variants
from agent.evaluation.__main__ import main
from agent.evaluation.answering import holds_answer, measure_clapnq
from agent.evaluation.conflicts import find_held_out
from agent.evaluation.conflicts import measure as measure_conflicts
from agent.evaluation.contrasts import ANOTHER, NONE, SAME, Contrasted, contrast_story, find_area
from agent.evaluation.fitting import FALLING, FREE, Observation, fit_judges, fit_ranker, rank
from agent.evaluation.gold import GoldQuestion, Score, count_unsupported, read_gold, score_answer, summarize
from agent.evaluation.observations import observe_all
from agent.evaluation.questions import collect_questions
from agent.evaluation.reader import Reader
from agent.evaluation.records import read_records
from agent.evaluation.verification import measure_corruptions, measure_qags
from agent.evidence.features import NAMES, Features
from agent.evidence.judgement import JUDGED
from agent.evidence.question import Kind
from agent.models import load_model
from index.errors import UsageError
from index.source import Paragraph, Source

HARBOUR = (
    "Mayor Ilse Brandt, a former pilot, told the Courier on Tuesday that 1,500 people had left Port Marsuq. "
    "But Captain Karl Weiss said the ferry did not run."
)
ASKED = "How many people had left Port Marsuq on Tuesday?"
SENTENCES = HARBOUR.replace(". But", ".\nBut").split("\n")


def make_answer(*sentences: str, quote: str = HARBOUR, abstained: bool = False) -> Answer:
    paragraph = Paragraph(Source(1, "harbour.txt", "", "Harbour", None, None), 1, HARBOUR)
    return Answer(
        question="Who left?",
        sentences=tuple(AnswerSentence(text, (1,), Verdict.SUPPORTED) for text in sentences),
        citations=(Citation(1, paragraph, quote),),
        style=Style.QUOTED,
        abstained=abstained,
    )


def make_score(**changes: object) -> Score:
    plain: dict[str, object] = {"question": "?", "kind": "", "answer": "", "disputed": False, "seconds": 1.0}
    plain |= {"answerable": True, "abstained": False, "right": True, "cited": True}
    return Score(**plain | {"citations": 1, "good_citations": 1, "unsupported": 0, "words": 10} | changes)  # type: ignore[arg-type]


def test_labelled_questions_are_read_with_their_patterns(tmp_path: Path) -> None:
    line = {"question": "How many left?", "answer": "1,?500", "cites": "left port", "kind": "number"}
    told, silent = read_gold(write_lines(tmp_path / "gold.jsonl", line, {"question": "Why?", "answer": None}))
    assert told.answer is not None and told.answer.search("about 1500 people")
    assert told.cites is not None and told.cites.search("had left Port Marsuq")
    assert (silent.answer, silent.cites, silent.kind) == (None, None, "")


def test_a_file_without_questions_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("\n")
    with pytest.raises(UsageError, match="no questions"):
        read_gold(tmp_path / "gold.jsonl")


@pytest.mark.parametrize("line", ["no JSON", '{"answer": "x"}', '{"question": "?", "answer": "("}', "[]"])
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text('{"question": "Who?", "answer": null}\n' + line)
    with pytest.raises(UsageError, match="line 2"):
        read_gold(file)


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")
    with pytest.raises(UsageError, match="cannot be read"):
        read_records(tmp_path / "none.jsonl")


def test_an_answer_is_scored_by_text_and_quotes(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "gold.jsonl", {"question": "How many?", "answer": "1,500", "cites": "ferry"})
    gold = read_gold(file)[0]
    score = score_answer(gold, make_answer(SENTENCES[0]), 2.0)
    assert (score.right, score.cited, score.good_citations, score.unsupported) == (True, True, 1, 0)
    assert not score_answer(gold, make_answer(SENTENCES[0], quote=SENTENCES[0]), 2.0).cited
    assert not score_answer(gold, make_answer(SENTENCES[1]), 2.0).right
    assert score.cites == ("harbour.txt:1",)
    refused = score_answer(gold, make_answer(abstained=True), 2.0)
    assert refused.cites == ()
    assert (refused.right, refused.cited, refused.citations) == (False, False, 0)
    unanswerable = GoldQuestion("Why?", None, None, "")
    assert not score_answer(unanswerable, make_answer(SENTENCES[0]), 2.0).right


def test_a_shown_sentence_that_no_cited_paragraph_supports_is_counted() -> None:
    assert count_unsupported(make_answer(*SENTENCES)) == 0
    assert count_unsupported(make_answer(SENTENCES[0], "The ferry ran.")) == 1


def test_the_figures_of_a_run() -> None:
    figures = summarize(
        [
            make_score(citations=3, good_citations=1, words=20, seconds=1.0),
            make_score(right=False, cited=False, good_citations=0, unsupported=2),
            make_score(abstained=True, right=False, cited=False, citations=0, good_citations=0),
            make_score(answerable=False, right=False, cited=False, good_citations=0),
            make_score(answerable=False, abstained=True, right=False, cited=False, citations=0, good_citations=0),
        ]
    )
    assert (figures["questions"], figures["answerable"], figures["unanswerable"]) == (5, 3, 2)
    assert (figures["right"], figures["right_and_cited"], figures["unsupported_sentences"]) == (1, 1, 2)
    assert (figures["wrongly_abstained"], figures["wrongly_answered"]) == (1, 1)
    assert (figures["citation_precision"], figures["citation_recall"], figures["words"]) == (0.25, 0.333, 15.0)


def test_every_kind_of_corruption_is_made_once_and_says_something_else() -> None:
    near, speakers = ["Varnese Guard", "Brandt", "Jonas Lind"], ["Karl Weiss", "Jonas Lind of the Varnese Guard"]
    sentences = ["No ferry ran to Corven in the first week of the strike.", *SENTENCES]
    made = {kind: text for sentence in sentences for kind, text in corruptions.corrupt(sentence, near, speakers)}
    assert set(made) >= set(corruptions.KINDS) - {"names exchanged"}
    assert all(text not in sentences for text in made.values())
    assert made["limit dropped"] == "No ferry ran to Corven."
    assert made["negation dropped"].endswith("the ferry did run.")
    assert "had not left" in made["negation added"]
    assert "Tuesday" not in made["date"] and "1,500" not in made["number"]
    assert "Weiss" not in made["speaker"] and "Weiss" not in made["unattributed"]
    assert made == {kind: text for one in sentences for kind, text in corruptions.corrupt(one, near, speakers)}


def test_exchanged_names_are_not_those_of_a_list() -> None:
    def exchange(sentence: str) -> str | None:
        return dict(corruptions.corrupt(sentence, [], [])).get("names exchanged")

    assert (
        exchange("Ilse Brandt has sharply criticized Karl Weiss.") == "Karl Weiss has sharply criticized Ilse Brandt."
    )
    assert exchange("He thanked Ilse Brandt and Karl Weiss.") is None


def test_variants_keep_what_is_said() -> None:
    made = dict(variants.vary(SENTENCES[0])) | dict(list(variants.vary(SENTENCES[1]))[1:])
    assert made["itself"] == SENTENCES[0]
    assert made["apposition"].startswith("Mayor Ilse Brandt told the Courier")
    assert "1500 people" in made["separators"]
    assert made["opening"].startswith("Captain Karl Weiss")
    quoted = dict(variants.vary("“The U.S. (and Mr. Weiss) paid 2,000,” Mr. José A. Lind of Al-Marsuq said."))
    assert quoted["quotes"].startswith('"The U.S. (and Mr. Weiss) paid 2,000,"')
    assert quoted["title"].endswith("José A. Lind of Al-Marsuq said.")
    assert quoted["initial"].endswith("Mr. José Lind of Al-Marsuq said.")
    assert "parenthesis" not in quoted and "separators" not in quoted


def test_corruptions_are_counted_by_kind(tmp_path: Path) -> None:
    paragraphs = [HARBOUR, "Jonas Lind of the Varnese Guard denied it, he said on Friday."]
    write_lines(tmp_path / "story_triplets.jsonl", {"event": "e", "paragraphs": paragraphs})
    missed: list[str] = []
    figures = measure_corruptions(tmp_path, None, lambda kind, text, sentence: missed.append(kind))
    assert figures["refused: itself: cases"] == 3 and figures["refused: itself"] == 0
    assert figures["caught: cases"] > 8 and figures["caught"] == 1.0
    assert not any(kind.startswith("caught") for kind in missed)
    assert sum(figures[f"refused: {kind}"] > 0 for kind in variants.KINDS if f"refused: {kind}" in figures) == len(
        set(missed)
    )


def test_the_verifier_is_measured_against_labels(tmp_path: Path) -> None:
    claims = [(SENTENCES[0], 1), (SENTENCES[1], 1), ("The ferry did run.", 0), ("It rained all day.", 1)]
    write_lines(
        tmp_path / "support_qags.jsonl", *({"source": HARBOUR, "claim": text, "label": label} for text, label in claims)
    )
    figures = measure_qags(tmp_path, None)
    assert figures["supported accepted"] == pytest.approx(2 / 3)
    assert (figures["unsupported refused"], figures["precision of supported"]) == (1.0, 1.0)
    assert measure_qags(tmp_path, 2)["claims"] == 2


@pytest.mark.parametrize(
    ("answer", "told", "held"),
    [
        ("The Harbour Guard", "It was Harbour guard men.", True),
        ("20%", "About 20 percent left.", True),
        ("US Mail", "The U.S. Mail said so.", True),
        ("50", "It took 1,500 days.", False),
        ("Guard Harbour", "It was Harbour guard men.", False),
    ],
)
def test_a_quiz_answer_is_looked_for_as_whole_words(answer: str, told: str, held: bool) -> None:
    assert holds_answer(make_answer(told), answer) is held


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    with closing(load_model()) as model:
        yield Reader(tmp_path / "work", model)


def test_questions_are_asked_of_their_own_documents(tmp_path: Path, reader: Reader) -> None:
    passage = f"The harbour lies in the north. {HARBOUR}"
    told = {"question": ASKED, "title": "Port Marsuq", "text": passage, "answer": "x", "gold_sentences": SENTENCES[:1]}
    silent = {"question": "Who composed the opera about whales?", "answer": "", "gold_sentences": []}
    write_lines(tmp_path / "clapnq.jsonl", told, told | silent)
    figures = measure_clapnq(tmp_path, None, reader)
    assert (figures["questions"], figures["balanced accuracy"], figures["cited sentences: precision"]) == (2, 1.0, 1.0)


def test_both_sides_are_those_of_cited_articles(tmp_path: Path, reader: Reader) -> None:
    articles = ({"id": "1", "text": HARBOUR}, {"id": "2", "text": "Nothing but rain is expected on the coast."})
    write_lines(tmp_path / "conflict_articles.jsonl", *articles)
    headline = {"headline": "1,500 people had left Port Marsuq", "agree": ["1"], "disagree": ["2"], "discuss": []}
    write_lines(tmp_path / "conflict_headlines.jsonl", headline)
    figures = measure_conflicts(tmp_path, None, reader)
    assert (figures["an agreeing article cited"], figures["both sides cited"]) == (1.0, 0.0)


def test_what_is_expected_of_made_up_stories_is_counted(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = {"name": "a.txt", "title": "Storm hits Port Marsuq", "publisher": "Courier", "date": "2021-03-01"}
    second = first | {"name": "b.txt", "title": "Port Marsuq after the storm", "date": "2021-03-04"}
    documents = [
        first | {"text": "Some 1,500 people were evacuated from Port Marsuq, the mayor said. No deaths were reported."},
        second | {"text": "The evacuation of 2,600 residents from Port Marsuq is over. Two sailors died in the storm."},
    ]
    questions = [
        {"question": "How many people were evacuated from Port Marsuq?", "sides": ["1,500", "2,600"]},
        {"question": "Were there any deaths?", "sides": ["No deaths", "Two sailors"]},
        {"question": "Who composed the opera about whales?", "sides": []},
    ]
    expected = ("update", "update", "unanswerable")
    asked = [question | {"expected": each} for question, each in zip(questions, expected, strict=True)]
    write_lines(tmp_path / "heldout.jsonl", {"story": "storm", "documents": documents, "questions": asked})
    monkeypatch.setattr(sides, "HELD_OUT", tmp_path / "heldout.jsonl")
    figures = sides.measure(tmp_path, None, reader)
    assert (figures["questions"], figures["update: both reports cited"], figures["update: told as later"]) == (3, 1, 1)
    assert figures["update: told as a dispute"] == figures["unanswerable: answered"] == 0
    monkeypatch.setattr(sides, "HELD_OUT", tmp_path / "none.jsonl")
    with pytest.raises(UsageError):
        sides.measure(tmp_path, None, reader)


def test_sentences_are_held_against_the_best_one_by_the_sides_that_they_tell(tmp_path: Path, reader: Reader) -> None:
    first = {"name": "a.txt", "title": "Storm", "publisher": "Courier", "date": "2021-03-01"}
    texts = ("1,500 people left Port Marsuq, the mayor said.", "Some 1,500 people left Port Marsuq on foot.")
    texts += ("The police say that 2,600 people left Port Marsuq.", "People in Port Marsuq like to eat eels.")
    documents = [first | {"name": f"{n}.txt", "text": text} for n, text in enumerate(texts)]
    questions = [{"question": "How many people left Port Marsuq?", "sides": ["1,500", "2,600"]}]
    story = {"story": "storm", "documents": documents, "questions": questions}
    seen = list(contrast_story(story, tmp_path, reader.model))
    # What is liked to be eaten there does not answer and is not held against the best one.
    assert sorted(each.relation for each in seen) in ([ANOTHER, SAME], [ANOTHER, ANOTHER])
    with pytest.raises(UsageError):
        list(contrast_story(story | {"story": "none", "documents": []}, tmp_path, reader.model))


def test_the_area_is_the_share_of_pairs_in_order() -> None:
    seen = [Contrasted(ANOTHER, 2.0), Contrasted(ANOTHER, 0.0), Contrasted(SAME, 1.0), Contrasted(SAME, -1.0)]
    assert find_area(seen, SAME) == 0.75
    assert np.isnan(find_area(seen, NONE))


def test_the_made_up_stories_hold_what_their_questions_look_for() -> None:
    for file in (sides.DEVELOPING, sides.HELD_OUT):
        for story in read_records(file):
            text = "\n".join(document["text"] for document in story["documents"])
            for question in story["questions"]:
                assert all(re.search(side, text, re.IGNORECASE) for side in question["sides"])
                assert len(question["sides"]) == {"agree": 1, "unanswerable": 0}.get(question["expected"], 2)


def test_headlines_that_share_an_article_are_held_out_together() -> None:
    def record(headline: str, *ids: str) -> dict[str, object]:
        return {"headline": headline, "agree": list(ids[:1]), "disagree": list(ids[1:]), "discuss": []}

    linked = [record("a", "1", "2"), record("b", "3", "4"), record("c", "2", "3")]
    alone = [record(f"story {n}", f"x{n}") for n in range(20)]
    held = find_held_out([*linked, *alone])
    assert {"a", "b", "c"} <= held or not {"a", "b", "c"} & held
    assert 0 < len(held) < 23


def test_observations_are_made_once_of_every_labelled_question(tmp_path: Path, reader: Reader) -> None:
    data, target = tmp_path / "data", tmp_path / "observed.pkl"
    stories = [("a", [HARBOUR]), ("b", ["The orchard of Anton Keel burned down.", "Anton Keel was away."])]
    records = [{"event": e, "source": "x", "title": "Report", "paragraphs": texts} for e, texts in stories]
    write_lines(data / "story_triplets.jsonl", *records)
    passage = {"question": ASKED, "title": "Port", "text": HARBOUR, "answer": "x", "gold_sentences": SENTENCES[:1]}
    write_lines(data / "clapnq.jsonl", passage)
    gold = [
        {"event": "a", "question": ASKED, "answer": "1,500", "cites": "1,500"},
        {"event": "b", "question": "What happened to the orchard of Anton Keel?", "answer": "burn", "cites": "burned"},
    ]
    write_lines(tmp_path / "gold" / "basil_x.jsonl", *gold)
    write_lines(tmp_path / "gold" / "pairs.jsonl", {"event": "a", "claim": "0a", "other": "0b", "label": "f"})
    mill = {"question": "Who bought the mill?", "answer": "Brandt", "cites": "Brandt bought", "sides": []}
    cost = {"question": "What did the mill cost?", "answer": None, "cites": None, "sides": []}
    matter = {"matter": "mill", "documents": {"m.md": "# Mill\n\nBrandt bought it."}, "questions": [mill, cost]}
    write_lines(tmp_path / "gold" / "trades" / "developing.jsonl", matter)
    report = {"name": "a.txt", "title": "Tug", "publisher": "Courier", "date": "2020-01-02", "text": "The tug sank."}
    sank = {"question": "Did the tug sink?", "expected": "dispute", "sides": ["tug sank", "tug floats"]}
    story = {"story": "tug", "documents": [report], "questions": [sank]}
    write_lines(tmp_path / "gold" / "sides" / "developing.jsonl", story)
    flood = {"question": "What was lost?", "expected": "single", "sides": [["mill (old"]]}
    none = {"question": "Who paid?", "expected": "unanswerable", "sides": []}
    folder = {
        "story": "flood",
        "documents": [{**report, "text": "The mill (old) was lost."}],
        "questions": [flood, none],
    }
    write_lines(tmp_path / "gold" / "folders" / "developing.jsonl", folder)
    questions = collect_questions(data, tmp_path / "gold")
    *questions, one, other = questions
    assert {(item.text, item.answerable) for item in (one, other)} == {("What was lost?", True), ("Who paid?", False)}
    assert next(item for item in (one, other) if item.answerable).is_right("The mill (old) was lost.")
    sets = {"basil": 2, "syn": 8, "cross": 2, "swap": 2, "clapnq": 1, "trades": 2, "sides": 1}
    assert Counter(item.set for item in questions) == sets
    assert [(item.group, item.answerable) for item in questions[-3:]] == [
        ("mill", True),
        ("mill", False),
        ("tug", True),
    ]
    assert questions[-1].is_right("Nobody doubts that the tug floats.") and questions[-3].is_right("Brandt bought it.")
    assert [*questions, one, other] == collect_questions(data, tmp_path / "gold")
    asked = [item for item in questions if item.answerable and item.set in ("basil", "clapnq")]
    observe_all(asked, tmp_path / "work", target)
    rows: list[Observation] = pickle.loads(target.read_bytes())
    assert [(row.set, row.group) for row in rows] == [("basil", "a"), ("basil", "b"), ("clapnq", "Port")]
    assert [int(row.labels.sum()) for row in rows] == [1, 1, 1]
    assert all(row.features.table.shape == (len(row.labels), len(NAMES)) for row in rows)
    assert all(row.relevance[row.labels].max() == np.nanmax(row.relevance) for row in rows)
    observe_all(asked, tmp_path / "work", target)
    assert len(pickle.loads(target.read_bytes())) == 3


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (agreements.main, "story_triplets.jsonl cannot be read"),
        (consensus.main, "story_triplets.jsonl cannot be read"),
        (observations.main, "story_triplets.jsonl cannot be read"),
        (calibration.main, "holds no observations"),
    ],
)
def test_a_measuring_command_without_its_data_says_what_to_give(
    tmp_path: Path, command: click.Command, told: str
) -> None:
    given = tmp_path / "observed.pkl"
    given.write_bytes(b"")
    names = {"observed": given, "shared": tmp_path, "target": tmp_path / "new.pkl"}
    result = CliRunner().invoke(command, [str(names[str(each.name)]) for each in command.params if each.required])
    assert result.exit_code == 1 and told in result.output
    assert result.output.splitlines()[-1].startswith(("Give the folder", "Run: python -m"))


def test_each_kind_of_question_is_judged_by_its_own_signs_and_none_counts_the_wrong_way() -> None:
    random = np.random.default_rng(0)
    table = random.normal(size=(900, len(JUDGED)))
    kinds = [(Kind.WHO, Kind.WHEN, Kind.WHY)[number % 3] for number in range(900)]
    told, near, local = (table[:, JUDGED.index(name)] for name in ("told", "near", "local"))
    # Who and when are told by a sign each; `local` speaks against an answer here, which it may not be taken for.
    signal = np.where([kind is Kind.WHO for kind in kinds], 3 * told, 3 * near) - local
    judges = fit_judges(table, signal > 0, kinds)
    who, when, where = judges[Kind.WHO], judges[Kind.WHEN], judges[Kind.WHERE]
    assert who.weights[JUDGED.index("told")] > 1.5 * who.weights[JUDGED.index("near")]
    assert when.weights[JUDGED.index("near")] > 1.5 * when.weights[JUDGED.index("told")]
    assert min(where.weights[JUDGED.index("told")], where.weights[JUDGED.index("near")]) > 0.1  # as the others have it
    for judge in judges.values():
        for name, weight in zip(JUDGED, judge.weights, strict=True):
            assert name in FREE or (weight <= 0 if name in FALLING else weight >= 0)
    right = [
        (row @ judges[kind].weights + judges[kind].bias > 0) == label
        for row, kind, label in zip(table, kinds, signal > 0, strict=True)
    ]
    assert np.mean(right) > 0.85


def make_observation(seed: int, column: str) -> Observation:
    """Return an observation of which the right sentence is the one with the highest value in a column."""
    random = np.random.default_rng(seed)
    table, relevance = random.normal(size=(8, len(NAMES))), random.normal(size=8)
    signal = relevance if column == "relevance" else table[:, NAMES.index(column)]
    labels = np.arange(8) == int(np.argmax(signal))
    plain = np.ones(3)
    likeness = random.uniform(size=(8, 3))
    features = Features(table, likeness, likeness, plain / 3, plain > 1, plain > 0, np.ones(8))
    return Observation("made", str(seed), "?", True, features, relevance, labels, labels > 1)


@pytest.mark.parametrize(("column", "read"), [("near", False), ("meaning", True), ("relevance", True)])
def test_the_ranker_learns_which_feature_tells(column: str, read: bool) -> None:
    weights = fit_ranker([make_observation(seed, column) for seed in range(80)], read)
    held_out = [make_observation(seed, column) for seed in range(80, 120)]
    right = [row.labels[int(np.argmax(rank(row, weights, read)))] for row in held_out]
    assert np.mean(right) > 0.8  # of eight sentences one is right
    assert int(np.argmax(np.abs(weights))) == [*NAMES, "relevance"].index(column)


def test_the_command_prints_figures_and_refuses_unknown_names(tmp_path: Path) -> None:
    write_lines(tmp_path / "support_qags.jsonl", {"source": HARBOUR, "claim": SENTENCES[0], "label": 1})
    run = CliRunner().invoke(main, [str(tmp_path), "--only", "qags", "--json"])
    assert json.loads(run.stdout)["qags"]["supported accepted"] == 1.0
    assert "supported accepted" in CliRunner().invoke(main, [str(tmp_path), "--only", "qags"]).stdout
    unknown = CliRunner().invoke(main, [str(tmp_path), "--only", "opera"])
    assert unknown.exit_code == 2 and "qags" in unknown.stderr
    missing = CliRunner().invoke(main, [str(tmp_path), "--only", "wice"])
    assert missing.exit_code == 1 and "support_wice_dev.jsonl" in missing.stderr
