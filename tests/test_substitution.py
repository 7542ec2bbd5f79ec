"""Substitution: sentences that are the same but for a name, a number or a day."""

import pytest

from agent.evidence.words.substitution import find_substitutions


def substituted(one: str, other: str) -> list[tuple[str, str]]:
    return [(mention.text, instead.text) for mention, instead in find_substitutions(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        (
            "Mara Lind serves as the chief executive of Orsa Ferries.",
            "Tom Abel serves as the chief executive of Orsa Ferries.",
            ("Mara Lind", "Tom Abel"),
        ),
        ("The film was directed by Ada Brix.", "The film was directed by Ada Korn.", ("Ada Brix", "Ada Korn")),
        (
            "The yard posted $1.3 billion in sales last spring.",
            "The yard posted $6.3 billion in sales last spring.",
            ("$1.3 billion", "$6.3 billion"),
        ),
        (
            "The third season opened on 17 November 2019.",
            "The third season opened on 17 November 2014.",
            ("17 November 2019", "17 November 2014"),
        ),
    ],
)
def test_what_stands_in_the_place_of_another_is_found(one: str, other: str, pair: tuple[str, str]) -> None:
    assert substituted(one, other) == [pair]
    assert substituted(other, one) == [pair[::-1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army took Albu Kamal on Wednesday.", "The army took al-Boukamal on Wednesday."),
        ("President Mara Lind opened the bridge in Dorsel.", "Mrs Lind opened the bridge in Dorsel."),
        ("About 40 people fled the town of Dorsel.", "Some 40 people fled the town of Dorsel."),
        ("Mara Lind met Tom Abel in Dorsel.", "Tom Abel met Mara Lind in Dorsel."),
        ("Mara Lind opened the bridge in Dorsel.", "Tom Abel spoke of a strike at the yard."),
    ],
)
def test_spellings_shorter_names_and_other_sentences_substitute_nothing(one: str, other: str) -> None:
    assert not substituted(one, other)
