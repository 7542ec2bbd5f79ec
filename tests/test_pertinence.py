import pytest

from agent.evidence.pertinence import pertains
from agent.evidence.question import read_question
from agent.evidence.words.likeness import Words
from index.vectors.embed import load_embedder


@pytest.mark.parametrize(
    ("question", "best", "text", "of_it"),
    [
        (
            "When did the strike at Lisk start?",
            "The strike in Lisk began on Monday.",
            "Cats were vaccinated at Lisk on Friday.",
            False,
        ),
        (
            "When did the strike at Lisk start?",
            "The strike in Lisk began on Monday.",
            "Friday was the first day of the strike.",
            True,
        ),
        ("When will the mayor be sworn in?", "It will be on 3 March.", "The swearing-in waits until 5 April.", True),
        ("How many soldiers did they lose?", "Six soldiers fell.", "A nurse counted 41 dead soldiers there.", True),
        (
            "How many people were on board the ferry?",
            "It carried 180 passengers.",
            "More than 2,000 people lined the streets.",
            False,
        ),
        ("How many people fled?", "Some 2,000 people fled.", "By Friday 3,500 residents were in tents.", True),
        ("What was the turnout?", "Turnout was 68 percent.", "The bishops counted 52 percent.", True),
        ("What was the turnout?", "Turnout was 68 percent.", "The bishops counted 52 chairs.", False),
        ("How much was raised?", "The appeal raised 40,000 crowns.", "Its chest holds 312,000 crowns.", True),
        ("Who was named warden?", "Ada Brandt was named warden.", "The choice fell on Leo Marl.", True),
        ("How many votes did she get?", "Ada Brandt had 40 votes.", "Nobody counted as many for Brandt.", True),
        ("Was the ferry too slow?", "It made 12 knots.", "A passenger felt the wind in her hair.", True),
        ("Who is Ada Brandt?", "Ada Brandt is the warden.", "Ada Brandt was born in Lisk.", True),
    ],
)
def test_another_answer_speaks_of_what_is_asked_or_measures_it(
    question: str, best: str, text: str, of_it: bool
) -> None:
    assert pertains(read_question(question), best, text, Words(load_embedder("wordllama"))) is of_it
