"""Disputes in answers: a denial and other numbers are told, what only looks like one is not."""

from dataclasses import replace

import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.question import read_question
from agent.evidence.ranked import Ranked, Ranking
from agent.evidence.words.likeness import Words
from agent.verify.conflict.counts import find_other_counts
from agent.verify.conflict.dating import is_day_of
from agent.verify.disputes import find_contradiction, find_dispute
from agent.verify.sides import Contradiction, FoundDispute
from index.language.dates import find_dates
from index.source import Paragraph, Source


def make_candidates(*sentences: str) -> list[Candidate]:
    return [
        Candidate(Paragraph(Source(n, f"{n}.txt", f"/{n}.txt", "Title", None, None), 1, text), text, "", 1.0, {})
        for n, text in enumerate(sentences)
    ]


DISPUTED = [
    (
        "Did the river militia cross into Varnia?",
        "The river militia crossed into Varnia on Monday, a commander said.",
        "The river militia denied it had crossed the Varnian border.",
    ),
    (
        "Did the council approve the dam?",
        "The council approved the dam on Monday.",
        "The council did not approve the dam, its clerk said.",
    ),
    (
        "How many people died in the flood?",
        "In the flood 30 people died, the flood office said.",
        "The mayor said that 55 people died in the flood.",
    ),
]

COUNTED = [
    "The flood killed 31 people in Lemm.",
    "In the flood 31 died in Lemm, the flood office said.",
    "At least 31 were killed by the flood in Lemm.",
    "Police in Lemm spoke of 31 people killed by the flood and of 90 who lost their houses.",
]
NOT_COUNTED = [
    "The flood in Lemm killed 14 people, police said.",
    "The flood in Lemm killed at least 12 people.",
    "Rescuers found 31 more people killed by the flood in Lemm.",
    "In Lemm the flood killed a baker after a quake of 7.1 killed nobody.",
    "The flood in Lemm came after one in Torsk in which 31 people were killed.",
    "In Lemm 31 people fled from the flood, which killed a baker.",
]

AGREED = [
    (
        "Where is Varnia?",
        "The river militia crossed into Varnia on Monday, a commander said.",
        "The river militia denied it had crossed the Varnian border.",
    ),
    (
        "Did the river militia cross into Varnia?",
        "The river militia crossed into Varnia on Monday, a commander said.",
        "The river militia crossed into Varnia at dawn, not at night.",
    ),
    (
        "Did the council approve the dam?",
        "The council did not approve the dam.",
        "The council never approved the dam.",
    ),
    (
        "How many people died in the flood?",
        "At least 30 people died in the flood.",
        "The mayor said that 55 people died in the flood.",
    ),
    (
        "Did the council approve the dam?",
        "The council approved the dam on Monday.",
        "The council denied that it had spoken with the miners about wages.",
    ),
]


@pytest.mark.parametrize(("question", "one", "other"), DISPUTED)
def test_sides_that_contradict_each_other_are_found(question: str, one: str, other: str, words: Words) -> None:
    for sentences in ((one, other), (other, one)):
        assert find_contradiction(read_question(question), make_candidates(*sentences), words) is not None


def count_toll(
    words: Words, *sentences: str, days: tuple[str | None, str | None] = (None, None)
) -> Contradiction | None:
    candidates = [
        replace(each, paragraph=replace(each.paragraph, source=replace(each.paragraph.source, date=day)))
        for each, day in zip(make_candidates(*sentences), days, strict=True)
    ]
    return find_contradiction(read_question("How many people were killed by the flood in Lemm?"), candidates, words)


@pytest.mark.parametrize("other", COUNTED)
def test_the_dead_are_counted_in_many_ways(other: str, words: Words) -> None:
    assert count_toll(words, "The flood killed 14 people in Lemm.", other) is not None


@pytest.mark.parametrize("other", NOT_COUNTED)
def test_the_same_toll_a_part_of_it_and_others_are_no_other_count(other: str, words: Words) -> None:
    assert count_toll(words, "The flood killed 14 people in Lemm.", other) is None


def test_those_who_do_something_else_are_no_other_count(words: Words) -> None:
    question, told = read_question("How many people were on the ferry?"), "About 150 people were on the ferry."
    other = "The ferry company said that 30 people disembarked at Lisk."
    assert find_contradiction(question, make_candidates(told, other), words) is None
    assert find_contradiction(question, make_candidates(told, "The ferry had 90 people on board."), words)


def test_what_got_away_is_counted_by_no_other_deed(words: Words) -> None:
    candidates = make_candidates("The navy captured three boats of the raiders.", "Five boats of the raiders came.")
    assert find_contradiction(read_question("How many raider boats got away?"), candidates, words) is None


def test_what_a_people_does_is_not_counted_in_its_country(words: Words) -> None:
    question = read_question("How many people were killed in Varnia?")
    told = "Raids killed 14 people in Varnia."
    other = "The minister said 31 people had been killed in Varnian raids."
    assert find_contradiction(question, make_candidates(told, other), words) is None
    assert find_contradiction(question, make_candidates(told, other.replace("Varnian raids", "Varnia")), words)


def test_a_toll_of_another_day_is_an_update(words: Words) -> None:
    told = ("The flood killed 14 people in Lemm.", "The flood killed 31 people in Lemm.")
    found = count_toll(words, *told, days=("2021-03-01", "2021-03-04"))
    assert found is not None and found.update
    found = count_toll(words, *told, days=("2021-03-01", "2021-03-01"))
    assert found is not None and not found.update


def tell_days(words: Words, *sentences: str) -> Contradiction | None:
    candidates = [
        replace(each, paragraph=replace(each.paragraph, source=replace(each.paragraph.source, date="2021-03-10")))
        for each in make_candidates(*sentences)
    ]
    return find_contradiction(read_question("When did Brandt sign the harbour treaty?"), candidates, words)


@pytest.mark.parametrize(
    ("other", "disputed"),
    [
        ("Ilse Brandt signed the harbour treaty on Monday.", True),
        ("The harbour treaty was signed by Brandt on 5 March.", True),
        ("The harbour treaty was signed by Brandt on 4 May 2020.", True),
        ("Ilse Brandt signed the harbour treaty on 3 March 2021.", False),
        ("Brandt signed the harbour treaty in March 2021.", False),
        ("Brandt will sign the harbour treaty on Friday.", False),
        ("Brandt did not sign the harbour treaty until Monday.", False),
        ("On Monday Vance praised the harbour treaty, which Brandt had signed.", False),
        ("Brandt signed the harbour treaty after talks on Monday.", False),
        ("Ilse Brandt said on Monday that she had signed the harbour treaty.", False),
        ("Brandt signed the harbour treaty six days ago.", False),
        ("The harbour treaty signed by Brandt was printed on Monday.", False),
        ("The price of salt after the harbour treaty that Brandt signed rose on Monday.", False),
    ],
)
def test_another_day_of_what_is_asked_is_a_dispute(other: str, disputed: bool, words: Words) -> None:
    found = tell_days(words, "Ilse Brandt signed the harbour treaty with Averna on 3 March 2021.", other)
    assert (found is not None) is disputed


@pytest.mark.parametrize(
    ("told", "dated"),
    [
        ("The tower of Lemm collapsed early on Monday.", True),
        ("On Monday the tower of Lemm collapsed.", True),
        ("The collapse of the tower of Lemm happened on Monday.", True),
        ("The number of dead after the collapse of the tower of Lemm rose to six on Monday.", False),
        ("Police lowered the toll of the collapse of the tower to five on Monday.", False),
        ("On Monday the toll of the collapse of the tower rose to six.", False),
        ("The owner of the tower that collapsed was arrested on Monday.", False),
        ("The line has been shut since the collapse of the tower and opens on Monday.", False),
    ],
)
def test_the_day_of_what_was_done_after_it_is_none_of_what_is_asked(told: str, dated: bool, words: Words) -> None:
    assert is_day_of(["tower", "collapse"], told, find_dates(told, "2021-03-10")[0], words) is dated


@pytest.mark.parametrize(("question", "one", "other"), AGREED)
def test_what_does_not_contradict_is_no_dispute(question: str, one: str, other: str, words: Words) -> None:
    for sentences in ((one, other), (other, one)):
        assert find_contradiction(read_question(question), make_candidates(*sentences), words) is None


def test_another_year_of_what_is_asked_is_a_dispute(words: Words) -> None:
    question = read_question("What year did Brandt sell the mill?")
    candidates = make_candidates("Brandt sold the mill in 1957.", "It was in 1967 that Brandt sold the mill.")
    assert find_contradiction(question, candidates, words) == Contradiction((0,), (1,))
    month = make_candidates("Brandt sold the mill in 1957.", "Brandt sold the mill in May 1957.")
    assert find_contradiction(question, month, words) is None


def test_a_day_of_what_lies_beside_the_place_is_no_other_day(words: Words) -> None:
    told = "Rebels entered the town of Corven on 2 March 2021."
    question = read_question("When did rebels enter Corven?")
    beside = "Rebels entered a town west of Corven on 4 March 2021."
    assert find_contradiction(question, make_candidates(told, beside), words) is None
    assert find_contradiction(question, make_candidates(told, beside.replace("a town west of ", "")), words)


def test_what_hardly_answers_does_not_tell_what_another_denies(words: Words) -> None:
    told, denied = make_candidates("The council closed the Lisk bridge.", "The council did not close the Lisk bridge.")
    items = [Ranked(denied, 2.0, 0.0, {}, 3.0), Ranked(told, 1.0, 0.0, {}, 3.0)]
    ranking = Ranking(read_question("Did the council close the Lisk bridge?"), tuple(items), 1.0, 0.5, 0.7, words)
    found = find_dispute(ranking.question, ranking)
    assert found is not None and found.stated == (told,)
    doubtful = replace(ranking, items=(items[0], replace(items[1], relevance=0.1)))
    assert find_dispute(ranking.question, doubtful) is None


def test_one_paragraph_does_not_dispute_itself(words: Words) -> None:
    text = "The council approved the dam. The council did not approve the dam."
    paragraph = Paragraph(Source(1, "a.txt", "/a.txt", "Title", None, None), 1, text)
    candidates = [Candidate(paragraph, part.strip() + ".", "", 1.0, {}) for part in text.split(".") if part.strip()]
    assert find_contradiction(read_question("Did the council approve the dam?"), candidates, words) is None


TOLLS = (
    "The number of dead is now 14, the harbour police said.",
    "The death toll of the fire has risen to 14.",
    "The number of people killed in the fire rose to 14 on Friday.",
)


@pytest.mark.parametrize("later", TOLLS)
def test_a_toll_counts_the_dead(words: Words, later: str) -> None:
    question = read_question("How many people were killed?")
    found = find_contradiction(question, make_candidates("The fire killed nine people.", later), words)
    assert found is not None and (found.stated, found.denied) == ((0,), (1,))


def test_a_number_of_other_things_is_no_toll(words: Words) -> None:
    question = read_question("How many people were killed?")
    others = make_candidates("The fire killed nine people.", "The number of fire engines rose to 14.")
    assert find_contradiction(question, others, words) is None


@pytest.mark.parametrize("question", ["How many died?", "How many were killed?", "How many dead are there?"])
def test_the_dead_are_counted_without_a_noun_for_them(words: Words, question: str) -> None:
    read = read_question(question)
    found = find_contradiction(read, make_candidates("The fire killed nine people.", TOLLS[0]), words)
    assert read.counted == "people" and found is not None


def make_reports(*reports: tuple[str, str, str]) -> list[Candidate]:
    """Return a candidate of each report: its title, its day and a sentence."""
    sources = [Source(n, f"{n}.txt", "", title, None, day) for n, (title, day, _) in enumerate(reports)]
    texts = [text for _, _, text in reports]
    return [
        Candidate(Paragraph(source, 1, text), text, "", 1.0, {}) for source, text in zip(sources, texts, strict=True)
    ]


def test_the_dead_of_another_event_supersede_nothing(words: Words) -> None:
    question = read_question("How many people were killed?")
    fire, flood = ("Fire in Lemm", "2021-03-01"), ("Flood in Torsk", "2021-03-08")
    nine, many = "Nine people were killed in the night.", "Some 60 people were killed by the water."
    assert find_contradiction(question, make_reports((*fire, nine), (*flood, many)), words) is None
    assert find_contradiction(question, make_reports((*fire, nine), (*fire, many)), words) is not None


def test_a_note_names_the_newest_report_of_either_side() -> None:
    reports = make_reports(("A", "2021-03-01", "a"), ("B", "2021-03-09", "b"), ("C", "2021-03-04", "c"))
    told = FoundDispute(tuple(reports[:2]), (reports[2],), update=True)
    assert told.list_notes() == ("[2] was published later (2021-03-09) than [3] (2021-03-04) and may supersede it.",)


def test_of_an_update_the_newest_side_is_shown_first() -> None:
    old, new = make_reports(("A", "2021-03-01", "a"), ("B", "2021-03-09", "b"))
    told = FoundDispute((old,), (new,), update=True)
    assert [part.text for part in told.parts] == ["b", "a"]
    assert told.list_notes() == ("[1] was published later (2021-03-09) than [2] (2021-03-01) and may supersede it.",)
    assert [part.text for part in FoundDispute((old,), (new,)).parts] == ["a", "b"]


def follow(first: str, second: str, question: str, words: Words) -> Contradiction | None:
    """Return what is found of two sentences of which the second stands right behind the first in one paragraph."""
    source = Source(1, "1.txt", "", "Title", None, None)
    paragraph = Paragraph(source, 1, f"{first} {second}")
    others = make_candidates(*(f"A gull sat on pole {n}." for n in range(2, 30)))
    pair = [Candidate(paragraph, first, "", 1.0, {}), Candidate(paragraph, second, first, 1.0, {})]
    return find_contradiction(read_question(question), [pair[0], *others, pair[1]], words)


@pytest.mark.parametrize(
    ("first", "second", "question"),
    [
        (
            "Mr Abel has offered his rival a post, a friend of his said.",
            "Her staff said no such offer was made.",
            "Did Abel offer her a post?",
        ),
        (
            "An engineer of the yard chose the steel, the panel says.",
            "The yard rejects that.",
            "Did he choose the metal?",
        ),
    ],
)
def test_what_a_source_denies_right_behind_the_answer_is_told(
    words: Words, first: str, second: str, question: str
) -> None:
    found = follow(first, second, question, words)
    assert found is not None and found.stated == (0,)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Prosecutors said they had no evidence that Abel took the ring.", "Abel’s lawyer said he denied the charge."),
        ("Police said that Abel had been near the ring.", "Abel denied the charge."),
        ("A guest said that Abel took the ring.", "Asked about the fire, Abel denied it."),
        ("A guest said that Abel took the ring.", "Abel denied wrongdoing in the sale of his boat."),
        ("Abel, the abbot, said that the note about the ring was forged.", "He had made no such note."),
    ],
)
def test_what_denies_something_else_or_stands_on_the_same_side_is_no_dispute(
    words: Words, first: str, second: str
) -> None:
    assert follow(first, second, "Did Abel take the ring?", words) is None


def test_that_there_was_no_other_such_thing_denies_nothing(words: Words) -> None:
    first = "Mr Abel has offered his rival a post, a friend of his said."
    assert follow(first, "There was no such crowd on Monday.", "Did Abel offer her a post?", words) is None


def test_the_toll_of_another_place_is_no_other_count(words: Words) -> None:
    toll = "The death toll from last week’s flood in Lemm rose to eleven, officials said."
    question = read_question("How many people died in last week’s flood in Lemm?")
    for other, apart in (
        (toll.replace("Lemm", "Korvo").replace("eleven", "four"), []),
        (toll.replace("eleven", "nine"), [(0, 1)]),
    ):
        assert list(find_other_counts(question, make_candidates(toll, other), words)) == apart
