"""What the model reads of each sentence when it ranks them."""

from agent.evidence.candidates import Candidate
from agent.evidence.placing import place_all
from index.source import Paragraph, Source

SOURCE = Source(1, "gazette.txt", "", "Insular Air cancels flights", None, None)


def test_a_sentence_that_opens_with_a_pronoun_is_read_behind_what_it_points_to() -> None:
    first = "The airline Insular Air cancelled all flights."
    texts = [
        "Its chief executive, Mark Feld, expects losses.",
        "Mark Feld expects losses.",
        "The institute in Selma had warned of magma before it rose.",
    ]
    candidates = [Candidate(Paragraph(SOURCE, 2, text), text, first, 1.0, {}) for text in texts]
    assert place_all(candidates, texts) == [f"Insular Air cancels flights. {first} {texts[0]}", *texts[1:]]
