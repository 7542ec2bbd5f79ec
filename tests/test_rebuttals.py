"""Rebuttals: what tells against the sentence right before it, what contradicts it, and what is of another matter."""

import pytest

from agent.evidence.question import read_question
from agent.evidence.words.likeness import Words
from agent.verify.conflict.contradiction import Kind, contradict
from agent.verify.denial.rebuttals import tells_against
from agent.verify.denial.sayings import read_saying

SPOILED = "A former cook said the Hotel Lisk had served spoiled fish in July."
SHOT = "A neighbour says Borg shot the dog."
SAFE = "Anders Vool, a carter, said the harbour master had told him the quay was safe."

EXACT = [
    (SPOILED, "The hotel described the account as baseless."),
    (SPOILED, "Its owner dismissed the claim as a lie."),
    (SPOILED, "The owner called the allegation “nonsense”."),
    (SPOILED, "“That is untrue,” its owner said."),
    (SPOILED, "Asked about it, the owner denied it."),
    (SPOILED, "The owner and his son denied it."),
    (SPOILED, "The hotel said none of this was true."),
    ("Farmers say that the estate drained the canal at night.", "The agent dismissed the accusation."),
    ("A tenant said that Orlo Homes had cut off the heating.", "Orlo Homes said that no such thing had happened."),
    ("A clerk said the registrar had ordered her to burn the files.", "The registrar denied giving any such order."),
    ("Two aides said Brandt had told them that she would go if the vote was lost.", "Her office denied it."),
    ("Campaigners said 40 whales had died in the bay.", "The ministry called the number pure invention."),
    ("It has been suggested that I burnt the lease.", "I deny this."),
    (SPOILED, "Its owner disagreed."),
]
BESIDE = [
    ("Ilse Holt said the yard had offered its men a rise in May.", "Vance denied having received any offer."),
    (SAFE, "The harbour master said he had never spoken to Vool."),
    (SAFE, "The harbour office knew of no such message."),
    ("Voll said the curator had promised her the post.", "The curator said he recalled no such conversation."),
    (
        "Councillor Dane said she went because the board had driven her out.",
        "The board said it had not sought her exit.",
    ),
    ("Rika Bohm, a nurse, said the ward ran out of oxygen.", "The hospital denied that the ward ran out of oxygen."),
    ("Campaigners said 40 whales had died in the bay.", "The ministry said the figure was exaggerated."),
    ("The duke has sold the estate.", "His office denied it."),
    ("The warden said the true number of seals was “near 900”.", "The institute rejected his figure; it found 340."),
    (SPOILED, "Inspectors found no evidence for the claim."),
]
OTHERS = [
    ("Her counsel told reporters the court had been brave.", "Vance said he disagreed but would abide by the ruling."),
    (SPOILED, "The owner denied owing back taxes."),
    (SPOILED, "Asked about the unpaid taxes, the owner denied it."),
    (SPOILED, "A guest was found drunk in the lobby but denied it."),
    (SPOILED, "The hotel said it would not comment."),
    (SPOILED, "The hotel said it had not yet read the complaint."),
    (SPOILED, "The hotel denied wrongdoing in the lease of its garden."),
    (SPOILED, "Did the hotel deny it?"),
    (SHOT, "Borg denied owning a boat."),
    (SHOT, "Borg said that his dog had no collar."),
    (SHOT, "A vet said he had not seen a wound like it."),
    (SAFE, "The harbour master said he had not slept since Friday."),
    ("Jonas said he had read the report on Tuesday.", "The mayor called the report nonsense."),
    ("Jonas said he had bought the painting in Lisk.", "A dealer called it a fake."),
    ("The mayor said the plan would save two million.", "The opposition called the plan nonsense."),
    ("Police said that he had been seen near the mill.", "His lawyer said Vance denied the charge."),
    ("Prosecutors said they had no evidence that he set the fire.", "His lawyer said Vance denied the charge."),
    ("Prosecutors said they had found no proof that she took the money.", "She denies it."),
    ("Lawyers for Borg said there was no proof of theft.", "Borg has denied the accusation."),
    ("Police said the suspect had confessed.", "A second suspect denied having been at the bank."),
    ("Rovers said the city had offered land.", "Fenn denied having received any offer for its shares."),
    ("The union said the firm had sacked 20 men.", "There is no such thing as a free lunch, the minister said."),
    ("Doctors said that the vaccine was safe.", "The number of doses was too low, nurses complained."),
    ("Vance said the dam had broken at dawn.", "He denied that the alarm had failed."),
    ("The warden said the seals were many.", "The institute rejected his number of boats."),
    ("The warden counted 900 seals.", "The institute rejected the number of boats."),
]


def reply(words: Words, stated: str, other: str) -> tuple[bool, bool]:
    """Return whether a sentence contradicts the one before it, and whether it tells against it."""
    asked = read_question("Why did she exit?").words
    return contradict(stated, other, words, follows=True) is Kind.DENIAL, tells_against(stated, other, asked, words)


@pytest.mark.parametrize(("stated", "other"), EXACT)
def test_a_denial_of_exactly_what_was_said_contradicts_it(words: Words, stated: str, other: str) -> None:
    assert reply(words, stated, other) == (True, True)


@pytest.mark.parametrize(("stated", "other"), BESIDE)
def test_a_denial_of_the_same_matter_tells_against_it(words: Words, stated: str, other: str) -> None:
    assert reply(words, stated, other) == (False, True)


@pytest.mark.parametrize(("stated", "other"), OTHERS)
def test_a_denial_of_another_matter_does_not(words: Words, stated: str, other: str) -> None:
    assert reply(words, stated, other) == (False, False)


def test_who_speaks_is_the_subject_of_the_first_verb_of_speech() -> None:
    saying = read_saying("Two aides said Brandt had told them that she would go.")
    assert (saying.speaker, saying.asserted.strip()) == ("Two aides", "Brandt")
    assert read_saying("The crane fell, the port says.").speaker == "the port"
    assert read_saying("Farmers claim that the canal leaks by night.").speaker == "Farmers"
