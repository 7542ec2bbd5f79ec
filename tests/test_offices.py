"""Whose mayor the mayor is: that of the town of which his article is."""

import pytest
from articles import gather, list_told

from agent.evidence.vetoes.offices import hold_office_elsewhere

KORVO = (
    "Strike in Korvo",
    None,
    [
        "Nurses in Korvo walked out on Monday.",
        "Another day passed.",
        "The mayor, Ines Vold, asked for patience. Jan Teal, leader of the town council, did not.",
        "In Lisk nobody walked out. The council there has more money.",
    ],
)
WIRE = ("Ferry late", None, ["ORME (Sea Wire) - The ferry was late.", "The mayor, Ada Brix, missed it."])
MAYOR = "The mayor, Ines Vold, asked for patience."


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("Who is the mayor of Lisk?", MAYOR, True),
        ("Who is Lisk's mayor?", MAYOR, True),
        ("Who is the mayor of Orme?", MAYOR, True),
        ("Who is the mayor of Korvo?", MAYOR, False),
        ("Who is the Korvo mayor?", MAYOR, False),
        ("Who asked for patience in Lisk?", MAYOR, False),
        ("Who is the brother of Ada Brix?", MAYOR, False),
        ("Who leads the council of Orme?", "Jan Teal, leader of the town council, did not.", True),
        ("Who leads the council of Korvo?", "Jan Teal, leader of the town council, did not.", False),
        ("Who leads the council in Lisk?", "The council there has more money.", False),
        ("Who is the mayor of Orme?", "The mayor, Ada Brix, missed it.", False),
        ("Who is the mayor of Korvo?", "The mayor, Ada Brix, missed it.", True),
    ],
)
def test_an_office_is_of_the_place_of_its_article(question: str, sentence: str, told: bool) -> None:
    candidates = gather(KORVO, WIRE)
    found = list_told(hold_office_elsewhere(question, candidates, [True] * len(candidates)), candidates)
    assert (sentence in found) is told
