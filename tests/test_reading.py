"""A model that is large enough decides which of the best sentences answers, and whether one does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import write_report
from scripted import ScriptedModel

from agent.answer.answer import Answer
from agent.models import Message
from agent.pipeline.events import Answered
from agent.pipeline.session import Session
from agent.pipeline.settings import Settings

SHOP = "Marta Oliveira runs the bakery in the old quarter."
OWNER = "Its owner, Jonas Lind, lives in Selma."


@pytest.fixture
def quarter(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "quarter"
    folder.mkdir()
    write_report(folder / "gazette.txt", "A bakery in the old quarter", [f"{SHOP} {OWNER}", "It sells chestnut bread."])
    yield folder


def ask(folder: Path, question: str, lean: Callable[[str], float] | None, *drafts: str) -> tuple[Answer, ScriptedModel]:
    model = ScriptedModel(drafts or ["Nobody ever said this. [1]"], lean=lean)
    with Session(Settings(sources=(folder,), offline=True), lambda event: None, model) as session:
        answers = [event.answer for event in session.ask(question) if isinstance(event, Answered)]
    return answers[0], model


def test_what_the_model_reads_as_the_answer_comes_first(quarter: Path) -> None:
    for wanted in (SHOP, OWNER):
        answer, _ = ask(
            quarter, "Who runs the bakery?", lambda prompt, wanted=wanted: 6.0 if f"{wanted}\nQ" in prompt else -6.0
        )  # type: ignore[misc]
        assert [sentence.text for sentence in answer.sentences] == [wanted]
        assert answer.ranking[0].parts["reading"] == 6.0


def test_no_answer_is_given_where_the_model_reads_none(quarter: Path) -> None:
    answer, model = ask(quarter, "Who runs the bakery?", lambda prompt: -3.0)
    assert answer.abstained and answer.citations
    assert model.seen == []


def test_a_model_that_cannot_lean_leaves_the_ranking_as_it_is(quarter: Path) -> None:
    answer, _ = ask(quarter, "Who runs the bakery in the old quarter?", None)
    assert SHOP in answer.text
    assert "reading" not in answer.ranking[0].parts


def test_a_draft_is_shown_in_the_words_of_its_source(quarter: Path) -> None:
    drafted = "Marta  Oliveira runs the bakery in the old quarter . Its owner, Jonas Lind, is dead. [1]"
    answer, _ = ask(quarter, "Who runs the bakery?", lambda prompt: 6.0 if f"{SHOP}\nQ" in prompt else -6.0, drafted)
    assert [sentence.text for sentence in answer.sentences] == [SHOP]
    assert "dead" not in answer.text


def test_what_another_source_states_beside_the_answer_is_quoted(quarter: Path) -> None:
    told = "The bakery in the old quarter has been run by Ada Brandt since May."
    write_report(quarter / "courier.txt", "Bakery changes hands", [told, "It will sell rye bread."])
    both = ask(quarter, "Who runs the bakery?", lambda prompt: 3.0 if f"{SHOP}\nQ" in prompt else 1.0)[0]
    assert [sentence.text for sentence in both.sentences] == [SHOP, told]
    one = ask(quarter, "Who runs the bakery?", lambda prompt: 3.0 if f"{SHOP}\nQ" in prompt else -1.0)[0]
    assert [sentence.text for sentence in one.sentences] == [SHOP]


def test_the_sentence_before_is_read_along(quarter: Path) -> None:
    prompts: list[str] = []
    ask(quarter, "Where does the owner of the bakery live?", lambda prompt: prompts.append(prompt) or 1.0)  # type: ignore[func-returns-value]
    assert any(f"Sentence: {SHOP} {OWNER}\n" in prompt for prompt in prompts)
    assert Message("user", prompts[0]).content.endswith("Reply yes or no.")
