"""Sentences that name what is asked about only to say where something else lies."""

import pytest

from agent.evidence.beside import stands_beside
from agent.evidence.question import read_question


@pytest.mark.parametrize(
    ("question", "text", "beside"),
    [
        ("Who took Port Marsuq?", "Rebels took Lindenau, opposite Port-Marsuq, in May.", True),
        ("Who took Port Marsuq?", "Rebels took a hill north of Port Marsuq.", True),
        ("Who took Port Marsuq?", "Rebels near Port Marsuq took Port Marsuq in May.", False),
        ("Who took Port Marsuq?", "Rebels took the town near the river.", False),
        ("Where was the ferry found?", "It was found near Port Marsuq.", False),
        ("Where near Port Marsuq was the ferry found?", "It was found near Port Marsuq.", False),
    ],
)
def test_a_place_named_for_where_another_lies_is_not_what_a_sentence_is_about(
    question: str, text: str, beside: bool
) -> None:
    assert stands_beside(read_question(question), text) is beside
