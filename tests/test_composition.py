"""Which sentences are quoted: what answers best, what answers as well, and another source's word."""

import math
from dataclasses import replace

import pytest

from agent.answer.composition import Part, choose_quotes, cite, cite_candidate
from agent.evidence.candidates import Candidate
from agent.evidence.question import read_question
from agent.evidence.ranked import OTHERWISE, Ranked, Ranking
from agent.evidence.words.likeness import Words
from agent.evidence.words.phrasal import drop_phrasal
from index.language.terms import content_words
from index.source import Paragraph, Source

BEST = "The ferry sank off Korvo on Monday."


def make_item(source: int, text: str, score: float, relevance: float, **parts: float) -> Ranked:
    """Return a sentence of a source with its score and the log-odds that it answers."""
    paragraph = Paragraph(Source(source, f"{source}.txt", f"/{source}.txt", "Title", None, None), 1, text)
    return Ranked(Candidate(paragraph, text, "", 1.0, {}), score, 0.0, parts, relevance)


def quote(words: Words, *items: Ranked) -> list[str]:
    """Return what is quoted of these sentences, the best first."""
    question = read_question("When did the ferry sink?")
    return [part.text for part in choose_quotes(Ranking(question, items, 0.9, 0.5, 0.7, words))]


def test_what_answers_best_is_quoted_and_what_does_not_answer_is_left_out(words: Words) -> None:
    best = make_item(1, BEST, 5.0, -0.5)  # the best one is quoted whatever the model thinks of it
    assert quote(words, best, make_item(1, "Nobody was hurt.", 4.8, -0.2)) == [BEST]
    assert quote(words, best, make_item(1, "It sank at noon.", 4.8, 0.5)) == [BEST, "It sank at noon."]
    assert quote(words, best, make_item(1, "It sank at noon.", 4.0, 0.5)) == [BEST]


def test_another_source_is_heard_though_it_ranks_lower(words: Words) -> None:
    best, other = make_item(1, BEST, 5.0, 2.0), "The ship went down at dawn on Tuesday, a diver said."
    assert quote(words, best, make_item(2, other, -4.0, 2.0)) == [BEST, other]
    unsure = make_item(2, other, -4.0, 0.1)
    assert quote(words, best, replace(unsure, contrary=0.0)) == [BEST, other]
    assert quote(words, best, replace(unsure, contrary=-2.0)) == [BEST]
    assert quote(words, best, unsure) == [BEST]
    assert quote(words, best, make_item(2, other, 3.0, -0.1)) == [BEST]
    assert quote(words, best, make_item(2, "A diver was there.", 3.0, 0.9)) == [BEST]  # it has no day or hour
    assert quote(words, best, make_item(2, other, 3.0, 0.9, reading=-0.1)) == [BEST]
    assert quote(words, best, make_item(2, other, 3.0, math.nan)) == [BEST]  # the model did not score it


def test_of_many_sources_only_a_sure_answer_makes_a_long_one_longer(words: Words) -> None:
    best = make_item(1, "The ferry Orsa " + "which was old and slow " * 6 + "sank off Korvo on Monday.", 5.0, 2.0)
    told = "The Orsa went down on Tuesday at noon, her owner Ilse Brandt says."
    other = replace(make_item(2, told, 4.9, 0.5), contrary=0.0)
    many = [make_item(n, f"Ferry {n} was late.", -9.0, math.nan) for n in range(3, 20)]
    texts = [item.candidate.text for item in (best, other)]
    assert quote(words, best, other) == texts
    assert quote(words, best, other, *many) == texts[:1]
    question = read_question("When did the ferry sink?")
    sure = Ranking(question, (best, replace(other, relevance=2.0), *many), 0.9, 0.5, 0.7, words, 20)
    assert [part.text for part in choose_quotes(sure)] == texts
    assert [part.text for part in choose_quotes(replace(sure, sources=2000))] == texts[:1]


def test_of_many_sources_one_that_names_nothing_of_the_same_is_not_heard(words: Words) -> None:
    best = make_item(1, BEST, 5.0, 2.0)
    other = make_item(2, "The trawler went down off Lisk on Tuesday.", 4.9, 2.0)
    source = replace(other.candidate.paragraph.source, title="Lisk mourns")
    paragraph = replace(other.candidate.paragraph, source=source)
    apart = replace(other, candidate=replace(other.candidate, paragraph=paragraph))
    many = [make_item(n, f"Ferry {n} was late.", -9.0, math.nan) for n in range(3, 20)]
    assert quote(words, best, other, *many) == [BEST, other.candidate.text]  # both are under the same title
    assert quote(words, best, apart, *many) == [BEST]
    assert quote(words, best, apart) == [BEST, other.candidate.text]


def test_what_tells_it_otherwise_is_heard_first(words: Words) -> None:
    best, agreeing = make_item(1, BEST, 5.0, 2.0), make_item(2, "It went down on Monday at noon.", 4.9, 2.0)
    never = "She never sank: her owner has her in a dock."
    other = replace(make_item(3, never, -3.0, 2.0), contrary=2.0)
    further = "Her owner drank coffee on Monday."
    assert quote(words, best, agreeing, other) == [BEST, never, "It went down on Monday at noon."]
    assert other.otherwise > OTHERWISE > replace(other, contrary=-2.0).otherwise
    assert quote(words, best, replace(other, contrary=-2.0)) == [BEST]
    same = replace(make_item(1, further, -3.0, 2.0), contrary=3.0)
    assert quote(words, best, same) == [BEST, further]  # a report may tell of both sides


def test_a_copy_and_a_fourth_sentence_are_not_quoted(words: Words) -> None:
    same = make_item(2, "On Monday the ferry sank off Korvo.", 4.9, 3.0)
    assert quote(words, make_item(1, BEST, 5.0, 2.0), same) == [BEST]
    told = ("A diver saw it at noon.", "Nobody knows the hour.", "Its owner blames fog.", "Rain fell in May.")
    others = [make_item(n, text, 4.0, 2.0) for n, text in enumerate(told, 2)]
    assert len(quote(words, make_item(1, BEST, 5.0, 2.0), *others)) == 3
    assert quote(words, make_item(1, BEST, 5.0, 2.0), make_item(2, "word " * 60, 4.9, 2.0)) == [BEST]


def test_another_source_that_answers_as_well_has_room(words: Words) -> None:
    best = make_item(1, "The ferry Orsa " + "which was old and slow " * 7 + "sank off Korvo on Monday.", 5.0, 2.0)
    long = "The coastguard, " + "which had been warned in the morning, " * 5 + "saw it go down on Tuesday at noon."
    other, lesser = make_item(2, long, 4.8, 2.0), make_item(2, "A diver came on Tuesday.", 2.0, 2.0)
    assert quote(words, best, other, lesser) == [best.candidate.text, long]
    behind = replace(other, score=4.0)
    assert quote(words, best, behind) == [best.candidate.text]
    assert quote(words, best, lesser) == [best.candidate.text, lesser.candidate.text]


def test_a_phrasal_verb_is_not_the_verb_that_is_asked_for() -> None:
    for text, kept in (
        ("The battle took on a new dimension.", False),
        ("The match took place in Korvo.", False),
        ("The army took Korvo.", True),
        ("The army took over Korvo.", True),
        ("It was taken on Wednesday.", True),
    ):
        left = drop_phrasal(text, content_words(text), "Who took Korvo?")
        assert any(word in left for word in ("took", "taken")) is kept, text
    text = "The match took place in Korvo."
    assert "took" in drop_phrasal(text, content_words(text), "Where was it that the match took place?")


def test_a_sentence_with_another_day_in_the_same_words_is_no_copy(words: Words) -> None:
    other = make_item(2, "The ferry sank off Korvo on Tuesday.", 4.9, 3.0)
    assert quote(words, make_item(1, BEST, 5.0, 2.0), other) == [BEST, other.candidate.text]


def test_a_quotation_that_points_back_has_the_sentence_before_it_also_of_the_paragraph_above() -> None:
    asked = "The minister promised an inquiry."
    for text in (
        "It is to be led by a judge.",
        "A member of the board disputed that.",
        "He left in 2022.",
        "Turnout there was 48 per cent.",
        "Six thousand came then.",
    ):
        paragraph = Paragraph(Source(1, "1.txt", "", "Title", None, None), 2, f"{text} The rest is silence.")
        assert cite_candidate(1, Candidate(paragraph, text, asked, 1.0, {})).before == asked
        assert cite_candidate(1, Candidate(paragraph, "The rest is silence.", text, 1.0, {})).before == ""


def test_what_was_so_there_is_told_behind_what_names_the_place() -> None:
    named, there, other = "A kiosk burned down in Lisk.", "Two sailors were hurt there.", "They were taken home."
    source = Source(1, "1.txt", "", "Fires", None, None)
    paragraph = Paragraph(source, 1, f"{named} {there} {other}")
    first, second, third = (
        Candidate(paragraph, text, before, 1.0, {}) for text, before in ((named, ""), (there, named), (other, there))
    )
    for shown, told in (
        ([second], [f"{named} {there}"]),
        ([first, second], [named, there]),
        ([third], [other]),
    ):
        sentences, citations = cite([Part(each.text, (each,)) for each in shown])
        assert [sentence.text for sentence in sentences] == told
        assert [citation.quote for citation in citations] == [each.text for each in shown]


def test_a_denial_of_this_is_told_behind_what_it_denies() -> None:
    paid, said, denied = "Norsk Lines paid the crews in May.", "A clerk said that it never did.", "Norsk denied this."
    source = Source(1, "a.md", "", "Ferries", "Ledger", "2021-03-04")
    paragraph = Paragraph(source, 1, f"{said} {denied}")
    other = Candidate(Paragraph(Source(2, "b.md", "", "Pay", "Courier", "2021-03-05"), 1, paid), paid, "", 1.0, {})
    last = Part(denied, (Candidate(paragraph, denied, said, 1.0, {}),))
    first = Part(said, (Candidate(paragraph, said, "", 1.0, {}),))
    assert [each.text for each in cite([Part(paid, (other,)), last])[0]] == [paid, f"{said} {denied}"]
    assert [each.text for each in cite([first, last])[0]] == [said, denied]


@pytest.mark.parametrize(
    ("title", "day", "apart"),
    [
        ("A life at sea", "1971-06-01", True),
        ("A life at Korvo", "1971-06-01", False),
        ("A life at sea", "2031-06-01", False),
        ("A life at sea", None, False),
        ("A life at sea", "2034-06-01", False),
    ],
)
def test_a_source_of_years_before_that_nowhere_names_the_place_is_not_heard(
    title: str, day: str | None, apart: bool, words: Words
) -> None:
    question = read_question("How many jobs will be lost at Korvo?")
    told = ["The yard at Korvo will close with the loss of 640 jobs.", "Of the 102 people on board 68 were lost."]
    sources = Source(1, "a.txt", "", "Title", None, "2031-05-02"), Source(2, "b.txt", "", title, None, day)
    items = [
        Ranked(Candidate(Paragraph(source, 1, text), text, "", 1.0, {}), 5.0, 0.0, {}, 3.0, contrary=3.0)
        for source, text in zip(sources, told, strict=True)
    ]
    ranking = Ranking(question, tuple(items), 0.9, 0.5, 0.7, words)
    assert [part.text for part in choose_quotes(ranking)] == told[: 1 if apart else 2]
