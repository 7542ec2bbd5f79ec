"""Contradictions between two sentences: what is one, and above all what is none."""

import pytest

from agent.evidence.words.likeness import Words
from agent.verify.conflict.contradiction import Kind, contradict
from agent.verify.denial.denials import find_denials
from agent.verify.denial.judgements import find_judgements

DAYS = ("2022-05-10", "2022-05-10")


@pytest.mark.parametrize(
    ("stated", "denied"),
    [
        (
            "Miners crossed the picket line at Corven, the union said.",
            "The miners denied that they had crossed the picket line.",
        ),
        (
            "Halden Foods poisoned the Lisk river, villagers claimed.",
            "Halden Foods rejected reports that it had poisoned the Lisk.",
        ),
        (
            "Mayor Orla Vance took money from builders, a witness said.",
            "It is not true that Vance took money from any builders.",
        ),
        (
            "The ministry moved the reactor fuel to Torsk.",
            'Officials dismissed "rumours" that the ministry had moved the fuel to Torsk.',
        ),
        (
            "Abel Marlow told the court that Vance had begged Marlow to put an end to the inspection of Halden Foods.",
            "Vance denied on Sunday that she asked Marlow to stop inspecting Halden Foods.",
        ),
    ],
)
def test_a_denial_contradicts_what_it_denies_in_either_order(words: Words, stated: str, denied: str) -> None:
    assert contradict(stated, denied, words) is Kind.DENIAL
    assert contradict(denied, stated, words) is Kind.DENIAL


def test_a_negated_verb_contradicts_the_same_verb_of_the_same_subject(words: Words) -> None:
    stated = "Pellan Airways cancelled the evening flight to Osmund."
    assert contradict(stated, "Pellan Airways did not cancel the evening flight to Osmund.", words) is Kind.NEGATION
    assert contradict(stated, "Corrie Air did not cancel the evening flight to Osmund.", words) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The union denied that it had called a strike.", "Its leader also denied that the union had called a strike."),
        ("The court denied Marlow bail on Tuesday.", "Marlow asked the court for bail on Tuesday."),
        ("Reporters asked whether Marlow had left the country.", "Marlow denied that he had left the country."),
        ("Vance could neither confirm nor deny that the bridge had failed.", "The bridge at Lisk failed, Vance said."),
        ("Vance no longer leads the Harbour Party.", "Vance leads the Harbour Party."),
        ("Halden agreed never to close the harbour of Orme again.", "Halden agreed to close the harbour of Orme."),
        ("It is unclear if or how seriously Vance was injured in the crash.", "Vance was not injured in the crash."),
        ("Halden did not only poison the river.", "Halden poisoned the river."),
        ("Marlow had never raced in the Lisk cup prior to this month.", "Marlow raced in the Lisk cup this weekend."),
        (
            "The court rejected Marlow's plea to dismiss charges that he poisoned the river.",
            "Marlow poisoned the river.",
        ),
        ("It is not true that there were no floods in Lisk under Vance.", "There were floods in Lisk under Vance."),
        ("The minister denied taking money from Halden.", "The minister denied the students a hearing."),
        (
            "Officials of Averna floated the idea of giving Varnia guarantees like those which the Lemm League gives "
            "its members.",
            "Varnia is not a member of the Lemm League, and is not given any of its guarantees.",
        ),
        (
            "Vance denied that she asked Marlow to stop inspecting Halden Foods.",
            "Marlow told the court that Vance had dined with the owners of Halden Foods.",
        ),
        (
            "Vance denied that she asked Marlow to stop inspecting Halden Foods.",
            "Marlow told the court that Deane had begged him to put an end to the inspection of Halden Foods.",
        ),
        ("Torsk denied that its ships had entered the Gulf of Lemm.", "Ships of Averna entered the harbour of Corven."),
    ],
)
def test_what_only_looks_like_a_denial_of_the_other_is_none(words: Words, first: str, second: str) -> None:
    assert contradict(first, second, words) is None


def test_a_denial_of_this_is_of_the_sentence_before_and_of_no_other(words: Words) -> None:
    stated = "According to a guard, prisoners dug a tunnel under the east wall."
    denied = "Ruben Asch, the governor of the prison, denied this."
    assert contradict(stated, denied, words, follows=True) is Kind.DENIAL
    assert contradict(stated, denied, words) is None


def test_a_contrast_after_the_statement_needs_the_same_name(words: Words) -> None:
    stated = "Radio Corven announced that the Lisk dam was repaired."
    assert contradict(stated, "But engineers said it was not true that the Lisk dam was safe.", words, follows=True)
    assert not contradict(stated, "But engineers said it was not true that Averna had paid.", words, follows=True)


@pytest.mark.parametrize(
    "text",
    [
        "Passengers were denied boarding at Lisk airport.",
        "The court denied funding for the Lisk bridge.",
        "Vance was mistaken for a thief in Lisk.",
        "She made up her mind about the Lisk bridge.",
    ],
)
def test_what_is_refused_mistaken_for_another_or_decided_denies_nothing(text: str) -> None:
    assert not find_denials(text) and not find_judgements(text)
    assert find_denials("Vance denied taking the money.") and find_denials("Vance denied that she took it.")


def test_what_is_made_up_of_parts_is_not_made_up(words: Words) -> None:
    stated = "The harbour council of Lisk is a large part of the assembly."
    for other in (
        "The harbour council of Lisk is made up of large parts of the assembly.",
        "The harbour council of Lisk made up a smaller part of the assembly.",
    ):
        assert contradict(stated, other, words) is None
    made_up = "The report that Lisk sold its harbour council was made up."
    assert contradict("Lisk sold its harbour council.", made_up, words) is Kind.DENIAL


def test_a_judgement_contradicts_what_it_names_and_nothing_else_of_the_same_thing(words: Words) -> None:
    stated = "A sailor pulled a live mermaid out of the Lisk."
    assert (
        contradict(stated, "The sailor who claimed to pull a mermaid out of the Lisk was lying.", words) is Kind.DENIAL
    )
    assert contradict("Halden built the Lisk bridge.", "Reports that the Lisk bridge sways are false.", words) is None


def test_a_negation_of_a_purpose_or_up_to_a_day_denies_nothing() -> None:
    assert not find_denials("Halden moved the fuel so that it would not burn.")
    assert not find_denials("The Lisk bridge did not close until May.")
    assert not find_denials("The clerk did not dispute that Vance took the money.")


def test_an_event_after_the_denial_supersedes_it(words: Words) -> None:
    denied = "The rebels said it was not true that the army had entered Osmund."
    stated = "The army entered Osmund, the radio said."
    assert contradict(denied, stated, words, ("2021-03-01", "2021-03-01")) is Kind.DENIAL
    assert contradict(denied, stated, words, ("2021-03-01", "2021-03-09")) is None


def test_other_numbers_of_the_same_thing(words: Words) -> None:
    first = "The fire at the Corven mill killed 14 workers, police said."
    same_day = ("2021-03-01", "2021-03-01")
    assert contradict(first, "The fire at the Corven mill killed 31 workers.", words, same_day) is Kind.NUMBER
    assert contradict(first, "The fire at the Corven mill killed at least 11 workers.", words, same_day) is None
    assert contradict(first, "The fire at the Corven mill injured 31 firemen.", words, same_day) is None
    assert contradict(first, "The fire at the Torsk mill killed 31 workers.", words, same_day) is None


@pytest.mark.parametrize(
    "second",
    [
        "A fever has spread to Lemm, where 31 people have died, and to Torsk.",
        "Since Monday 31 people have died of the fever in Lemm, up from 14.",
        "The fever killed 31 people in Lemm in 1976.",
        "In Lemm 31 people have caught the fever.",
    ],
)
def test_another_place_rise_time_or_event_is_no_other_count(words: Words, second: str) -> None:
    first = "A fever has spread to Torsk, where 14 people have died, the office of Lemm said."
    assert contradict(first, second, words, ("2021-03-01", "2021-03-01")) is None


def test_ages_and_distances_are_no_counts(words: Words) -> None:
    first = "The ferry Osmund sank 15 km from the terminal of Corven."
    assert contradict(first, "The ferry Osmund sank 80 km from the terminal of Corven island.", words) is None


def test_a_toll_that_rises_from_day_to_day_is_an_update(words: Words) -> None:
    first, second = "The quake in Lemm killed 14 people in Osmund.", "The quake in Lemm killed 31 people in Osmund."
    assert contradict(first, second, words, ("2021-03-01", "2021-03-02")) is None


def test_other_days_for_one_event(words: Words) -> None:
    first = "Ilse Brandt signed the harbour treaty with Averna on 3 March 2021."
    assert contradict(first, "Brandt signed the harbour treaty with Averna on 5 March 2021.", words) is Kind.DATE
    assert contradict(first, "Brandt signed the harbour treaty with Averna in March 2021.", words) is None


_COUNTED = "There were 310 men on the ferry when it struck the quay of Lisk, the line said."


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ("By its own count 350 men were aboard, not 310 as the line says, the union wrote.", Kind.NUMBER),
        ("By its lists 350 men were aboard, not 310 as the line says.", Kind.NUMBER),
        ("By its lists 350 men were aboard, not 310 as the coast guard says.", None),
        ("By its lists 350 men were aboard, not 290 as the line says.", None),
        ("The line will pay 50 crowns to each, and has not said what 310 new vests cost.", None),
    ],
)
def test_a_number_set_against_that_of_a_speaker_contradicts_what_he_says(
    words: Words, other: str, kind: Kind | None
) -> None:
    assert contradict(_COUNTED, other, words) is kind
    assert contradict(other, _COUNTED, words) is kind


def test_denials_are_read_by_their_form() -> None:
    [denial] = find_denials("Halden denied it had poisoned the Lisk, and sold the plant.")
    assert denial.firm and denial.scope == "it had poisoned the Lisk" and "Halden" in denial.subject
    assert find_denials("Asch disagreed.")[0].before
    assert not find_denials("The bank denied him a loan.")


def test_another_number_or_day_in_the_same_words_contradicts_whatever_else_is_counted(words: Words) -> None:
    told = "{} people were taken to hospital in Tarm, three of them with burns, the rescue service said."
    assert contradict(told.format("Nine"), told.format("Eleven"), words, DAYS) is Kind.NUMBER
    assert contradict(told.format("Nine"), told.format("Eleven"), words, ("2022-05-10", "2022-05-11")) is None
    fell = "Police said that the bridge near the mill of Dorsel fell on {} and that two lorries were on it."
    assert contradict(fell.format("3 May 2022"), fell.format("4 May 2022"), words, DAYS) is Kind.DATE
    assert contradict(fell.format("3 May 2022"), fell.format("3 May"), words, DAYS) is None
