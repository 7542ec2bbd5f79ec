"""States of the chat that a reviewer can look at: CONCORD_SCREENS=FOLDER writes each as an SVG."""

import os
from pathlib import Path

import pytest
from chatting import Chat, chatting
from scripted import ScriptedModel
from test_history import ANSWER, COPY, LEDGER

from agent.answer.answer import Citation
from agent.digest.digest import Claim, Digest, Status, Story, SummarySentence, TimelineEntry
from agent.pipeline.conversation import State, Turn
from agent.pipeline.history import History, Place
from agent.pipeline.talk import Talk
from index.errors import ModelError

STORY = Story(
    key="k",
    title="The breakwater",
    sources=(),
    origins=2,
    names=(),
    summary=(SummarySentence("The breakwater closed.", (1,)),),
    claims=(
        Claim("It closed.", Status.DISPUTED, 1, (1,), (2,)),
        Claim("Repairs began.", Status.AGREED, 2, (1, 2)),
    ),
    timeline=(TimelineEntry("2024-03-05", "It closed.", (1,)),),
    citations=(Citation(1, LEDGER, "It closed."), Citation(2, COPY, "It did not.")),
)


def show(chat: Chat, name: str) -> None:
    folder = os.environ.get("CONCORD_SCREENS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        (Path(folder) / f"{name}.svg").write_text(chat.app.export_screenshot(title=name), encoding="utf-8")


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> ScriptedModel:
    model = ScriptedModel(["A new reading room with forty seats opened in the old granary. [1]"])
    monkeypatch.setattr("agent.pipeline.session.load_model", lambda *args, **options: model)
    return model


async def test_an_answer(reports: Path) -> None:
    async with chatting(reports) as chat:
        await chat.ask("How many seats has the reading room?")
        await chat.answered()
        await chat.sees("ready · model scripted")
        await chat.sees("[1] Library gains a reading room")
        show(chat, "answer")


async def test_both_sides_of_a_dispute_with_their_voices(reports: Path) -> None:
    history = History()
    talk = Talk(history, Place("harbour"))
    talk.keep(1, Turn("Did it close?", "", State.ANSWERED, ANSWER))
    async with chatting(reports, history=history, resume=talk.id) as chat:
        await chat.sees("(3 sources)")
        assert "Disputed: the sources contradict each other." in chat.text
        left = " ".join(line.split("│")[0].strip() for line in chat.lines)
        assert "One side (The Ledger): It closed. [1] The other side (Copy): It did not. [2]" in left
        show(chat, "dispute")


async def test_what_the_sources_do_not_say(reports: Path) -> None:
    async with chatting(reports) as chat:
        await chat.ask("Who won the chess championship of 1987?")
        await chat.answered()
        assert "The sources do not say." in chat.text
        show(chat, "abstained")


async def test_a_narrow_terminal(reports: Path) -> None:
    async with chatting(reports, size=(60, 20)) as chat:
        await chat.ask("How many seats has the reading room?")
        await chat.answered()
        show(chat, "narrow")


async def test_the_digest_with_its_disputes_and_quotations(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Made:
        def __init__(self, *args: object) -> None: ...
        def __enter__(self) -> "Made":
            return self

        def __exit__(self, *args: object) -> None: ...
        def digest(self) -> Digest:
            return Digest("f", "2024-03-06T00:00:00", "scripted", (STORY,))

    monkeypatch.setattr("agent.pipeline.digesting.Digester", Made)
    async with chatting(reports) as chat:
        await chat.pilot.press("ctrl+g")
        await chat.sees("Story 1 of 1")
        assert "Disputed" in chat.text
        assert "against it: “It did not.”" in chat.text
        assert "2024-03-05 It closed." in chat.text
        await chat.pilot.press("down", "down")
        await chat.sees("[2] Copy")
        show(chat, "digest")
        await chat.pilot.press("enter", "enter")
        await chat.sees("There is no source")


async def test_a_model_that_is_missing(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **options: object) -> None:
        raise ModelError("The model is missing.", "Get one: concord models")

    monkeypatch.setattr("agent.pipeline.session.load_model", broken)
    async with chatting(reports) as chat:
        await chat.sees("The model cannot be used. The model is missing. Get one: concord models")
        show(chat, "trouble")
