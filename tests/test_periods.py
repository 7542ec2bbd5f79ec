"""Periods: what is told of another quarter, year, month, time or side than the one asked about is no answer."""

import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.question import read_question
from agent.evidence.quotable import split_quotable
from agent.evidence.vetoes.others import tell_others
from agent.evidence.vetoes.quarters import read_periods
from index.source import Paragraph, Source


def tell(question: str, text: str, *, title: str = "Report", day: str | None = "2032-07-20") -> list[bool]:
    """Tell which sentences of a report's only paragraph are of something else than a question asks about."""
    paragraph = Paragraph(Source(1, "a.txt", "", title, None, day), 1, text)
    sentences = split_quotable(text)
    candidates = [
        Candidate(paragraph, each, before, 1.0, {})
        for each, before in zip(sentences, ["", *sentences[:-1]], strict=True)
    ]
    return tell_others(read_question(question), candidates)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sales rose in the third quarter.", {"quarter 3"}),
        ("Second-half output fell; Q2 was better.", {"half 2", "quarter 2"}),
        ("In the April-June period sales rose.", {"quarter 2"}),
        ("From January to June they lost money.", {"half 1"}),
        ("Orders in the quarter were weak.", {"quarter 0"}),
        ("The rate rose by a quarter of a point in the first half of the match.", {"half 1"}),
        ("Half of them left before the quarter-final.", set()),
    ],
)
def test_the_parts_of_a_year_are_read(text: str, parts: set[str]) -> None:
    assert read_periods(text).parts == parts


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("What was the profit in the second quarter?", "The profit in the first quarter was 3 million.", [True]),
        ("What was the profit in Q2 of 2032?", "For 2032 the mill expects a profit of 9 million.", [True]),
        ("What was the profit in the second quarter?", "The full-year profit was 9 million.", [True]),
        ("What was the profit in the full year?", "The profit was 2 million in the quarter.", [True]),
        ("What was the profit in the second quarter?", "Profit was 2 million from April to June.", [False]),
        ("What was the profit in the second quarter?", "Profit was 2 million.", [False]),
        (
            "What was the profit for the year?",
            "Profit was 2 million in the quarter and 9 million for the year.",
            [False],
        ),
        (
            "What was the profit in the third quarter?",
            "Sales rose in the third quarter. Profit was 2 million.",
            [False] * 2,
        ),
        (
            "What was the profit in the third quarter?",
            "Sales rose in the first quarter. Profit was 2 million.",
            [True] * 2,
        ),
        ("How much profit did it make in 2031?", "In the last quarter it made a profit of 2 million.", [True]),
        ("How much profit did it make in 2031?", "Of the 9 million made in 2031 the last quarter brought 2.", [False]),
        ("When did the second quarter begin?", "The first quarter ended in March.", [False]),
    ],
)
def test_another_part_of_the_year_is_no_answer(question: str, text: str, told: list[bool]) -> None:
    assert tell(question, text) == told


def test_the_quarter_is_that_of_the_report() -> None:
    text = "Wool sales rose 4 percent in the quarter."
    assert tell(
        "How much did wool sales rise in the first quarter?", text, title="Mill's third-quarter loss widens"
    ) == [True]
    assert tell(
        "How much did wool sales rise in the third quarter?", text, title="Mill's third-quarter loss widens"
    ) == [False]


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("How did Nell Ward vote in March?", "Nell Ward voted against the bypass on Tuesday.", [True]),
        ("How did Nell Ward vote in March?", "Nell Ward voted against the bypass.", [True]),
        (
            "How did Nell Ward vote in March?",
            "The council met in March. Nell Ward voted against the bypass.",
            [False] * 2,
        ),
        ("How did Nell Ward vote in July?", "Nell Ward voted against the bypass on Tuesday.", [False]),
        ("What was the price of oats in June?", "Oats cost 4 crowns, the office said on Tuesday.", [False]),
        ("What was the price of oats in May?", "Oats cost 4 crowns in June.", [True]),
        ("What was the price of oats in May?", "Oats cost 4 crowns in June, up from 3 in May.", [False]),
        ("Who won last year's race?", "Nell Ward won by a length.", [True]),
        ("Who won last year's race?", "A year ago Nell Ward won by a length.", [False]),
        ("Who won the race?", "Nell Ward won by a length.", [False]),
        (
            "What price of oats is expected in 2034?",
            "Oats are expected to cost 5 crowns by the end of the year.",
            [True],
        ),
        ("What price of oats is expected in 2034?", "Oats are expected to cost 5 crowns.", [False]),
    ],
)
def test_another_month_or_year_is_no_answer(question: str, text: str, told: list[bool]) -> None:
    assert tell(question, text) == told


def test_a_report_without_a_day_is_of_any_month() -> None:
    assert tell("How did Nell Ward vote in March?", "Nell Ward voted against the bypass.", day=None) == [False]


@pytest.mark.parametrize(
    ("question", "text", "title", "told"),
    [
        (
            "Why was the first trial stopped?",
            "The second trial was stopped because a juror fell ill.",
            "Report",
            [True],
        ),
        (
            "Why was the trial stopped the first time?",
            "It was stopped a second time over a trial juror.",
            "Report",
            [True],
        ),
        (
            "Why was the first trial stopped?",
            "It was stopped because a juror fell ill.",
            "Second trial stopped",
            [True],
        ),
        (
            "Why was the second trial stopped?",
            "It was stopped because a juror fell ill.",
            "Second trial stopped",
            [False],
        ),
        ("Why was the first trial stopped?", "The first trial was stopped like the second trial.", "Report", [False]),
        ("Why was the trial stopped?", "The second trial was stopped because a juror fell ill.", "Report", [False]),
        ("Who is the first woman to win?", "Nell Ward won the second race.", "Report", [False]),
    ],
)
def test_another_time_is_no_answer(question: str, text: str, title: str, told: list[bool]) -> None:
    assert tell(question, text, title=title) == told


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Who voted against the bypass?", "Nine of the councillors voted for the bypass.", [True]),
        ("Who voted for the bypass?", "Nell Ward voted against the bypass.", [True]),
        ("Who voted against the bypass?", "Nine voted for the bypass and Nell Ward against it.", [False]),
        ("Who voted against the bypass?", "Nine voted for the bypass; Nell Ward opposed it.", [False]),
        ("Did Nell Ward vote against the bypass?", "Nell Ward voted for the bypass.", [False]),
        ("Who spoke against the bypass?", "Nell Ward voted for the bypass.", [False]),
        ("Who voted against the bypass?", "Nell Ward said no.", [False]),
    ],
)
def test_the_other_side_is_no_answer(question: str, text: str, told: list[bool]) -> None:
    assert tell(question, text) == told


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "What was the mill's gross margin?",
            "The gross margin was 12 percent in spring. Wages rose by 3 percent.",
            [False, False],
        ),
        ("What was the mill's gross margin?", "Wages rose by 3 percent. The gross margin fell.", [True, False]),
        ("What was the mill's gross margin?", "Wages rose by 3 percent.", [False]),
        ("What was the mill's wage bill?", "The margin was 12 percent. Wages were paid late.", [False, False]),
    ],
)
def test_another_figure_is_no_answer_where_the_one_asked_for_is_named(
    question: str, text: str, told: list[bool]
) -> None:
    assert tell(question, text) == told
