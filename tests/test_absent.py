"""Absent: a question about what no source names is not answered with what they tell of something else."""

import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.vetoes.absent import lacks_asked
from index.source import Paragraph, Source

SOURCES = (
    ("Flood empties Dorsel", "The mayor, Ilse Brandt, said that the sirens had sounded. The Lenn burst its banks."),
    ("Town under water", "Fighters of IS left. Al-Boukamal was taken by troops of the United Nations Interim Force."),
)


def gather() -> list[Candidate]:
    """Return every sentence, each paragraph with its title."""
    found = []
    for number, (title, text) in enumerate(SOURCES):
        paragraph = Paragraph(Source(number, f"{number}.txt", f"/{number}.txt", title, None, None), 1, text)
        found += [Candidate(paragraph, sentence, "", 1.0, {}) for sentence in text.split(". ")]
    return found


@pytest.mark.parametrize(
    "question",
    [
        "Who is the mayor of Korvo?",
        "Did the mayor of New Lindenau hear the sirens?",
        "What did Jonas Tollan say about Dorsel?",
    ],
)
def test_a_name_that_no_source_has_is_lacking(question: str) -> None:
    assert lacks_asked(question, gather())


@pytest.mark.parametrize(
    "question",
    [
        "Who is the mayor of Dorsel?",  # only the title has it
        "Who is the mayor of Dorsl?",
        "What did Mayor Brandt say?",
        "who is the mayor of korvo?",  # no capital, no name
        "Who took Albukamal?",
        "When did Islamic State leave?",
        "Who took the town for UNIFIL?",
        "Did American soldiers take the town?",
        "Did France send troops?",
        "What happened on Monday?",
    ],
)
def test_another_spelling_a_country_and_an_acronym_are_not(question: str) -> None:
    assert not lacks_asked(question, gather())


def test_without_candidates_nothing_is_lacking() -> None:
    assert not lacks_asked("Who is the mayor of Korvo?", [])
