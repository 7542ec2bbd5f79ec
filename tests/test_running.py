"""Reports that follow one event over weeks are one story; what is only like it, or tells of the same people, is not."""

from datetime import date

import pytest
from newsroom import Report, print_reports

from agent.digest.events.happenings import Happenings, read_happenings
from agent.digest.events.running import Dated, join_running
from agent.digest.events.stories import group_stories
from index.vectors.embed import load_embedder

BRIDGE: list[Report] = [
    (
        "Two lorries fall as bridge gives way",
        "2031-05-05",
        [
            "The Marrow Bridge collapsed on Monday in a gale, and two lorries fell into the Tarn.",
            "Five people were taken to hospital in Ostley, said Greta Lund, the county's chief fire officer.",
        ],
    ),
    (
        "Tolls of the past: who paid for the bolts?",
        "2031-05-09",
        [
            "The collapse of the Marrow Bridge has drawn eyes to a contract for bolts from 2019.",
            "Pell Fastenings won it with the lowest of six bids, county papers show.",
            "Its owner, Hugo Pell, said all his bolts were tested.",
        ],
    ),
    (
        "Pell's papers seized",
        "2031-05-14",
        [
            "Detectives carried boxes out of Pell Fastenings on Wednesday in the case of the Marrow Bridge.",
            "Hugo Pell was at home and was not questioned, a detective said.",
        ],
    ),
    (
        "Ferry to run until Christmas",
        "2031-05-20",
        [
            "A ferry will carry cars over the Tarn until Christmas, two weeks after the Marrow Bridge collapsed.",
            "The fare is four crowns, and pupils travel free.",
        ],
    ),
    (
        "Ostley mourns its postman",
        "2031-05-23",
        [
            "Hundreds stood in the rain in Ostley on Friday to bury the postman Ivo Brandt.",
            "He was the only one who died of the collapse of the Marrow Bridge, Greta Lund said.",
        ],
    ),
]
WEIR: list[Report] = [
    (
        "Weir gives way near Ostley",
        "2031-05-16",
        [
            "The Hollin Weir collapsed on Friday, and meadows below Ostley were under water by noon.",
            "It had nothing to do with the collapse of the Marrow Bridge, said Greta Lund, the chief fire officer.",
        ],
    ),
    (
        "Farmers count sheep after weir's end",
        "2031-05-18",
        [
            "The collapse of the Hollin Weir has cost farmers below Ostley four hundred sheep.",
            "Greta Lund said that the water had gone down.",
        ],
    ),
]
BLAST: list[Report] = [
    ("Nine dead in Corrie", "2031-06-02", ["An explosion at the Kardos Mill killed nine people on Monday."]),
    ("Owner weeps", "2031-06-08", ["Nils Kardos wept when he spoke of the explosion at the Kardos Mill on Sunday."]),
    ("Flour cheaper", "2031-06-15", ["Flour is cheap again two weeks after the explosion at the Kardos Mill."]),
]
MEETING: list[Report] = [
    ("Farmers meet", "2031-06-02", ["Nine farmers came to a meeting at the Corrie Hall on Monday."]),
    ("Again no quorum", "2031-06-08", ["The meeting at the Corrie Hall broke up after an hour."]),
    ("Beer runs out", "2031-06-15", ["The meeting at the Corrie Hall was the longest in years."]),
]
MATCHES: list[Report] = [
    (
        f"Ostley Rovers beat {guest}",
        f"2031-05-{day:02}",
        [
            f"Ostley Rovers beat {guest} {score} at Tarn Park on Saturday before a crowd of {crowd}.",
            f"Nils Aker scored for the Rovers, whose coach, Ada Bloom, praised the defence. {more}",
        ],
    )
    for guest, day, score, crowd, more in (
        ("Lisk United", 3, "2-0", "3,100", "The win of Ostley Rovers was their fourth in a row."),
        ("Penhale Town", 10, "1-0", "2,800", "After the defeat of Lisk United it was a dull game."),
        ("Corrie Athletic", 17, "3-2", "4,000", "The referee sent off two men before the break."),
    )
]


def join(groups: list[list[int]], *reports: Report) -> list[list[int]]:
    """Return the groups of reports, by their numbers, as running events join them."""
    dated = {
        number: Dated(read_happenings(title, body), date.fromisoformat(day).toordinal())
        for number, (title, day, body) in enumerate(reports)
        if day
    }
    return sorted(join_running(groups, dated))


def alone(reports: list[Report]) -> list[list[int]]:
    return [[number] for number in range(len(reports))]


def test_reports_of_weeks_that_come_back_to_one_event_are_one_story() -> None:
    sources, paragraphs = print_reports(*BRIDGE)
    stories = group_stories(sources, paragraphs, load_embedder("wordllama"))
    assert [len(story) for story in stories] == [5]
    assert join(alone(BRIDGE), *BRIDGE) == [[0, 1, 2, 3, 4]], "papers name the bridge and the firm, not what befell it"


@pytest.mark.parametrize("groups", [[[0, 1, 2, 3, 4], [5], [6]], [[0], [1], [2], [3], [4], [5, 6]]])
def test_what_befell_another_thing_is_another_event(groups: list[list[int]]) -> None:
    joined = join(groups, *BRIDGE, *WEIR)
    assert [0, 1, 2, 3, 4] in joined and not any({4, 5} <= set(group) or {4, 6} <= set(group) for group in joined)


def test_two_reports_are_too_few_and_undated_ones_stay_where_they_are() -> None:
    assert join([[0], [1]], *BRIDGE[:2]) == [[0], [1]]
    undated: list[Report] = [(title, None, body) for title, _, body in BRIDGE]
    assert join(alone(undated), *undated) == alone(undated)


def test_what_cost_lives_at_a_place_is_an_event_and_a_meeting_there_is_none() -> None:
    assert join(alone(BLAST), *BLAST) == [[0, 1, 2]]
    assert join(alone(MEETING), *MEETING) == alone(MEETING)


def test_matches_of_one_team_are_no_running_event() -> None:
    assert join(alone(MATCHES), *MATCHES) == alone(MATCHES)


def test_what_one_who_speaks_did_makes_no_running_event() -> None:
    spoken: Report = ("A day later", "2031-05-06", ["The Marrow Bridge said that it was not to blame."])
    assert join(alone([*BRIDGE, spoken]), *BRIDGE, spoken) == alone([*BRIDGE, spoken])


def test_months_later_the_same_is_another_event() -> None:
    later: list[Report] = [(title, (day or "").replace("-05-", "-11-"), body) for title, day, body in BRIDGE]
    assert join(alone([*BRIDGE, *later]), *BRIDGE, *later) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]


@pytest.mark.parametrize(
    ("text", "told", "named"),
    [
        ("The Marrow Bridge collapsed on Monday.", True, False),
        ("The collapse of the Marrow Bridge cost five lives.", False, True),
        ("Two lorries fell in the Marrow Bridge collapse.", False, True),
        ("Nobody was hurt in what is called the Marrow Bridge collapse.", False, True),
        ("A collapse of the Marrow Bridge was feared.", False, False),
        ("The Marrow Bridge will collapse one day, an engineer said.", False, False),
        ("The owner of the Marrow Bridge collapsed at his desk.", False, False),
        ("Walkers on the Marrow Bridge collapsed in the heat.", False, False),
        ("The collapse of the Marrow Bridge's builder met.", False, False),
    ],
)
def test_what_befell_a_thing_is_told_or_named(text: str, told: bool, named: bool) -> None:
    found = read_happenings("", [text])
    assert bool([each for each in found.told if each.endswith(":coll")]) is told
    assert bool([each for each in found.named if each.endswith(":coll")]) is named


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("The Tarn Authority said the gates were shut.", True),
        ("The gates were shut, according to the Tarn Authority.", True),
        ("A spokesman denied it; the Tarn Authority, too, denied it.", False),
        ("Fishermen below the Tarn Authority said the gates were shut.", False),
        ("The Tarn Authority's spokeswoman was away.", True),
    ],
)
def test_who_speaks_is_no_thing(text: str, speaks: bool) -> None:
    assert bool(read_happenings("", [text]).speakers) is speaks


def test_a_source_without_a_word_has_no_happenings() -> None:
    assert read_happenings("", []) == Happenings()
