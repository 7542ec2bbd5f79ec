"""The imprint tells the day of issue in the forms that papers, firms, courts and agencies use, and no other day."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from documents import PARAGRAPHS, pdf_bytes, write_docx

from index.readers import read_document
from index.readers.imprints.masthead import read_masthead


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
        "Minutes of the meeting held in the village hall on Friday 9 May 2025",
        "Draft minutes of a meeting of the harbour board held on 9 May 2025 at 7.30pm in the school",
        "9 May 2025, 07:12. By Ines Varga",
        "Journal of Tides 2025; 8: 55-68. Received 2 September 2024; accepted 11 January 2025; published 9 May 2025",
        "Received: 2 March 2024 / Accepted: 1 April 2025 / Published: 9 May 2025",
        "Received 1 May 2024; accepted 9 May 2025",
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
        "Interview with Ines Varga, 9 May 2025",
        "Lisk Tidings, 9 May 2025 (transcribed by volunteers)",
        "Varga & Munk, Solicitors, Lisk. 9 May 2025. Dictated by I. Varga",
        "Updated 10 May 2025, published 9 May 2025",
        "Updated: 10 May 2025 Published: 9 May 2025",
        "Session of 9 May 2025",
        "Third meeting of the harbour board of Friday, 9 May 2025",
        "Amendment of 9 May 2025 (draft)",
        "Harbour Board of Lisk – hearing of 9 May 2025",
        "Version dated 9 May 2025",
        "2025-05-09T07:30:00.000Z",
        "2025-05-09T07:30:00+02:00",
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
        "Report on the session of 9 May 2025",
        "Agenda for the meeting of 9 May 2025",
        "Appeal against the decision of 9 May 2025",
        "Meeting of 9 May 2025 called off",
        "The next session of 9 May 2025",
        "Storm of 9 May 2025",
        "Judgment of 9 May 2025 under appeal",
        "To approve the minutes of 9 May 2025",
        "Minutes of the meeting of 9 May 2025 were signed by the chair",
        "Approval of the minutes of the meeting held on 9 May 2025",
        "The minutes of the meeting held on 9 May 2025 were approved.",
        "Date of the next meeting: 9 May 2025",
        "Closed 9 May 2025",
        "Launched, 9 May 2025",
        "Launched | 9 May 2025",
        "Repainted: 9 May 2025",
        "• Published: 9 May 2025",
        "9 May 2025 | 9 June 2026",
        "9 May 2025 – launched",
        "9 May 2025. Scuttled by her own crew",
    ],
)
def test_another_day_is_not_taken_for_it(line: str) -> None:
    assert read_masthead(["Breakwater to be rebuilt", line, *PARAGRAPHS]).date is None


@pytest.mark.parametrize("issue", ["Published 9 May 2025", "First published in the Lisk Tidings on 9 May 2025"])
@pytest.mark.parametrize("change", ["Updated 10 May 2025", "Last updated: 10 May 2025", "Last modified 10 May 2025"])
def test_the_day_of_a_change_is_told_only_where_no_other_is(change: str, issue: str) -> None:
    assert read_masthead(["Breakwater to be rebuilt", change, issue, *PARAGRAPHS]).date == "2025-05-09"
    assert read_masthead(["Breakwater to be rebuilt", change, *PARAGRAPHS]).date == "2025-05-10"


def test_that_it_is_for_immediate_release_is_no_part_of_the_body(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    head = ["# Breakwater to be rebuilt", "*9 May 2025 – for immediate release*"]
    path.write_text("\n\n".join([*head, *PARAGRAPHS]), encoding="utf-8")
    document = read_document(path)
    assert (document.date, document.paragraphs) == ("2025-05-09", PARAGRAPHS)


def test_a_day_below_a_line_in_bold_is_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    head = ["# Breakwater to be rebuilt", "**Harbour Board of Lisk**\n9 May 2025, 09:00"]
    path.write_text("\n\n".join([*head, *PARAGRAPHS]), encoding="utf-8")
    document = read_document(path)
    assert (document.date, document.paragraphs[-len(PARAGRAPHS) :]) == ("2025-05-09", PARAGRAPHS)


def test_a_day_in_the_title_is_what_the_document_tells_of() -> None:
    assert read_masthead(["The great storm in Lisk harbour, 9 May 2025", *PARAGRAPHS]).date is None
    assert read_masthead(["Linden Research | 9 May 2025", *PARAGRAPHS]).date == "2025-05-09"
    assert read_masthead(["Interview with Ines Varga, 9 May 2025", *PARAGRAPHS]).date == "2025-05-09"
    spoken = "RADIO LISK - The Morning Hour - transcript, 9 May 2025"
    assert read_masthead([spoken, "Host: Ines Varga. Guest: Jan Munk", *PARAGRAPHS]).date == "2025-05-09"
    assert read_masthead(["Interview with Ines Varga on the storm of 9 May 2025", *PARAGRAPHS]).date is None


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("LISK RADIO NEWS, SCRIPT, 8 A.M., 9 MAY 2025", "2025-05-09"),
        ("Radio Lisk, six o'clock news, 9 May 2025", "2025-05-09"),
        ("Radio Lisk – script – 9 May 2025, 13:00", "2025-05-09"),
        ("Fire in the harbour, 8 a.m., 9 May 2025", None),
        ("Fire at Lisk Radio, 9 May 2025", None),
        ("The Lisk Gazette strike, 9 May 2025", None),
    ],
)
def test_the_heading_of_a_script_tells_its_day_beside_the_outlet(title: str, day: str | None) -> None:
    assert read_masthead([title, *PARAGRAPHS]).date == day


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Log of the gate", "Kept by Bo.", "1 May 2019. Dry.", "2 May 2019, at noon. Wet.", "3 May 2019. Ice."], None),
        (["2031-05-01 08:00:11 pump on", "2031-05-01 08:02:00 pump off", "2031-05-02 09:00:00 pump on"], None),
        (["Friday, 9 May 1884: The gate is gone.", "Saturday, 10 May 1884: We mended it."], None),
        (["Breakwater", "Issued 4 June 2025", "1 May 2019: a crack.", "2 May 2020: a leak."], "2025-06-04"),
        (["Breakwater", "4 June 2025. By Ann Orr", "1 May 2019: a crack.", "2 May 2020: a leak."], "2025-06-04"),
        (["Breakwater", "4 June 2025. It was shut on Monday.", *PARAGRAPHS, "1 May 2019: a crack."], "2025-06-04"),
    ],
)  # fmt: skip
def test_the_first_day_of_a_log_or_a_diary_is_none_of_issue(lines: list[str], day: str | None) -> None:
    assert read_masthead(lines).date == day


def test_the_day_a_program_gives_a_file_is_none_of_issue(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "letter.pdf"
    today = datetime.now(UTC).date()
    path.write_bytes(pdf_bytes([["Lisk Ferries raises its fares", *PARAGRAPHS]], made=f"D:{today:%Y%m%d}090000Z"))
    assert read_document(path).date is None
    document = docx.Document()
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    for created in (datetime(2013, 12, 23, 23, 15), datetime(2013, 12, 23), datetime.now(UTC)):
        document.core_properties.created = created
        document.save(str(tmp_path / "letter.docx"))
        assert read_document(tmp_path / "letter.docx").date is None


@pytest.mark.parametrize("given", ["Document1", "Microsoft Word - fares_v3.doc", "Word Document", "", "fares.docx"])
def test_a_heading_is_the_title_where_a_program_gave_another(tmp_path: Path, given: str) -> None:
    import docx

    document = docx.Document()
    document.core_properties.title = given
    document.add_paragraph("Fares of the Lisk ferries, third version", style="Title")
    document.add_paragraph(PARAGRAPHS[0])
    document.save(str(tmp_path / "a.docx"))
    found = read_document(tmp_path / "a.docx")
    assert (found.title, found.paragraphs) == ("Fares of the Lisk ferries, third version", PARAGRAPHS[:1])
    document.core_properties.title = "Fares"
    document.save(str(tmp_path / "a.docx"))
    assert read_document(tmp_path / "a.docx").title == "Fares"


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


_TABLE = "| What | When |\n|---|---|\n| Painted | 3 May 1999 |\n| Published | 9 June 2004 |"
_RECORDS = [
    (_TABLE, ("What: Painted │ When: 3 May 1999", "What: Published │ When: 9 June 2004")),
    ("| Built | Sold |\n|---|---|\n| 3 May 1999 | 9 June 2004 |", ("Built: 3 May 1999 │ Sold: 9 June 2004",)),
    ("- Painted: 3 May 1999\n- Greased: 9 June 2004", ("• Painted: 3 May 1999", "• Greased: 9 June 2004")),
    ("Built 3 May 1999\n\nSold 9 June 2004", ("Built 3 May 1999", "Sold 9 June 2004")),
    ("3 May 1999\n\nShe was built.\n\n9 June 2004\n\nShe was sold.",) * 2,
]


@pytest.mark.parametrize(("written", "kept"), _RECORDS)
def test_days_that_a_table_a_list_or_a_label_tells_of_stay_and_date_nothing(
    tmp_path: Path, written: str, kept: tuple[str, ...] | str
) -> None:
    path = tmp_path / "ferry.md"
    path.write_text("\n\n".join(["# The ferry Fern", written, *PARAGRAPHS]), encoding="utf-8")
    document = read_document(path)
    assert document.date is None
    assert document.paragraphs == (*(kept.split("\n\n") if isinstance(kept, str) else kept), *PARAGRAPHS)


def test_the_place_and_day_above_a_letter_are_those_of_its_issue(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("\n\n".join(["Lisk, 9 May 2025", "Dear Mrs Varga,", *PARAGRAPHS]), encoding="utf-8")
    assert (read_document(path).title, read_document(path).date) == ("letter", "2025-05-09")


def test_the_rows_of_a_word_document_stay(tmp_path: Path) -> None:
    import docx

    path = write_docx(tmp_path / "fern.docx", ["The ferry Fern", PARAGRAPHS[0]])
    document = docx.Document(str(path))
    row = document.tables[0].add_row()
    row.cells[0].text, row.cells[1].text = "Launched", "7 August 1962"
    document.save(str(path))
    found = read_document(path)
    assert (found.date, found.paragraphs[-1]) == ("2021-09-14", "Launched │ 7 August 1962")


@pytest.mark.parametrize("title", ["The fire of 12 August 1911", "Treaty of 14 June 1940", "Storm, 12 March 2014"])
def test_a_title_that_tells_of_a_day_stays_the_title_and_dates_nothing(tmp_path: Path, title: str) -> None:
    for name, mark in (("a.md", "# "), ("a.txt", "")):
        path = tmp_path / name
        path.write_text("\n\n".join([mark + title, *PARAGRAPHS]), encoding="utf-8")
        document = read_document(path)
        assert (document.title, document.date, document.paragraphs) == (title, None, PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "date", "gone"),
    [
        ("12 September 2019", "2019-09-12", True),
        ("Published 12 September 2019", "2019-09-12", True),
        ("Confidential until 12 September 2019", "2024-11-27", False),
        ("Repainted 12 September 2019", "2024-11-27", False),
    ],
)
def test_what_a_pdf_says_of_itself_goes_before_when_the_file_was_made(
    tmp_path: Path, line: str, date: str, gone: bool
) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf_bytes([["Lisk Ferries raises its fares", line, *PARAGRAPHS]], made="D:20241127090000Z"))
    document = read_document(path)
    assert document.date == date
    assert (line not in " ".join(document.paragraphs)) is gone


@pytest.mark.parametrize(
    ("name", "date"),
    [("20250509_notes", "2025-05-09"), ("IMG_20250509_101500", "2025-05-09"), ("order 4420250509", None)],
)
def test_eight_digits_in_the_name_of_a_file_are_a_day(tmp_path: Path, name: str, date: str | None) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_text("\n\n".join(["Notes on the breakwater", *PARAGRAPHS]), encoding="utf-8")
    assert read_document(path).date == date


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (["Lisk Times, 9 May 2025 — by Ines Varga"], "Lisk Times"),
        (["The Lisk Gazette", "9 May 2025", "By Ines Varga"], "The Lisk Gazette"),
        (["9 May 2025 | Harbour News Service | By Ines Varga"], "Harbour News Service"),
        (["The Lisk Standard, 9 May 2025"], "The Lisk Standard"),
        (["Radio Lisk", "Friday, 9 May 2025"], "Radio Lisk"),
        (["Lisk Post, 9 May 2025. By Ines Varga"], "Lisk Post"),
        (["Ferry Weekly, 9 May 2025 — by Ines Varga"], "Ferry Weekly"),
        (["By staff and Harbour Press Agency | 9 May 2025 | The Lisk Beacon"], "The Lisk Beacon"),
        (["Ferry Weekly, 9 May 2025"], "Ferry Weekly"),
        (["World News | 9 May 2025"], None),
        (["Tide Times, 9 May 2025"], None),
        (["Guest Post", "9 May 2025"], None),
        (["Book Review", "9 May 2025"], None),
        (["Search The Lisk Times", "9 May 2025"], None),
        (["The Lisk Gazette", "is read by few."], None),
    ],
)
def test_who_published_it_is_read_beside_the_date(tmp_path: Path, head: list[str], publisher: str | None) -> None:
    for title in ("Breakwater to be rebuilt", "Council votes, 28 to 3"):
        path = tmp_path / "report.md"
        path.write_text("\n\n".join([f"# {title}", *head, *PARAGRAPHS]), encoding="utf-8")
        document = read_document(path)
        assert (document.title, document.publisher) == (title, publisher)
        if publisher:
            assert (document.date, document.paragraphs) == ("2025-05-09", PARAGRAPHS)


def test_a_paper_above_its_headline_is_not_the_title(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    head = ["THE LISK GAZETTE", "9 May 2025", "Breakwater to be rebuilt"]
    path.write_text("\n\n".join([*head, *PARAGRAPHS]), encoding="utf-8")
    document = read_document(path)
    assert (document.title, document.publisher) == ("Breakwater to be rebuilt", "THE LISK GAZETTE")
    assert document.paragraphs == PARAGRAPHS


def test_a_short_title_in_capitals_is_not_lengthened_by_who_published_it(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "\n\n".join(["LISK FREED", "The Lisk Gazette", "9 May 2025", "From our own correspondent", *PARAGRAPHS]),
        encoding="utf-8",
    )
    assert read_document(path).title == "LISK FREED"


@pytest.mark.parametrize(
    ("whole", "title", "publisher"),
    [
        ("Breakwater to be rebuilt - The Lisk Post", "Breakwater to be rebuilt", "The Lisk Post"),
        ("Breakwater to be rebuilt | Lisk Tribune", "Breakwater to be rebuilt", "Lisk Tribune"),
        ("Breakwater to be rebuilt – part 2", "Breakwater to be rebuilt – part 2", None),
        ("Breakwater to be rebuilt - Latest News", "Breakwater to be rebuilt - Latest News", None),
    ],
)
def test_a_title_tells_the_outlet_after_its_last_dash(
    tmp_path: Path, whole: str, title: str, publisher: str | None
) -> None:
    for name, first in (("report.md", f"# {whole}"), ("report.txt", whole)):
        path = tmp_path / name
        path.write_text("\n\n".join([first, *PARAGRAPHS]), encoding="utf-8")
        document = read_document(path)
        assert (document.title, document.publisher, document.paragraphs) == (title, publisher, PARAGRAPHS)


@pytest.mark.parametrize(
    "head",
    [
        "THE WENHAM CHRONICLE, FRIDAY, MAY 9, 1884.",
        "THE WENHAM CHRONICLE.               FRIDAY, MAY 9, 1884.",
        "6      THE WENHAM CHRONICLE, FRIDAY, MAY 9, 1884.",
        "THE WENHAM CHRONICLE, FRIDAY, MAY 9, 1884.      6",
        "THE WENHAM CHRONICLE. FRIDAY, 9 MAY 1884. PRICE ONE PENNY.",
        "The Wenham Chronicle, Friday, 9 May 1884",
    ],
)
@pytest.mark.parametrize("heading", ["THE SLUICE AT WENHAM GONE.", "The sluice is gone"])
def test_the_running_head_of_an_old_paper_tells_it_and_its_day(tmp_path: Path, head: str, heading: str) -> None:
    path = tmp_path / "paper.txt"
    path.write_text("\n\n".join([head, heading, *PARAGRAPHS]))
    document = read_document(path)
    assert (document.title, (document.publisher or "").title(), document.date, document.paragraphs) == (
        heading,
        "The Wenham Chronicle",
        "1884-05-09",
        tuple(PARAGRAPHS),
    )


def test_a_paper_without_a_heading_has_its_running_head_as_title_and_the_day_of_its_name(tmp_path: Path) -> None:
    for name, head, day in (
        ("a.txt", "THE LISK POST, MONDAY, JUNE 2, 1879.", "1879-06-02"),
        ("post 1861-02-03.txt", "Old pages.", "1861-02-03"),
    ):
        (tmp_path / name).write_text("\n\n".join([head, *PARAGRAPHS]))
        assert read_document(tmp_path / name).date == day
    assert read_document(tmp_path / "a.txt").title == "THE LISK POST, MONDAY, JUNE 2, 1879."


@pytest.mark.parametrize(
    "head",
    [
        ["The flood of Wenham", "Built 9 May 1884"],
        ["The flood of Wenham", "Report on the flood of 9 May 1884"],
        ["The flood of Wenham, 9 May 1884"],
        ["Diary of Ann Pask", "Friday, 9 May 1884", "The sluice is gone.", "Saturday, 10 May", "We mended the roof."],
    ],
)
def test_an_old_day_that_is_told_of_is_none_of_issue(head: list[str]) -> None:
    assert read_masthead([*head, *PARAGRAPHS]).date is None


@pytest.mark.parametrize(
    ("title", "publisher", "day"),
    [
        ("Lisk Ledger - Corrections and clarifications, 9 May 2025", "Lisk Ledger", "2025-05-09"),
        ("Erratum, 9 May 2025", None, "2025-05-09"),
        ("Press release No. 4, 9 May 2025", None, "2025-05-09"),
        ("Corrections to the map of the storm, 9 May 2025", None, None),
        ("Lisk Ledger: the storm, 9 May 2025", None, None),
    ],
)
def test_a_title_that_only_says_what_it_is_tells_its_day(title: str, publisher: str | None, day: str | None) -> None:
    found = read_masthead([title, *PARAGRAPHS])
    assert (found.title, found.publisher, found.date) == (title, publisher, day)
