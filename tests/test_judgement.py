"""Whether the best sentence speaks of what is asked, rather than only of whom."""

import numpy as np
import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.features import measure
from agent.evidence.judgement import speaks
from agent.evidence.question import read_question
from agent.evidence.words.likeness import Words
from index.source import Paragraph, Source
from index.vectors.embed import load_embedder

SOURCE = Source(1, "gazette.txt", "", "News from Selma", None, None)


@pytest.mark.parametrize(
    ("question", "sentence", "spoken"),
    [
        ("Who commands the Selma Guard?", "The Selma Guard, an alliance of three parties, holds the north.", False),
        ("Who commands the Selma Guard?", "The Selma Guard is commanded by Irena Vos.", True),
        ("Who took Port Anselm?", "The Selma Guard seized Port Anselm.", True),
        ("Who is the mayor of Selma?", "Mayor Irena Vos of Selma sold her boat.", True),
        ("Who is the prime minister of Selma?", "Selma's Prime Minister Irena Vos sold her boat.", True),
        ("Who is the prime minister of Selma?", "Selma's Irena Vos sold her boat.", False),
        ("Who is Irena Vos?", "Irena Vos sells fish on the quay.", True),
        ("Which university did Irena Vos attend?", "Irena Vos sells fish on the quay of Selma.", True),
        ("Which university did Irena Vos attend?", "Irena Vos attended the University of Selma.", True),
        ("Who is the new CEO of Vos Ferries?", "Irena Vos serves as CEO of Vos Ferries.", True),
        ("Who was the CEO of Vos Ferries in 2021?", "The CEO of Vos Ferries, Irena Vos, sold her boat.", True),
        ("Who is the director of the film Selma?", "Selma: Directed by Irena Vos.", True),
        ("Who won the Selma prize in 2021?", "Irena Vos won the prize of Selma.", True),
        ("When did Irena Vos arrive?", "Irena Vos came to Selma on Monday.", True),
    ],
)
def test_names_alone_do_not_answer_who_it_was(question: str, sentence: str, spoken: bool) -> None:
    asked, embedder = read_question(question), load_embedder("wordllama")
    candidate = Candidate(Paragraph(SOURCE, 1, sentence), sentence, "", 1.0, {})
    features = measure(asked, [candidate], [sentence], Words(embedder), embedder)
    assert np.isfinite(features.table).all()
    assert speaks(features, asked.kind, 0) is spoken
