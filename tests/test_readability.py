"""Which sentences can stand in a summary by themselves."""

import pytest

from agent.digest.statements.context import leans_back
from agent.digest.statements.readability import drop_opener, is_whole, points_back


@pytest.mark.parametrize(
    "quote",
    [
        "By Orla Vance and Ruben Asch",
        "(Reporting by Orla Vance; editing by Ruben Asch)",
        "The dam at Corven, pictured before the storm, held for ninety years.",
        "Who opened the gates of the Corven dam?",
        "“Who opened the gates?” Vance asked the council on Monday.",
        "To have our reports by mail, subscribe to the newsletter of the Ledger.",
        "Sen. Orla Vance, R-S.",
        "C., would not go so far but called for an inquiry.",
        "- The dam was inspected in May.",
        "Vance said that the gates were open. ”",
        "See https://ledger.example/corven for a map.",
    ],
)
def test_scraps_notices_and_questions_are_not_whole_sentences(quote: str) -> None:
    assert not is_whole(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "But the dam held until noon.",
        "As a result, the council met twice.",
        "Vance also said that the gates were open.",
        "“The gates were open,” he said.",
        "“The gates were open,” it says.",
        "The Flood Relief Act, he said, came too late.",
        "In a letter to the council, she called the flood a crime.",
        "Waving a map, he told the council where the wall had cracked.",
        "Those warnings went unread.",
        "The engineers had no answer to such questions.",
    ],
)
def test_what_goes_on_from_something_else_is_told(quote: str) -> None:
    assert points_back(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "Orla Vance said that she had opened the gates.",
        "The mayor said he had opened the gates.",
        "“They opened the gates for us,” said Orla Vance.",
        "In his letter to the council, Ruben Asch called the flood a crime.",
        "Engineers said they had warned the council.",
        "The council, such as it is, met at noon.",
    ],
)
def test_what_names_whom_it_speaks_of_stands_alone(quote: str) -> None:
    assert is_whole(quote) and not points_back(quote)


def test_a_side_of_a_dispute_loses_the_word_that_joined_it() -> None:
    assert drop_opener("But a monitor denied this.") == "A monitor denied this."
    assert drop_opener("However, the monitor denied this.") == "The monitor denied this."
    assert drop_opener("Butter is dear.") == "Butter is dear."


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("It was addressed to Orla Vance, who ran the dam.", True),
        ("Two of them are in the hospital of Orme.", True),
        ("It was agreed to close the gates.", False),
        ("It is believed that the gates were open.", False),
        ("Two of the gates were open.", False),
    ],
)
def test_what_the_sentence_before_names_is_missing(sentence: str, leans: bool) -> None:
    assert leans_back(sentence) is leans
