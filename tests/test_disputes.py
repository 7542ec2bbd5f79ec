"""Disputes in answers: a denial and other numbers are told, what only looks like one is not."""

import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.likeness import Words
from agent.evidence.question import read_question
from agent.verify.disputes import find_contradiction
from index.embed import load_embedder
from index.source import Paragraph, Source


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(load_embedder("wordllama"))


def make_candidates(*sentences: str) -> list[Candidate]:
    return [
        Candidate(Paragraph(Source(n, f"{n}.txt", f"/{n}.txt", "Title", None, None), 1, text), text, "", 1.0, {})
        for n, text in enumerate(sentences)
    ]


DISPUTED = [
    (
        "Did the river militia cross into Varnia?",
        "The river militia crossed into Varnia on Monday, a commander said.",
        "The river militia denied it had crossed the Varnian border.",
    ),
    (
        "Did the council approve the dam?",
        "The council approved the dam on Monday.",
        "The council did not approve the dam, its clerk said.",
    ),
    (
        "How many people died in the flood?",
        "In the flood 30 people died, the flood office said.",
        "The mayor said that 55 people died in the flood.",
    ),
]

AGREED = [
    (
        "Did the river militia cross into Varnia?",
        "The river militia crossed into Varnia on Monday, a commander said.",
        "The river militia crossed into Varnia at dawn, not at night.",
    ),
    (
        "Did the council approve the dam?",
        "The council did not approve the dam.",
        "The council never approved the dam.",
    ),
    (
        "How many people died in the flood?",
        "At least 30 people died in the flood.",
        "The mayor said that 55 people died in the flood.",
    ),
    (
        "Did the council approve the dam?",
        "The council approved the dam on Monday.",
        "The council denied that it had spoken with the miners about wages.",
    ),
]


@pytest.mark.parametrize(("question", "one", "other"), DISPUTED)
def test_sides_that_contradict_each_other_are_found(question: str, one: str, other: str, words: Words) -> None:
    for sentences in ((one, other), (other, one)):
        assert find_contradiction(read_question(question), make_candidates(*sentences), words) is not None


@pytest.mark.parametrize(("question", "one", "other"), AGREED)
def test_what_does_not_contradict_is_no_dispute(question: str, one: str, other: str, words: Words) -> None:
    for sentences in ((one, other), (other, one)):
        assert find_contradiction(read_question(question), make_candidates(*sentences), words) is None


def test_one_paragraph_does_not_dispute_itself(words: Words) -> None:
    text = "The council approved the dam. The council did not approve the dam."
    paragraph = Paragraph(Source(1, "a.txt", "/a.txt", "Title", None, None), 1, text)
    candidates = [Candidate(paragraph, part.strip() + ".", "", 1.0, {}) for part in text.split(".") if part.strip()]
    assert find_contradiction(read_question("Did the council approve the dam?"), candidates, words) is None
