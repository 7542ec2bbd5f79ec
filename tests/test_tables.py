"""Tables: each row tells alone what it says, whatever kind of file it stands in."""

from pathlib import Path

import pytest

from index.article.rows import Cell, is_row, read_row
from index.readers import read_document
from index.readers.plain.tabulation import set_tables
from index.readers.tables import place_cells, write_table

SAID = "The ferry board met on Monday in the old customs house, and all of its members were there."
VOTE = (
    "Member: Arkle │ For: – │ Against: X │ Away: –",
    "Member: Boyd │ For: X │ Against: – │ Away: –",
    "Member: Cass │ For: – │ Against: – │ Away: X",
)
GRID = [["Member", "For", "Against", "Away"], ["Arkle", "", "X", ""], ["Boyd", "X", "", ""], ["Cass", "", "", "X"]]


def write(rows: list[list[str]]) -> list[str]:
    return [row for row in write_table([place_cells(row) for row in rows]) if row]


def write_web(path: Path, table: str) -> Path:
    path.write_text(
        f"<html><body><article><h1>Board</h1><p>{SAID}</p>{table}</article></body></html>", encoding="utf-8"
    )
    return path


def test_empty_cells_of_every_kind_of_file_keep_their_place(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(SAID)
    table = document.add_table(rows=4, cols=4)
    for at, row in enumerate(GRID):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    document.save(str(tmp_path / "vote.docx"))
    cells = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in GRID)
    write_web(tmp_path / "vote.html", f"<table>{cells}</table>")
    bars = [f"| {' | '.join(row)} |" for row in GRID]
    (tmp_path / "vote.md").write_text("\n".join([SAID, "", bars[0], "|---|---|---|---|", *bars[1:]]), encoding="utf-8")
    for name, sign in (("tabs", "\t"), ("commas", ",")):
        (tmp_path / f"{name}.txt").write_text("\n".join([SAID, "", *map(sign.join, GRID)]), encoding="utf-8")
    for path in sorted(tmp_path.iterdir()):
        assert read_document(path).paragraphs[-3:] == VOTE, path.name


def test_cells_over_columns_and_rows_are_told_under_all_their_heads(tmp_path: Path) -> None:
    table = (
        "<table><caption>Passengers, thousands</caption>"
        "<tr><th rowspan=2>Quay</th><th colspan=2>2031</th><th colspan=2>2032</th></tr>"
        "<tr><th>Day</th><th>Night</th><th>Day</th><th>Night</th></tr>"
        "<tr><td rowspan=2>North</td><td>31</td><td>12</td><td colspan=2>closed</td></tr>"
        "<tr><td></td><td>4</td><td>5</td></tr></table>"
    )
    assert read_document(write_web(tmp_path / "quays.html", table)).paragraphs[-3:] == (
        "Passengers, thousands",
        "Quay: North │ 2031, Day: 31 │ 2031, Night: 12 │ 2032, Day / 2032, Night: closed",
        "Quay: North │ 2031, Day: – │ 2031, Night: 4 │ 2032, Day: 5 │ 2032, Night: –",
    )


def test_merged_cells_and_bold_heads_of_word(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=4, cols=3)
    texts = ["Office", "Holder", "Since", "Chair", "Ann Orr", "spring", "", "Wyn Abel", "autumn", "Total", "two", "–"]
    for place, text in enumerate(texts):
        table.cell(place // 3, place % 3).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    for cell in (*table.rows[0].cells, *table.rows[3].cells):
        cell.paragraphs[0].runs[0].bold = True
    document.save(str(tmp_path / "offices.docx"))
    assert read_document(tmp_path / "offices.docx").paragraphs == (
        "Office: Chair │ Holder: Ann Orr │ Since: spring",
        "Office: Chair │ Holder: Wyn Abel │ Since: autumn",
        "Office: Total │ Holder: two │ Since: –",
    )


@pytest.mark.parametrize("bold", [True, False])
def test_a_merged_title_over_a_table_of_word_hides_no_heads(tmp_path: Path, bold: bool) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Boats that were lost"
    body = ["Fern", "Ann Orr", "keeper"] if bold else ["Fern", "31", "yes"]
    for place, text in enumerate(["Boat", "Tons", "Insured", *body], 3):
        table.cell(place // 3, place % 3).text = text
    for cell in table.rows[1].cells if bold else ():
        cell.paragraphs[0].runs[0].bold = True
    document.save(str(tmp_path / "boats.docx"))
    told = f"Boat: {body[0]} │ Tons: {body[1]} │ Insured: {body[2]}"
    assert read_document(tmp_path / "boats.docx").paragraphs == (told,)


def test_a_menu_beside_the_text_of_a_page_is_no_cell_and_links_of_a_table_are(tmp_path: Path) -> None:
    menu = "<td><a href=a>Start</a><br><a href=b>Map</a><br><a href=c>Mail</a></td>"
    page = tmp_path / "page.html"
    frame = f"<table width=100%><tr>{menu}<td>{SAID}<br><br>It will meet again in May.</td></tr></table>"
    page.write_text(f"<html><body><center><font size=5>Board</font></center>{frame}</body></html>", encoding="utf-8")
    assert f"{SAID} It will meet again in May." in read_document(page).paragraphs
    links = "<td><a href=a>plan</a> <a href=b>map</a></td>"
    rows = "".join(f"<tr><td>{name}</td>{links}<td>{SAID}</td></tr>" for name in ("Vik", "Ness", "Lisk", "Orme"))
    assert f"Vik │ plan map │ {SAID}" in read_document(write_web(page, f"<table>{rows}</table>")).paragraphs


@pytest.mark.parametrize(
    ("rows", "written"),
    [
        ([["Stall", "Q1", "Q2"], ["Fish", "4", ""], ["Eels", "", "9"]], "Stall: Fish │ Q1: 4 │ Q2: –"),
        (
            [["Ref", "Site", "Plan"], ["3/1", "Mill", "shed"], ["3/2", "Barn", "door"], ["3/9", "Inn", "sign"]],
            "Ref: 3/1 │ Site: Mill │ Plan: shed",
        ),
        (
            [["£m", "2030", "2031"], ["Sales", "4.1", "(3.0)"], ["Debt", "9", "8"]],
            "£m: Sales │ 2030: 4.1 │ 2031: (3.0)",
        ),
        ([["Owner", "Lisk", "Hull"], ["Built", "1931", "Vik"], ["Sold", "1940", "Ness"]], "Owner │ Lisk │ Hull"),
        (
            [["Harm", "Old", "New"], ["Rust", "24%", "11%"], ["Rot", "1.8%", "–"], ["Loss", "3", "2"]],
            "Harm: Rust │ Old: 24% │ New: 11%",
        ),
        ([["Owner", "Lisk", "Munk"], ["Built", "1931", "1940"], ["Share", "4%", "5%"]], "Owner │ Lisk │ Munk"),
        ([["Fish", "4", "7"], ["Eels", "3", "9"], ["Crabs", "1", "1"]], "Fish │ 4 │ 7"),
        ([["Owner", "Lisk Harbour"], ["Length", "80 m"], ["Beam", "20 m"]], "Owner │ Lisk Harbour"),
        (
            [["Chair", "Ann Orr", "Lisk"], ["Clerk", "Wyn Abel", "Vik"], ["Cook", "Jo Lee", "Ness"]],
            "Chair │ Ann Orr │ Lisk",
        ),
    ],
)
def test_a_first_row_heads_the_others_only_where_the_columns_show_it(rows: list[list[str]], written: str) -> None:
    assert write(rows)[0] == written


def test_a_line_over_some_rows_is_told_in_each_and_a_note_is_not(tmp_path: Path) -> None:
    table = (
        "<table><tr><th>Town</th><th>Boats</th></tr>"
        "<tr><td colspan=2>North shore</td></tr><tr><td>Vik</td><td>4</td></tr>"
        "<tr><td colspan=2>South shore</td></tr><tr><td>Vik</td><td>9</td></tr>"
        "<tr><td colspan=2>Counted by hand in May.</td></tr></table>"
    )
    assert read_document(write_web(tmp_path / "boats.html", table)).paragraphs[-3:] == (
        "North shore │ Town: Vik │ Boats: 4",
        "South shore │ Town: Vik │ Boats: 9",
        "Counted by hand in May.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Orr | 9 May 2031 | Lisk\n\nThe mayor resigned.",
        "1.\tThe first aim is to build.\n2.\tThe second is to sell.\n3.\tThe third is to rest.",
        "Q:\tWhere were you that night?\nA:\tI was at home, as I said.\nQ:\tAlone?",
        "red, green, blue\nhere, there, gone\none, two, three",
        "Home | News | Sport\nThe mayor of Lisk resigned.",
    ],
)
def test_what_is_no_table_of_a_text_stays(text: str) -> None:
    assert set_tables(text) == text


def test_a_drawn_table_within_a_text_is_parted_from_it() -> None:
    rule = "+------+------+"
    drawn = ["Catch by quay", rule, "| Quay | Tons |", rule, "| Vik | 4 |", "| Ness | |", rule, "It was counted."]
    text = "\n".join(drawn)
    lines = [line for line in set_tables(text).split("\n") if line]
    assert lines == ["Catch by quay", "Quay: Vik │ Tons: 4", "Quay: Ness │ Tons: –", "It was counted."]


def test_a_row_is_read_back_cell_by_cell() -> None:
    row = write([["Town", "2030", "2031"], ["Vik", "1", ""], ["Ness", "5", "2"]])[0]
    assert is_row(row) and read_row(row) == [Cell("Town", "Vik"), Cell("2030", "1"), Cell("2031", "")]
    assert not is_row("The mayor | of Lisk") and not is_row(SAID)
