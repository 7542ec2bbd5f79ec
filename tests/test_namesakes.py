"""Persons who share a surname: what is told of one of them is no answer about the other."""

import pytest
from articles import gather, list_told

from agent.evidence.vetoes.namesakes import tell_of_namesakes

TRIAL = (
    "Baker guilty",
    None,
    [
        "A baker was found guilty on Monday of stealing flour.",
        "Tomas Wilk, 61, wept when the judge spoke. Wilk, who ran a shop, must pay 900 crowns. Mr Wilk will appeal.",
        "His sister Irena was a witness. She said so to Ms Wilk's lawyer.",
    ],
)
PORTRAIT = (
    "A nurse in court",
    None,
    [
        "Irena Wilk said that she, a nurse, never saw the flour. Wilk, 58, lives alone.",
        'Her brother Tomas Wilk said he was sorry. "Irena knew nothing," Tomas Wilk said.',
    ],
)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A baker was found guilty on Monday of stealing flour.", True),
        ("Tomas Wilk, 61, wept when the judge spoke.", True),
        ("Wilk, who ran a shop, must pay 900 crowns.", True),
        ("Mr Wilk will appeal.", True),
        ("His sister Irena was a witness.", False),
        ("Irena Wilk said that she, a nurse, never saw the flour.", False),
        ("Wilk, 58, lives alone.", False),
        ("Her brother Tomas Wilk said he was sorry.", False),
        ('"Irena knew nothing," Tomas Wilk said.', False),
    ],
)
def test_what_is_told_of_a_namesake(sentence: str, told: bool) -> None:
    candidates = gather(TRIAL, PORTRAIT)
    found = list_told(tell_of_namesakes("How old is Irena Wilk?", candidates, [True] * len(candidates)), candidates)
    assert (sentence in found) is told


def test_that_a_short_form_of_a_first_name_is_no_other_person() -> None:
    candidates = gather(("Firm sold", None, ["William Orme, the founder, left. Orme, 70, sold his firm."]))
    assert not any(tell_of_namesakes("How old is Bill Orme?", candidates, [True] * len(candidates)))


def test_that_a_man_is_not_meant_by_a_title_of_women() -> None:
    told = ["Amos Wilk, a farmer, wrote a diary. He lost a son.", "Ms Wilk read it with a ruler."]
    candidates = gather(("Diary found", None, told), PORTRAIT)
    found = list_told(tell_of_namesakes("What did Irena Wilk read?", candidates, [True] * len(candidates)), candidates)
    assert "Ms Wilk read it with a ruler." not in found
    assert "Amos Wilk, a farmer, wrote a diary." in found


def test_that_a_lead_is_about_whom_its_article_names_next() -> None:
    told = ["A teacher who had been ill for years died on Friday.", "Ada Orme, the teacher, was 80. Her son Lev wept."]
    candidates = gather(("Teacher dead", None, told))
    for name, stray in (("Lev Orme", True), ("Ada Orme", False), ("Sven Orme", False)):
        asked = f"What did {name} die of?"
        assert (told[0] in list_told(tell_of_namesakes(asked, candidates, [True, True, True]), candidates)) is stray
