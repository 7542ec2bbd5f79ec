"""The examples that the reranker is trained on, made of small sets in the forms of the public ones."""

import json
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from agent.training.claims import ask_whether
from agent.training.examples import Example, read_examples, write_examples
from agent.training.exchanges import exchange_names
from agent.training.negations import read_negations
from agent.training.neighbours import join_tokens
from agent.training.sets import main
from agent.training.stories import STORIES, read_stories, read_story
from agent.training.stories import main as write_stories
from agent.training.texts import QUESTIONS, read_texts
from agent.training.versions import read_versions

FERRY = "The ferry Aurelia was sold in 1998. It sank off Korvo two years later. Nobody was hurt."
BAKERY = "The bakery on Linden Street opened in 1950. Its bread is made of chestnut flour."


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def lay_out(folder: Path) -> None:
    """Write a little of each set."""
    answered = {"question": "Where did the Aurelia sink?", "is_impossible": False}
    answered |= {"answers": [{"answer_start": FERRY.index("Korvo")}] * 2}
    impossible = {"question": "Who bought the Aurelia?", "is_impossible": True, "answers": []}
    paragraphs = [{"context": FERRY, "qas": [answered, impossible]}, {"context": BAKERY, "qas": []}]
    write(folder / "squad" / "dev.json", json.dumps({"data": [{"title": "Small_towns", "paragraphs": paragraphs}]}))
    found = {"question": "When did it open? ", "article": "Bakeries", "answers": [0]}
    found["candidates"] = json.dumps(["The bakery opened in 1950.", "It sells bread."])
    write(folder / "selqa" / "dev.json", json.dumps([found]))
    blocks = [
        "#Wiki1k:news:1:0\nThe harbour of Korvo was closed by a storm on Friday.\n"
        "What closed the harbour of Korvo on Friday?     a storm\ta storm\tstorm\n"
        "What was closed on Friday in Korvo?     harbour\tthe quay\n",
        "#Wiki1k:news:1:1\nThe harbour of Korvo opened again on Monday.\n",
    ]
    write(folder / "qamr" / "dev.tsv", "\n".join(blocks))
    write(folder / "nqg" / "src-dev.txt", "the mill burned -lrb- twice -rrb- .\nit was built by the river .\n")
    write(folder / "nqg" / "tgt-dev.txt", "how often did the mill burn ?\nwhere was it built ?\n")
    evidences = [{"evidence": "Seas rise .", "evidence_label": "SUPPORTS"}]
    evidences += [{"evidence": "Bears swim .", "evidence_label": "NOT_ENOUGH_INFO"}]
    write(folder / "climate-fever" / "c.jsonl", json.dumps({"claim": "The sea is rising.", "evidences": evidences}))
    symmetric = [
        {"claim": "Korvo is a town .", "evidence": "Korvo is a village on a hill ."},
        {"claim": "Mills burn .", "evidence_sentence": "The mill of Linden burned down ."},
    ]
    write(folder / "fever-symmetric" / "dev.jsonl", "\n".join(map(json.dumps, symmetric)))
    pairs = [
        ("Korvo is a village on a hill .", "Korvo is a city .", "not_entailment"),
        ("Korvo is a village on a hill .", "Korvo is in the hills .", "entailment"),
        ("The mill of Linden burned down -LRB- in 1911 -RRB- .", "The mill of Linden burned .", "entailment"),
        ("", "Linden is a town .", "entailment"),
    ]
    for part, lines in zip(("raw.input0", "raw.input1", "label"), zip(*pairs, strict=True), strict=True):
        write(folder / "fever-pairs" / f"dev.{part}", "\n".join(lines) + "\n")
    health = "id,evidence,claim,label,topic_ip,question\n"
    health += "1,Tea did not cure anyone.,Tea cures colds,Refutes,1,does tea help\n"
    health += "2,Tea is drunk warm.,Tea cures colds,Neutral,1,does tea help\n"
    write(folder / "healthver" / "dev.csv", health + "3,Tea is drunk.,Does tea help?,Neutral,1,does tea help\n")
    virus = {"context": "The virus spreads by air.", "qas": [answered | {"question": "How does it spread?"}]}
    virus["qas"][0]["answers"] = [{"answer_start": 4}]
    write(folder / "covid-qa" / "c.json", json.dumps({"data": [{"paragraphs": [virus, paragraphs[1]]}]}))


def test_every_set_is_read_with_what_answers_and_what_does_not(tmp_path: Path) -> None:
    lay_out(tmp_path / "sets")
    run = CliRunner().invoke(main, [str(tmp_path / "sets"), str(tmp_path / "examples.jsonl")])
    assert run.exit_code == 0, run.output
    examples = {example.question: example for example in read_examples(tmp_path / "examples.jsonl")}
    sunk = examples["Where did the Aurelia sink?"]
    # A sentence that opens with a pronoun stands behind its title and the sentence before, as in an answer.
    assert sunk.right == ("Small towns. The ferry Aurelia was sold in 1998. It sank off Korvo two years later.",)
    assert len(sunk.wrong) == 4 and "Nobody was hurt." in sunk.wrong
    assert examples["Who bought the Aurelia?"].right == ()
    assert examples["When did it open?"].right == ("The bakery opened in 1950.",)
    assert examples["What closed the harbour of Korvo on Friday?"].wrong == (
        "The harbour of Korvo opened again on Monday.",
    )
    assert "What was closed on Friday in Korvo?" not in examples  # the annotators do not agree
    assert examples["How often did the mill burn?"].right == ("The mill burned (twice).",)
    claims = [each for each in examples.values() if each.right == ("Seas rise.",)]
    assert [each.wrong for each in claims] == [("Bears swim.",)]
    told = [each for each in read_examples(tmp_path / "examples.jsonl") if each.statement]
    hill, burned = "Korvo is a village on a hill.", "The mill of Linden burned down (in 1911)."
    contrary = {(each.statement, each.right) for each in told if each.right}
    assert contrary == {
        ("Korvo is a city.", (hill,)),
        (hill, ("Korvo is a city.",)),
        ("Tea cures colds", ("Tea did not cure anyone.",)),
    }
    quiet = {each.statement: each.wrong for each in told if not each.right}
    assert quiet == {"Korvo is in the hills.": (hill, burned), "The mill of Linden burned.": (burned, hill)}
    assert {each.question for each in told if "Tea" in each.statement} == {"Does tea help?"}


def test_a_question_with_another_name_or_number_is_answered_by_nothing() -> None:
    told = Example(
        "When did the ferry Aurelia leave Korvo in 1998?", ("The Aurelia left Korvo in May 1998.",), ("No.",)
    )
    asked = Example("Who lives in Lindenau?", ("Anna lives in Lindenau.",), ())
    made = exchange_names([told, asked] * 20, Random(3))
    assert made
    for example in made:
        assert example.right == ()
        assert example.question not in (told.question, asked.question)
        assert example.wrong[0] in (*told.right, *asked.right)


def test_claims_are_asked_in_several_ways_and_keep_their_names() -> None:
    forms = {ask_whether("The sea is rising.", Random(seed)) for seed in range(30)}
    assert {"The sea is rising?", "Is it true that the sea is rising?"} <= forms
    assert all("Anna Brix" in ask_whether("Anna Brix won.", Random(seed)) for seed in range(30))


def test_tokens_are_joined_as_they_would_be_written() -> None:
    assert join_tokens("it cost $ 5 , they said `` no '' -lrb- twice -rrb- .") == 'It cost $5, they said "no" (twice).'


REPORTS = [
    "The ferry Aurelia sank off Korvo on Monday. Nobody was hurt, the company said.",
    "Two sailors of the Aurelia drowned. The sea was calm. A diver was hurt on Tuesday.",
]


def tell_story(*asked: dict[str, object]) -> dict[str, object]:
    documents = [{"title": f"Report {n}", "text": text} for n, text in enumerate(REPORTS)]
    return {"story": "ferry", "documents": documents, "questions": list(asked)}


def test_what_contradicts_a_statement_of_a_story_is_told_from_what_does_not() -> None:
    sides = [["Nobody was hurt"], ["Two sailors"]]
    disputed = {"question": "Did anyone die?", "expected": "dispute", "sides": sides, "unsure": ["A diver"]}
    answer, *contrasts = read_story(tell_story(disputed), Random(1))
    assert set(answer.right) == {"Nobody was hurt, the company said.", "Two sailors of the Aurelia drowned."}
    assert set(answer.wrong) == {"The ferry Aurelia sank off Korvo on Monday.", "The sea was calm."}
    assert {(each.statement, each.right) for each in contrasts} == {
        ("Nobody was hurt, the company said.", ("Two sailors of the Aurelia drowned.",)),
        ("Two sailors of the Aurelia drowned.", ("Nobody was hurt, the company said.",)),
    }
    assert all("A diver was hurt on Tuesday." not in (*each.right, *each.wrong) for each in (answer, *contrasts))


def test_nothing_contradicts_where_reports_agree_or_do_not_say() -> None:
    agreed = {"question": "What sank?", "expected": "agree", "sides": [["ferry Aurelia", "Two sailors"]], "unsure": []}
    open_ = {"question": "Who owns it?", "expected": "unanswerable", "sides": [], "unsure": []}
    examples = list(read_story(tell_story(agreed, open_), Random(1)))
    assert [bool(each.statement) for each in examples] == [False, True, False, True]
    assert all(each.right == () for each in examples if each.statement)
    assert examples[2].right == () and len(examples[2].wrong) == 5


def test_what_is_tempting_is_always_among_what_does_not_answer() -> None:
    dull = [f"The sea near Korvo was grey for {n} days." for n in range(20)]
    story = tell_story({"question": "Was the sea near Korvo grey?", "expected": "unanswerable", "sides": []})
    asked = story["questions"][0] | {"unsure": [], "tempting": ["A cook"]}  # type: ignore[index]
    documents = [{"title": "Report", "text": " ".join([*dull, "A cook slept."])}]
    for seed in range(20):
        answer, _ = read_story(story | {"documents": documents, "questions": [asked]}, Random(seed))
        assert answer.wrong[0] == "A cook slept."
        assert len(answer.wrong) == len(set(answer.wrong)) == 7


def test_the_stories_are_whole_and_are_written_beside_other_examples(tmp_path: Path) -> None:
    examples = read_stories(STORIES, Random(3))
    assert len([each for each in examples if not each.statement]) > 8000
    assert sum(not each.right for each in examples if each.statement) < 3000
    write_examples([Example(f"{n}?", ("a",), ("b",)) for n in range(5)], tmp_path / "others.jsonl")
    run = CliRunner().invoke(write_stories, [str(tmp_path / "e.jsonl"), str(tmp_path / "others.jsonl")])
    assert run.exit_code == 0, run.output
    assert len(list(read_examples(tmp_path / "e.jsonl"))) > len(examples)


ITEM = {
    "question": "What sank?",
    "piece": "ferry Aurelia",
    "same": ["It was the Aurelia that went down.", "The Aurelia no longer floats."],
    "other": ["A tug sank.", "Nothing sank."],
    "beside": "Two lighthouses stand there.",
}


def test_versions_of_a_sentence_contradict_it_or_agree() -> None:
    story = {**tell_story(), "items": [ITEM]}
    examples = [example for seed in range(9) for example in read_versions(story, Random(seed))]
    for example in (each for each in examples if each.statement):
        others = [text for text in ITEM["other"] if any(right.endswith(text) for right in example.right)]
        if any(text in example.statement for text in ITEM["other"]):
            assert len(example.right) == 3 and not others and len(example.wrong) == 1
        else:
            assert others == ITEM["other"] and len(example.wrong) == 3
    assert {bool(each.statement) for each in examples} == {True, False}


GUM = """# newdoc id = GUM_news_ferry
# meta::title = A ferry is lost
# newpar
# text = The ferry Aurelia sank off Korvo on Monday.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_

# text = Nobody was hurt.
1\tNobody\tnobody\tPRON\tNN\t_\t3\tnsubj\t_\t_

# newpar
# text = She was built in 1971.
1\tShe\tshe\tPRON\tPRP\t_\t3\tnsubj\t_\t_
"""


def test_questions_on_real_texts_find_their_sentences(tmp_path: Path) -> None:
    write(tmp_path / "not-to-release" / "sources" / "GUM_news_ferry.conllu", GUM)
    asked = {"question": "Where did she sink?", "expected": "single", "sides": [["off Korvo"]], "unsure": []}
    record = {"story": "news-ferry", "questions": [asked], "items": [ITEM]}
    write(tmp_path / "texts.jsonl", json.dumps(record))
    answer, *contrasts = read_texts(tmp_path, Random(1), tmp_path / "texts.jsonl")
    assert answer.right == ("The ferry Aurelia sank off Korvo on Monday.",)
    assert set(answer.wrong) == {"Nobody was hurt.", "A ferry is lost. Nobody was hurt. She was built in 1971."}
    assert len(contrasts) >= 2


def test_the_questions_on_real_texts_are_pairs_of_which_one_is_answered() -> None:
    records = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    asked = [question["expected"] for record in records for question in record["questions"]]
    assert len(asked) > 1500 and asked.count("single") == asked.count("unanswerable") == len(asked) / 2


def test_what_is_too_long_or_alone_is_left_out(tmp_path: Path) -> None:
    examples = [Example("Q?", ("a", "b" * 900), ("c",)), Example("q" * 251, ("a",), ("b",)), Example("R?", ("a",), ())]
    assert write_examples(examples, tmp_path / "e.jsonl") == 1
    assert list(read_examples(tmp_path / "e.jsonl")) == [Example("Q?", ("a",), ("c",))]


def test_passages_in_one_sequence_score_as_each_by_itself() -> None:
    torch = pytest.importorskip("torch", reason="the extra `training` is not installed")
    pytest.importorskip("peft", reason="the extra `training` is not installed")
    from agent.models.native import Weights
    from agent.models.quantization import find_bundled
    from agent.training.__main__ import encode, score
    from agent.training.adapter import load_adapted
    from agent.training.packing import Group

    bundled = find_bundled()
    weights = Weights(bundled, 0)
    group = encode(Example("Where is box 7?", ("Box 7 is in hall 7.", "In hall 7."), ("Box 7 is red.",)), weights)
    weights.close()
    assert 0 < group.common < min(map(len, group.prompts))
    model = load_adapted(bundled, "cpu").eval()
    lean = torch.randn(model.config.hidden_size)
    with torch.no_grad():
        together = score(model, [group, group], lean)
        apart = torch.cat([score(model, [Group((prompt,), (1.0,))], lean) for prompt in group.prompts])
    assert torch.allclose(together, apart.repeat(2), atol=0.05 * float(apart.abs().max()))
    assert float((apart[0] - apart[2]).abs()) > 0.0


def test_a_few_steps_make_an_adapter_that_llama_reads(tmp_path: Path) -> None:
    pytest.importorskip("peft", reason="the extra `training` is not installed")
    from gguf import GGUFReader

    from agent.models.llama import LlamaModel
    from agent.models.quantization import find_bundled
    from agent.training.__main__ import main as train

    examples = [Example(f"Where is box {n}?", (f"Box {n} is in hall {n}.",), (f"Box {n} is red.",)) for n in range(40)]
    write_examples(examples, tmp_path / "e.jsonl")
    run = CliRunner().invoke(train, [str(tmp_path / "e.jsonl"), str(tmp_path / "a.gguf"), "--minutes", "0.3"])
    assert run.exit_code == 0, run.output
    told = {}
    for name, adapter in (("plain", None), ("adapted", tmp_path / "a.gguf")):
        model = LlamaModel(find_bundled(), adapter=adapter)
        right, wrong = model.rerank("Where is box 50?", ["Box 50 is in hall 50.", "Box 50 is red."])
        told[name] = right - wrong
        model.close()
    assert told["adapted"] > told["plain"]
    again = ["--begin", str(tmp_path / "a.gguf"), "--minutes", "0.001"]
    run = CliRunner().invoke(train, [str(tmp_path / "e.jsonl"), str(tmp_path / "b.gguf"), *again])
    assert run.exit_code == 0, run.output
    begun, ended = (
        {tensor.name: tensor.data for tensor in GGUFReader(tmp_path / name).tensors} for name in ("a.gguf", "b.gguf")
    )
    assert all(abs(begun[name] - ended[name]).max() < 1e-2 for name in begun)


def test_what_the_versions_of_a_passage_answer_with_yes_contradicts_what_they_answer_with_no(tmp_path: Path) -> None:
    sentences = ["The bridge was not open.", "The bridge was closed.", "The bridge was open.", "The bridge was old."]
    asked = {"PassageID": 1, "sentence2": "Could a cart cross the bridge?"}
    records = [
        asked | {"PassageEditID": n, "label": label, "sentence1": f"Korvo lies by a river. {sentence}"}
        for n, (sentence, label) in enumerate(zip(sentences, ("NO", "NO", "YES", "DON'T KNOW"), strict=True))
    ]
    write(tmp_path / "dev.json", "\n".join(map(json.dumps, records)))
    answer, *contrasts = [each for seed in range(9) for each in read_negations(tmp_path, Random(seed))][:3]
    assert answer.statement == "" and answer.right[0] in sentences[:3]
    for each in contrasts:
        no = each.statement in sentences[:2]
        assert set(each.right) == set(sentences[2:3] if no else sentences[:2])
        assert sentences[3] in each.wrong and each.statement not in each.wrong
        assert set(each.wrong) & set(sentences[:2]) == (set(sentences[:2]) - {each.statement} if no else set())
