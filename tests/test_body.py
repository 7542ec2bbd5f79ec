import pytest
from documents import PARAGRAPHS

from index.article.body import clean_body
from index.readers.imprints.masthead import list_imprint
from index.readers.plain.lines import reflow

TITLE = "Council votes to rebuild the eastern breakwater"
HEADLINES = [
    "Ferry Company Raises Fares For Third Time This Year",
    "Lost Painting Found Behind Museum Cellar Wall",
    "Historic win for rowing club at regatta in Lund",
]


def test_title_is_kept_out_however_often_it_stands() -> None:
    lines = [TITLE, TITLE.upper(), TITLE + ".", *PARAGRAPHS]
    assert clean_body(lines, TITLE) == PARAGRAPHS
    assert clean_body(lines, TITLE + " - Ellery Gazette") == PARAGRAPHS


def test_repeated_block_is_kept_once_even_with_other_quotes_and_spaces() -> None:
    again = [paragraph.replace(",", " ,").replace("  ", " ") for paragraph in PARAGRAPHS[1:]]
    assert clean_body([*PARAGRAPHS, *again], TITLE) == PARAGRAPHS


def test_short_lines_may_repeat() -> None:
    lines = ["Breakwater", PARAGRAPHS[0], "Not applicable.", "Lighthouse", PARAGRAPHS[1], "Not applicable."]
    assert clean_body(lines, TITLE) == tuple(lines)


@pytest.mark.parametrize("divider", [[], ["-"], ["Related stories"], ["More from Ellery Gazette"], ["* * *"]])
@pytest.mark.parametrize("ending", ["", " -"])
def test_headlines_after_the_end(divider: list[str], ending: str) -> None:
    lines = [*PARAGRAPHS, *divider, *(headline + ending for headline in HEADLINES)]
    assert clean_body(lines, TITLE) == PARAGRAPHS


def test_headline_of_another_story_between_paragraphs_of_a_dated_report() -> None:
    lines = ["14 September 2021", PARAGRAPHS[0], PARAGRAPHS[1], HEADLINES[0], PARAGRAPHS[2]]
    assert clean_body(lines, TITLE, lines[:1]) == PARAGRAPHS


_PUBLISHED = ("Published 4 March 2023", "Last updated 19 October 2024")


@pytest.mark.parametrize(
    ("closing", "kept"),
    [
        (["Changes to this page", *_PUBLISHED], 0),
        (
            [
                "Page history",
                *_PUBLISHED,
                "1. 19 October 2024",
                "Added the new price.",
                "4 March 2023",
                "First published.",
            ],
            0,
        ),
        (["What was changed", _PUBLISHED[1], "19 October 2024: Corrected the length of the quay."], 0),
        (["What is new", _PUBLISHED[1], "19 October 2024", "The quay was opened for ships."], 4),
        (["Opening times", "Closed 4 March 2023", "Opened again in May."], 3),
        (["Added in May:", "Added the new price."], 2),
    ],
)
def test_what_was_changed_in_a_page_is_no_part_of_its_text(closing: list[str], kept: int) -> None:
    assert clean_body([*PARAGRAPHS, *closing], TITLE) == (*PARAGRAPHS, *closing[:kept])


def test_headings_of_a_document_with_sections_stay() -> None:
    lines = [
        "Scope",
        PARAGRAPHS[0],
        "Liability Of The Harbour Council And Its Agents",
        PARAGRAPHS[1],
        "Terms",
        PARAGRAPHS[2],
    ]
    assert clean_body(lines, TITLE) == tuple(lines)


def test_closing_list_that_is_announced_or_tabular_stays() -> None:
    announced = [
        *PARAGRAPHS,
        "The ferries that were built there are:",
        "Grey Lady Of The Eastern Sound",
        "Old Queen Of The Northern Isles",
    ]
    tabular = [
        *PARAGRAPHS,
        "1960 Summer Regatta Of Port Ellery: Lund",
        "1964 Summer Regatta Of Port Ellery: Oslo",
    ]
    headed = [
        *PARAGRAPHS,
        "Works",
        "The Long Winter Of The Harbour Master",
        "Seven Letters From A Drowned Parish",
    ]
    for lines in (announced, tabular, headed):
        assert clean_body(lines, TITLE) == tuple(lines)


@pytest.mark.parametrize(
    "comments",
    [
        ["• gull77", "About time!", "• Ed L", "I will believe it when I see it.", "• gull77", "Me too…"],
        [
            "• seadog",
            "They said so in 2015!",
            "• Tess W",
            "My taxes again.",
            "It never ends!",
            "• HarbourRat",
            "lol",
        ],
        ["3 comments", "gull77", "About time!", "Ed L", "I will believe it when I see it."],
        ["Leave a reply", "Name", "Email"],
        ["Post with no comments."],
        ["- gull77: About time!", "- ed_l: I doubt it.", "- gull77: Me too!"],
    ],
)
def test_comments_of_readers_at_the_end(comments: list[str]) -> None:
    assert clean_body([*PARAGRAPHS, *comments], TITLE) == PARAGRAPHS


def test_lists_that_look_a_little_like_comments_stay() -> None:
    terms = [
        "• caisson",
        "A hollow block that is sunk.",
        "• groyne",
        "A low wall.",
        "• mole",
        "A massive pier.",
    ]
    people = [
        "• Ines Varga",
        "Mayor since 2016.",
        "• Tom Askew",
        "Engineer of the province.",
        "• Lena Orrin",
        "Historian.",
    ]
    signed = [
        "- Bart Nilsen",
        PARAGRAPHS[0] + " Again.",
        "– Maria Holt",
        PARAGRAPHS[1] + " Again.",
        "- Bart Nilsen",
    ]
    for part in (terms, people, signed):
        assert clean_body([*PARAGRAPHS, *part], TITLE) == (*PARAGRAPHS, *part)


def test_comments_heading_inside_a_consultation_report_stays_with_its_text() -> None:
    lines = [
        *PARAGRAPHS,
        "Comments",
        *(f"{paragraph} The board took note of this at length." for paragraph in PARAGRAPHS),
    ]
    assert set(lines) - {"Comments"} <= set(clean_body(lines, TITLE))


def test_navigation_captions_notices_and_bylines() -> None:
    lines = [
        "• Live", "• Audio Only", "• facebook", "• twitter", "Home | World | Sport | Contact",
        "By Ines Varga and Tom Askew", "Updated Sept. 14, 2021, 3:08 p.m. ET",
        "A file photo of the breakwater in March.",
        "A file photo of the breakwater in March. | Photo: Dana Roe",
        PARAGRAPHS[0], "Advertisement", "Read more: Why The Old Harbour Wall Is Failing",
        "Waves at the mole on Sunday. Dana Roe/AFP/Getty Images", PARAGRAPHS[1],
        "Sign up for our newsletter to get the news in your inbox.",
        PARAGRAPHS[2], "(Reporting by Ines Varga)",
    ]  # fmt: skip
    assert clean_body(lines, TITLE, list_imprint(lines, "2021-09-14")) == PARAGRAPHS


def test_credit_that_names_an_agency_stays() -> None:
    credit = "(Reporting by Ines Varga for Reuters; Editing by Tom Askew)"
    assert clean_body([*PARAGRAPHS, credit], TITLE) == (*PARAGRAPHS, credit)


def test_law_manual_and_encyclopedia_survive_as_they_are() -> None:
    law = [
        "Article 5 Duties Of The Harbour Master",
        "1. The master keeps the register.",
        "2. The master reports yearly.",
        "(a) by 1 March;",
    ]
    manual = [
        "Install",
        "$ pip install harbour",
        "• Stone",
        "• Cranes",
        "Photo: the path of the picture, or none.",
        "Image: harbour:latest",
    ]
    wiki = [
        "3 December 1972 : a treaty is signed by both ports .",
        "6 December 1992 : it is rejected by 50.3 % of voters .",
    ]
    chronicle = [line for day in range(1, 7) for line in (f"{day} May 2020", f"On this day ship {day} came in.")]
    for lines in (law, manual, wiki, chronicle):
        assert clean_body(lines, "Another title") == tuple(lines)


def test_document_of_nothing_but_headlines_is_kept() -> None:
    assert clean_body(HEADLINES, TITLE) == tuple(HEADLINES)
    assert clean_body([TITLE], TITLE) == (TITLE,)


def test_cleaning_twice_changes_nothing_more() -> None:
    page = "\n\n".join([TITLE, TITLE, "14 September 2021", *PARAGRAPHS, HEADLINES[0], PARAGRAPHS[0], *HEADLINES])
    once = clean_body(reflow(page), TITLE, ["14 September 2021"])
    assert clean_body(once, TITLE) == once == PARAGRAPHS
