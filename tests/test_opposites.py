"""Opposites: one sentence tells what is asked, one denies it, and the model is sure that they contradict each other."""

from dataclasses import replace

import pytest
from scripted import ScriptedModel

from agent.evidence.candidates import Candidate
from agent.evidence.question import read_question
from agent.evidence.ranked import Ranked, Ranking
from agent.evidence.words.likeness import Words
from agent.models import Model, load_model
from agent.verify.opposites import SURE, find_opposites
from index.source import Paragraph, Source

ASKED = "Is the Lisk bridge safe for lorries?"
SAFE = "Heavy lorries use the Lisk bridge safely again, the company announced."
UNSAFE = "The Lisk bridge is not a safe road for any lorry, its former engineer told the council."
REPAIRED = "Workers repaired the Lisk bridge in May."


def rank(words: Words, *sentences: str, question: str = ASKED, days: tuple[str | None, ...] = ()) -> Ranking:
    days = days or (None,) * len(sentences)
    items = []
    for n, (text, day) in enumerate(zip(sentences, days, strict=True)):
        source = Source(n, f"{n}.txt", f"/{n}.txt", "Title", None, day)
        items.append(Ranked(Candidate(Paragraph(source, 1, text), text, "", 1.0, {}), -float(n), 0.0, {}, 3.0))
    return Ranking(read_question(question), tuple(items), 1.0, 0.5, 0.7, words)


def oppose_all(odds: float = SURE + 1.0) -> Model:
    return ScriptedModel(oppose=lambda statement, passage: odds)


@pytest.mark.parametrize("sentences", [(SAFE, REPAIRED, UNSAFE), (UNSAFE, REPAIRED, SAFE)])
def test_what_tells_and_what_denies_are_two_sides(sentences: tuple[str, ...], words: Words) -> None:
    found = find_opposites(rank(words, *sentences), oppose_all())
    assert found and not found.update
    assert [part.text for part in found.parts] == [SAFE, UNSAFE]


def test_neither_the_form_nor_the_model_is_enough(words: Words) -> None:
    assert find_opposites(rank(words, SAFE, UNSAFE), oppose_all(SURE - 0.1)) is None
    assert find_opposites(rank(words, SAFE, REPAIRED), oppose_all()) is None
    assert find_opposites(rank(words, SAFE, SAFE.replace("Heavy", "All")), oppose_all()) is None


def test_the_model_is_asked_only_where_it_has_not_said(words: Words) -> None:
    ranking = rank(words, SAFE, UNSAFE)
    known = replace(ranking, items=(ranking.items[0], replace(ranking.items[1], contrary=SURE)))
    assert find_opposites(known, oppose_all(-9.0))
    assert find_opposites(ranking, oppose_all(-9.0)) is None


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("Buses use the harbour bridge safely again, which is good for cars and lorries.", UNSAFE),
        ("Many people believe that lorries can use the Lisk bridge safely.", UNSAFE),
        ("The council asked whether the Lisk bridge is safe for lorries.", UNSAFE),
        ("The Lisk bridge failed to be made safe for lorries.", UNSAFE),
        ("Its new owner likes the Lisk bridge.", UNSAFE),
        (SAFE, "The company did not comment on whether the Lisk bridge is safe for lorries."),
        (SAFE, "The Lisk bridge, which is safe for lorries, was not painted."),
        (SAFE, "The Lisk ferry is not safe for cars."),
    ],
)
def test_what_is_held_asked_or_denied_of_something_else_is_no_side(told: str, denied: str, words: Words) -> None:
    assert find_opposites(rank(words, told, denied), oppose_all()) is None
    assert find_opposites(rank(words, denied, told), oppose_all()) is None


def test_not_within_a_source_or_of_another_day_or_kind_or_where_nothing_answers(words: Words) -> None:
    assert find_opposites(rank(words, SAFE, UNSAFE, days=("2031-05-01", "2031-05-02")), oppose_all()) is None
    assert find_opposites(rank(words, SAFE, UNSAFE, days=("2031-05-01", "2031-05-01")), oppose_all())
    assert find_opposites(rank(words, SAFE, UNSAFE, question="When was the Lisk bridge safe?"), oppose_all()) is None
    ranking = rank(words, SAFE, UNSAFE)
    best, other = ranking.items
    same = replace(other, candidate=replace(other.candidate, paragraph=best.candidate.paragraph))
    assert find_opposites(replace(ranking, items=(best, same)), oppose_all()) is None
    assert find_opposites(replace(ranking, probability=0.4), oppose_all()) is None
    assert find_opposites(replace(ranking, items=(best, replace(other, relevance=-1.0))), oppose_all()) is None


def test_the_bundled_model_is_sure_of_a_plain_contradiction_only(words: Words) -> None:
    model = load_model(None)
    try:
        told = "The Lisk bridge is safe for lorries, the company said."
        found = find_opposites(rank(words, told, UNSAFE), model)
        assert found and [part.text for part in found.parts] == [told, UNSAFE]
        harmless = "The Lisk bridge is safe for lorries but not for their drivers' nerves."
        assert find_opposites(rank(words, told, harmless), model) is None
    finally:
        model.close()
