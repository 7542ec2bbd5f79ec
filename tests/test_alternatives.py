"""Alternatives: what another source tells otherwise is quoted, what only has a number or a `not` is left out."""

from dataclasses import replace

import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.publication import note_days
from agent.evidence.question import read_question
from agent.evidence.ranked import Ranked, Ranking
from agent.evidence.words.likeness import Words
from agent.evidence.words.people import contradict_counts, count_alike
from agent.verify.alternatives import find_alternative
from index.language.numbers import find_numbers
from index.source import Paragraph, Source


def rank(question: str, words: Words, *sentences: str, days: tuple[str, ...] = ()) -> Ranking:
    """Return sentences of as many sources, the best first, as they are ranked for a question."""
    sources = [
        Source(n, f"{n}.txt", f"/{n}.txt", "Title", None, days[n] if days else None) for n in range(len(sentences))
    ]
    items = [
        Ranked(Candidate(Paragraph(source, 1, text), text, "", 1.0, {}), -float(n), 0.0, {}, 0.0)
        for n, (source, text) in enumerate(zip(sources, sentences, strict=True))
    ]
    return Ranking(read_question(question), tuple(items), 1.0, 0.5, 0.7, words)


def find(ranking: Ranking) -> str | None:
    """Return the text of the alternative to the best sentence."""
    found = find_alternative(ranking, [ranking.items[0].candidate])
    return found.text if found else None


MOVED = "Some 2,000 people were moved out of the villages below the volcano."


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("How many people were evacuated?", MOVED, "By Friday 3,500 residents had fled from their homes."),
        (
            "How much did the port pay for the crane?",
            "The port paid 24 million euros.",
            "The crane cost 31 million euros.",
        ),
        (
            "When did the strike at the port begin?",
            "The strike at the port began on 3 May 2021.",
            "Dockers at the port walked out on 5 May 2021.",
        ),
        (
            "Did the council approve the new crane?",
            "The council approved the new crane.",
            "A clerk said that no crane was ever put before the council.",
        ),
        (
            "Council approves new crane?",
            "The council rejected the new crane.",
            "The council has voted for a crane, its mayor said.",
        ),
    ],
)
def test_another_number_day_or_the_opposite_is_quoted(question: str, told: str, other: str, words: Words) -> None:
    assert find(rank(question, words, told, other)) == other


_NOBODY = "A dam gave way above Lisk on Monday, but nobody was known to have died."


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("The flood at Lisk has claimed a second life.", True),
        ("The body of a miller was found in the reeds on Thursday.", True),
        ("A ferryman of 30 died of his wounds.", True),
        ("The town fears that a miller may have died.", False),
        ("No one died in the flood, the mayor said again.", False),
        ("The mill lost its wheel.", False),
    ],
)
def test_a_first_report_of_no_dead_is_told_with_the_later_one_of_some(later: str, told: bool, words: Words) -> None:
    days = ("2021-03-01", "2021-03-04")
    asked = "How many people died?"
    assert (find(rank(asked, words, _NOBODY, later, days=days)) == later) is told
    assert find(rank(asked, words, _NOBODY, later, days=days[::-1])) is None


def test_who_died_is_told_by_name(words: Words) -> None:
    days = ("2021-03-01", "2021-03-04", "2021-03-04")
    nameless, named = (
        "The flood at Lisk has claimed a second life.",
        "Mira Sorn, a ferryman's wife, died of her wounds.",
    )
    assert find(rank("Who died?", words, _NOBODY, nameless.replace("at Lisk ", ""), named, days=days)) == named


def test_a_number_of_what_hardly_answers_is_left_out(words: Words) -> None:
    ranking = rank(
        "How many people were evacuated?", words, MOVED, "By Friday 3,500 residents had fled from their homes."
    )
    best, other = ranking.items
    assert find(replace(ranking, items=(best, replace(other, relevance=-1.5)))) is None


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("How many people were evacuated?", MOVED, "About 2,100 residents had fled from their homes."),
        ("How many people were evacuated?", MOVED, "The volcano threw ash 4,000 metres into the sky."),
        ("How many people were evacuated?", MOVED, "The law of the island was passed with 12 votes of members."),
        ("When did the strike begin?", "The strike began on 3 May 2021.", "The port was built on 5 May 1921."),
        (
            "When did the strike at the port begin?",
            "The strike at the port began on 3 May 2021.",
            "The docks have been empty since the strike at the port and open on 7 May 2021.",
        ),
        (
            "Did the council approve the new crane?",
            "The council approved the new crane.",
            "The council did not meet in August.",
        ),
        ("Who approved the new crane?", "The council approved the new crane.", "No mayor approved the new crane."),
        (
            "Did the council approve the new crane?",
            "The council approved the new crane.",
            "The new crane was approved by the council.",
        ),
    ],
)
def test_what_is_of_something_else_or_says_the_same_is_not(question: str, told: str, other: str, words: Words) -> None:
    assert find(rank(question, words, told, other)) is None


def test_a_later_report_of_what_is_asked_is_quoted_with_its_day(words: Words) -> None:
    told, later = "The port is to buy the crane.", "The sale of the crane to the port is dead."
    ranking = rank("Will the port buy the crane?", words, told, later, days=("2021-03-01", "2021-03-04"))
    assert find(ranking) == later
    pair = (ranking.items[0].candidate, ranking.items[1].candidate)
    assert note_days(pair, (1, 2)) == ("[2] was published later (2021-03-04) than [1] (2021-03-01).",)
    earlier = rank("Will the port buy the crane?", words, told, later, days=("2021-03-04", "2021-03-01"))
    assert find(earlier) is None


def test_of_quotations_that_go_both_ways_the_other_one_is_named(words: Words) -> None:
    ranking = rank("Did anyone die?", words, "Two shepherds were killed.", "No deaths were reported.")
    quoted = [item.candidate for item in ranking.items]
    assert find_alternative(ranking, quoted) is quoted[1]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("people", "residents", True),
        ("workers", "people", True),
        ("pupils", "soldiers", False),
        ("people", "villages", False),
        ("bridges", "bridge", True),
    ],
)
def test_persons_are_counted_by_many_nouns(one: str, other: str, alike: bool) -> None:
    assert count_alike(one, other) is alike


def test_counts_of_persons_contradict_each_other_whatever_the_noun() -> None:
    (people,), (residents,), (houses,) = map(find_numbers, ("2,000 people", "3,500 residents", "3,500 houses"))
    assert contradict_counts(people, residents)
    assert not contradict_counts(people, houses)


def test_of_other_numbers_the_newest_report_has_its_word(words: Words) -> None:
    told = ("The port paid 24 million euros.", "The crane cost 31 million euros.", "The crane cost 35 million euros.")
    question = "How much did the port pay for the crane?"
    assert find(rank(question, words, *told, days=("2021-03-01", "2021-03-04", "2021-03-02"))) == told[1]
    assert find(rank(question, words, *told, days=("2021-03-01", "2021-03-02", "2021-03-04"))) == told[2]
    later = rank(question, words, *told, days=("2021-03-01", "2021-03-02", "2021-03-04"))
    quoted = [item.candidate for item in later.items[:2]]
    assert find_alternative(later, quoted) == later.items[2].candidate


@pytest.mark.parametrize(("day", "told"), [("2011-03-04", False), ("2031-04-30", True), ("2034-03-04", True)])
def test_a_toll_of_years_before_in_a_place_that_is_not_named_is_no_alternative(
    day: str, told: bool, words: Words
) -> None:
    sentences = "In Korvo the flood killed 31 people.", "The flood killed 68 people."
    ranking = rank("How many people did the flood in Korvo kill?", words, *sentences, days=("2031-05-02", day))
    assert find(ranking) == (sentences[1] if told else None)
