"""The imprint tells the day of issue in the forms that papers, firms, courts and agencies use, and no other day."""

from pathlib import Path

import pytest
from documents import PARAGRAPHS

from index.readers import read_document
from index.readers.masthead import read_masthead


@pytest.mark.parametrize(
    "line",
    [
        "**Issued:** 9 May 2025 (replaces the notice of 6 May)".replace("*", ""),
        "Date of this note: 9 May 2025",
        "9 May 2025 Analyst: Ines Varga",
        "LINDEN RESEARCH | Transport | 9 May 2025",
        "From our correspondent Ines Varga – 9 May 2025",
        "Board meeting, 9 May 2025, Lisk, 2 p.m. — minutes",
        "Minutes of a meeting of the board held at 7.30 a.m. on 9 May 2025",
        "Judgment of 9 May 2025 (Judge I. Varga)",
        "Lisk, May 9, 2025, 20:15",
        "No. 88/2025 · Issued 9 May 2025 · Press desk",
        "The Lisk Tidings, Friday 9 May 2025. By Ines Varga",
        "Posted May 9, 2025",
        "9 May 2025, last updated 10 May",
        "A talk with a ferryman — Lisk Radio, “Low Tide,” broadcast May 9, 2025. Rough transcript.",
        "Journal of Harbours 41 (2025), 212–221. Published 9 May 2025",
        "Submitted to the Harbour Board on 9 May 2025.",
        "Annual report for the year to 28 September 2024 (published 9 May 2025)",
        "on May 9, 2025 11:41am | Updated on May 10, 2025",
        "FOR IMMEDIATE RELEASE May 9, 2025",
        "9:00am UK, Friday 09 May 2025",
        "This page was last changed on 9 May 2025.",
        "A study of the tides of Lisk, 3 May 2014, published 9 May 2025",
        "Hearing held in Lisk, 12 March 2014. Delivered 9 May 2025",
        "On 3 May 2014. Published by the Of\x00ce for Harbours on 9 May 2025",
    ],
)
def test_the_day_of_issue_is_read(line: str) -> None:
    assert read_masthead(["Breakwater to be rebuilt", line, *PARAGRAPHS]).date == "2025-05-09"


@pytest.mark.parametrize(
    "line",
    [
        "On Friday, 9 May 2025, the council voted for the wall.",
        "The report, released on 9 May 2025, says little of it.",
        "Closing date | 9 May 2025",
        "End of Watch: Friday, May 9, 2025",
        "Report on the flood of 9 May 2025",
        "— Ines Varga (@ivarga) May 9, 2025",
        "In force from 9 May 2025",
        "Closing Date: 9 May 2025",
        "Date of birth of the pilot: 9 May 2025",
        "Date of the collision between the two ferries: 9 May 2025",
        "Low Tide is the second album of the Ferrymen, released on 9 May 2025, by Lisk Records.",
        "9 May 2025, Lisk sailors marched to the mole.",
        "Accounts for 1 January – 9 May 2025 (audited)",
        "In reply to your letter of 9 May 2025",
        "Judgment of 9 May 2025 under appeal",
        "To approve the minutes of 9 May 2025",
    ],
)
def test_another_day_is_not_taken_for_it(line: str) -> None:
    assert read_masthead(["Breakwater to be rebuilt", line, *PARAGRAPHS]).date is None


def test_that_it_is_for_immediate_release_is_no_part_of_the_body(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    head = ["# Breakwater to be rebuilt", "*9 May 2025 – for immediate release*"]
    path.write_text("\n\n".join([*head, *PARAGRAPHS]), encoding="utf-8")
    document = read_document(path)
    assert (document.date, document.paragraphs) == ("2025-05-09", PARAGRAPHS)


def test_a_day_in_the_title_is_what_the_document_tells_of() -> None:
    assert read_masthead(["The great storm in Lisk harbour, 9 May 2025", *PARAGRAPHS]).date is None
    assert read_masthead(["Linden Research | 9 May 2025", *PARAGRAPHS]).date == "2025-05-09"


def test_leaders_of_dots_are_searched_in_time_that_grows_with_them() -> None:
    lines = [f"Chapter {n} {'.' * 1900} 3 May 2014x" for n in range(12)]
    assert read_masthead(["Contents", *lines]).date is None


def test_the_name_of_the_file_tells_it_where_nothing_else_does(tmp_path: Path) -> None:
    path = tmp_path / "release_2025-05-09.txt"
    path.write_text("\n\n".join(["Breakwater to be rebuilt", *PARAGRAPHS]), encoding="utf-8")
    assert read_document(path).date == "2025-05-09"


@pytest.mark.parametrize("name", ["attack of 11 September 2001", "budget sun 10 2014", "notes 2025-13-45"])
def test_a_day_in_words_in_the_name_of_a_file_is_what_it_tells_of(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_text("\n\n".join(["Breakwater to be rebuilt", *PARAGRAPHS]), encoding="utf-8")
    assert read_document(path).date is None


def test_a_number_in_the_title_of_a_page_is_no_month(tmp_path: Path) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in ("Published 9 May 2025. It may change.", *PARAGRAPHS))
    path = tmp_path / "notice.html"
    head, title = "<head><title>Notice 2025/03</title></head>", "<h1>Notice 2025/03</h1>"
    path.write_text(f"<html>{head}<body><article>{title}{body}</article></body></html>", encoding="utf-8")
    assert read_document(path).date == "2025-05-09"


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("LISK HARBOUR AUTHORITY", "Notice of works at the breakwater", None),
        ("Lisk Ferries plc", "Minutes of the board", None),
        ("THREE DIE IN LISK FERRY FIRE", "Lisk, 9 May 2025", "THREE DIE IN LISK FERRY FIRE"),
        ("Breakwater to be rebuilt", "The council of Lisk votes for it", "Breakwater to be rebuilt"),
    ],
)
def test_the_name_of_who_issued_it_is_only_half_a_title(
    tmp_path: Path, first: str, second: str, title: str | None
) -> None:
    for name, text in (("a.txt", first), ("b.md", f"# {first}")):
        path = tmp_path / name
        path.write_text("\n\n".join([text, second, *PARAGRAPHS]), encoding="utf-8")
        document = read_document(path)
        assert document.title == (title or f"{first}: {second}")
        assert document.paragraphs[-len(PARAGRAPHS) :] == PARAGRAPHS
