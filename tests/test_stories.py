import random

import pytest
from newsroom import BUDGET, FERRY_EDIT, FERRY_OWN, FERRY_WIRE, Report, print_reports

from agent.digest.events.stories import group_stories
from agent.digest.spellings import gather_names
from index.source import Source
from index.vectors.embed import Embedder, load_embedder

FERRY: list[Report] = [
    ("Ferry hits rocks off Tharos", "2024-05-13", FERRY_WIRE),
    ("Two missing after ferry runs aground", "2024-05-14", FERRY_EDIT),
    ("Who put out the light? The Selma ferry and a dark buoy", "2024-05-15", FERRY_OWN),
]
BUDGETS: list[Report] = [
    ("Brandt raises sugar tax", "2024-05-13", BUDGET),
    (
        "Budget spares pensioners, angers teachers",
        "2024-05-14",
        [
            "The budget of Odalys Brandt leaves pensions alone but taxes sugar, the finance ministry said.",
            "The teachers' union said it would strike in the autumn because wages in schools stay where they are.",
        ],
    ),
]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return load_embedder("wordllama")


def name_stories(stories: list[list[Source]]) -> list[set[int]]:
    return [{source.id for source in story} for story in stories]


def test_reports_of_one_event_come_together_in_any_order(embedder: Embedder) -> None:
    sources, paragraphs = print_reports(*FERRY, *BUDGETS)
    expected = [{0, 1, 2}, {3, 4}]
    assert name_stories(group_stories(sources, paragraphs, embedder)) == expected
    random.Random(3).shuffle(sources)
    assert name_stories(group_stories(sources, paragraphs, embedder)) == expected


def test_stories_are_told_apart_without_dates_and_titles(embedder: Embedder) -> None:
    reports: list[Report] = [(f"{n:02}", None, body) for n, (_, _, body) in enumerate([*FERRY, *BUDGETS])]
    sources, paragraphs = print_reports(*reports)
    assert name_stories(group_stories(sources, paragraphs, embedder)) == [{0, 1, 2}, {3, 4}]


def test_the_same_words_years_apart_are_another_event(embedder: Embedder) -> None:
    later = [text.replace("84", "61").replace("two", "five") for text in FERRY_WIRE]
    sources, paragraphs = print_reports(FERRY[0], FERRY[1], ("Ferry hits rocks off Tharos", "2027-10-02", later))
    assert name_stories(group_stories(sources, paragraphs, embedder)) == [{0, 1}, {2}]


MATTER: list[Report] = [
    (
        "Statement on the works at Corrie sluice",
        "2031-03-02",
        [
            "The Velden Water Board has decided to take the sluice at Corrie out of service from April.",
            "Engineers of the board found cracks in both gates, the older of which was cast in 1911.",
            "Barges will be sent through the Lower Cut, which adds four hours to the passage to Ostmark.",
        ],
    ),
    (
        "We will not be drowned quietly",
        "2031-04-20",
        [
            "Dear neighbours, on Tuesday eleven of us went to the office of the Water Board and were given tea.",
            "Nobody there could tell us what happens to our cellars when the sluice stands open in a wet autumn.",
            "Old Marten Hale, who kept the gates at Corrie for thirty years, says he never saw a crack in them.",
        ],
    ),
    (
        "Hale v. Velden Water Board",
        "2031-09-11",
        [
            "The claimant lives beside the sluice at Corrie and asks that its closing be put off.",
            "The court accepts the report of the defendant's engineers and finds the gates unsafe.",
            "The claim is dismissed; the board shall pay for pumps in the cellars of Sluice Row.",
        ],
    ),
]


def test_a_statement_a_letter_and_a_verdict_on_one_matter_are_one_story(embedder: Embedder) -> None:
    sources, paragraphs = print_reports(*MATTER)
    assert name_stories(group_stories(sources, paragraphs, embedder)) == [{0, 1, 2}]
    sources, paragraphs = print_reports(*MATTER, *FERRY, *BUDGETS)
    assert name_stories(group_stories(sources, paragraphs, embedder)) == [{0, 1, 2}, {3, 4, 5}, {6, 7}]


def test_few_and_odd_sources(embedder: Embedder) -> None:
    assert group_stories([], {}, embedder) == []
    empty: Report = ("", None, [])
    foreign: Report = ("渡轮触礁", "not a date", ["一艘载有八十四人的渡轮星期一在塔罗斯岛附近触礁。", "两人失踪。"])
    sources, paragraphs = print_reports(empty, foreign, BUDGETS[0])
    stories = group_stories(sources, paragraphs, embedder)
    assert sorted(map(len, stories)) == [1, 1, 1]


def test_many_copies_are_one_story(embedder: Embedder) -> None:
    sources, paragraphs = print_reports(*[FERRY[0]] * 130, BUDGETS[0])
    assert [len(story) for story in group_stories(sources, paragraphs, embedder)] == [130, 1]


def test_spellings_come_together_and_look_alikes_stay_apart() -> None:
    sources, paragraphs = print_reports(
        ("a", None, ["Rebels of the Harun Relief Front left Albu Kamal for Iraq.", "Iran praised Ilse Brandt."]),
        ("b", None, ["The army is in Al-Bukamal, said Ilse Brandt.", "Brandt went on to Iraq and Iran."]),
        ("c", None, ["In al-Boukamal, Brandt met the HRF.", "Albu Kamal is quiet, Iran says, and so is Iraq."]),
    )
    names = {name.name: set(name.variants) for name in gather_names(sources, paragraphs)}
    assert names["Albu Kamal"] == {"Al-Bukamal", "al-Boukamal"}
    assert names["Ilse Brandt"] == {"Brandt"}
    assert names["Harun Relief Front"] == {"HRF"}
    assert names["Iran"] == names["Iraq"] == set()


def test_an_office_before_a_name_is_no_part_of_it() -> None:
    sources, paragraphs = print_reports(
        ("a", None, ["In Lisk, Councilwoman Renata Holm spoke.", "Park Chair Ingrid Mortensen met Norman Ole Brandt."]),
        ("b", None, ["Renata Holm left the Harun Bridge.", "In Lisk, Ingrid Mortenson met Norman Ole Brandt."]),
        ("c", None, ["In Lisk, Renata Holm smiled.", "The Driver Harun Bridge is closed, and so is the Harun Bridge."]),
    )
    names = {name.name: name.variants for name in gather_names(sources, paragraphs)}
    assert names["Renata Holm"] == () and "Councilwoman Renata Holm" not in names
    assert names["Ingrid Mortensen"] == ("Ingrid Mortenson",)
    assert "Norman Ole Brandt" in names and "Harun Bridge" in names


def test_a_word_that_others_use_alone_is_no_short_form() -> None:
    reports: list[Report] = [(f"{n}", None, [f"Port {n} lies in Israel.", "Israel it is."]) for n in range(4)]
    sources, paragraphs = print_reports(
        *reports, ("x", None, ["Senator Steve Israel spoke.", "Steve Israel flew to Israel."])
    )
    names = {name.name: name.variants for name in gather_names(sources, paragraphs)}
    assert names["Israel"] == names["Steve Israel"] == ()


def test_numbers_days_and_words_are_no_names() -> None:
    body = [
        "Twenty-six men left Lisk on Monday. Fire crews were late, and the fire burned on.",
        "Two of them rowed. Fire chief Orla Vance said on Monday that the Corven Dam held.",
        "Twenty-six boats passed the dam at Lisk. The dam is old. Vance left. Two came back.",
    ]
    sources, paragraphs = print_reports(("a", None, body), ("b", None, body))
    names = {name.name: name.variants for name in gather_names(sources, paragraphs)}
    assert names.keys() == {"Lisk", "Orla Vance", "Corven Dam"}
    assert names["Corven Dam"] == ()


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("National Board for Public Roads", "Roads"),
        ("R. Heron", "R.H."),
        ("Orla Vance MP", "MP"),
    ],
)
def test_what_ends_a_name_or_its_initials_need_not_stand_for_it(full: str, short: str) -> None:
    body = [
        f"The {full} met at the quay in Lisk.",
        f"All spoke with {short} about it.",
        f"Then the {full} left {short}.",
    ]
    sources, paragraphs = print_reports(("a", None, body), ("b", None, body))
    names = {name.name: name.variants for name in gather_names(sources, paragraphs)}
    assert not any(short in variants for variants in names.values())


def test_a_surname_and_an_acronym_stand_for_a_name() -> None:
    body = ["The diver R. Heron met Orla Vance in Lisk.", "The nurse RH heard Vance.", "Then RH left, and Vance too."]
    sources, paragraphs = print_reports(("a", None, body), ("b", None, body))
    names = {name.name: name.variants for name in gather_names(sources, paragraphs)}
    assert names["Orla Vance"] == ("Vance",)
    assert names["R. Heron"] == ("RH",)
