"""Exchanges: sources that say the same but for what a question asks for contradict each other."""

from dataclasses import replace

import pytest
from test_disputes import make_candidates

from agent.evidence.candidates import Candidate
from agent.evidence.exchange import find_exchange
from agent.evidence.question import read_question
from agent.evidence.words.likeness import Words
from agent.verify.disputes import find_contradiction

LIND = "Mara Lind designed the new bridge of Dorsel for the river board."
ABEL = "Tom Abel designed the new bridge of Dorsel for the river board."


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("Who designed the bridge of Dorsel?", LIND, ABEL),
        (
            "Which country built the dam at Lemm?",
            "Sweden built the dam at Lemm before the war.",
            "Poland built the dam at Lemm before the war.",
        ),
        (
            "What did the yard earn last spring?",
            "Last spring the yard in Dorsel earned 14 million crowns, its owner said.",
            "Last spring the yard in Dorsel earned 19 million crowns, its owner said.",
        ),
        (
            "What was the home country of the painter?",
            "The home country of the old painter of Lemm was Sweden.",
            "The home country of the old painter of Lemm was Poland.",
        ),
        (
            "When was the painter born?",
            "The painter was born in a village near Lemm on 8 February 1900.",
            "The painter was born in a village near Lemm on 15 July 1905.",
        ),
    ],
)
def test_another_answer_in_the_same_words_is_a_dispute(question: str, one: str, other: str, words: Words) -> None:
    found = find_contradiction(read_question(question), make_candidates(one, other), words)
    assert found is not None and not found.update
    assert (found.stated, found.denied) == ((0,), (1,))


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("Who were the designers of the bridge of Dorsel?", LIND, ABEL),
        ("Which designers designed the new bridge?", LIND, ABEL),
        ("What did Mara Lind design?", LIND, ABEL),
        ("When was the new bridge of Dorsel designed?", LIND, ABEL),
        (
            "Who said that the bridge is safe?",
            "The new bridge of Dorsel is safe for lorries and trams, Mara Lind said.",
            "The new bridge of Dorsel is safe for lorries and trams, Tom Abel said.",
        ),
        (
            "Which country condemned the raid on Lemm?",
            "Sweden condemned the raid on Lemm on Monday evening.",
            "Poland condemned the raid on Lemm on Monday evening.",
        ),
        (
            "Who seized the fort of Lemm?",
            "The Northern Guard seized the old fort of Lemm in spring.",
            "Colonel Tom Abel seized the old fort of Lemm in spring.",
        ),
        ("Who designed the school?", "Mara Lind designed a school.", "Tom Abel designed a school."),
        (
            "Who was hurt in the fire?",
            "Mara Lind of Dorsel was hurt in the fire at the mill.",
            "Tom Abel of Dorsel was hurt in the fire at the mill.",
        ),
        (
            "Who bought the yard?",
            "Washington bought the old yard of Dorsel in spring.",
            "America bought the old yard of Dorsel in spring.",
        ),
        (
            "Who won the race on the Teme?",
            "Mara Lind beat Ilse Brandt in the race on the Teme on 3 May 2019.",
            "Tom Abel beat Jorg Marn in the race on the Teme on 8 May 2021.",
        ),
    ],
)
def test_several_answers_speakers_and_other_events_are_none(question: str, one: str, other: str, words: Words) -> None:
    assert find_contradiction(read_question(question), make_candidates(one, other), words) is None


def test_a_later_report_may_supersede_the_other(words: Words) -> None:
    early, late = (date(each, day) for each, day in zip(make_candidates(LIND, ABEL), (3, 7), strict=True))
    found = find_contradiction(read_question("Who designed the bridge of Dorsel?"), [early, late], words)
    assert found is not None and found.update


def date(candidate: Candidate, day: int) -> Candidate:
    source = replace(candidate.paragraph.source, date=f"2021-03-0{day}")
    return replace(candidate, paragraph=replace(candidate.paragraph, source=source))


def test_a_name_is_found_beside_one_that_stays() -> None:
    question = read_question("Who is the director of the film Orsa?")
    one, other = "Orsa film director Ada Brix spoke of the sea.", "Orsa film director Tom Korn spoke of the sea."
    pair = find_exchange(question, *make_candidates(one, other))
    assert pair is not None and pair[1].text.endswith("Tom Korn")
