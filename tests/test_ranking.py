"""What the model reads of each sentence when it ranks them, and what cannot rank first."""

import pytest
from articles import gather
from scripted import ScriptedModel

from agent.evidence.attribution import miss_speaker
from agent.evidence.candidates import Candidate
from agent.evidence.context.placing import place_all
from agent.evidence.forms.kinds import keep_possible
from agent.evidence.question import read_question
from agent.evidence.ranking import rank_candidates
from index.source import Paragraph, Source
from index.vectors.embed import load_embedder

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
        for n, text, context in ((2, CORVEN, before), (1, LISK, ""))
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


def test_a_sentence_of_another_place_answers_nothing() -> None:
    article = [
        "The vote in Korvo is over. Turnout was 61 per cent.",
        "Lisk voted, too. In Lisk it rained. Turnout there was 48 per cent.",
    ]
    candidates = gather(("Brandt wins in Korvo", None, article))
    model = ScriptedModel(
        judge=lambda question, passage: 9.0 if "there" in passage else 8.0 if "61" in passage else -4.0
    )
    for place, first, stray in (
        ("Korvo", "Turnout was 61", "Turnout there"),
        ("Lisk", "Turnout there", "Turnout was 61"),
    ):
        question = read_question(f"What was the turnout in {place}?")
        ranking = rank_candidates(question, candidates, load_embedder("wordllama"), model)
        assert ranking.items[0].candidate.text.startswith(first)
        assert all(item.stray for item in ranking.items if item.candidate.text.startswith(stray))


def test_nothing_is_answered_by_what_is_all_of_another_place() -> None:
    candidates = gather(("Late ferry", None, ["The mill at Lisk is old. Some 40 weavers work there."]))[1:]
    model = ScriptedModel(judge=lambda question, passage: 12.0)
    asked = [read_question(f"How many weavers work in {place}?") for place in ("Lisk", "Weaverby")]
    found = [rank_candidates(question, candidates, load_embedder("wordllama"), model) for question in asked]
    assert [ranking.items[0].stray for ranking in found] == [False, True]
    assert found[0].probability > 0.0 and found[1].probability == 0.0


def test_what_is_of_something_else_than_what_is_asked_about_is_neither_read_nor_shown() -> None:
    texts = ["Wool sales rose 4 percent in the first quarter.", "Wool sales rose 9 percent in the second quarter."]
    candidates = [Candidate(Paragraph(SOURCE, n, text), text, "", 1.0, {}) for n, text in enumerate(texts, 1)]
    model = ScriptedModel(judge=lambda question, passage: 9.0 if passage == texts[0] else 1.0)
    question = read_question("How much did wool sales rise in the second quarter?")
    ranking = rank_candidates(question, candidates, load_embedder("wordllama"), model)
    assert [item.candidate.text for item in ranking.items] == texts[1:]
    question = read_question("How much did wool sales rise in the third quarter?")
    ranking = rank_candidates(question, candidates, load_embedder("wordllama"), model)
    assert len(ranking.items) == 2 and not ranking.answerable


@pytest.mark.parametrize("odds", [-4.0, 1.0])
def test_a_sentence_that_was_not_judged_leads_only_if_it_answers_as_the_model_takes_it(odds: float) -> None:
    texts = ("The ferry carried crates when it struck the pier.", "A ticket for the ferry costs 40 crowns.")
    candidates = [Candidate(Paragraph(SOURCE, n, text), text, "", 1.0, {}) for n, text in enumerate(texts, 1)]
    model = ScriptedModel(judge=lambda question, passage: 9.0 if passage == texts[0] else odds)
    question = read_question("How many crates did the ferry carry when it struck the pier?")
    ranking = rank_candidates(question, candidates, load_embedder("wordllama"), model)
    assert ranking.items[0].candidate.text == texts[1]
    assert (ranking.probability > 0.0) == (odds > 0.0)
