"""The chat as a user meets it: the real application and library; a scripted model where its behaviour matters."""

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from chatting import Chat, chatting
from scripted import ScriptedModel
from textual.events import Key, Paste
from textual.widgets import OptionList

from agent.pipeline.conversation import State
from agent.pipeline.history import History
from agent.tui.citations import CitationsPane
from agent.tui.commands import read_command
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


@pytest.mark.parametrize(
    ("keys", "question"),
    [
        (["ctrl+o"], "can one see it?"),
        (["ctrl+o", "1"], "who paid?"),
        (["ctrl+o", "1", "enter", "escape"], "1 quay or 2?"),
        (["ctrl+o"], "1995?"),
        (["tab"], "2 quays?"),
    ],
)
async def test_what_is_typed_beside_the_question_line_is_asked(
    reports: Path, monkeypatch: pytest.MonkeyPatch, keys: list[str], question: str
) -> None:
    script(monkeypatch, DRAFT, DRAFT)
    async with chatting(reports) as chat:
        await chat.ask(SEATS)
        await chat.answered()
        await chat.pilot.press(*keys)
        await chat.until(lambda: chat.app.screen is chat.app.chat)
        assert not isinstance(chat.app.focused, Prompt)
        clipboard = chat.app.clipboard
        await chat.pilot.press(*question, "enter")
        await chat.answered(2)
        assert chat.app.chat.views[1].turn.asked == question
        assert chat.app.clipboard == clipboard and chat.app.screen is chat.app.chat


async def test_keys_that_come_in_one_burst_are_asked_and_not_taken_for_the_citations(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, DRAFT, DRAFT)
    async with chatting(reports) as chat:
        await chat.ask(SEATS)
        await chat.answered()
        await chat.pilot.press("ctrl+o")
        for character in "could one sit?":
            chat.app.post_message(Key(character, character))
        chat.app.post_message(Key("enter", "\r"))
        await chat.answered(2)
        assert chat.app.chat.views[1].turn.asked == "could one sit?"


async def test_a_draft_is_gone_on_with_behind_a_look_at_the_citations(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, DRAFT, DRAFT)
    async with chatting(reports) as chat:
        await chat.ask(SEATS)
        await chat.answered()
        await chat.pilot.press(*"who ", "ctrl+o", *"paid")
        assert prompt_of(chat) == "who paid"
        await chat.pilot.press("ctrl+o")
        chat.app.post_message(Paste(" for it"))
        await chat.until(lambda: prompt_of(chat) == "who paid for it")
        await chat.pilot.press("ctrl+o", "?", "escape", *"!", "ctrl+o", "ctrl+y")
        assert prompt_of(chat) == "who paid for it?!"
        await chat.until(lambda: "gazette.txt:1" in chat.app.clipboard)
        assert "who paid" not in chat.app.clipboard and SEATS not in chat.app.clipboard


async def test_the_tab_key_goes_to_the_newest_turn_and_on_to_its_citations(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, DRAFT, DRAFT)
    async with chatting(reports) as chat:
        await chat.pilot.press("tab")
        assert isinstance(chat.app.focused, Prompt)
        for n in (1, 2):
            await chat.ask(SEATS)
            await chat.answered(n)
        await chat.pilot.press("tab")
        assert chat.app.focused is chat.app.chat.views[1]
        await chat.pilot.press("shift+tab")
        assert chat.app.focused is chat.app.chat.views[0]
        await chat.pilot.press("tab", "tab")
        assert isinstance(chat.app.focused, CitationsPane)
        await chat.pilot.press("tab")
        assert isinstance(chat.app.focused, Prompt)


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


async def test_a_question_that_waits_goes_into_no_other_conversation(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, script(monkeypatch, DRAFT, DRAFT))
    async with chatting(reports) as chat:
        await chat.ask(SEATS)
        await chat.until(held.reached.is_set)
        await chat.ask("Who fears for the catch?")
        await chat.sees("1 waiting")
        await chat.pilot.press("ctrl+n")
        await chat.until(lambda: not chat.app.chat.views)
        held.go_on.set()
        await chat.pilot.pause(0.5)
        assert not chat.app.answering and not chat.app.chat.talk.turns and "waiting" not in chat.text
        await chat.pilot.press("up")
        assert prompt_of(chat) == "Who fears for the catch?"


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
        await chat.sees("1 paragraph")
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


async def test_two_chats_on_one_conversation_keep_the_questions_of_both(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, *[DRAFT] * 4)
    history = History()
    async with chatting(reports, history=history) as first:
        await first.ask(SEATS)
        await first.answered()
        kept = history.find()[0].id
        async with chatting(reports, history=history, resume=kept) as second:
            await second.ask("Who is the architect?")
            await second.answered(2)
            await first.ask("Who fears for the catch?")
            await first.answered(2)
            await second.ask("Why is the breakwater closed?")
            await second.answered(3)
    asked = [SEATS, "Who is the architect?", "Who fears for the catch?", "Why is the breakwater closed?"]
    assert [turn.asked for turn in history.load(kept)] == asked
    assert all(turn.state is State.ANSWERED for turn in history.load(kept))


async def test_a_conversation_that_another_chat_deleted_goes_on_as_a_new_one(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, script(monkeypatch, DRAFT, DRAFT))
    history = History()
    async with chatting(reports, history=history) as chat:
        await chat.ask(SEATS)
        await chat.until(held.reached.is_set)
        history.delete(history.find()[0].id)
        held.go_on.set()
        await chat.answered()
        await chat.sees("deleted in another chat")
        assert [turn.asked for turn in history.load(history.find()[0].id)] == [SEATS]
        history.delete(history.find()[0].id)
        await chat.ask("Who is the architect?")
        await chat.answered(2)
    (kept,) = history.find()
    (turn,) = history.load(kept.id)
    assert (turn.asked, turn.state) == ("Who is the architect?", State.ANSWERED)


async def test_an_export_writes_over_nothing_and_tells_what_it_is_of(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, DRAFT)
    monkeypatch.chdir(tmp_path)
    mine = tmp_path / "concord-how-many-seats-has-the-reading-room.md"
    mine.write_text("my own notes")
    async with chatting(reports) as chat:
        await chat.ask("/export")
        await chat.sees("nothing to export")
        await chat.ask(SEATS)
        await chat.answered()
        await chat.ask("/export")
        await chat.sees("Exported to")
        await chat.ask("/save")
        await chat.until((tmp_path / f"{mine.stem}-3.md").exists)
    assert mine.read_text() == "my own notes"
    lines = (tmp_path / f"{mine.stem}-2.md").read_text().splitlines()
    assert lines[0] == f"# {SEATS}"
    assert {f"- Sources: {reports}".replace("_", r"\_"), "- Model: scripted"} <= set(lines)
    assert any(line.startswith("- Begun: 20") for line in lines)


async def test_what_is_pasted_is_taken_whole_or_refused_aloud(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(monkeypatch, DRAFT)
    async with chatting(reports) as chat:
        field = chat.app.chat.query_one(Prompt)
        chat.app.post_message(Paste("How many seats\n  has the\r\nreading \x1b[31mroom?\n"))
        await chat.until(lambda: field.value == SEATS)
        chat.app.post_message(Paste("word " * 900))
        await chat.sees("Not pasted: the question would have 4,5")
        assert field.value == SEATS
        await chat.pilot.press("enter")
        await chat.answered()
        assert chat.app.chat.views[0].turn.asked == SEATS


async def test_a_conversation_is_taken_up_over_its_own_sources(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, DRAFT, "nothing of use", DRAFT)
    other = tmp_path / "other"
    other.mkdir()
    (other / "ferry.txt").write_text("The ferry\n\nThe ferry to Korshamn will sail twice a day from May.\n")
    history = History()
    async with chatting(reports, history=history) as chat:
        await chat.ask(SEATS)
        await chat.answered()
    kept = history.find()[0]
    assert kept.place.folders == (str(reports),)
    async with chatting(other, history=history) as chat:
        await chat.sees("other (1 source)")
        await chat.pilot.press("ctrl+t")
        await chat.sees("1 conversation;")
        await chat.pilot.press("enter")
        await chat.sees("(3 sources)")
        await chat.sees("ready")
        await chat.ask("Who is the architect of the reading room?")
        await chat.answered(2)
        assert "Ilse Brandt" in chat.text
    async with chatting(other, history=history, resume=kept.id) as chat:
        await chat.sees("This conversation was held over reports; it goes on over other.")
    shutil.rmtree(reports)
    async with chatting(other, history=history) as chat:
        await chat.sees("other (1 source)")
        chat.app.resume(kept.id)
        await chat.sees("There is no file or folder")
        assert "goes on over other" in chat.text


async def test_the_number_of_sources_follows_the_folder(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(monkeypatch, DRAFT)
    async with chatting(reports) as chat:
        await chat.sees("(3 sources)")
        (reports / "late.txt").write_text("A late report\n\nThe ferry to Korshamn will sail twice a day from May.\n")
        await chat.ask(SEATS)
        await chat.answered()
        await chat.sees("(4 sources)")


async def test_a_folder_is_removed_at_the_second_press_and_an_empty_one_is_said_to_be_empty(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, DRAFT)
    more = tmp_path / "more"
    more.mkdir()
    async with chatting(reports) as chat:
        await chat.sees("(3 sources)")
        await chat.ask("/sources")
        await chat.sees("3 sources")
        await chat.enter("#folder", str(more))
        await chat.sees("there is no document in it")
        (more / "ferry.txt").write_text("The ferry\n\nThe ferry to Korshamn will sail twice a day from May.\n")
        rows = chat.app.screen.query_one("#rows", OptionList)
        rows.focus()
        rows.highlighted = 3
        await chat.pilot.press("enter", "d")
        await chat.sees("Press d again to read")
        await chat.pilot.press("up")
        assert "Press d again" not in chat.text
        await chat.pilot.press("down", "d", "d")
        await chat.until(lambda: "more" not in chat.text)
        await chat.pilot.press("home", "d", "d")
        await chat.sees("all there is to read")
    assert (more / "ferry.txt").exists()


async def test_words_behind_a_slash_do_what_keys_do(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(monkeypatch, DRAFT)
    async with chatting(reports) as chat:
        await chat.ask("/help")
        await chat.sees("Asking")
        await chat.pilot.press("escape")
        await chat.ask("/frobnicate")
        await chat.sees("There is no command /frobnicate")
        assert prompt_of(chat) == "/frobnicate"
        assert not chat.app.chat.views
        await chat.pilot.press(*"/help", "enter")  # what is typed next takes its place
        await chat.sees("Asking")
        await chat.pilot.press("escape")
        assert not prompt_of(chat) and not chat.app.chat.views
        assert read_command("/etc/hosts: who wrote it?") is None
        await chat.ask("/quit")
        await chat.until(lambda: not chat.app.is_running)


@pytest.mark.parametrize("width", [60, 80])
async def test_the_keys_below_are_whole_in_a_narrow_terminal(
    reports: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    script(monkeypatch, DRAFT)
    async with chatting(reports, size=(width, 20)) as chat:
        await chat.sees("ready")
        assert chat.lines[-1].split()[-2:] == (["^t", "History"] if width == 60 else ["▏^p", "palette"])
        assert "^t History" in chat.lines[-1]


@pytest.mark.parametrize(("size", "lines"), [((40, 32), 2), ((32, 20), 2), ((58, 16), 2), ((80, 32), 1)])
async def test_the_keys_below_take_a_second_line_in_a_very_narrow_terminal(
    reports: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], lines: int
) -> None:
    script(monkeypatch, DRAFT)
    async with chatting(reports, size=size) as chat:
        await chat.sees("^t History")
        below = " ".join(" ".join(chat.lines[-lines:]).split())
        assert below.startswith("esc Stop ^o Cited ^f Search ^l Sources ^g Digest ^t History"), below
        await chat.pilot.press("ctrl+l")
        await chat.sees("esc Back d Remove folder")


async def test_the_newest_answer_stays_in_sight_when_the_terminal_changes_its_size(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(monkeypatch, *[DRAFT] * 6)
    async with chatting(reports, size=(80, 24)) as chat:
        for n in range(1, 7):
            await chat.ask(f"How many seats has reading room number {n}?")
            await chat.answered(n)
        for size in ((30, 8), (80, 24)):
            await chat.pilot.resize_terminal(*size)
            await chat.until(lambda height=size[1]: len(chat.lines) == height)
            await chat.until(lambda: chat.app.chat.query_one("#talk").is_vertical_scroll_end)
        await chat.sees("number 6?")
        await chat.pilot.press("tab", *["shift+tab"] * 5)
        await chat.sees("number 1?")


async def test_without_colours_nothing_but_the_terminals_own_two_is_used(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    script(monkeypatch, DRAFT)
    async with chatting(reports) as chat:
        await chat.ask(SEATS)
        await chat.answered()
        await chat.pilot.press("ctrl+o")
        styles = [each.style for strip in chat.app.screen._compositor.render_strips() for each in strip if each.style]
        colours = {colour.name for style in styles for colour in (style.color, style.bgcolor) if colour}
        assert colours <= {"default"}
        assert any(style.underline for style in styles)  # the chosen citation


async def test_thanks_are_answered_without_a_passage(reports: Path) -> None:
    async with chatting(reports) as chat:
        await chat.ask("Who is the architect of the reading room?")
        await chat.answered()
        await chat.ask("thank you!")
        await chat.answered(2)
        view = chat.app.chat.views[1]
        assert view.turn.answer and not view.citations and not view.title
        assert "You are welcome." in chat.text and "understood as" not in chat.text
        await chat.ask("who said that?")
        await chat.answered(3)
        await chat.sees("That is quoted. It stands in:")
        assert chat.app.chat.views[2].citations == chat.app.chat.views[0].citations
        await chat.ask("are you sure?")
        await chat.answered(4)
        await chat.sees("Concord does not judge what is true")


async def test_a_line_without_words_is_taken_away_aloud(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(monkeypatch)
    async with chatting(reports) as chat:
        await chat.ask("🙂🙂")
        await chat.sees("There are no words in that")
        assert prompt_of(chat) == "" and not chat.app.chat.views
        await chat.ask("   ")
        assert prompt_of(chat) == ""


async def test_ctrl_c_says_what_stops_and_what_leaves(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(monkeypatch)
    async with chatting(reports) as chat:
        await chat.pilot.press("ctrl+c")
        await chat.sees("Escape stops an answer; Ctrl+Q or /quit leaves.")
