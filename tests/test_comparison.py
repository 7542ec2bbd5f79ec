"""The comparison: what other systems write is read and judged, each in a process of its own, and one table drawn."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agent.evaluation.comparison import __main__ as comparison
from agent.evaluation.comparison.cases import make_cases, write_texts
from agent.evaluation.comparison.judging import is_refusal, judge, read_citations
from agent.evaluation.comparison.measuring import measure
from agent.evaluation.comparison.process import run
from agent.evaluation.comparison.task import Task, Written
from agent.evaluation.gold import GoldQuestion, read_gold, score_answer
from index.errors import ConcordError, UsageError

PASSAGES = (
    "The ferry to Port Marsuq did not run on Monday.",
    "Mayor Ilse Brandt told the Courier on Tuesday that 1,500 people had left Port Marsuq.",
)
QUESTIONS = (
    {"question": "How many people had left Port Marsuq?", "answer": "1,?500", "cites": "1,500 people"},
    {"question": "Who is the mayor?", "answer": "Brandt", "cites": "Mayor Ilse"},
    {"question": "When did the ferry not run?", "answer": "Monday", "cites": "did not run"},
    {"question": "What does a ticket cost?", "answer": None, "cites": None},
    {"question": "Who owns the ferry?", "answer": None, "cites": None},
)
ANSWERS = {
    "How many people had left Port Marsuq?": "About 1,500 people had left [2].",
    "Who is the mayor?": "Ilse Brandt is the mayor [1].",
    "When did the ferry not run?": "It ran on Sunday [1].",
    "What does a ticket cost?": "A ticket costs 12 crowns [1].",
    "Who owns the ferry?": "The sources do not say who owns it.",
}


class Scripted:
    """A system that gives the answers above, once it has seen that its texts are there."""

    def __init__(self, task: Task) -> None:
        self._texts = task.texts

    def index(self) -> None:
        print("a system may print what it likes")
        assert "Ilse Brandt" in (self._texts / "00000.txt").read_text()

    def answer(self, question: str) -> Written:
        return Written(ANSWERS[question], PASSAGES)


class Broken(Scripted):
    """A system that fails."""

    def index(self) -> None:
        raise ValueError("no room left")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(map(json.dumps, QUESTIONS)))
    return file


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "harbour.txt").write_text("Thousands leave the harbour\n\n" + "\n\n".join(PASSAGES))
    (folder / "empty.txt").write_text("")
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the processes import this module, and puts back the environment that the command sets."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=":")
    for name, value in comparison._ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    own = {"Scripted": f"{__name__}:Scripted", "Broken": f"{__name__}:Broken"}
    monkeypatch.setattr(comparison, "SYSTEMS", comparison.SYSTEMS | own)


def invoke(*arguments: object) -> Result:
    return CliRunner().invoke(comparison.main, [str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Water is wet [2], and the sky is red [1].", [2, 1]),
        ("It is wet [1, 3] and red [2][3].", [1, 3, 2]),
        ("It is wet [Source 2]. It is red (Source 1).", [2, 1]),
        ("According to Source 3, it is wet (2).", [3, 2]),
        ("It is wet [sources 1 and 2].", [1, 2]),
        ("In 2017 [sic] 1,500 people left in 3 ships (2018).", []),
    ],
)
def test_numbers_that_are_cited_are_read(text: str, numbers: list[int]) -> None:
    assert read_citations(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "I don't know.",
        "I’m not sure who owns it.",
        "The provided sources do not explicitly mention the price.",
        "The owner is not mentioned in the context.",
        "It isn't clear from the passages.",
        "This cannot be determined from the text.",
        "There is no information about it.",
        "None of the sources tell.",
        "Empty Response",
        " \n",
    ],
)
def test_a_refusal_is_recognised(text: str) -> None:
    assert is_refusal(text)


@pytest.mark.parametrize(
    "text", ["The ferry did not run on Monday.", "The mayor is not a pilot.", "He knows the price: 12 crowns."]
)
def test_a_denial_is_no_refusal(text: str) -> None:
    assert not is_refusal(text)


def test_what_is_written_is_scored_like_an_answer(gold: Path) -> None:
    scores = [
        score_answer(question, judge(question, Written(ANSWERS[question.question], PASSAGES)), 1.0)
        for question in read_gold(gold)
    ]
    assert [(score.right, score.cited, score.abstained) for score in scores] == [
        (True, True, False),
        (True, False, False),
        (False, True, False),
        (False, False, False),
        (False, False, True),
    ]
    assert (scores[0].citations, scores[0].good_citations) == (1, 1)


def test_marks_are_no_words_and_made_up_numbers_no_citations(gold: Path) -> None:
    question = read_gold(gold)[0]
    answer = judge(question, Written("About 1,500 people\nhad left. [2] It is said so [7].", PASSAGES))
    assert [(sentence.text, sentence.citations) for sentence in answer.sentences] == [
        ("About 1,500 people had left.", (2,)),
        ("It is said so.", ()),
    ]
    assert [citation.quote for citation in answer.citations] == [PASSAGES[1]]
    hedged = judge(question, Written("I am not sure, but 1,500 had left.", PASSAGES))
    assert not hedged.abstained


@pytest.mark.usefixtures("asked")
def test_a_table_is_drawn_of_what_a_process_answered(gold: Path, harbour: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.gguf"
    model.write_bytes(b"GGUF")
    result = invoke(gold, "--sources", harbour, "--model", model, "--only", "scripted")
    assert result.exit_code == 0, result.output
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in result.stdout.splitlines() if "|" in line]
    figures = dict(rows)
    assert figures[""] == "Scripted"
    assert figures["right, of 3 answerable"] == "2"
    assert figures["right and rightly cited"] == "1"
    assert figures["wrongly refused"] == "0"
    assert figures["wrongly answered, of 2 unanswerable"] == "1"
    assert float(figures["memory, MB"]) > 1
    printed = json.loads(invoke(gold, "--sources", harbour, "--model", model, "--only", "scripted", "--json").stdout)
    assert printed["Scripted"]["figures"]["right_and_cited"] == 1


@pytest.mark.usefixtures("asked")
def test_a_system_that_fails_says_why(gold: Path, harbour: Path, tmp_path: Path) -> None:
    task = Task(f"{__name__}:Broken", ("?",), (harbour,), harbour, tmp_path, gold, "wordllama", 1)
    with pytest.raises(ConcordError, match="no room left"):
        measure(task)


def test_a_comparison_without_its_packages_or_sources_names_what_is_missing(
    gold: Path, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "--sources" in invoke(gold, "--only", "concord").output
    assert "is not one of" in invoke(gold, "--only", "nothing").output
    monkeypatch.setattr(comparison, "_PACKAGES", {"LangChain": "no_such_package"})
    result = invoke(gold, "--sources", harbour, "--only", "langchain")
    assert (result.exit_code, "concord-reader[comparison]" in result.output) == (1, True)


def test_each_story_is_a_case_with_its_own_documents(tmp_path: Path) -> None:
    stories = [{"event": event, "source": "a", "title": event, "paragraphs": PASSAGES} for event in ("x", "y")]
    (tmp_path / "story_triplets.jsonl").write_text("\n".join(map(json.dumps, stories)))
    questions = [GoldQuestion(text, None, None, "", event) for text, event in (("1?", "y"), ("2?", "x"), ("3?", "y"))]
    first, second = make_cases(tmp_path, questions, tmp_path / "work", None)
    assert [question.question for question in first.questions] == ["1?", "3?"]
    assert (second.sources[0] / "a.txt").read_text().startswith("x\n\nThe ferry")
    assert len(make_cases(tmp_path, questions, tmp_path / "work", 1)) == 1
    with pytest.raises(UsageError, match="no story"):
        make_cases(tmp_path, [GoldQuestion("?", None, None, "", "z")], tmp_path, None)


def test_sources_of_which_none_can_be_read_are_refused(tmp_path: Path, harbour: Path) -> None:
    (harbour / "harbour.txt").unlink()
    with pytest.raises(UsageError, match="No source"):
        write_texts([harbour], tmp_path / "texts")


@pytest.mark.usefixtures("asked")
def test_concord_is_asked_as_the_others_are(gold: Path, harbour: Path) -> None:
    result = invoke(gold, "--sources", harbour, "--only", "concord", "--json")
    assert result.exit_code == 0, result.output
    record = json.loads(result.stdout)["Concord"]
    assert record["questions"][0]["right"] and record["questions"][0]["cited"]
    assert record["figures"]["unsupported_sentences"] == 0


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("name", "package"), [("LangChain", "langchain_classic"), ("LlamaIndex", "llama_index")])
def test_the_others_answer_from_what_they_found(name: str, package: str, harbour: Path, tmp_path: Path) -> None:
    pytest.importorskip(package)
    from agent.models.quantization import find_bundled

    texts = write_texts([harbour], tmp_path / "texts")
    question = QUESTIONS[0]["question"]
    task = Task(comparison.SYSTEMS[name], (str(question),), (harbour,), texts, tmp_path, find_bundled(), "wordllama", 2)
    ((written, _),) = measure(task).outcome.answers
    assert isinstance(written, Written)
    assert written.text
    assert any("1,500 people" in passage for passage in written.passages)


def test_the_process_of_a_system_imports_nothing_that_it_does_not_use(
    gold: Path, harbour: Path, tmp_path: Path
) -> None:
    import subprocess

    script = (
        "import sys; from agent.evaluation.comparison import process;"
        "print(*{'chromadb', 'llama_cpp', 'rapidfuzz', 'click', 'psutil'} & sys.modules.keys())"
    )
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == ""
    task = Task(f"{__name__}:Scripted", (), (harbour,), write_texts([harbour], tmp_path), tmp_path, gold, "", 1)
    assert run(task).answers == ()
