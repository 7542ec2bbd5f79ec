"""What the model reads of each sentence when it ranks them, and what cannot rank first."""

import pytest
from scripted import ScriptedModel

from agent.evidence.attribution import miss_speaker
from agent.evidence.candidates import Candidate
from agent.evidence.kinds import keep_possible
from agent.evidence.placing import place_all
from agent.evidence.question import read_question
from agent.evidence.ranking import rank_candidates
from index.embed import load_embedder
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


LISK, CORVEN = (
    "Rebels burned the mill of Lisk, the USA said.",
    "Rebels stormed the harbour of Corven, and the army left.",
)


@pytest.mark.parametrize(
    ("question", "before", "first"),
    [
        ("What happened in Lisk?", "", LISK),
        ("What happened in Lisk?", "The fighting in Lisk went on.", CORVEN),
        ("What did the rebels storm in Lisk?", "", CORVEN),
        ("What happened in Dorsel?", "", CORVEN),
        ("What did the USA do?", "", CORVEN),
    ],
)
def test_a_question_that_tells_only_a_name_is_answered_by_what_is_of_it(question: str, before: str, first: str) -> None:
    candidates = [
        Candidate(Paragraph(SOURCE, n, text), text, context, 1.0, {})
        for n, (text, context) in enumerate(((CORVEN, before), (LISK, "")), 1)
    ]
    model = ScriptedModel(judge=lambda question, passage: 12.0 if CORVEN in passage else 1.0)
    ranking = rank_candidates(read_question(question), candidates, load_embedder("wordllama"), model)
    assert ranking.items[0].candidate.text == first
    assert len(ranking.items) == 2


def test_a_question_answers_only_a_question_about_one() -> None:
    texts = ["When was Orla Vance last seen?", "Orla Vance was last seen on the quay."]
    candidates = [Candidate(Paragraph(SOURCE, n, text), text, "", 1.0, {}) for n, text in enumerate(texts, 1)]
    asked = keep_possible(read_question("When was Orla Vance last seen?"), candidates)
    assert [candidate.text for candidate in asked] == texts[1:]
    assert keep_possible(read_question("What did the posters ask about Orla Vance?"), candidates) == candidates


def test_what_goes_according_to_a_plan_or_a_report_has_no_speaker() -> None:
    texts = ("The report describes the bridge, which was built as the plan was.", "It carries 4,000 cars.")
    candidates = [Candidate(Paragraph(SOURCE, 1, " ".join(texts)), text, "", 1.0, {}) for text in texts]
    assert not any(miss_speaker("According to the report, how many cars does the bridge carry?", candidates))
    assert not any(miss_speaker("Was the bridge built according to plan?", candidates))


def test_another_speaker_than_the_one_asked_for_does_not_rank_first() -> None:
    texts = ("Some 40,000 marched through Lisk, according to the Alliance.", "The police counted 6,000.", "It rained.")
    candidates = [Candidate(Paragraph(SOURCE, 1, " ".join(texts)), text, "", 1.0, {}) for text in texts]
    model = ScriptedModel(judge=lambda question, passage: 9.0 if "40,000" in passage else 1.0)
    for asked, first in (("the police", texts[1]), ("the Alliance", texts[0]), ("the mayor", texts[0])):
        question = read_question(f"According to {asked}, how many people marched?")
        assert rank_candidates(question, candidates, load_embedder("wordllama"), model).items[0].candidate.text == first
