"""Bearers: what is told of one town, firm or thing is no answer to what is asked of another."""

from collections.abc import Sequence

import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.question import read_question
from agent.evidence.quotable import split_quotable
from agent.evidence.vetoes.bearers import bear_others, find_bearers
from agent.evidence.vetoes.passing import tell_of_passing
from index.source import Paragraph, Source

DAIRY = Source(1, "a.txt", "", "Oakmere Dairy to shut its Pell creamery", None, "2031-03-04")
DAIRY_BODY = (
    "Oakmere Dairy will close its creamery at Pell in June, the company said on Tuesday.",
    "Milk prices have fallen by a fifth. About 140 people will lose their jobs.",
    "Sales came to 88 million crowns last year.",
    "Shares in Oakmere lost 4 percent, while those of its rival Tarn Cheese gained 2 percent.",
    "Tarn, which is based in Holme, lost 3 million crowns. It has 900 workers.",
    "The firm hopes to open a shop in spring, like Tarn.",
    "Oakmere Dairy's cheese costs 9 crowns.",
    "Oakmere has 2,100 workers. A pension fund owns a third of the shares.",
)
FERRY = Source(2, "b.txt", "", "Night ferry to Skarn gets a new ship", None, "2031-05-02")
FERRY_BODY = (
    "The night ferry to Skarn will be sailed by the Grey Heron from July, the harbour board said.",
    "The ship is 96 metres long and cost 31 million crowns.",
    "Turnover was 4 million crowns at the quay.",
    "Ticket sales rose in Skarn and in Ostvik, and fell in Lund.",
    "In neighbouring Ostvik the board will build a car park.",
    "It will have 300 places.",
    "The board's other vessel, the White Tern, is due for repair in May.",
    "The ship will be painted blue. The tern is older and slower.",
)


def read(source: Source, body: Sequence[str]) -> list[Candidate]:
    """Return the sentences of a report as candidates."""
    candidates = []
    for n, text in enumerate(body, 1):
        before = split_quotable(body[n - 2])[-1] if n > 1 else ""
        for sentence in split_quotable(text):
            candidates.append(Candidate(Paragraph(source, n, text), sentence, before, 1.0, {}))
            before = sentence
    return candidates


CANDIDATES = [*read(DAIRY, DAIRY_BODY), *read(FERRY, FERRY_BODY)]


def tell(question: str, sentence: str) -> bool:
    """Tell whether a sentence of the reports is taken to be of something else than a question asks about."""
    texts = [candidate.text for candidate in CANDIDATES]
    return bear_others(question, CANDIDATES)[texts.index(sentence)]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What were Tarn Cheese's sales last year?", "Sales came to 88 million crowns last year."),
        ("How many jobs will go at Tarn Cheese?", "About 140 people will lose their jobs."),
        ("How many workers does Tarn Cheese have?", "Oakmere has 2,100 workers."),
        ("How much does Tarn Cheese's cheese cost?", "Oakmere Dairy's cheese costs 9 crowns."),
        ("How long is the White Tern?", "The ship is 96 metres long and cost 31 million crowns."),
        ("How much did the White Tern cost?", "The ship is 96 metres long and cost 31 million crowns."),
        ("What was the turnover in Ostvik?", "Turnover was 4 million crowns at the quay."),
    ],
)
def test_that_what_a_report_tells_is_of_what_it_is_about(question: str, sentence: str) -> None:
    assert tell(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What were Oakmere Dairy's sales last year?", "Sales came to 88 million crowns last year."),
        ("How many workers does Tarn Cheese have?", "It has 900 workers."),
        ("Where does Tarn Cheese hope to open a shop?", "The firm hopes to open a shop in spring, like Tarn."),
        ("How much did Tarn Cheese lose?", "Tarn, which is based in Holme, lost 3 million crowns."),
        ("How long is the Grey Heron?", "The ship is 96 metres long and cost 31 million crowns."),
        ("How many places will the car park in Ostvik have?", "It will have 300 places."),
        ("How old is the White Tern?", "The tern is older and slower."),
        ("What did the ship cost?", "The ship is 96 metres long and cost 31 million crowns."),
        ("What were the sales of Borough Butter?", "Sales came to 88 million crowns last year."),
    ],
)
def test_that_what_goes_on_from_a_name_is_of_it(question: str, sentence: str) -> None:
    assert not tell(question, sentence)


def test_that_a_report_about_one_town_is_not_of_one_beside_it_that_another_report_is_about() -> None:
    lund = Source(3, "c.txt", "", "Storm shuts the schools of Lund", None, "2031-01-09")
    holme = Source(4, "d.txt", "", "Roofs gone in Holme", None, "2031-01-09")
    candidates = [
        *read(
            lund, ["All schools in Lund were shut on Friday.", "Snow fell in Lund, and rain in Holme.", "Buses ran."]
        ),
        *read(
            holme,
            [
                "The wind tore roofs away.",
                "The hospital is cut off.",
                "It also blew hard in Lund.",
                "Hail fell.",
                "Six cows died.",
            ],
        ),
    ]
    told = dict(
        zip((each.text for each in candidates), bear_others("How many cows died in Lund?", candidates), strict=True)
    )
    assert told["Six cows died."]
    assert not told["Buses ran."]
    assert not told["Snow fell in Lund, and rain in Holme."]


def test_that_a_person_may_be_told_of_without_a_name() -> None:
    source = Source(5, "e.txt", "", "Statue splits Vell", None, None)
    body = [
        "A bronze statue went up in Vell.",
        "It had a traffic cone on its head by Monday.",
        "Councillor Ada Munk disagrees. Munk is collecting names.",
        "Rain fell all day.",
        "About 1,900 names were handed in on Friday.",
    ]
    candidates = read(source, body)
    assert not any(bear_others("How many names did Munk collect?", candidates))


def test_that_what_stands_under_a_heading_is_of_it_and_what_one_says_of_himself_may_be_of_anybody() -> None:
    body = [
        "Four dairies were visited in spring.",
        "All of them make butter.",
        "Pell Butter",
        "The creamery lies on a hill.",
        "Cows graze around it.",
        "Sheep do too.",
        "Output was 40 tonnes.",
        "Holme Curd",
        "Nobody was in.",
        "Rats were seen.",
        "Cheese lay about.",
        "Output was 9 tonnes a year.",
        "“We employ 30 people.”",
    ]
    candidates = read(Source(6, "f.txt", "", "Dairies of the hills", None, None), body)
    told = bear_others("What was the output of Pell Butter?", candidates)
    assert dict(zip(body, told, strict=True)) == {text: n in (0, 1, 8, 9, 10, 11) for n, text in enumerate(body)}


@pytest.mark.parametrize(
    ("question", "bearers"),
    [
        ("What is Oakmere's turnover?", ["Oakmere"]),
        ("What was the turnout in Ostvik?", ["Ostvik"]),
        ("Who runs the White Tern?", ["White Tern"]),
        ("What did the board say about Ostvik?", []),
        ("What would the plan require of White House hopefuls?", []),
    ],
)
def test_whose_something_is_asked_for(question: str, bearers: list[str]) -> None:
    assert find_bearers(question) == bearers


@pytest.mark.parametrize(
    ("question", "passing"),
    [
        ("Why was the opening put off?", True),
        ("Why was the opening of the Moor Baths put off?", False),
        ("Who was angry?", False),
    ],
)
def test_that_what_is_asked_for_without_a_name_is_that_of_what_reports_are_about(question: str, passing: bool) -> None:
    source = Source(6, "f.txt", "", "Harl Library late again", None, None)
    body = [
        "The opening of the Harl Library has been put off because its roof leaks.",
        "Readers were angry.",
        "The old one stays open.",
        "The opening of the Moor Baths has been put off too, because a pump is missing.",
    ]
    assert tell_of_passing(read_question(question), read(source, body)) == [False, False, False, passing]
