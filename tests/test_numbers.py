"""Numbers are read with their unit and hedge, and contradict each other only where both cannot be true."""

import math

import pytest

from index.language.numbers import NumberMention, contradict_numbers, find_numbers


def only(text: str) -> NumberMention:
    (mention,) = find_numbers(text)
    assert text[mention.start : mention.end] == mention.text
    return mention


@pytest.mark.parametrize(
    ("text", "value", "kind", "unit", "hedge"),
    [
        ("At least 20 people fled", 20, "plain", "people", "at least"),
        ("twenty-three were hurt", 23, "plain", "", ""),
        ("about a dozen goats", 12, "plain", "goats", "about"),
        ("two hundred and five armed guards", 205, "plain", "guards", ""),
        ("up to 1,200 soldiers", 1200, "plain", "soldiers", "at most"),
        ("1.5 million euros", 1.5e6, "money", "€", ""),
        ("14 million crowns", 1.4e7, "money", "crown", ""),
        ("90 roubles", 90, "money", "ruble", ""),
        ("£7 5s. 3d. in coin", 7.2625, "money", "£", ""),
        ("£1,310. 10s. of debt", 1310.5, "money", "£", ""),
        ("about 2s. 6d. a week", 0.125, "money", "£", "about"),
        ("30l. 4s. of rent", 30.2, "money", "£", ""),
        ("£2 3½d. too much", 2.014583, "money", "£", ""),
        ("US$10bn", 1e10, "money", "$", ""),
        ("£5m or more", 5e6, "money", "£", "at least"),
        ("he fell 600m while climbing", 600, "plain", "m", ""),
        ("2m Varnian users", 2e6, "plain", "", ""),
        ("29-of-34 passes", 29, "plain", "", ""),
        ("half a million votes", 5e5, "plain", "votes", ""),
        ("two-thirds of voters", 66.67, "percent", "", ""),
        ("nearly 5 per cent", 5, "percent", "", "about"),
        ("5.5%", 5.5, "percent", "", ""),
        ("the second vote", 2, "ordinal", "vote", ""),
        ("Vance's second vote", 2, "ordinal", "vote", ""),
        ("a 23-year-old", 23, "plain", "year-old", ""),
        ("an 11-year old girl", 11, "plain", "year-old", ""),
        ("he is four years old", 4, "plain", "year-old", ""),
        ("a 13-minute address", 13, "plain", "minute", ""),
        ("he married twice", 2, "plain", "times", ""),
        ("a magnitude-5.9 quake", 5.9, "plain", "", ""),
        ("the three-member panel", 3, "plain", "member", ""),
        ("the 50-odd boats", 50, "plain", "boats", ""),
        ("one man", 1, "plain", "man", ""),
        ("100+ cases", 100, "plain", "cases", "at least"),
        ("Only 12 of them fled", 12, "plain", "", ""),
    ],
)
def test_find_numbers(text: str, value: float, kind: str, unit: str, hedge: str) -> None:
    found = only(text)
    assert (found.value, found.high, found.kind, found.unit, found.hedge) == (value, value, kind, unit, hedge)


def test_ranges_scores_and_vague_numbers() -> None:
    assert (only("12,000–15,000 men").value, only("12,000–15,000 men").high) == (12000, 15000)
    assert (only("5 to 7 million").value, only("5 to 7 million").high) == (5e6, 7e6)
    assert (only("they won 3-1").kind, only("it passed 234-193").high) == ("score", 193)
    assert (only("hundreds of thousands of fans").value, only("dozens more").high) == (1e5, math.inf)


@pytest.mark.parametrize(
    "text",
    [
        "On Nov. 8, 2017, at 5:30 p.m., or 6 pm, in 2010",
        "F-16, COVID-19, Boeing 737, Article 5, No. 3",
        "no one, one of them, the one",
        "",
    ],
)
def test_dates_times_codes_and_names_are_no_quantities(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("a", "b", "contradict"),
    [
        ("20 people", "23 people", True),
        ("at least 20 people", "23 people", False),
        ("at least 30 people", "23 people", True),
        ("up to 300 rebels", "250 rebels", False),
        ("up to 300 rebels", "more than 400 rebels", True),
        ("about 20 men", "23 men", False),
        ("about 20 men", "60 men", True),
        ("300 rebels", "304 rebels", False),
        ("2 million votes", "2,034,000 votes", False),
        ("1.5 million votes", "1.54 million votes", False),
        ("1,300 pigs", "1,318 pigs", False),
        ("340,000 kettles", "310,000 kettles", True),
        ("£4.5m", "£4.2m", True),
        ("about 340,000 kettles", "310,000 kettles", False),
        ("hundreds of rebels", "12 rebels", True),
        ("hundreds of rebels", "340 rebels", False),
        ("5 per cent", "5 people", False),
        ("5%", "7%", True),
        ("$5 million", "€6 million", False),
        ("20 fighters", "3 tanks", False),
        ("20 fighters", "1 fighter", True),
        ("they won 3-1", "they won 2-1", True),
        ("5 to 7 days", "6 days", False),
    ],
)
def test_contradictions(a: str, b: str, contradict: bool) -> None:
    assert contradict_numbers(only(a), only(b)) is contradict is contradict_numbers(only(b), only(a))
