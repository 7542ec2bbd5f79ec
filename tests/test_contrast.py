"""Contrast: what the model takes for another answer than the best one is quoted beside it."""

import math
from dataclasses import replace

import pytest
from scripted import ScriptedModel

from agent.answer.composition import choose_quotes
from agent.evidence.candidates import Candidate
from agent.evidence.contrast import READ, contrast_best
from agent.evidence.forms.values import is_out_of_scale
from agent.evidence.question import read_question
from agent.evidence.ranked import Ranked, Ranking
from agent.evidence.words.likeness import Words
from index.source import Paragraph, Source

PACKED = "Anna Brix said the ferry had been packed beyond its limit."
HEADS = '"We count heads at the gangway and stop when she is full," said its owner.'
HARBOUR = "The ferry left the harbour at noon."


def rank(words: Words, *sentences: str, probability: float = 1.0) -> Ranking:
    """Return sentences of as many sources as they are ranked for a question; all but the second may answer it."""
    items = []
    for n, text in enumerate(sentences):
        source = Source(n, f"{n}.txt", f"/{n}.txt", "Title", None, None)
        items.append(
            Ranked(
                Candidate(Paragraph(source, 1, text), text, "", 1.0, {}),
                -float(n),
                0.0,
                {},
                3.0 - 0.1 * n - 4.0 * (n == 1),
            )
        )
    return Ranking(read_question("Was the ferry overloaded?"), tuple(items), probability, 0.5, 0.7, words)


def test_what_tells_it_otherwise_is_known_and_explained(words: Words) -> None:
    def oppose(statement: str, passage: str) -> float:
        return 1.5 if statement == PACKED and HEADS in passage else -4.0

    found = contrast_best(rank(words, PACKED, HARBOUR, HEADS), ScriptedModel(oppose=oppose))
    assert [item.differs for item in found.items] == [False, False, True]
    assert found.items[2].parts["contrary"] == 1.5
    assert [part.text for part in choose_quotes(found)] == [PACKED, HEADS]


def test_what_hardly_answers_does_not_answer_otherwise(words: Words) -> None:
    ranking = rank(words, PACKED, HARBOUR)
    assert contrast_best(ranking, ScriptedModel(oppose=lambda statement, passage: 9.0)) is ranking
    asked = replace(ranking.items[1], contrary=9.0)
    assert asked.otherwise < 0.5 and not asked.differs


def test_a_source_is_not_held_against_itself(words: Words) -> None:
    best, other = rank(words, PACKED, HARBOUR, HEADS).items[::2]
    same = replace(other, candidate=replace(other.candidate, paragraph=best.candidate.paragraph))
    ranking = replace(rank(words, PACKED), items=(best, same))
    assert contrast_best(ranking, ScriptedModel(oppose=lambda statement, passage: 9.0)) is ranking


def test_what_names_the_place_only_beside_another_is_not_contrasted(words: Words) -> None:
    ranking = rank(words, "Rebels took Korvo.", "", "The army took Linden, opposite Korvo.", "Nobody took Korvo.")
    ranking = replace(ranking, question=read_question("Who took Korvo?"))
    found = contrast_best(ranking, ScriptedModel(oppose=lambda statement, passage: 9.0))
    assert [item.differs for item in found.items] == [False, False, False, True]


def test_nothing_is_contrasted_where_nothing_answers(words: Words) -> None:
    ranking = rank(words, PACKED, HEADS, probability=0.3)
    assert contrast_best(ranking, ScriptedModel(oppose=lambda statement, passage: 9.0)) is ranking
    assert contrast_best(rank(words, PACKED), ScriptedModel()).items[0].differs is False


FOUNDED = "The yard at Lisk was founded in 1957."


@pytest.mark.parametrize(
    ("question", "best", "other", "differs"),
    [
        ("When was the yard founded?", FOUNDED, "Its clerk says that work at Lisk began in 1967.", True),
        ("When was the yard founded?", FOUNDED, "Its clerk says that work at Lisk began in 1957.", False),
        ("When was the yard founded?", FOUNDED, "Its clerk says that work at Lisk began in May 1957.", False),
        ("Who founded the yard?", FOUNDED, "Its clerk says that work at Lisk began in 1967.", False),
        ("How much has the play earned?", "The play took $363 million.", "It has $459 million by now.", True),
        ("How much did the yard cost?", "It cost $3m, $1m of it at once.", "Brix gave $1m, then $5m.", True),
        ("How many crew had it?", "It had 12 crew.", "It had 12 crew and 14 crew on the day after.", False),
    ],
)
def test_another_number_or_time_in_a_sure_answer_tells_it_otherwise(
    question: str, best: str, other: str, differs: bool, words: Words
) -> None:
    ranking = rank(words, best, HARBOUR, other)
    ranking = replace(ranking, question=read_question(question))
    found = contrast_best(ranking, ScriptedModel(oppose=lambda statement, passage: -4.0))
    assert found.items[2].differs is differs
    unsure = replace(ranking.items[2], relevance=0.5)
    unsure_ranking = replace(ranking, items=(*ranking.items[:2], unsure))
    assert not contrast_best(unsure_ranking, ScriptedModel(oppose=lambda statement, passage: -4.0)).items[2].differs


def test_what_tells_of_another_place_tells_nothing_otherwise(words: Words) -> None:
    ranking = rank(words, "Turnout was 61 per cent.", HARBOUR, "Turnout there was 48 per cent.")
    ranking = replace(ranking, question=read_question("What was the turnout in Korvo?"))
    strayed = replace(ranking, items=(*ranking.items[:2], replace(ranking.items[2], stray=True)))
    model = ScriptedModel(oppose=lambda statement, passage: -4.0)
    assert [contrast_best(each, model).items[2].differs for each in (ranking, strayed)] == [True, False]
    assert strayed.pertinent == strayed.items[:2]


def test_many_sources_are_contrasted_unless_they_are_an_archive(words: Words) -> None:
    ranking = rank(words, PACKED, HARBOUR, HEADS, *(f"Ferry {n} was late." for n in range(40)))
    late = tuple(replace(item, relevance=-4.0) for item in ranking.items[3:])
    ranking = replace(ranking, items=(*ranking.items[:3], *late))
    model = ScriptedModel(oppose=lambda statement, passage: 1.5)
    assert contrast_best(replace(ranking, sources=43), model).items[2].differs
    assert not contrast_best(replace(ranking, sources=4300), model).items[2].differs


def test_only_the_likeliest_answers_of_a_few_sources_are_contrasted(words: Words) -> None:
    ranking = rank(words, *(f"The ferry had {n} lifeboats." for n in range(12)))
    unread = replace(ranking.items[1], relevance=math.nan)
    ranking = replace(ranking, items=(ranking.items[0], unread, *ranking.items[2:]))
    found = contrast_best(ranking, ScriptedModel(oppose=lambda statement, passage: 1.0))
    told = [n for n, item in enumerate(found.items) if item.contrary == 1.0]
    assert told == list(range(2, READ + 2))
    assert all(found.items[n].parts["contrary"] == 1.0 for n in told)
    many = rank(words, *(f"Ferry {n} was full." for n in range(40)))
    assert contrast_best(many, ScriptedModel()) is many


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        ("The home side ended the day with nine men.", True),
        ("The stands held 38,000 people.", False),
        ("Nine people watched the race.", False),
    ],
)
def test_a_count_of_another_scale_is_no_other_answer(words: Words, other: str, apart: bool) -> None:
    question = read_question("How many people watched the race?")
    ranking = replace(rank(words, "About 41,000 people watched, 900 more than before.", other), question=question)
    first, second = (replace(item, relevance=4.0) for item in ranking.items)
    ranking = replace(ranking, items=(first, second))
    assert is_out_of_scale(question, first.candidate, second.candidate) is apart
    assert len(choose_quotes(ranking)) == (1 if apart else 2)
