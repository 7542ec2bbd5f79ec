"""Conversations are kept as they go: nothing is lost to a crash, and what is deleted is gone."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from agent.answer.answer import Answer, AnswerSentence, Citation, Dispute, Style, Verdict
from agent.pipeline.conversation import State, Turn
from agent.pipeline.history import History, Place
from agent.pipeline.markdown import write_markdown
from agent.pipeline.talk import GONE, Talk
from index.errors import LibraryError
from index.source import Paragraph, Source

_SOURCE = Source(1, "a/ledger.txt", "/a/ledger.txt", "Breakwater *closes*", "The Ledger", "2024-03-05")
LEDGER = Paragraph(_SOURCE, 2, "It closed.")
COPY = Paragraph(Source(2, "courier.txt", "/a/courier.txt", "Copy", None, None), 4, "It closed.")
OLD = """
CREATE TABLE conversations (id INTEGER PRIMARY KEY AUTOINCREMENT, begun TEXT NOT NULL, sources TEXT NOT NULL);
CREATE TABLE turns (
    conversation INTEGER NOT NULL REFERENCES conversations ON DELETE CASCADE,
    n INTEGER NOT NULL, at TEXT NOT NULL, asked TEXT NOT NULL, understood TEXT NOT NULL,
    state TEXT NOT NULL, answer TEXT, words TEXT NOT NULL,
    PRIMARY KEY (conversation, n)
);
INSERT INTO conversations VALUES (1, '2024-03-05T10:00', 'harbour');
INSERT INTO turns VALUES (1, 1, '2024-03-05T10:00', 'first?', '', 'stopped', NULL, 'first?');
PRAGMA user_version = 1;
"""
HARBOUR = Place(folders=("/a/harbour",))
ANSWER = Answer(
    "Did it close?",
    (AnswerSentence("It closed.", (1,), Verdict.SUPPORTED), AnswerSentence("It did not.", (2,), Verdict.SUPPORTED)),
    (Citation(1, LEDGER, "It closed.", (COPY,)), Citation(2, COPY, "It did not.")),
    Style.QUOTED,
    disputes=(Dispute("It closed.", (1,), (2,)),),
    timings={"total": 0.5},
)


def test_a_conversation_comes_back_as_it_was() -> None:
    history = History()
    talk = Talk(history, HARBOUR)
    turn = Turn("did it close?", "Did it close?", State.ANSWERED, ANSWER)
    talk.keep(1, turn)
    talk.keep(2, Turn("why?", "", State.STOPPED))
    assert talk.id is not None
    assert Talk(History(), id=talk.id).turns == [turn, Turn("why?", "", State.STOPPED)]


def test_conversations_are_found_by_their_words_and_deleted_for_good() -> None:
    history = History()
    first, second = Talk(history, HARBOUR), Talk(history, HARBOUR)
    first.keep(1, Turn("Who paid for the ferry?", "", State.ANSWERED, ANSWER))
    second.keep(1, Turn("Who painted the lighthouse?"))
    assert [kept.title for kept in history.find()] == ["Who painted the lighthouse?", "Who paid for the ferry?"]
    assert [kept.id for kept in history.find("FERRY closed")] == [first.id]
    assert history.find("ferry lighthouse") == []
    assert second.id is not None
    history.delete(second.id)
    assert [kept.id for kept in history.find()] == [first.id]
    assert b"lighthouse" not in history.file.read_bytes()


def test_two_chats_on_one_conversation_keep_the_turns_of_both() -> None:
    history = History()
    first = Talk(history, HARBOUR)
    first.keep(1, Turn("first?", "", State.STOPPED))
    second = Talk(history, id=first.id)
    assert second.keep(2, Turn("second?")) == first.keep(2, Turn("third?")) == ""
    second.keep(2, Turn("second?", "", State.ANSWERED, ANSWER))
    first.keep(2, Turn("third?", "", State.STOPPED))
    assert first.id == second.id is not None
    assert [(turn.asked, turn.state) for turn in history.load(first.id)] == [
        ("first?", State.STOPPED),
        ("second?", State.ANSWERED),
        ("third?", State.STOPPED),
    ]


def test_what_is_asked_after_another_chat_deleted_the_conversation_is_kept_as_a_new_one() -> None:
    history = History()
    talk = Talk(history, HARBOUR)
    talk.keep(1, Turn("first?", "", State.STOPPED))
    talk.keep(2, Turn("second?"))
    assert talk.id is not None
    history.delete(talk.id)
    assert talk.keep(2, Turn("second?", "", State.STOPPED)) == GONE
    assert talk.keep(3, Turn("third?", "", State.STOPPED)) == ""
    (kept,) = history.find()
    assert [turn.asked for turn in history.load(kept.id)] == ["second?", "third?"]
    assert kept.place == HARBOUR


def test_a_conversation_knows_the_sources_that_it_was_last_held_over() -> None:
    history = History()
    talk = Talk(history)
    talk.keep(1, Turn("first?"))
    talk.move(HARBOUR)
    talk.keep(1, Turn("first?", "", State.STOPPED))
    assert talk.id is not None
    again = Talk(history, id=talk.id)
    assert (again.place, again.sources, bool(again.begun)) == (HARBOUR, "harbour", True)
    assert Place("port").name == "port" and not Place()


def test_conversations_of_an_older_concord_are_read_and_go_on(tmp_path: Path) -> None:
    file = tmp_path / "conversations.db"
    with closing(sqlite3.connect(file)) as old, old:
        old.executescript(OLD)
    talk = Talk(History(file), id=1)
    assert (talk.sources, talk.place, [turn.asked for turn in talk.turns]) == ("harbour", Place(), ["first?"])
    talk.keep(2, Turn("second?"))
    assert [turn.asked for turn in History(file).load(1)] == ["first?", "second?"]


def test_what_was_kept_of_a_document_steers_no_terminal() -> None:
    history = History()
    talk = Talk(history)
    talk.keep(1, Turn("why?", "", State.ANSWERED, Answer("why?", (), (), Style.QUOTED, notes=("a \x1b]0;b\x07 c",))))
    assert talk.id is not None
    (turn,) = history.load(talk.id)
    assert turn.answer and turn.answer.notes == ("a c",)


def test_a_disk_that_takes_nothing_more_is_no_reason_to_move_the_conversations_away(tmp_path: Path) -> None:
    history = History(tmp_path / "conversations.db")
    with closing(sqlite3.connect(history.file, isolation_level=None)) as full:
        talk = Talk(history)
        talk.keep(1, Turn("first?"))
        full.execute("CREATE TRIGGER full BEFORE INSERT ON turns BEGIN SELECT RAISE(FAIL, 'disk is full'); END")
    with pytest.raises(LibraryError, match="disk is full") as raised:
        talk.keep(2, Turn("second?"))
    assert "Move" not in raised.value.hint


def test_a_killed_process_loses_no_turn(home: Path) -> None:
    program = (
        "import os, signal\n"
        "from agent.pipeline.conversation import State, Turn\n"
        "from agent.pipeline.history import History\n"
        "from agent.pipeline.talk import Talk\n"
        "talk = Talk(History())\n"
        "talk.keep(1, Turn('first?', '', State.STOPPED))\n"
        "talk.keep(2, Turn('second?'))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    assert subprocess.run([sys.executable, "-c", program], env=environment, check=False).returncode == -9
    kept = History().find()[0]
    assert History().load(kept.id) == [Turn("first?", "", State.STOPPED), Turn("second?", "", State.STOPPED)]


def test_a_file_that_is_no_history_is_named_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "conversations.db"
    file.write_bytes(b"something else entirely, and long enough to be looked at" * 20)
    before = file.read_bytes()
    with pytest.raises(LibraryError, match=r"conversations\.db") as raised:
        History(file).find()
    assert "--no-history" in raised.value.hint
    assert file.read_bytes() == before


def test_the_export_carries_every_citation_with_its_quotation() -> None:
    turns = [Turn("did it close?", "Did it close (ferry)?", State.ANSWERED, ANSWER), Turn("why?", "", State.STOPPED)]
    text = write_markdown(turns)
    assert "## did it close?" in text
    assert "*Understood as: Did it close (ferry)?*" in text
    assert "It closed. [1] It did not. [2]" in text
    assert "**Disputed:** [1] and [2] contradict each other." in text
    head = r"- \[1\] Breakwater \*closes\* · The Ledger · 2024-03-05 (a/ledger.txt:2): "
    assert f"{head}“It closed.” Also in courier.txt:4." in text.splitlines()
    assert text.rstrip().endswith("*Stopped.*")


def test_one_damaged_turn_or_place_takes_no_other_conversation_away(tmp_path: Path) -> None:
    history = History(tmp_path / "conversations.db")
    damaged, whole = history.begin(Place("news")), history.begin(Place("news"))
    for conversation in (damaged, whole):
        history.add(conversation, Turn("Who took Lisk?"))
    with closing(sqlite3.connect(history.file)) as connection, connection:
        connection.execute("UPDATE turns SET answer = '{' WHERE conversation = ?", (damaged,))
        connection.execute("UPDATE conversations SET place = 'news' WHERE id = ?", (damaged,))
    assert {kept.id: bool(kept.place) for kept in history.find()} == {damaged: False, whole: True}
    assert [turn.asked for turn in history.load(whole)] == ["Who took Lisk?"]
    with pytest.raises(LibraryError, match="damaged"):
        history.load(damaged)
