"""Replies: what a source tells against the sentence that is quoted stands beside it, whichever was found."""

import json
import math
from pathlib import Path

import pytest

from agent.answer.composition import Part
from agent.cli.edge import run_command
from agent.cli.main import concord
from agent.evaluation.reader import open_folder
from agent.evidence.candidates import Candidate
from agent.evidence.context.neighbours import find_neighbours
from agent.evidence.question import read_question
from agent.evidence.ranked import Ranked, Ranking
from agent.evidence.words.likeness import Words
from agent.verify.replies import add_replies

PROMISED = "Rosa Tell, a singer, said the curator had promised her the post."
LEFT = "Mira Voll said she would leave the board in May to travel."
COUNTED = "[2] Ida Marsh: That is not accurate. All 48 pumps were checked, according to our books."


def write(folder: Path, *paragraphs: str) -> Path:
    text = "\n\n".join(["Trouble at the Lisk museum", "By Ane Rud", *paragraphs])
    (folder / "report.txt").write_text(text + "\n", encoding="utf-8")
    return folder


def shown(folder: Path, words: Words, question: str, stated: str, probability: float = 0.5) -> list[str]:
    """Return what is shown of an answer that quotes one sentence; others are as probable as is said."""
    with open_folder(folder) as (library, _):
        body = library.paragraphs(library.sources()[0])
        paragraph = next(each for each in body if stated in each.text)
        first = Candidate(paragraph, stated, "", 1.0, {}, body=body)
        near = [other for side in find_neighbours(first) for other in side]
        odds = math.log(probability / (1.0 - probability))
        items = tuple(Ranked(each, 0.0, 0.0, {}, odds) for each in (first, *near))
        ranking = Ranking(read_question(question), items, 1.0, 0.5, 0.7, words)
        return [part.text for part in add_replies([Part(stated, (first,))], ranking)]


@pytest.mark.parametrize(
    ("question", "stated", "before", "behind", "found"),
    [
        ("What did the curator promise?", PROMISED, "", "The curator said he had never met Tell.", True),
        ("What did the curator promise?", PROMISED, "", "The curator denied having an affair.", False),
        ("What did the curator promise?", PROMISED, "The curator said he had never met Tell.", "", False),
        ("Why will Voll leave?", LEFT, "", "Two members said that Brandt had asked her to go.", True),
        ("Why will Voll leave?", LEFT, "Two members said that she goes because she was tired.", "", True),
        ("Why will Voll leave?", LEFT, "", "Two members said that they would miss her.", False),
        ("When will Voll leave?", LEFT, "", "Two members said that Brandt had asked her to go.", False),
        ("How many men struck?", "The union said 900 men struck.", "", "The yard said 300 men struck.", True),
        ("How many men struck?", "The union said 900 men struck.", "", "The yard said 2 cranes stood still.", False),
    ],
)
def test_what_stands_beside_the_answer_and_tells_otherwise_is_quoted(
    tmp_path: Path, words: Words, question: str, stated: str, before: str, behind: str, found: bool
) -> None:
    told = shown(write(tmp_path, f"{before} {stated} {behind}".strip()), words, question, stated)
    assert told == [stated, *([before or behind] if found else [])]


ASKED = "Mrs Tarn asked for leave to sell the field."
CONFIRMED = "Marl confirmed that the pump had failed on Friday."


@pytest.mark.parametrize(
    ("stated", "before", "behind", "found"),
    [
        (ASKED, "", "The judge refused it.", True),
        (ASKED, "", "Leave was granted on Monday.", True),
        (ASKED, "", "The judge sits on Mondays.", False),
        (ASKED, "", "The judge refused to name the buyer.", False),
        ("Mr Rook invited me to find that the deed was forged.", "", "I decline to do so: no expert was called.", True),
        ("The owners offered 40,000 crowns.", "", "The families turned the offer down.", True),
        ("The owners offered 40,000 crowns.", "", "The families had until May to accept or reject the offer.", False),
        ("The nurses asked the clinic about the rota.", "", "It was approved in May.", False),
        ("Councillor Beck moved that the fee be halved.", "", "The motion fell by one vote.", True),
        ("The judge refused it.", ASKED, "", True),
        ("He had earlier denied that it was broken.", CONFIRMED, "", True),
        ("Until then she had said that it ran all night.", CONFIRMED, "", True),
        ("A rival firm had earlier said that it was new.", CONFIRMED, "", False),
        ("She had served in the navy.", CONFIRMED, "", False),
        ("It was the third reported case this year.", "The case was confirmed on Friday.", "", False),
        ("The council first said 40 homes were wet.", "", "It later put the number at 62.", True),
        ("Officials initially denied that oil had leaked.", "", "On Friday they admitted that it had.", True),
        ("The council first said 40 homes were wet.", "", "It later moved to another hall.", False),
        ("The minister initially said talks were near.", "", "He later said he was pleased.", False),
    ],
)
@pytest.mark.parametrize("question", ["Who owns the field?", "What became of it?"])
def test_what_decides_or_takes_back_a_sentence_beside_it_is_quoted_whatever_is_asked(
    tmp_path: Path, words: Words, question: str, stated: str, before: str, behind: str, found: bool
) -> None:
    told = shown(write(tmp_path, f"{before} {stated} {behind} It rained.".strip()), words, question, stated)
    assert told == [stated, *([before or behind] if found else [])]


def test_the_time_that_is_told_instead_of_a_denied_one_is_quoted(tmp_path: Path, words: Words) -> None:
    stated, told = "The board says letters went out at 8.15pm. They did not.", "Mine came at 11.05pm."
    folder = write(tmp_path, f"{stated} {told} It rained.")
    assert shown(folder, words, "What time did the letters go out?", stated) == [stated, told]
    assert shown(folder, words, "Who wrote the letters?", stated) == [stated]


def test_a_reply_may_open_the_next_paragraph_or_follow_a_quotation(tmp_path: Path, words: Words) -> None:
    denied = "The curator denied this."
    question = "What did the curator promise?"
    assert shown(write(tmp_path, PROMISED, f"{denied} It rained."), words, question, PROMISED) == [PROMISED, denied]
    spoken = '"He gave me his word," she said.'
    assert shown(write(tmp_path, f"{PROMISED} {spoken} {denied}"), words, question, PROMISED) == [PROMISED, denied]
    assert shown(write(tmp_path, f"{PROMISED} It rained. {denied}"), words, question, PROMISED) == [PROMISED]


def test_a_denial_is_quoted_with_what_it_denies(tmp_path: Path, words: Words) -> None:
    denied = "The curator said he had never met Tell."
    told = shown(write(tmp_path, f"{PROMISED} {denied}"), words, "Did the curator meet Tell?", denied)
    assert told == [denied, PROMISED]


def test_who_begins_with_a_denial_answers_the_paragraph_above(tmp_path: Path, words: Words) -> None:
    folder = write(tmp_path, "[1] Per Sand: Thirty-one pumps. The others were never looked at by us.", COUNTED)
    stated = "All 48 pumps were checked, according to our books."
    told = shown(folder, words, "How many pumps were checked?", stated)
    assert told[0] == stated and "Thirty-one" in told[1] and len(told) == 2


def test_what_goes_the_other_way_and_surely_answers_is_another_speaker_s_version(tmp_path: Path, words: Words) -> None:
    stated, other = "Brandt told us that not one stranger worked there.", "We counted eleven from Osmund."
    folder, question = write(tmp_path, f"{other} {stated}"), "Did strangers work there?"
    assert shown(folder, words, question, stated, 0.9) == [stated, other]
    assert shown(folder, words, question, stated, 0.5) == [stated]


def test_the_denial_behind_an_answer_is_cited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    offered = "Ilse Holt, who speaks for the yard, said it had offered the dockers' union talks in May."
    folder = write(tmp_path, f"{offered} Vance denied having received any offer.", "The crane of Lisk was painted.")
    asked = "Did the yard offer the union talks?"
    assert run_command(concord, ["ask", asked, "--sources", str(folder), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert [citation["quote"] for citation in record["citations"]] == [
        offered,
        "Vance denied having received any offer.",
    ]
    assert record["disputes"] == []
