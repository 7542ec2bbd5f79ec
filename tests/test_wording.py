"""Nearly equal sentences: a word that stands in another's place makes two of them."""

import pytest

from agent.digest.accord.agreement import differs_by_word
from agent.digest.accord.quotations import fold_text, stands_in
from agent.evidence.words.likeness import Words
from agent.evidence.words.wording import exchanges_word
from agent.verify.conflict.contradiction import Kind, contradict
from agent.verify.conflict.contraries import tells_contrary

EXCHANGED = [
    ("The price of bread rose by a tenth in August.", "The price of bread fell by a tenth in August."),
    (
        "A majority of the deputies in Orrin voted for the long accord.",
        "A minority of the deputies in Orrin voted for the long accord.",
    ),
    ("The ferry sails before the evening train comes.", "The ferry sails after the evening train comes."),
    (
        "The foreign minister accepted the offer of peace on Monday.",
        "The foreign minister rejected the offer of peace on Monday.",
    ),
    ("The water of the old town is safe to drink.", "The water of the old town is unsafe to drink."),
    ("About 400 people marched for the accord.", "About 400 people marched against the accord."),
    ("The trucks came from the western gate.", "The trucks came from the eastern gate."),
]
SAME = [
    ("The army took Albu Kamal on Monday.", "The army took al-Boukamal on Monday."),
    ("The organisation paid its labour advisers.", "The organization paid its labor advisors."),
    ("Syria's army said that it held the town.", "The Syrian army said that it held the town."),
    ("The driver was killed in the crash.", "The driver was killed at once in the crash."),
]


@pytest.mark.parametrize(("one", "other"), EXCHANGED)
def test_that_a_word_in_the_place_of_another_tells_otherwise(one: str, other: str) -> None:
    assert exchanges_word(one, other) and exchanges_word(other, one)
    assert differs_by_word(one, other)
    assert not stands_in(fold_text(one), fold_text(other))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_that_spellings_and_forms_tell_the_same(one: str, other: str) -> None:
    assert not exchanges_word(one, other)
    assert not differs_by_word(one, other)


def test_that_a_verb_for_the_same_deed_is_no_other_word() -> None:
    one, other = "The rebels seized the old fort on Monday night.", "The rebels captured the old fort on Monday night."
    assert exchanges_word(one, other) and not differs_by_word(one, other)


def test_that_a_sentence_with_both_words_tells_no_contrary() -> None:
    assert tells_contrary("Shares rose on Monday.", "Shares fell on Monday.")
    assert not tells_contrary("Shares rose on Monday.", "Shares rose on Monday after they fell on Friday.")
    assert not tells_contrary("He understood the plan of the mayor.", "He stood behind the plan of the mayor.")


def test_that_contrary_words_in_one_sentence_are_a_dispute(words: Words) -> None:
    for one, other in (*EXCHANGED[:2], *EXCHANGED[3:5]):
        assert contradict(one, other, words) is Kind.CONTRARY
    for one, other in (EXCHANGED[2], *EXCHANGED[5:], *SAME):
        assert contradict(one, other, words) is None


def test_that_what_was_told_later_or_of_another_day_is_no_dispute(words: Words) -> None:
    one, other = EXCHANGED[0]
    assert contradict(one, other, words, ("2021-03-01", "2021-03-04")) is None
    assert contradict(one, other.replace("August", "September"), words) is None
