"""Conversations are kept as they go: nothing is lost to a crash, and what is deleted is gone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agent.answer.answer import Answer, AnswerSentence, Citation, Dispute, Style, Verdict
from agent.pipeline.conversation import State, Turn
from agent.pipeline.history import History, Talk
from agent.pipeline.markdown import write_markdown
from index.errors import LibraryError
from index.source import Paragraph, Source

_SOURCE = Source(1, "a/ledger.txt", "/a/ledger.txt", "Breakwater *closes*", "The Ledger", "2024-03-05")
LEDGER = Paragraph(_SOURCE, 2, "It closed.")
COPY = Paragraph(Source(2, "courier.txt", "/a/courier.txt", "Copy", None, None), 4, "It closed.")
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
    talk = Talk(history, "harbour")
    turn = Turn("did it close?", "Did it close?", State.ANSWERED, ANSWER)
    talk.keep(1, turn)
    talk.keep(2, Turn("why?", "", State.STOPPED))
    assert talk.id is not None
    assert Talk(History(), id=talk.id).turns == [turn, Turn("why?", "", State.STOPPED)]


def test_conversations_are_found_by_their_words_and_deleted_for_good() -> None:
    history = History()
    first, second = Talk(history, "harbour"), Talk(history, "harbour")
    first.keep(1, Turn("Who paid for the ferry?", "", State.ANSWERED, ANSWER))
    second.keep(1, Turn("Who painted the lighthouse?"))
    assert [kept.title for kept in history.find()] == ["Who painted the lighthouse?", "Who paid for the ferry?"]
    assert [kept.id for kept in history.find("FERRY closed")] == [first.id]
    assert history.find("ferry lighthouse") == []
    assert second.id is not None
    history.delete(second.id)
    assert [kept.id for kept in history.find()] == [first.id]
    assert b"lighthouse" not in history.file.read_bytes()


def test_a_killed_process_loses_no_turn(home: Path) -> None:
    program = (
        "import os, signal\n"
        "from agent.pipeline.conversation import State, Turn\n"
        "from agent.pipeline.history import History, Talk\n"
        "talk = Talk(History(), 'harbour')\n"
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
