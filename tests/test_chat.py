"""The chat as a user meets it: the real application and library; a scripted model where its behaviour matters."""

import threading
from pathlib import Path
from typing import Any

import pytest
from chatting import Chat, chatting
from scripted import ScriptedModel

from agent.pipeline.history import History
from agent.tui.citations import CitationsPane
from agent.tui.outlet import LARGEST_COPY
from agent.tui.prompt import Prompt
from agent.tui.source import SourceScreen
from index.errors import ModelError

SEATS = "How many seats has the reading room?"
DRAFT = "A new reading room with forty seats opened in the old granary. [1]"


def script(monkeypatch: pytest.MonkeyPatch, *replies: str | Exception, delay: float = 0.0) -> ScriptedModel:
    model = ScriptedModel(replies, delay=delay)
    monkeypatch.setattr("agent.pipeline.session.load_model", lambda *args, **options: model)
    return model


class Held:
    """Holds the model's next draft back until `go_on` is set; `reached` tells that it was asked for one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, model: ScriptedModel) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()
        self.generate = model.generate
        monkeypatch.setattr(model, "generate", self)

    def __call__(self, *args: Any, **options: Any) -> Any:
        if not self.reached.is_set():
            self.reached.set()
            self.go_on.wait(30)
        return self.generate(*args, **options)


def prompt_of(chat: Chat) -> str:
    return chat.app.chat.query_one(Prompt).value


async def test_the_bundled_model_answers_with_a_citation_that_opens_its_source(reports: Path) -> None:
    async with chatting(reports) as chat:
        assert "Ask the sources a question" in chat.text
        await chat.ask("Who is the architect of the reading room?")
        await chat.answered()
        assert "Ilse Brandt" in chat.text, "\n".join(chat.lines)
        await chat.sees("model smollm2")
        await chat.pilot.press("ctrl+o", "1", "enter")
        await chat.until(lambda: isinstance(chat.app.screen, SourceScreen))
        await chat.sees("¶2 Its architect, Ilse Brandt, spoke of daylight.")
        assert "¶1 A new reading room" in chat.text
        await chat.pilot.press("escape")
        assert isinstance(chat.app.focused, CitationsPane)


async def test_copies_are_named_and_lead_to_each_other(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(monkeypatch, "nothing of use")
    async with chatting(reports) as chat:
        await chat.ask("Why is the breakwater closed?")
        await chat.answered()
        await chat.sees("also in")
        await chat.pilot.press("ctrl+o", "enter")
        await chat.sees("Also in")
        first = chat.app.screen
        assert isinstance(first, SourceScreen)
        await chat.pilot.press("tab", "enter")
        await chat.until(lambda: chat.app.screen is not first)
        other = chat.app.screen
        assert isinstance(other, SourceScreen)
        assert {first.paragraph.source.name, other.paragraph.source.name} == {"ledger.txt", "courier.txt"}


async def test_escape_stops_at_once_and_nothing_leaks_into_the_next_turn(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = script(monkeypatch, "A lie about a lighthouse [1]", DRAFT)
    held = Held(monkeypatch, model)
    async with chatting(reports) as chat:
        await chat.ask("Why is the breakwater closed?")
        await chat.until(held.reached.is_set)
        await chat.pilot.press("escape")
        assert not chat.app.answering
        assert "Stopped." in chat.text
        await chat.ask(SEATS)
        assert len(chat.app.chat.views) == 2
        held.go_on.set()
        await chat.answered(2)
        stopped, answered = chat.app.chat.views
        assert stopped.turn.answer is None
        assert not stopped.sentences
        assert answered.turn.answer
        assert "forty seats" in answered.turn.answer.text
        assert "breakwater" not in answered.turn.answer.text


async def test_a_question_typed_during_an_answer_waits_for_its_turn(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, script(monkeypatch, DRAFT, DRAFT))
    async with chatting(reports) as chat:
        await chat.ask(SEATS)
        await chat.until(held.reached.is_set)
        assert "reading" in chat.text
        await chat.pilot.press(*"and when")
        assert prompt_of(chat) == "and when"
        assert chat.app.answering
        await chat.ask("Who fears for the catch?")
        await chat.sees("1 waiting")
        held.go_on.set()
        await chat.answered(2)
        assert [view.turn.asked for view in chat.app.chat.views] == [SEATS, "Who fears for the catch?"]
        assert "waiting" not in chat.text


async def test_a_failed_turn_says_why_and_gives_the_question_back(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, ModelError("The model fell over.", "Use a smaller one."), DRAFT)
    async with chatting(reports) as chat:
        await chat.ask(SEATS)
        await chat.sees("The model fell over. Use a smaller one.")
        assert prompt_of(chat) == SEATS
        await chat.pilot.press("enter")
        await chat.answered(2)
        assert chat.app.chat.views[1].turn.answer


async def test_a_follow_up_is_shown_as_it_was_understood(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(monkeypatch, DRAFT, DRAFT)
    async with chatting(reports) as chat:
        await chat.ask("What did Ilse Brandt speak of?")
        await chat.answered()
        await chat.ask("and where was she born?")
        await chat.answered(2)
        assert "understood as: Where was Ilse Brandt born?" in chat.text


async def test_conversations_are_kept_resumed_exported_and_deleted(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, DRAFT)
    monkeypatch.chdir(tmp_path)
    history = History()
    async with chatting(reports, history=history) as chat:
        await chat.ask(SEATS)
        await chat.answered()
    kept = history.find()[0]
    async with chatting(reports, history=history, resume=kept.id) as chat:
        assert "forty seats" in chat.text
        await chat.pilot.press("ctrl+n")
        await chat.until(lambda: not chat.app.chat.views)
        await chat.pilot.press("ctrl+t")
        await chat.sees("1 conversation;")
        await chat.pilot.press("e")
        exported = tmp_path / "concord-how-many-seats-has-the-reading-room.md"
        await chat.until(exported.exists)
        await chat.pilot.press("enter")
        await chat.until(lambda: len(chat.app.chat.views) == 1)
        assert chat.app.chat.talk.id == kept.id
        await chat.pilot.press("ctrl+t")
        await chat.sees("1 conversation;")
        await chat.pilot.press("d", "d")
        await chat.sees("0 conversations")
    assert "forty seats" in exported.read_text()
    assert history.find() == []


async def test_without_history_nothing_is_written(reports: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(monkeypatch, DRAFT)
    async with chatting(reports) as chat:
        await chat.ask(SEATS)
        await chat.answered()
    assert not list(home.rglob("conversations*"))


async def test_a_folder_is_added_and_what_failed_is_said(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, "nothing of use")
    more = tmp_path / "more"
    more.mkdir()
    (more / "ferry.txt").write_text("The ferry\n\nThe ferry to Korshamn will sail twice a day from May.\n")
    (more / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    async with chatting(reports) as chat:
        await chat.sees("(3 sources)")
        await chat.pilot.press("ctrl+l")
        await chat.sees("3 sources")
        await chat.enter("#folder", str(tmp_path / "nowhere"))
        await chat.sees("There is no file or folder")
        await chat.enter("#folder", str(more))
        await chat.sees("4 sources, 1 not read")
        await chat.sees("Not read: broken.pdf")
        await chat.pilot.press("escape")
        await chat.ask("How often will the ferry to Korshamn sail?")
        await chat.answered()
        assert "twice a day" in chat.text


async def test_paragraphs_are_searched_without_the_model(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **options: object) -> None:
        raise ModelError("The model is missing.", "Get one: concord models")

    monkeypatch.setattr("agent.pipeline.session.load_model", broken)
    async with chatting(reports) as chat:
        await chat.sees("The model cannot be used. The model is missing. Get one: concord models")
        await chat.pilot.press("escape", "ctrl+f", *"granary seats")
        await chat.sees("1 paragraphs")
        await chat.pilot.press("enter", "enter")
        await chat.sees("¶1 A new reading room with forty seats")


async def test_missing_sources_are_a_message_with_ways_on(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, DRAFT)
    async with chatting(tmp_path / "nowhere") as chat:
        await chat.sees("The sources cannot be opened.")
        await chat.enter("#path", str(reports))
        await chat.sees("(3 sources)")
        await chat.ask(SEATS)
        await chat.answered()
        assert "forty seats" in chat.text


@pytest.mark.parametrize(("size", "beside"), [((120, 40), True), ((80, 24), False), ((60, 20), False)])
async def test_citations_stand_beside_the_answer_where_there_is_room(
    reports: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], beside: bool
) -> None:
    script(monkeypatch, DRAFT)
    async with chatting(reports, size=size) as chat:
        await chat.ask(SEATS)
        await chat.answered()
        await chat.pilot.pause()
        talk, pane = chat.app.chat.query_one("#talk").region, chat.app.chat.query_one("#citations").region
        assert (pane.x >= talk.right) is beside
        assert (pane.y >= talk.bottom) is not beside
        assert pane.height >= 5
        assert "forty seats" in chat.text
        assert all(len(line) <= size[0] for line in chat.lines)


async def test_a_click_on_a_number_opens_the_citation_and_copies_go_to_the_clipboard(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, DRAFT)
    async with chatting(reports) as chat:
        await chat.ask(SEATS)
        await chat.answered()
        await chat.pilot.press("ctrl+y")
        assert "reading room with forty seats" in chat.app.clipboard
        assert "gazette.txt:1" in chat.app.clipboard
        before = chat.app.clipboard
        chat.app.copy("x" * LARGEST_COPY, "Everything")
        assert chat.app.clipboard == before
        line, row = next((line, row) for row, line in enumerate(chat.lines) if "[1]" in line.split("│")[0])
        await chat.pilot.click(offset=(line.index("[1]") + 1, row))
        await chat.until(lambda: isinstance(chat.app.screen, SourceScreen))
