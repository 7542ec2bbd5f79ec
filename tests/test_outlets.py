"""Who published a document: the name beside its date, whatever its words, before an agency that wrote it."""

import json
from pathlib import Path

import pytest
from documents import PARAGRAPHS, pdf_bytes, write_docx

from index.article.particulars import drop_particulars, is_particular
from index.readers import read_document
from index.readers.imprints.masthead import read_masthead
from index.readers.imprints.nameplates import read_nameplate

TITLE = "Breakwater to be rebuilt"
DAY = "9 May 2025"
TOLD = "Storm in Lisk\nPeople in Lisk fled. Houses in Varn were flooded. Anna Moor told Tideline that she had left."


def write(path: Path, lines: list[str]) -> Path:
    """Write a document of a title, these lines and the text in the format of the file's suffix."""
    whole = [*lines, *PARAGRAPHS]
    if path.suffix == ".pdf":
        path.write_bytes(pdf_bytes([[TITLE, *whole]]))
    elif path.suffix == ".docx":
        return write_docx(path, [TITLE, *whole])
    elif path.suffix == ".html":
        body = "".join(f"<p>{line}</p>" for line in whole)
        head = f"<html><head><title>{TITLE}</title></head><body><article>"
        path.write_text(f"{head}<h1>{TITLE}</h1>{body}</article></body></html>", encoding="utf-8")
    else:
        mark = "# " if path.suffix == ".md" else ""
        path.write_text("\n\n".join([mark + TITLE, *whole]), encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ".docx"])
@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (["Lisk Gazette", DAY, "By Tarn Wire"], "Lisk Gazette"),
        (["By Tarn Wire", f"Lisk Gazette, {DAY}"], "Lisk Gazette"),
        (["The Fathom", DAY, "By Ines Varga, Tarn Wire"], "The Fathom"),
        (["Lisk Gazette", DAY, "By Harbour News Agency and Gazette staff"], "Lisk Gazette"),
        (["By Harbour News Agency and Gazette staff", DAY], "Harbour News Agency"),
        (["By Ines Varga, Tarn Wire", DAY], "Tarn Wire"),
        (["By Ines Varga for The Fathom", DAY], "The Fathom"),
        (["By Ines Varga", DAY], None),
    ],
)
def test_the_masthead_goes_before_who_wrote_it(
    tmp_path: Path, suffix: str, lines: list[str], publisher: str | None
) -> None:
    document = read_document(write(tmp_path / f"report{suffix}", lines))
    assert (document.publisher, document.date) == (publisher, "2025-05-09")


def test_a_tag_is_the_publisher_only_where_no_paper_is_named() -> None:
    text = [f"LISK (Tarn Wire) - {PARAGRAPHS[0]}", *PARAGRAPHS[1:]]
    assert read_masthead([TITLE, DAY, *text]).publisher == "Tarn Wire"
    assert read_masthead([TITLE, "Varn Mercury", DAY, *text]).publisher == "Varn Mercury"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Soil (kilogram): 40 for each bed.", None),
        ("Fence posts (WOOD): Two hundred were ordered.", None),
        ("Draft Plan of the Quay (OUTLINE): the first part", None),
        ("What to bring (advisable): a lamp and a rope.", None),
        ("Marvane in Old Age (MARVAGE): A Trial of Ten Weeks.", None),
        ("Turnout (May 2019) – It was the lowest in years.", None),
        ("Jan. 29 (Port Lisk) – The quay was closed for a day.", None),
        ("LISK (Tidemark): The quay was closed on Monday.", "Tidemark"),
        ("LISK, Oct. 3 (Tidemark) – The quay was closed on Monday.", "Tidemark"),
        ("St. Orme (Tidemark) - “It was cold,” a docker said.", "Tidemark"),
        ("Lisk (Orme Wire): the quay was closed", "Orme Wire"),
    ],
)
def test_what_stands_in_brackets_is_an_agency_between_a_place_and_a_sentence(line: str, publisher: str | None) -> None:
    assert read_masthead([TITLE, line, *PARAGRAPHS]).publisher == publisher


def test_a_list_of_persons_with_what_they_belong_to_has_no_publisher() -> None:
    persons = ["Orla Venn (Harbour List) – She wants a longer quay.", "Tove Marsk (Reed Group) – He wants a bridge."]
    assert read_masthead([TITLE, *persons, *PARAGRAPHS]).publisher is None


@pytest.mark.parametrize(
    "line",
    [
        f"Lisk Gazette, {DAY}, evening edition",
        f"The Lisk Evening Gazette, {DAY}, late final",
        f"Lisk Gazette, {DAY} (updated 14:20)",
        f"Lisk Gazette | No. 4,211 | {DAY} | £1.20",
        f"Lisk Gazette – No. 4,211 – {DAY} – 60p",
        f"Lisk Gazette · {DAY} · page 7",
        f"Lisk Gazette, Lisk, {DAY}",
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_a_date_is_read_beside_what_else_a_paper_prints_there(tmp_path: Path, line: str, suffix: str) -> None:
    document = read_document(write(tmp_path / f"report{suffix}", [line]))
    assert (document.date, (document.publisher or "").endswith("Gazette")) == ("2025-05-09", True)


@pytest.mark.parametrize("line", ["Late city edition", "Vol. IX, No. 18", "Founded in 1871 · 85p"])
def test_a_line_of_such_things_parts_no_name_from_its_date(line: str, tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "report.txt", ["Lisk Gazette", line, DAY]))
    assert (document.publisher, document.date, document.paragraphs) == ("Lisk Gazette", "2025-05-09", PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Updated May 10, 2025, 4:47 p.m. ET", "Updated May 10, 2025, 4:47 p.m. ET"),
        ("May 9, 2025", "May 9, 2025"),
        ("9 May 2025 (updated 10 May)", "9 May 2025"),
        ("No. 88/2025 · Issued 9 May 2025 · Press desk", "Issued 9 May 2025 · Press desk"),
        ("The pier, No. 7 of nine, fell.", "The pier, No. 7 of nine, fell."),
    ],
)
def test_nothing_but_particulars_is_left_out(line: str, left: str) -> None:
    assert drop_particulars(line) == left


@pytest.mark.parametrize("line", ["PIL", "Reactor No. 4", "The Border Issue", "Lisk, 12 boats", "Page One"])
def test_what_only_looks_like_a_particular_is_none(line: str) -> None:
    assert not is_particular(line)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        *((name, name) for name in ("The Lisk Lamp", "Lisk Lamp", "The Fathom", "Coastal Observer", "LISK STANDARD")),
        *(
            (name, name)
            for name in (
                "Varn Tidningen",
                "Dalby Commercial Appeal",
                "Kvarn Journal",
                "Northern Express",
                "Lisk Free Press",
            )
        ),
        *((name, name) for name in ("Journal of Harbours", "Ferry Weekly", "Bank of Lisk", "Lisk Harbour Authority")),
        *(
            (name, name)
            for name in ("Holm & Sons Ltd", "Department of Fisheries", "HarbourDesk", "Tideline", "Reuters")
        ),
        *((name, name) for name in ("Office for National Statistics", "Reno Gazette-Journal", "Evening Argus of Lisk")),
        *((name, name) for name in ("The Skerryman", "Ministry of Harbours and Roads")),
        ("Sounding, the quarterly of the pilots", "Sounding"),
        ("The Net, our newsletter for members", "The Net"),
    ],
)
def test_a_name_is_known_by_its_form(name: str, read: str) -> None:
    assert read_nameplate(name, TOLD) == read


@pytest.mark.parametrize(
    "line",
    [
        *("Anna Moor", "Peter Bishop", "Rose Baker", "Sarah Jane Smith", "Adam Star", "Anna Moor and Tom Hill"),
        *("Dr Adam Fisher", "Staff Reporter", "Science Correspondent", "AP Airlines Writer", "For the Free Press"),
        *(
            "Lisk",
            "Varn",
            "Lisk, Varn",
            "Lisk Harbour",
            "Port Lisk",
            "New Lisk",
            "High Street",
            "Town Hall",
            "The Hague",
        ),
        *("Business", "World News", "Sport & Leisure", "Food and Drink", "Book Review", "Week in Review", "Letters"),
        *("Executive Summary", "Press Release", "Annual Report", "Annual Review", "White Paper", "Chapter One"),
        *(
            "Minutes of the Board",
            "Letter to Members",
            "Report of the Committee",
            "Press Office",
            "For Immediate Release",
        ),
        *("Lisk Mourns Mayor", "Lisk Bridge Closed", "Lisk Floods", "Council Votes Down Plan", "Storm Lena"),
    ],
)
def test_a_person_a_place_a_section_and_a_headline_are_no_outlet(line: str) -> None:
    assert read_nameplate(line, TOLD) is None
    assert read_masthead([TITLE, line, DAY, "Houses in Lisk were flooded.", *PARAGRAPHS]).publisher is None


@pytest.mark.parametrize(
    ("lines", "title", "publisher"),
    [
        (["THE FATHOM", DAY, "Breakwater to be rebuilt"], TITLE, "THE FATHOM"),
        ([DAY, "The Fathom", "Breakwater to be rebuilt"], TITLE, "The Fathom"),
        (["Ministry of Harbours", DAY, "Breakwater to be rebuilt"], TITLE, "Ministry of Harbours"),
        (["Lisk Gazette", DAY, "Breakwater to be rebuilt", "By Reuters"], TITLE, "Lisk Gazette"),
        ([f"The Lisk Reader | {DAY} | Page 7", TITLE], TITLE, "The Lisk Reader"),
        (["Ministry of Harbours", "Press release no. 41/2025", DAY, TITLE], TITLE, "Ministry of Harbours"),
        (["FOR IMMEDIATE RELEASE", DAY, TITLE], TITLE, None),
        (["The Wall", DAY], "The Wall", None),
        (["The Wall", "Breakwater to be rebuilt", DAY], "The Wall", None),
        (["Whose wall is it?", "The Lisk Free Voice", DAY, "Ines Varga"], "Whose wall is it?", "The Lisk Free Voice"),
        ([TITLE, "Business", "Lisk Ledger", DAY], TITLE, "Lisk Ledger"),
    ],
)
def test_a_name_above_is_the_outlet_where_the_date_and_a_headline_follow(
    lines: list[str], title: str, publisher: str | None
) -> None:
    found = read_masthead([*lines, *PARAGRAPHS])
    assert (found.title, found.publisher) == (title, publisher)


def test_a_name_above_the_heading_that_the_file_marks_is_the_outlet(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("\n\n".join(["**The Fathom**", f"# {TITLE}", DAY, *PARAGRAPHS]), encoding="utf-8")
    document = read_document(path)
    assert (document.title, document.publisher, document.paragraphs) == (TITLE, "The Fathom", PARAGRAPHS)


@pytest.mark.parametrize(
    ("whole", "publisher"),
    [
        (f"{TITLE} | The Fathom", "The Fathom"),
        (f"Transport | {TITLE} | HarbourDesk", "HarbourDesk"),
        (f"HarbourDesk – {TITLE}", "HarbourDesk"),
        (f"{TITLE} • Harbour Magazine", "Harbour Magazine"),
        (f"{TITLE} - Transport", "Tarn Wire"),
    ],
)
def test_the_title_of_a_page_names_its_site_beside_the_heading(
    tmp_path: Path, whole: str, publisher: str | None
) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in ("By Tarn Wire", DAY, *PARAGRAPHS))
    path = tmp_path / "page.html"
    head = f"<html><head><title>{whole}</title></head><body><article><h1>{TITLE}</h1>"
    path.write_text(f"{head}{body}</article></body></html>", encoding="utf-8")
    assert read_document(path).publisher == publisher


@pytest.mark.parametrize(
    ("heading", "whole", "publisher"),
    [
        ("Tolls rise by 1.5% at the lock", "Tolls rise by 1.5% at the lock | HarbourDesk", "HarbourDesk"),
        ("Marsk v. Venn: who owns the quay", "HarbourDesk – Marsk v. Venn: who owns the quay", "HarbourDesk"),
        ("U.N. divers leave Lisk", "U.N. divers leave Lisk • Transport", None),
        ("U.N. divers leave", "U.N. divers leave Lisk - Transport", None),
        ("Divers leave Lisk", "Divers leave Lisk | harbourdesk.example", "harbourdesk.example"),
        ("U.N. divers leave Lisk", "U.N. divers leave Lisk | harbourdesk.example", "harbourdesk.example"),
        ("U.N. divers leave Lisk", "U.N. divers go ... - harbourdesk.example", "harbourdesk.example"),
        ("Divers leave Lisk", "Divers leave Lisk | St. Orme Gazette", "St. Orme Gazette"),
        ("Quay.js", "Quay.js - HarbourDesk", "HarbourDesk"),
    ],
)
def test_a_headline_with_a_full_stop_is_no_site(
    tmp_path: Path, heading: str, whole: str, publisher: str | None
) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    path = tmp_path / "page.html"
    text = f"<title>{whole}</title></head><body><article><h1>{heading}</h1>{body}</article></body></html>"
    for stated, told in (("", publisher), ("<meta property='og:site_name' content='No. 9 Quay'>", "No. 9 Quay")):
        path.write_text(f"<html><head>{stated}{text}", encoding="utf-8")
        assert read_document(path).publisher == told


@pytest.mark.parametrize(
    ("nodes", "publisher"),
    [
        ([{"publisher": {"name": "Harbourdesk"}}], "Harbourdesk"),
        (
            [{"publisher": {"@id": "#us"}}, {"@type": "Organization", "@id": "#us", "name": "Harbourdesk"}],
            "Harbourdesk",
        ),
        ([{"publisher": "Harbourdesk"}, {"headline": "Swan bites rower", "publisher": "Rowing"}], "Harbourdesk"),
        ([{"publisher": {"@id": "#nobody"}}], None),
        ([{"headline": "Swan bites rower", "publisher": "Rowing"}, {"headline": "Ice", "publisher": "Sleds"}], None),
    ],
)
def test_the_linked_data_of_the_article_names_its_publisher(
    tmp_path: Path, nodes: list[dict[str, object]], publisher: str | None
) -> None:
    stated = json.dumps([{"@type": "NewsArticle", "headline": TITLE} | node for node in nodes])
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    head = f"<title>{TITLE}</title><script type='application/ld+json'>{stated}</script>"
    path = tmp_path / "page.html"
    path.write_text(f"<html><head>{head}</head><body><article><h1>{TITLE}</h1>{body}</article></body></html>")
    assert read_document(path).publisher == publisher
