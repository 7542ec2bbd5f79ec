"""Of which year or day a sentence tells: one of another than the one asked about is no answer."""

import pytest
from articles import gather, list_told

from agent.evidence.vetoes.moments import tell_of_other_times

RALLY = (
    "Crowd in the rain",
    "2031-09-08",
    [
        "Some 700 people stood on the quay, police said. Two of them were arrested on Sunday.",
        "A choir sang.",
        "In 1987 the dockers stood here for a month. Six thousand came then. Eleven were hurt in 1988.",
        "The union has called for another rally on 20 September.",
    ],
)
AFTER = ("Quiet rally", "2031-09-22", ["About 90 came, the union said. Nobody was hurt on Saturday."])
UNDATED = ("Old times", None, ["The mill had 40 looms. It had 12 in 1950."])
CROWD, THEN = "Some 700 people stood on the quay, police said.", "Six thousand came then."


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("How many people came in 1987?", CROWD, True),
        ("How many people came in 1987?", "Two of them were arrested on Sunday.", True),
        ("How many people came in 1987?", "About 90 came, the union said.", True),
        ("How many people came in 1987?", THEN, False),
        ("How many people were hurt in 1987?", "Eleven were hurt in 1988.", True),
        ("How many people were hurt in 1988?", "Eleven were hurt in 1988.", False),
        ("How many people came in 2031?", CROWD, False),
        ("How many people came in 2031?", THEN, True),
        ("How many people came since 1987?", CROWD, False),
        ("How many looms were there in 1950?", "The mill had 40 looms.", False),
        ("How many people came to the rally on 20 September?", CROWD, True),
        ("How many people came to the rally on 20 September?", THEN, True),
        ("How many people came to the rally on 20 September?", "About 90 came, the union said.", False),
        ("How many people came to the rally on 7 September?", CROWD, False),
        ("How many were arrested on 7 September?", "Two of them were arrested on Sunday.", False),
        ("When will the rally of 20 September begin?", CROWD, False),
        (
            "Who has called for a rally on 20 September?",
            "The union has called for another rally on 20 September.",
            False,
        ),
        ("How many people came?", CROWD, False),
        ("How many of the 2000 dockers came?", CROWD, False),
        ("How many people came in March 1987?", CROWD, True),
    ],
)
def test_a_sentence_of_another_time(question: str, sentence: str, told: bool) -> None:
    candidates = gather(RALLY, AFTER, UNDATED)
    found = list_told(tell_of_other_times(question, candidates, [True] * len(candidates)), candidates)
    assert (sentence in found) is told


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("How many people died in the 1987 flood?", "Two men died on Friday.", True),
        ("Is the law of 1987 in force?", "It was repealed.", False),
        ("How many fell in the 1987 flood?", "It came 44 years ago.", False),
        ("Will the flood be remembered on 3 May?", "A priest spoke on 1 May.", False),
    ],
)
def test_which_event_is_asked_about(question: str, sentence: str, told: bool) -> None:
    candidates = gather(
        ("Flood", "2031-05-02", ["Two men died on Friday.", "They were brothers."]),
        ("Flood remembered", "2031-05-02", ["It was repealed. A priest spoke on 1 May."]),
        ("Flood recalled", "2031-05-02", ["It came 44 years ago."]),
    )
    found = list_told(tell_of_other_times(question, candidates, [True] * len(candidates)), candidates)
    assert (sentence in found) is told
