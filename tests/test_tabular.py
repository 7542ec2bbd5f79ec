"""Tabular: which row of a table answers a question, and that none does where something asked is not found."""

import json
from pathlib import Path
from typing import Any

import pytest

from agent.cli.edge import run_command
from agent.cli.main import concord
from agent.evidence.candidates import Candidate
from agent.evidence.question import read_question
from agent.evidence.ranked import Ranked, Ranking
from agent.evidence.tables.tabular import find_latest, fit_rows
from agent.evidence.words.likeness import Words
from index.readers.tables import place_cells, write_table
from index.source import Paragraph, Source

VOTE = [["Member", "For", "Against", "Away"], ["Cllr Arkle", "", "X", ""], ["Cllr Boyd", "X", "", ""]]
SHIPS = [
    ["Ship", "Built", "Cars", "Master", "Berths, summer", "Berths, winter"],
    ["Fern", "1962", "40", "Ann Orr", "300", ""],
    ["Moss", "1988", "95", "Wyn Abel", "410", "280"],
]
MONEY = [
    ["£ million", "2030", "2031 (restated)", "2032"],
    ["Turnover", "41.2", "38.0", "39.9"],
    ["Net debt", "12.0", "9.1", ""],
    ["Sailings (thousand)", "3.1", "2.9", "3.0"],
]
TABLES = (
    ("Northmoor Council", "Recorded vote on the sale of the mill.", VOTE),
    ("Lisk Ferries: report for 2033", "The fleet in 2032", SHIPS),
    ("Lisk Ferries: report for 2033", "Five years at a glance", MONEY),
)


def gather() -> list[Candidate]:
    candidates = []
    for number, (title, above, grid) in enumerate(TABLES):
        source = Source(number, f"{number}.html", "", title, None, None)
        rows = [row for row in write_table([place_cells(row) for row in grid]) if row]
        paragraphs = [Paragraph(source, n, text) for n, text in enumerate(rows, 2)]
        candidates += [Candidate(each, each.text, above, 1.0, {}, context=above) for each in paragraphs]
    text = "Turnover for 2031 was told again."
    return [*candidates, Candidate(Paragraph(Source(9, "9.txt", "", "Lisk", None, None), 1, text), text, "", 1.0, {})]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("How did Councillor Arkle vote on the sale of the mill?", "Cllr Arkle"),
        ("How did Arkle vote?", "Cllr Arkle"),
        ("What was the turnover of Lisk Ferries in 2031?", "Turnover"),
        ("What was Lisk Ferries' net debt at the end of 2030?", "Net debt"),
        ("How many sailings were there in 2032?", "Sailings"),
        ("How many cars can the Moss carry?", "Moss"),
        ("When was the Fern built?", "Fern"),
        ("Who is the master of the Moss?", "Moss"),
        ("How many berths does the Moss have in winter?", "Moss"),
        ("How did Councillor Cass vote on the sale of the mill?", None),  # in no row
        ("How did Councillor Arkle vote on the closure of the school?", None),  # another vote
        ("What was the turnover of Vik Ferries in 2031?", None),  # another company
        ("What was the turnover of Lisk Ferries in 2033?", None),  # no such year
        ("What was the advertising turnover of Lisk Ferries in 2031?", None),  # a part of it
        ("What was the turnover target of Lisk Ferries in 2031?", None),
        ("What was the net debt of Lisk Ferries in 2032?", None),  # the cell is empty
        ("How many berths does the Fern have in winter?", None),
        ("How many cars did the Moss lose?", None),  # no count of those
        ("How many lorries can the Moss carry?", None),
        ("How many cars can the Reed carry?", None),
        ("How many people can the Moss carry?", None),
        ("How many ships does the Fern carry?", None),
        ("Who owns the Fern?", None),
        ("Who built the Moss?", None),
        ("When did Lisk Ferries report on the Fern?", None),
        ("What did Moss do in 1988?", None),
        ("How many ships has Ann Orr?", None),
        ("Who is the cook of the Moss?", None),
        ("When was the Fern sold?", None),
        ("Why was the Fern built?", None),
        ("How much did the director of Lisk Ferries earn?", None),
    ],
)
def test_a_row_answers_where_all_that_is_asked_is_found(question: str, name: str | None) -> None:
    candidates = gather()
    fits = fit_rows(read_question(question), candidates)
    assert fits[-1] is None and None not in fits[:-1]
    found = [candidate.text for candidate, fit in zip(candidates, fits, strict=True) if fit]
    assert [name in text for text in found if name] == ([True] if name else [])
    assert len(found) == (name is not None)


@pytest.mark.parametrize(
    ("heads", "answers"),
    [("Residents", True), ("Population", True), ("People", True), ("Farms", False), ("Sheep", False)],
)
def test_people_are_counted_by_any_noun_for_them_and_no_other(heads: str, answers: bool) -> None:
    text = f"Parish: Orme │ {heads}: 412 │ Mills: 3"
    candidate = Candidate(Paragraph(Source(1, "a.html", "", "Census", None, None), 1, text), text, "", 1.0, {})
    assert fit_rows(read_question("How many people live in Orme?"), [candidate]) == [answers]
    assert fit_rows(read_question("How many people died in Orme?"), [candidate]) == [False]


@pytest.mark.parametrize(
    ("question", "above", "answers"),
    [
        ("How many locks in Orme are in poor repair?", "Locks by state of repair", True),
        ("How many locks in Orme are in poor repair?", "The locks were seen in May. All want repair.", False),
        ("How many locks in Orme are in poor repair?", "Locks by county", False),
        ("How many bridges in Orme are in poor repair?", "Locks by state of repair", False),
    ],
)
def test_what_narrows_a_head_stands_in_the_label_of_the_table(question: str, above: str, answers: bool) -> None:
    text = "Parish: Orme │ Good: 71 │ Fair: – │ Poor: 52"
    source = Source(1, "a.html", "", "Locks of the county", None, None)
    candidate = Candidate(Paragraph(source, 1, text), text, "", 1.0, {}, context=above)
    assert fit_rows(read_question(question), [candidate]) == [answers]


def test_of_two_rows_that_fit_as_well_and_tell_otherwise_none_answers() -> None:
    rows = ["Shop: Mill Lane │ Sales: 4", "Shop: Mill Lane │ Sales: 9", "Shop: Mill Lane │ Sales: 4"]
    source = Source(1, "a.html", "", "Shops", None, None)
    candidates = [Candidate(Paragraph(source, n, text), text, "", 1.0, {}) for n, text in enumerate(rows, 1)]
    question = read_question("What were the sales of the shop in Mill Lane?")
    assert fit_rows(question, candidates) == [False] * 3
    assert fit_rows(question, [candidates[0], candidates[2]]) == [True, False]


def stand(text: str, number: int, day: str | None = None, above: str = "", title: str = "Report") -> Candidate:
    source = Source(number, f"{number}.html", "", title, None, day)
    body = [Paragraph(source, 1, above or "Figures."), Paragraph(source, 2, text)]
    return Candidate(body[1], text, above, 1.0, {}, body=body, context=above)


@pytest.mark.parametrize(
    ("question", "text", "answers"),
    [
        (
            "How many people died in Ormlik?",
            "Town: Ormlık │ Dead: 12 │ Hurt: 30",
            True,
        ),  # another spelling, another word
        ("How many people were injured in Ormlik?", "Town: Ormlık │ Dead: 12 │ Hurt: 30", True),
        ("How many people live in Ormlik?", "Town: Ormlık │ Dead: 12 │ Hurt: 30", False),
        ("How many people died in Orsund?", "Town: Ormlık │ Dead: 12 │ Hurt: 30", False),
        ("How many people died in Ormlik?", "Town: Ormlık │ Cases: 12", False),
        ("What was the lowest pressure in tank 7?", "Tank: 7 │ Lowest pressure (bar): 1.4", True),
        ("What was the lowest pressure in tank 9?", "Tank: 7 │ Lowest pressure (bar): 1.4", False),
        ("What was the lowest pressure in chamber 7?", "Tank: 7 │ Lowest pressure (bar): 1.4", False),
        ("Is the coast road to Vik open?", "Route: Old coast road to Vik │ Status: Shut │ Why: Rocks", True),
        ("Is the coast road to Vik safe?", "Route: Old coast road to Vik │ Status: Shut │ Why: Rocks", True),
        ("Is the coast road to Orme open?", "Route: Old coast road to Vik │ Status: Shut │ Why: Rocks", False),
        ("Is the Vik road open?", "Route: Upper Vik road │ Status: Shut │ Why: Rocks", False),  # may be another place
        ("Is the coast road to Vik open?", "Route: Old coast road to Vik │ Length: 12 │ Lanes: 2", False),
    ],
)
def test_a_row_is_known_by_spelling_number_and_state(question: str, text: str, answers: bool) -> None:
    assert fit_rows(read_question(question), [stand(text, 1)]) == [answers]


@pytest.mark.parametrize(
    ("question", "above", "answers"),
    [
        ("How many cases were there in Vik on 3 June?", "As of 3 June, the clinics knew of 90 cases.", True),
        ("How many cases were there in Vik on 2 June?", "As of 3 June, the clinics knew of 90 cases.", False),
        ("How many cases were there in Vik on 2 June?", "On 2 June it was 70, and on 3 June it was 90.", False),
        ("How many cases were there in Vik on 4 June?", "The clinics knew of 90 cases.", True),  # the day of issue
    ],
)
def test_a_row_is_of_the_day_that_its_table_is_of(question: str, above: str, answers: bool) -> None:
    row = stand("Town: Vik │ Cases: 17", 1, "2031-06-04", above)
    assert fit_rows(read_question(question), [row]) == [answers]


def test_what_is_counted_may_be_told_above_heads_that_only_name_days() -> None:
    above = "Only deaths that two clinics confirm are counted"
    asked = read_question("How many nurses died?")
    assert fit_rows(asked, [stand("Group: Nurses │ Mon 2 June: 4 │ Total: 9", 1, "2031-06-04", above)]) == [True]
    assert fit_rows(asked, [stand("Group: Nurses │ Trained: 4 │ Total: 9", 1, "2031-06-04", above)]) == [False]


def test_of_rows_of_two_days_the_newer_answers_and_the_older_is_told_with_it() -> None:
    asked = read_question("How many tents are in Vik?")
    days = ("2031-06-04", "2031-06-02", "2031-06-01")
    told = zip((90, 70, 50), days, strict=True)
    rows = [stand(f"Town: Vik │ Tents: {count}", n, day) for n, (count, day) in enumerate(told, 1)]
    assert fit_rows(asked, rows) == [True, True, False]
    assert find_latest(rows, [1, 0]) == 0
    undated = [stand("Town: Vik │ Tents: 90", 1), stand("Town: Vik │ Tents: 70", 2)]
    assert fit_rows(asked, undated) == [False, False]


@pytest.mark.parametrize(
    ("question", "row", "later", "kept"),
    [
        ("How many tents are in Vik?", "Town: Vik │ Tents: 90", "There are now 140 tents in Vik.", True),
        ("How many tents are there?", "Total │ Tents: 90", "The camp counts 140 tents.", True),
        ("How many tents are there?", "Total │ Tents: 90", "The camp fed 140 men.", False),
        ("How many tents are in Vik?", "Town: Vik │ Tents: 90", "There are now 140 tents in Orm.", False),
    ],
)
def test_with_a_row_a_later_sentence_of_what_is_asked_is_told(
    words: Words, question: str, row: str, later: str, kept: bool
) -> None:
    items = [
        Ranked(stand(text, n, day), 5.0 - n, 0.0, {}, 3.0)
        for n, (text, day) in enumerate(((row, "2031-06-04"), (later, "2031-06-09"), (later, "2031-06-01")))
    ]
    ranking = Ranking(read_question(question), tuple(items), 0.9, 0.5, 0.7, words)
    assert ranking.told().items == tuple(items[: 1 + kept])


def test_a_row_is_quoted_alone_and_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    grid = [*VOTE, ["Cllr Cass", "X", "", ""]]
    vote = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in grid)
    page = (
        "<html><head><title>Northmoor Council</title></head><body><article><h1>Minutes of the council</h1>"
        "<p>The council met in the old school on Monday. Councillor Boyd took the chair and welcomed the public.</p>"
        f"<p>It was told that the mill had stood empty since the flood.</p><p>{TABLES[0][1]}</p><table>{vote}</table>"
        "<p>The motion was carried, and the mill will be sold in the spring by the clerk.</p></article></body></html>"
    )
    (tmp_path / "minutes.html").write_text(page, encoding="utf-8")

    def ask(question: str) -> dict[str, Any]:
        run_command(concord, ["ask", question, "--sources", str(tmp_path / "minutes.html"), "--json"])
        return dict(json.loads(capsys.readouterr().out))

    found = ask("How did Councillor Arkle vote on the sale of the mill?")
    assert found["answer"] == "Member: Cllr Arkle │ For: – │ Against: X │ Away: – [1]"
    assert ask("How did Councillor Orr vote on the sale of the mill?")["abstained"]
    assert ask("How many votes did Northmoor have?")["abstained"]
