"""Ages: whose age a sentence tells."""

import pytest

from agent.evidence.forms.ages import tells_age_of_others


@pytest.mark.parametrize(
    ("sentence", "of_others"),
    [
        ("Vance, 69, was born in Lisk.", False),
        ("Orla Vance is 69.", False),
        ("Born in Lisk, the 69-year-old mayor spent years in Orme.", False),
        ("The 69-year-old visited Orme.", False),
        ("At age 27, Vance was chosen to study in Orme.", False),
        ("Baker Ilse Brandt, 36, said Vance was the mayor she had hoped for.", True),
        ("The 50-year-old rower Ilse Brandt met Vance.", True),
        ("A pair of 53-year-old bakers said they had never hoped to see Vance.", True),
        ("Vance, 69, met Ilse Brandt, 36.", False),
    ],
)
def test_whose_age_is_told(sentence: str, of_others: bool) -> None:
    assert tells_age_of_others("How old is Orla Vance?", sentence) is of_others
    assert not tells_age_of_others("How old is the mayor?", sentence)
