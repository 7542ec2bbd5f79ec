"""Where a sentence is: `there`, `it`, and what an article of one town tells of another."""

import pytest
from articles import gather, list_told

from agent.evidence.context.anaphora import find_then, find_there
from agent.evidence.vetoes.asides import tell_of_home
from agent.evidence.vetoes.elsewhere import tell_elsewhere

CENSUS = (
    "Fewer pupils in Korvo",
    "2031-04-02",
    [
        "The schools in Korvo have 2,140 pupils this year. The Teal Street school has 310.",
        "Teachers are content. Parents are not.",
        "In Lisk the numbers are growing. Classes there have 27 pupils on average.",
        "A new gym was opened in the Abbey Hall. Some 80 guests danced there.",
        "Orsa Mills makes paper in Korvo. The founder's niece runs a second firm in Lisk. It employs 44 weavers.",
        "The town hall is being rebuilt. It cost 3 million.",
    ],
)
CLASSES, DANCED, WEAVERS = (
    "Classes there have 27 pupils on average.",
    "Some 80 guests danced there.",
    "It employs 44 weavers.",
)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How many pupils are in a class in Korvo?", CLASSES),
        ("How large are classes?", CLASSES),
        ("How many weavers does Orsa Mills employ?", WEAVERS),
    ],
)
def test_that_there_and_it_mean_what_was_named_last(question: str, sentence: str) -> None:
    candidates = gather(CENSUS)
    assert sentence in list_told(tell_elsewhere(question, candidates, [True] * len(candidates)), candidates)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How many pupils are in a class in Lisk?", CLASSES),
        ("How many guests danced in Korvo?", DANCED),
        ("How many guests danced in the Abbey Hall?", DANCED),
        ("How many guests danced?", DANCED),
        ("How many weavers does the firm in Lisk employ?", WEAVERS),
        ("How many weavers does the niece of the founder of Orsa Mills employ in Lisk?", WEAVERS),
        ("How much does Orsa Mills pay for the town hall?", "It cost 3 million."),
    ],
)
def test_that_they_may_mean_what_is_asked_about(question: str, sentence: str) -> None:
    candidates = gather(CENSUS)
    assert sentence not in list_told(tell_elsewhere(question, candidates, [True] * len(candidates)), candidates)


def test_that_a_town_may_lie_in_another_and_a_mill_in_any() -> None:
    told = [
        "A fire broke out at Orsa Mill. It was the third in Korvo. Two men died there.",
        "Lisk, a suburb of Korvo, sleeps.",
    ]
    for question in ("How many men died at Orsa Mill?", "How many men died in Lisk?"):
        candidates = gather(("Fire at Orsa Mill", None, told))
        assert not any(tell_elsewhere(question, candidates, [True] * len(candidates))), question


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Turnout there was 48 per cent.", "there"),
        ("The rents there are high.", "there"),
        ("Nobody who was there spoke.", "there"),
        ("Only two boats went there.", "there"),
        ("There were three of them.", None),
        ("Police said there was no danger.", None),
        ("In the hall there were 300 people.", None),
        ("Last year there were five.", None),
        ("Officials say there is more to come.", None),
        ("“I see an error there,” she said.", None),
    ],
)
def test_a_there_that_means_a_place(sentence: str, word: str | None) -> None:
    place = find_there(sentence)
    assert (None if place is None else sentence[place : place + 5]) == word


@pytest.mark.parametrize(
    ("sentence", "means"),
    [
        ("Six hundred marched then.", True),
        ("Wages fell by a tenth that year.", True),
        ("At the time she was a clerk.", True),
        ("Then he went home.", False),
        ("He rose and then left.", False),
    ],
)
def test_a_then_that_means_a_time(sentence: str, means: bool) -> None:
    assert (find_then(sentence) is not None) is means


COUNT = (
    "Brandt wins in Korvo",
    "2031-05-03",
    ["The vote in Korvo is over. Turnout was 61 per cent.", "In Lisk a school was closed. The fee was 9 crowns."],
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was the turnout in Lisk?", True),
        ("What was the turnout in Korvo?", False),
        ("What was the turnout in Orme?", False),
        ("Who won in Lisk?", False),
    ],
)
def test_that_an_article_tells_of_its_own_place_before_it_names_another(question: str, told: bool) -> None:
    candidates = gather(COUNT)
    found = list_told(tell_of_home(question, candidates, [True] * len(candidates)), candidates)
    assert ("Turnout was 61 per cent." in found) is told
    assert "The fee was 9 crowns." not in found
