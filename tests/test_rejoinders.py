"""Rejoinders: what is only put to somebody, a rumour or a question, is told with the reply to it and never alone."""

from pathlib import Path

import pytest
from conftest import write_report

from agent.answer.composition import Part, cite
from agent.digest.chronology.mentions import find_mentions
from agent.digest.statements.statements import gather_statements
from agent.evaluation.reader import open_folder
from agent.evidence.candidates import gather_candidates
from agent.evidence.context.neighbours import find_neighbours
from agent.evidence.context.placing import place_all
from agent.evidence.errata.amendments import read_amendments
from agent.evidence.errata.rejoinders import find_witness, read_reply
from index.article.body import clean_body
from index.article.pairing import pair_replies
from index.article.rejoinders import find_reply
from index.language.sentences import split_sentences
from index.source import Paragraph, Source

PUT = [
    ("Q. The barge was empty that night.", "A. It had forty tons of salt on it."),
    ("Q: You signed the lease, Mrs Orr?", "A: I did not."),
    ("Question 14. And the lamp was lit.", "Answer. No lamp was lit."),
    ("Q Did you meet Mr. A. Brown there?", "A No."),
    ("MR FELL: Was the gate shut?", "A. It stood open."),
    ("THE CORONER: Did he say who it was?", "MISS TARN: He said nothing."),
    ("Interviewer: When did the cough begin?", "Dr Moss: In the spring."),
    ("Rumour: The ferry has sunk.", "It is tied up at the quay."),
    ("MYTH #3: Bats are blind.", "They see as well as we do."),
    ("Claim: a dam has burst upstream.", "There is no dam upstream. Our verdict: false."),
    ("Viral claim – the zoo lost a lion.", "False. It has none."),
    ("What is being shared: The pier is shut until May.", "The facts: The pier was shut for an hour."),
    ("Many people say: The school will close.", "This is untrue. It has 400 pupils."),
    ("CLAIM: The bakery was sold to a bank –", "Not true. It was leased."),
    ("Can I drink the water?", "Yes, if you boil it."),
    ("Is the museum open on Mondays?", "No."),
    ("Who pays for the bridge?", "The province, out of the road fund."),
    ("Does the fever pass from cows to people?", "It may be, where milk is drunk raw."),
    ("Has the miller been paid?", "The miller has not. He waits."),
]
PLAIN = [
    "Q. Tarant said that the film was finished.",
    "The union's claim: the plant will close. Workers met on Monday.",
    "Fact: the dam is dry. It has been since May.",
    "Police: Two men were held. They were freed on Monday.",
    "“Was it safe? No,” he said. The mayor left.",
    "Does boiling help? Boiling kills the germ within a minute.",
    "How wide is it? The road will be 4.2 metres wide.",
    "Is she still there? The clerk has resigned.",
    "Who won the race? It was a cold morning in March.",
    "The mayor asked for money. Who will pay? No one.",
    "Smith: We lost everything. Who will pay? The state must.",
    "A. The tenant shall pay rent. B. The landlord shall repair the roof.",
    "Myths of the north were told to us. It is true that they last.",
]


@pytest.mark.parametrize(("put", "reply"), PUT)
def test_a_reply_is_told_from_what_is_put(put: str, reply: str) -> None:
    text = f"{put} {reply}"
    found = find_reply(text)
    assert found
    assert text[found.start :] == reply


@pytest.mark.parametrize("text", PLAIN)
def test_what_puts_nothing_is_left_as_it_is(text: str) -> None:
    assert find_reply(text) is None


@pytest.mark.parametrize(("put", "reply"), PUT)
def test_what_is_put_in_one_paragraph_and_replied_to_in_the_next_is_one(put: str, reply: str) -> None:
    lines = ["The hall was full on Monday.", put.removesuffix(" –"), reply, "The clerk locked the door at ten."]
    assert clean_body(lines, "Day 3") == (lines[0], f"{put} {reply}", lines[3])


@pytest.mark.parametrize(
    "lines",
    [
        ("Does boiling help?", "Boiling kills the germ within a minute."),
        ("Claim: the plant will close.", "Workers met on Monday."),
        ("Q. The barge was empty.", "Q. You saw it."),
        ("Rumour: The ferry has sunk.", "Rumour: The mayor has fled."),
        ("Why did nobody call?", "Name: Orr │ Calls: 3"),
        ("Was it dark?", "Was it late?"),
        ("MR VANE: Was it dark?", "MR VANE: Was it late?"),
        ("A. Brown, treasurer", "A. The tenant shall pay rent."),
        ("Verdict: false.", "The facts: The pier is open."),
    ],
)
def test_other_paragraphs_stay_apart(lines: tuple[str, ...]) -> None:
    assert pair_replies(lines) == lines


def test_a_rumour_is_joined_to_its_verdict_and_the_facts_behind_it() -> None:
    lines = ["CLAIM: The tower leans.", "OUR RATING: False.", "THE FACTS: It was measured in May and is upright."]
    assert pair_replies(lines) == (" ".join(lines),)


def split(text: str) -> tuple[list[str], list[str]]:
    sentences = split_sentences(text)
    reply = read_reply(text, sentences)
    assert reply
    return [sentences[n] for n in reply.put], [sentences[n] for n in reply.replies]


def test_all_that_a_witness_replies_is_of_the_reply_and_of_a_page_as_much_as_the_question_needs() -> None:
    assert split("Q. You were at sea. A. My wife was. I had a cold.")[1] == ["A. My wife was.", "I had a cold."]
    asked = "Can I eat eels? {} The ponds are cleaned each year."
    assert split(asked.format("Not if they were caught in the ponds of Orrin."))[1] == [
        "Not if they were caught in the ponds of Orrin."
    ]
    assert split(asked.format("Yes. The ban was lifted."))[1] == ["Yes.", "The ban was lifted."]


def test_of_a_long_question_in_an_interview_the_last_sentence_is_told_before_the_reply() -> None:
    preface = "Moss: You grew up in Orrin, where your father mended boats and your mother kept the toll house. " * 3
    text = f"{preface}Did you row? Tarn: Every day. We had a skiff. It leaked."
    (amendment,) = (each for each in read_amendments(*make_paragraphs(text), split_sentences(text)).values() if each)
    assert (amendment.before, amendment.text) == ("Did you row?", "Tarn: Every day. We had a skiff.")


def test_what_a_long_account_quotes_of_a_rumour_is_put_and_the_rest_of_it_is_read_as_it_stands() -> None:
    account = "The bridge was inspected by three engineers of the province who drove over it in a lorry. " * 7
    text = f'Claim: the bridge has fallen. "It lies in the river," wrote one user. {account}Our verdict: false.'
    put, replies = split(text)
    assert put == ["Claim: the bridge has fallen.", '"It lies in the river," wrote one user.']
    assert replies == []


HEARING = [
    "Published 9 May 2023",
    "The tribunal of Orrin heard Ada Fell on the loss of the barge Heron.",
    "Q. The cargo of the Heron was worth 340 crowns.",
    "A. It was worth four thousand.",
    "Q. You sold the Heron on 3 May.",
    "A. Her owner sold the Heron on 4 May.",
]
RUMOURS = [
    "Published 10 May 2023",
    "Orrin is full of talk after the loss of the barge Heron last week.",
    "Rumour: The Heron carried sixty passengers on 2 May. The harbour office lists a crew of two on 2 May. NOT TRUE.",
]


def write_hearing(folder: Path) -> Path:
    folder.mkdir()
    write_report(folder / "hearing.txt", "The loss of the Heron, day 2", HEARING)
    write_report(folder / "rumours.txt", "Talk of the town", RUMOURS)
    return folder


def test_a_reply_is_one_candidate_that_is_read_and_quoted_with_what_it_replies_to(tmp_path: Path) -> None:
    with open_folder(write_hearing(tmp_path / "heron")) as (library, searcher):
        found = gather_candidates(library, searcher.search("How much was the cargo of the Heron worth?", 40))
    assert not [each.text for each in found if each.text.startswith(("Q.", "Rumour"))]
    told = next(each for each in found if "four thousand" in each.text)
    assert told.text == HEARING[3]
    assert told.whole == f"{HEARING[2]} {HEARING[3]}"
    assert place_all([told], [told.whole]) == [f"{HEARING[3]} {HEARING[2]}"]
    (sentence,), (citation,) = cite([Part(told.text, (told,))])
    assert (sentence.text, citation.quote, citation.before) == (told.whole, HEARING[3], HEARING[2])
    refuted = next(each for each in found if "crew of two" in each.text)
    assert refuted.whole == RUMOURS[2]
    lead = next(each for each in found if each.text == RUMOURS[1])
    assert not any("sixty" in each.text for each in find_neighbours(lead)[1])


@pytest.mark.parametrize(
    ("lines", "witness"),
    [
        (["MRS ADA FELL, sworn", "Examined by MR ORR", "Q. Was it dark? A. It was."], "MRS ADA FELL"),
        (["JON TARN, having been duly sworn, testified as follows:", "BY MR. ORR:"], "JON TARN"),
        (["MRS ADA FELL, sworn", "(The witness withdrew)", "MR ORR: I call nobody else."], ""),
        (["Ms Fell v Orr & Co", "Examined by MR ORR"], ""),
    ],
)
def test_whose_reply_it_is_is_told_by_who_was_sworn(lines: list[str], witness: str) -> None:
    assert find_witness("Q. Did you row? A. I did.", make_paragraphs(*lines)) == witness
    assert find_witness("Did you row? I did.", make_paragraphs(*lines)) == ""


def make_paragraphs(*texts: str) -> list[Paragraph]:
    source = Source(1, "1.txt", "", "Notes", None, "2023-05-12")
    return [Paragraph(source, n, text) for n, text in enumerate(texts, 1)]


def test_a_digest_states_no_question_or_rumour_without_the_reply() -> None:
    pairs = pair_replies([*HEARING[1:], *RUMOURS[1:]])
    statements = gather_statements(make_paragraphs(*pairs), lambda *_: 1)
    assert [each.quote for each in statements] == [
        HEARING[1],
        f"{HEARING[2]} {HEARING[3]}",
        f"{HEARING[4]} {HEARING[5]}",
        RUMOURS[1],
        RUMOURS[2],
    ]
    assert [each.text for each in statements[1:3]] == [HEARING[3], HEARING[5]]


def test_equal_replies_to_different_questions_are_two_statements() -> None:
    pairs = ["Q. Was the lock forced? A. It was not so.", "Q. Was the lamp lit? A. It was not so."]
    assert [each.quote for each in gather_statements(make_paragraphs(*pairs), lambda *_: 1)] == pairs


def test_the_day_that_only_a_question_or_rumour_names_is_no_event() -> None:
    pairs = make_paragraphs(*pair_replies(HEARING[2:]), RUMOURS[2])
    mentions = find_mentions(pairs)
    assert [(each.day, each.sentence) for each in mentions] == [
        ("2023-05-04", f"{HEARING[4]} {HEARING[5]}"),
        ("2023-05-02", RUMOURS[2]),
    ]
