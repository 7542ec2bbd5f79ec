"""Contrast: what the model takes for another answer is quoted, and told where it is sure."""

import math
from dataclasses import replace

from scripted import ScriptedModel

from agent.evidence.candidates import Candidate
from agent.evidence.contrast import READ, SURE, contrast_best
from agent.evidence.likeness import Words
from agent.evidence.question import read_question
from agent.evidence.ranking import Ranked, Ranking
from agent.verify.contraries import tell_contrary
from index.source import Paragraph, Source

PACKED = "Anna Brix said the ferry had been packed beyond its limit."
HEADS = '"We count heads at the gangway and stop when she is full," said its owner.'
HARBOUR = "The ferry left the harbour at noon."


def rank(words: Words, *sentences: str, days: tuple[str, ...] = (), probability: float = 1.0) -> Ranking:
    """Return sentences of as many sources, the likeliest answer first, as they are ranked for a question."""
    items = []
    for n, text in enumerate(sentences):
        source = Source(n, f"{n}.txt", f"/{n}.txt", "Title", None, days[n] if days else None)
        items.append(Ranked(Candidate(Paragraph(source, 1, text), text, "", 1.0, {}), -float(n), 0.0, {}, 3.0 - n))
    return Ranking(read_question("Was the ferry overloaded?"), tuple(items), probability, 0.5, 0.7, words)


def oppose(statement: str, passage: str) -> float:
    """Take one sentence for the contrary of the other."""
    told = f"{statement} {passage}"
    return SURE + 1.0 if PACKED in told and HEADS in told else -4.0


def tell(ranking: Ranking) -> tuple[tuple[str, ...], tuple[str, ...], bool] | None:
    """Return the two sides and whether the later may supersede the other."""
    found = tell_contrary(contrast_best(ranking, ScriptedModel(oppose=oppose)))
    if found is None:
        return None
    stated, denied = (tuple(each.text for each in side) for side in (found.stated, found.denied))
    return stated, denied, found.update


def test_what_surely_answers_otherwise_is_told_as_the_other_side(words: Words) -> None:
    assert tell(rank(words, PACKED, HARBOUR, HEADS)) == ((PACKED,), (HEADS,), False)
    assert tell(rank(words, PACKED, HARBOUR)) is None
    assert tell(rank(words, PACKED, HEADS, probability=0.3)) is None  # nothing answers
    assert tell(rank(words, PACKED)) is None


def test_one_word_against_another_stays_a_dispute_whenever_it_was_said(words: Words) -> None:
    assert tell(rank(words, PACKED, HEADS, days=("2021-05-01", "2021-05-04"))) == ((PACKED,), (HEADS,), False)


def test_what_a_later_report_tells_in_its_own_name_may_supersede(words: Words) -> None:
    off, on = "The strike is off.", "The strike begins on Thursday."
    model = ScriptedModel(oppose=lambda statement, passage: SURE)
    for days, update in ((("2021-05-04", "2021-05-01"), True), (("2021-05-04", "2021-05-04"), False)):
        found = tell_contrary(contrast_best(rank(words, off, on, days=days), model))
        assert found and found.update is update


def test_only_the_likeliest_answers_of_a_few_sources_are_contrasted(words: Words) -> None:
    ranking = rank(words, *(f"The ferry had {n} lifeboats." for n in range(12)))
    unread = replace(ranking.items[1], relevance=math.nan)
    ranking = replace(ranking, items=(ranking.items[0], unread, *ranking.items[2:]))
    found = contrast_best(ranking, ScriptedModel(oppose=lambda statement, passage: 1.0))
    told = [n for n, item in enumerate(found.items) if item.contrary == 1.0]
    assert told == list(range(2, READ + 2))
    assert all(found.items[n].parts["contrary"] == 1.0 for n in told)
    many = rank(words, *(f"Ferry {n} was full." for n in range(40)))
    assert contrast_best(many, ScriptedModel(oppose=oppose)) is many
