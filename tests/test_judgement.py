"""Whether the best sentence speaks of what is asked, rather than only of whom."""

import numpy as np
import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.features import measure
from agent.evidence.judgement import find_mute, speaks
from agent.evidence.question import read_question
from agent.evidence.words.likeness import Words
from agent.evidence.words.relations import tells_relation
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


def test_what_tells_the_deed_by_another_word_is_heard_before_what_tells_none() -> None:
    asked, embedder = read_question("Who controls Port Anselm?"), load_embedder("wordllama")
    texts = [
        "The priest of Port Anselm, Irena Vos, baked bread.",
        "Port Anselm stayed in the hands of the Selma Guard.",
    ]
    candidates = [Candidate(Paragraph(SOURCE, n, text), text, "", 1.0, {}) for n, text in enumerate(texts, 1)]
    features = measure(asked, candidates, texts, Words(embedder), embedder)
    assert list(find_mute(features, asked, texts, np.array([2.0, 1.0]))) == [True, False]
    assert not find_mute(features, asked, texts, np.array([2.0, -1.0])).any()  # it does not answer
    assert not find_mute(features, read_question("When was Port Anselm built?"), texts, np.array([2.0, 1.0])).any()


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        ("Who runs the Selma Hospital?", "The director of the Selma Hospital, Irena Vos, sold her boat.", True),
        ("Who runs the Selma Hospital?", "Irena Vos of the Selma Hospital sold her boat.", False),
        ("Who represented Irena Vos?", "Mr Tom Abel appeared for the skipper Irena Vos.", True),
        ("Who represented Irena Vos?", "Mr Tom Abel danced with the skipper Irena Vos.", False),
        ("Who owns the mill of Selma?", "The mill of Selma is the property of Irena Vos.", True),
        ("Who burned the mill of Selma?", "The mill of Selma is the property of Irena Vos.", False),
    ],
)
def test_a_deed_is_told_by_what_somebody_is(question: str, sentence: str, tells: bool) -> None:
    assert tells_relation(read_question(question).words, sentence) is tells
