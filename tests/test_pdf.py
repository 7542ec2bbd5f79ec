"""PDF documents: what is printed on pages becomes paragraphs in the order in which they are read."""

import textwrap
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from documents import PARAGRAPHS, Placed, placed_pdf

from index.readers import read_document
from index.readers.press.hyphens import Hyphens
from index.source import Document

FILLER = "The lock was opened in May and the ships went through it without waiting for the tide.".split(", ")
LONG = (
    "The harbour board heard on Monday why the gates of the old lock had leaked for a third winter and what it would"
    " cost to mend them before the spring tides came in over the meadow."
)
FURTHER = (
    "Its engineer told the members that the seals had been ordered in March and that the yard which makes them had sent"
    " the wrong size twice, so that nothing could be hung until the summer."
)


def read(path: Path, pages: Sequence[Sequence[Placed]], bold: Collection[str] = (), **about: str) -> Document:
    (path / "a.pdf").write_bytes(placed_pdf(pages, bold=bold, **about))
    return read_document(path / "a.pdf")


def set_lines(text: str, top: float, left: float = 60, width: int = 64) -> list[Placed]:
    """Return a text as it is set in lines of 11 points with a leading of 14."""
    lines = textwrap.wrap(text, width, break_on_hyphens=False)
    return [(left, top - 14 * at, 11, line) for at, line in enumerate(lines)]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["It has a num\u2010", "ber, of ninety-", "five pages"], "It has a number, of ninety-five pages"),
        (["They met with\u2010", "draw\u2010", "al"], "They met withdrawal"),
        (["They sold the sec-", "tion for ninety-", "five crowns."], "They sold the section for ninety-five crowns."),
        (["They use de-", "icing salt down-", "stream."], "They use de-icing salt downstream."),
        (["The sec-", "tion of the well-", "known gate"], "The section of the well-known gate"),
        (["The sec-", "tion of an up-to-", "date gate"], "The section of an up-to-date gate"),
        (["A for-", "matter of the sec-", "tion"], "A formatter of the section"),
        (["The pre-", "and post-war gates"], "The pre- and post-war gates"),
        (["An e-", "mail of Vasquez-", "Rooke in mid-", "1990 on COVID-", "19"], None),
        (["The OP-", "TIONAL gate, as OPTIONAL is"], "The OPTIONAL gate, as OPTIONAL is"),
        (
            ["The gate \u2014", "it leaks \u2014 in 1998\u2013", "2001"],
            "The gate \u2014 it leaks \u2014 in 1998\u20132001",
        ),
        (["Der Hafen-", "rat tagte; der Hafenrat schwieg"], "Der Hafenrat tagte; der Hafenrat schwieg"),
        (["The co-", "worker and both co-workers left"], "The co-worker and both co-workers left"),
    ],
)
def test_words_broken_at_line_ends_are_mended_and_compounds_kept(lines: list[str], joined: str | None) -> None:
    hyphens = Hyphens([*lines, *FILLER])
    held = lines[0]
    for line in lines[1:]:
        held = hyphens.join(held, line)
    assert held == (joined or "An e-mail of Vasquez-Rooke in mid-1990 on COVID-19")


def test_heads_that_change_by_chapter_are_no_paragraphs(tmp_path: Path) -> None:
    pages = []
    for number in range(1, 7):
        head = "1. The old lock" if number < 4 else f"{number}. The new lock"
        names = ("Ann", "Bo", "Cy", "Di", "Eve", "Fay")[number - 1]
        body = set_lines(f"{names} wrote: {LONG} {names} agreed with", 760)
        body += set_lines(f"the board of {names}. {FURTHER}", body[-1][1] - 14)
        pages.append([*body, (250, 800, 9, head), (290, 30, 11, f"- {number + 4} -")])
    text = " ".join(read(tmp_path, pages).paragraphs)
    assert "lock of" not in text and "The old lock" not in text and "The new lock" not in text
    assert "- 5 -" not in text and "Ann agreed with the board of Ann." in text
    assert text.count("wrote:") == 6


def test_what_a_browser_prints_around_two_pages_is_no_paragraph(tmp_path: Path) -> None:
    def page(number: int, text: str) -> list[Placed]:
        stamp, address = "11/27/24, 9:14 AM Lock leaks - The Tide", f"https://tide.example/lock?print=1 {number}/2"
        return [*set_lines(text, 760), (24, 810, 8, stamp), (24, 17, 8, address)]

    document = read(tmp_path, [page(1, f"{LONG} The board"), page(2, f"will meet again. {FURTHER}")])
    assert document.paragraphs == (f"{LONG} The board will meet again. {FURTHER}",)
    assert read(tmp_path, [page(1, LONG)], Title="Leaks").paragraphs == (LONG,)
    stamp: Placed = (60, 790, 11, "11/27/24, 9:14 AM the lock leaks")
    assert read(tmp_path, [[stamp, *set_lines(LONG, 760)]], Title="Log").paragraphs[0] == stamp[3]


def test_a_head_of_two_letters_is_kept_once(tmp_path: Path) -> None:
    def letter(name: str, text: str) -> list[Placed]:
        return [(60, 800, 11, "Ness Harbour Board"), (60, 760, 11, f"Dear {name},"), *set_lines(text, 730)]

    document = read(tmp_path, [letter("Ann", LONG), letter("Bo", FURTHER)])
    assert (document.title, document.paragraphs) == ("Ness Harbour Board", ("Dear Ann,", LONG, "Dear Bo,", FURTHER))


def test_the_number_of_a_single_page_is_no_paragraph(tmp_path: Path) -> None:
    page: list[Placed] = [(290, 30, 11, "1"), *set_lines(LONG, 760), (60, 600, 11, "2"), *set_lines(FURTHER, 560)]
    assert read(tmp_path, [page], Title="Notes").paragraphs == (LONG, "2", FURTHER)


def test_pages_that_are_copies_keep_their_text(tmp_path: Path) -> None:
    page: list[Placed] = [(60, 800, 11, "No fishing from the lock"), *set_lines(LONG, 760), *set_lines(FURTHER, 600)]
    assert LONG in read(tmp_path, [page, page]).paragraphs


def test_pages_that_are_all_the_same_keep_their_text(tmp_path: Path) -> None:
    document = read(tmp_path, [[(60.0, 780.0, 11.0, PARAGRAPHS[0])]] * 4)
    assert document.paragraphs[0] == PARAGRAPHS[0]


def test_leaders_of_dots_are_searched_in_time_that_grows_with_them(tmp_path: Path) -> None:
    lines: list[Placed] = [(60.0, 780.0, 11.0, "." * 20_000 + "-"), (60.0, 766.0, 11.0, PARAGRAPHS[0])]
    assert PARAGRAPHS[0] in " ".join(read(tmp_path, [lines]).paragraphs)


def test_numbers_drawn_by_themselves_stand_before_their_paragraphs(tmp_path: Path) -> None:
    first, second = set_lines(LONG, 760, 90), set_lines(FURTHER, 690, 90)
    marks: list[Placed] = [(60, 760, 11, "1."), (60, 690, 11, "2.")]
    assert read(tmp_path, [[*marks, *first, *second]]).paragraphs == (f"1. {LONG}", f"2. {FURTHER}")
    other = set_lines(FURTHER, 760, 330, 40)
    assert FURTHER in read(tmp_path, [[*set_lines(LONG, 780, 60, 40), (60, 760, 11, "2."), *other]]).paragraphs


def test_a_number_within_a_sentence_begins_no_item(tmp_path: Path) -> None:
    lines = [
        "By noon she stood on the deck with two of the inspectors. At",
        "15.40 she gave the order to close the lock, as hanger no.",
        "118. The ships were told of it by the keeper in the evening,",
        "and nobody said a word about what it would cost the firms.",
    ]
    document = read(tmp_path, [[(60, 700 - 14 * at, 11, line) for at, line in enumerate(lines)]])
    assert document.paragraphs[0].startswith(f"{lines[0]} {lines[1]}")


def test_items_with_numbers_begin_paragraphs(tmp_path: Path) -> None:
    items = [
        "1. The board of the harbour hears the engineer and asks her",
        "2. The board votes on the price of the gate",
    ]
    items += ["2.1 A second tender is asked for from the yard in Vik, so it", "2.2 The keeper tells the ships"]
    document = read(tmp_path, [[(60, 700 - 14 * at, 11, line) for at, line in enumerate([*items, LONG[:60]])]])
    assert document.paragraphs[:3] == tuple(items[:3])


@pytest.mark.parametrize(
    "notes",
    [
        [(60, 60, 8, "1 As the board was told in the spring of 1931.")],
        [(60, 60, 11, "1 As the board was told in the spring of 1931.")],
        [(60, 70, 9, "* Of the old lock."), (60, 58, 9, "The new one has none.")],
    ],
)
def test_a_sentence_goes_on_over_a_page_below_whose_text_a_note_stands(tmp_path: Path, notes: list[Placed]) -> None:
    whole = set_lines(f"{LONG} {FURTHER}", 760)
    first, second = whole[:2], [(x, y + 28, size, text) for x, y, size, text in whole[2:]]
    told = tuple(text for *_, text in notes)
    assert read(tmp_path, [[*first, *notes], second], Title="Lock").paragraphs == (f"{LONG} {FURTHER}", *told)


def test_a_word_broken_over_a_page_with_a_note_is_mended(tmp_path: Path) -> None:
    first = [(60, 760, 11, "The gates of the lock were hung in the spring by a yard in Vik, which the harbour remem-")]
    second = [(60, 760, 11, "bers to this day, as it sent the wrong seals twice.")]
    document = read(tmp_path, [[*first, (60, 60, 8, "1 See the minutes.")], second], Title="Lock")
    assert document.paragraphs == (f"{first[0][3][:-1]}{second[0][3]}", "1 See the minutes.")


def test_notes_below_a_whole_sentence_and_items_stay_where_they_are(tmp_path: Path) -> None:
    note: Placed = (60, 60, 8, "1 See the minutes.")
    document = read(tmp_path, [[*set_lines(LONG, 760), note], set_lines(FURTHER, 760)], Title="Lock")
    assert document.paragraphs == (LONG, note[3], FURTHER)
    items: list[Placed] = [
        (60, 760 - 30 * at, 11, line) for at, line in enumerate(("Present", "1 Ann Orr", "2 Bo Lee"))
    ]
    document = read(tmp_path, [items, set_lines(f"they met at noon. {FURTHER}", 760)], Title="Lock")
    assert document.paragraphs[:3] == ("Present", "1 Ann Orr", "2 Bo Lee")


def test_a_caption_begins_a_paragraph(tmp_path: Path) -> None:
    lines = [
        "There was no such rule at the other locks, which are dry now.",
        "Table 1. What the gates of the locks have cost",
    ]
    document = read(tmp_path, [[(60, 700 - 14 * at, 11, line) for at, line in enumerate([*lines, LONG[:70]])]])
    assert document.paragraphs[0] == lines[0] and document.paragraphs[1].startswith(lines[1])


def test_columns_drawn_row_by_row_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = set_lines(LONG, 740, 60, 34), set_lines(FURTHER, 740, 310, 34)
    rows = [line for at in range(max(len(left), len(right))) for line in (*left[at : at + 1], *right[at : at + 1])]
    assert read(tmp_path, [[(200, 790, 18, "The Ness Gazette"), *rows]]).paragraphs == (LONG, FURTHER)


def test_tables_and_forms_keep_their_rows(tmp_path: Path) -> None:
    form = [
        ("Name of the applicant and of the firm", "Ness Ferries plc, of Mill Lane in Vik"),
        ("Purpose for which the licence is asked", "To carry people across the Ness daily"),
        ("Days between which it is to be valid", "From 1 October to the last of March"),
        ("Number of people on each crossing", "Not more than ninety-six at one time"),
        ("Name and address of the master", "Wyn Prosser, the Toll House, Brackwater"),
    ]
    cells = [
        (x, 700 - 20 * at, 11, cell) for at, row in enumerate(form) for x, cell in zip((60, 310), row, strict=True)
    ]
    text = " ".join(read(tmp_path, [cells]).paragraphs)
    assert [text.index(cell) for row in form[1:] for cell in row] == sorted(text.index(c) for r in form[1:] for c in r)


@pytest.mark.parametrize("given", ["", "(anonymous)", "Microsoft Word - draft_3.docx", "Layout 1", "x"])
def test_the_title_is_in_the_largest_type_of_the_first_page(tmp_path: Path, given: str) -> None:
    page: list[Placed] = [(60, 810, 8, "CONFIDENTIAL until the spring"), (60, 770, 18, "Evidence, Volume II")]
    document = read(tmp_path, [[*page, *set_lines(LONG, 730), *set_lines(FURTHER, 660)]], Title=given)
    assert document.title == "Evidence, Volume II"
    assert "Evidence, Volume II" not in document.paragraphs


def test_a_heading_in_two_lines_is_one_paragraph(tmp_path: Path) -> None:
    heading: list[Placed] = [(60, 700, 16, "What the board of the harbour said about"), (60, 680, 16, "the old lock")]
    page = [*set_lines(FURTHER, 760), *heading, *set_lines(LONG, 650)]
    document = read(tmp_path, [page], Title="Minutes")
    assert document.paragraphs == (FURTHER, "What the board of the harbour said about the old lock", LONG)


def test_a_date_in_the_text_is_told_before_that_of_the_file(tmp_path: Path) -> None:
    page: list[Placed] = [(60, 790, 18, "The lock"), (60, 765, 11, "Published 4 February 2021"), *set_lines(LONG, 730)]
    assert read(tmp_path, [page], CreationDate="D:20240506101010").date == "2021-02-04"
    assert read(tmp_path, [page[:1] + page[2:]], CreationDate="D:20240506101010").date == "2024-05-06"
    received: list[Placed] = [(60, 765, 11, "Received 4 May 2021; accepted 18 September 2021")]
    assert read(tmp_path, [page[:1] + received + page[2:]], CreationDate="D:20210918").date == "2021-09-18"


def test_paragraphs_in_small_space_are_parted(tmp_path: Path) -> None:
    pages = []
    for part in range(2):
        top, page = 780.0, []
        for paragraph in PARAGRAPHS * 4:
            lines = set_lines(f"{paragraph} {paragraph[:-1]} in {1900 + len(page) + part * 60}.", top, width=90)
            top = lines[-1][1] - 20
            page += lines
        pages.append(page)
    assert len(read(tmp_path, pages, Title="Notes").paragraphs) == 24


def test_parts_of_one_page_each_keep_their_headings(tmp_path: Path) -> None:
    pages = [[(60, 790, 11, f"Lesson {at}"), *set_lines(text, 750)] for at, text in ((1, LONG), (2, FURTHER))]
    assert read(tmp_path, pages, Title="The lock").paragraphs == ("Lesson 1", LONG, "Lesson 2", FURTHER)


def test_chapters_that_begin_pages_keep_their_headings(tmp_path: Path) -> None:
    names = ("Ann", "Bo", "Cy", "Di")
    pages = [
        [(60, 790, 18, f"Chapter {at}"), *set_lines(f"{name} wrote: {LONG}", 750)] for at, name in enumerate(names, 1)
    ]
    paragraphs = read(tmp_path, pages, Title="The lock").paragraphs
    assert [line for line in paragraphs if line.startswith("Chapter")] == [f"Chapter {at}" for at in range(1, 5)]


def test_items_with_dashes_begin_paragraphs_and_dashes_in_sentences_do_not(tmp_path: Path) -> None:
    lines = [
        "The inspectors of the harbour found on their tour of the gates",
        "- which are old - that these were the worst of all the faults:",
        "- two cracked beams on the eastern side of the northern gates",
        "- a loose railing by the lighthouse, where visitors may lean",
    ]
    document = read(tmp_path, [[(60, 700 - 14 * at, 11, line) for at, line in enumerate(lines)]], Title="Faults")
    assert document.paragraphs == (f"{lines[0]} {lines[1]}", lines[2], lines[3])


GRID = [("Quay", "Boats", "Tons"), ("North", "14", "31.5"), ("South", "", "7.0"), ("Mole", "102", "")]


def draw_grid(grid: list[tuple[str, ...]], top: float = 700, step: float = 18) -> list[Placed]:
    """Return the cells of a table, figures set to the right of their columns."""
    return [
        (80 + 110 * column + (30 - 5 * len(cell) if column and cell[0].isdigit() else 0), top - step * at, 10, cell)
        for at, row in enumerate(grid)
        for column, cell in enumerate(row)
        if cell
    ]


def test_rows_of_a_printed_table_keep_their_empty_cells(tmp_path: Path) -> None:
    page = [*set_lines(LONG, 780), *draw_grid(GRID), *set_lines(FURTHER, 600)]
    assert read(tmp_path, [page]).paragraphs == (
        LONG,
        "Quay: North │ Boats: 14 │ Tons: 31.5",
        "Quay: South │ Boats: – │ Tons: 7.0",
        "Quay: Mole │ Boats: 102 │ Tons: –",
        FURTHER,
    )


def test_a_cell_of_a_printed_table_goes_on_below(tmp_path: Path) -> None:
    grid = draw_grid([("Quay", "Boats", "Tons"), ("North and", "14", "31.5"), ("South", "3", "7.0")], step=30)
    page = [*set_lines(LONG, 780), *grid[:6], (80, 659, 10, "the basin"), *grid[6:]]
    assert read(tmp_path, [page]).paragraphs[1:] == (
        "Quay: North and the basin │ Boats: 14 │ Tons: 31.5",
        "Quay: South │ Boats: 3 │ Tons: 7.0",
    )


@pytest.mark.parametrize(
    ("grid", "written"),
    [
        ([("Quay", "Keeper"), ("North", "Ann Orr"), ("South", "Bo Munk")], "Quay: North │ Keeper: Ann Orr"),
        ([("Quay", "Share"), ("North", "8.4%"), ("South", "17%")], "Quay: North │ Share: 8.4%"),
        ([("Quay", "Use", "State"), ("North", "fish", "poor"), ("South", "coal", "good")], "Use: fish"),
    ],
)
def test_a_first_row_in_bold_heads_a_printed_table(tmp_path: Path, grid: list[tuple[str, ...]], written: str) -> None:
    page = [*set_lines(LONG, 780), *draw_grid(grid), *set_lines(FURTHER, 600)]
    assert written in read(tmp_path, [page], bold=grid[0]).paragraphs[1]
    every = [cell for row in grid for cell in row]
    for bold in ([], every, [row[0] for row in grid]):
        assert read(tmp_path, [page], bold=bold).paragraphs[1] == " │ ".join(grid[0]), bold


def test_a_heading_in_bold_is_parted_from_its_text_and_words_in_bold_are_not(tmp_path: Path) -> None:
    lines = [
        "3. What the keeper of the lock had told the harbour board about it",
        *(line[3] for line in set_lines(LONG, 0)),
    ]
    page: list[Placed] = [(60, 700 - 14 * at, 11, line) for at, line in enumerate(lines)]
    assert read(tmp_path, [page], bold=lines[:1], Title="Lock").paragraphs == (lines[0], LONG)
    assert read(tmp_path, [page[1:]], bold=lines[2:3], Title="Lock").paragraphs == (LONG,)


@pytest.mark.parametrize(
    "left",
    [[f"{at}" for at in range(1, 9)], ["The quay was", "built in the", "year of the", "flood and it", "stood until"]],
)
def test_text_beside_text_is_no_table(tmp_path: Path, left: list[str]) -> None:
    right = [
        "A. He came to the gate that night", "and said that he had seen a light", "Q. Which light was it that he saw",
        "and where did it stand, Mr Orr?", "A. On the mole, by the third lamp", "as far as I can remember, my lord",
        "Q. Did anybody else see it there", "in the course of that evening?",
    ]  # fmt: skip
    page = [
        (x, 700 - 14 * at, 10, text)
        for at, pair in enumerate(zip(left, right, strict=False))
        for x, text in zip((80, 160), pair, strict=True)
    ]
    assert not any("│" in paragraph for paragraph in read(tmp_path, [page]).paragraphs)
