"""Of whom a pronoun tells: a sentence about another person is no answer about the one who is asked about."""

import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.context.referents import tell_of_others
from index.source import Paragraph, Source

SOURCE = Source(1, "gazette.txt", "", "Brakes were never tested", None, None)
BODY = (
    "Marcus Reuel, 51, the finance director of Helvora, knew nothing of the tests. Reuel said so on Monday.",
    "Jan Wirén, an engineer, had shown it to a director. He was moved to a warehouse and left the firm in 2022.",
    "He has written a book.",
    "Helvora makes brakes for trains. It was founded in Gothmar.",
    "Reuel then spoke to Wirén. He was angry.",
    "In the church of Gothmar, Pastor Liv Hamm lit a candle. “We all know somebody on those trains,” she said.",
    "Wirén’s claims were heard by Ada Munk, 44, Reuel’s wife. She is a judge in Lisk.",
)


def tell(question: str, sentence: str) -> bool:
    """Tell whether a sentence of the body is taken to be about somebody else."""
    paragraphs = [Paragraph(SOURCE, n, text) for n, text in enumerate(BODY, 1)]
    candidates = [
        Candidate(paragraph, text.strip(" .") + ".", "", 1.0, {}, body=paragraphs)
        for paragraph in paragraphs
        for text in paragraph.text.split(". ")
    ]
    texts = [candidate.text for candidate in candidates]
    return tell_of_others(question, candidates, [True] * len(texts))[texts.index(sentence)]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When did Reuel quit?", "He was moved to a warehouse and left the firm in 2022."),
        ("When did Marcus Reuel leave?", "He was moved to a warehouse and left the firm in 2022."),
        ("What did Reuel write?", "He has written a book."),
        ("Where is Reuel a judge?", "She is a judge in Lisk."),
        ("What did Ada Munk say?", "“We all know somebody on those trains,” she said."),
    ],
)
def test_that_a_pronoun_tells_of_the_person_named_last(question: str, sentence: str) -> None:
    assert tell(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When did Wirén leave?", "He was moved to a warehouse and left the firm in 2022."),
        ("When did the engineer leave?", "He was moved to a warehouse and left the firm in 2022."),
        ("Who left Helvora?", "He was moved to a warehouse and left the firm in 2022."),
        ("Was Reuel angry?", "He was angry."),
        ("Where is Ada Munk a judge?", "She is a judge in Lisk."),
        ("What did Liv Hamm say?", "“We all know somebody on those trains,” she said."),
        ("Where was Helvora founded?", "It was founded in Gothmar."),
        ("Did Reuel meet Wirén?", "He was moved to a warehouse and left the firm in 2022."),
        ("What did Reuel know?", "Reuel said so on Monday."),
    ],
)
def test_that_a_pronoun_may_tell_of_whom_is_asked_about(question: str, sentence: str) -> None:
    assert not tell(question, sentence)


def test_that_nothing_is_read_where_nothing_answers() -> None:
    paragraph = Paragraph(SOURCE, 2, BODY[1])
    candidate = Candidate(paragraph, "He was moved to a warehouse and left the firm in 2022.", "", 1.0, {})
    assert tell_of_others("When did Reuel quit?", [candidate], [False]) == [False]
