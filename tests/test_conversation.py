"""Follow-ups are made to stand alone by their words; questions that stand alone are left as they are."""

from dataclasses import replace

import pytest

from agent.answer.answer import Answer, AnswerSentence, Citation, Dispute, Ranked, Style, Verdict
from agent.pipeline.conversation import State, Turn, understand
from agent.pipeline.recall import recall
from index.language.sentences import split_sentences
from index.source import Paragraph, Source


def make_turn(question: str, answer: str = "", state: State = State.ANSWERED) -> Turn:
    sentences = (AnswerSentence(answer, (1,), Verdict.SUPPORTED),) if answer else ()
    return Turn(question, question, state, Answer(question, sentences, (), Style.QUOTED))


BRIDGE = make_turn("Who closed the Ostrava bridge?", "The city council closed the Ostrava bridge in March.")
PLAN = make_turn("Who criticised the harbour plan?", "The architect Ilse Brandt said the plan would flood Al-Marsuq.")
FLOOD = make_turn("How many people were evacuated from Marsuq?", "Some 400 people were evacuated from Marsuq.")


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (BRIDGE, "and who denied it?", "Who denied it (closed the Ostrava bridge)?"),
        (BRIDGE, "why?", "Why (closed the Ostrava bridge)?"),
        (BRIDGE, "who said that?", "Who said that (The city council closed the Ostrava bridge in March)?"),
        (BRIDGE, "And who paid for the Danube ferry?", "Who paid for the Danube ferry?"),
        (PLAN, "what did she say about the breakwater?", "What did Ilse Brandt say about the breakwater?"),
        (PLAN, "and what is her profession?", "What is Ilse Brandt’s profession?"),
        (FLOOD, "what about Basra?", "How many people were evacuated from Basra?"),
        (FLOOD, "and in 2016?", "How many people were evacuated from Marsuq in 2016?"),
        (FLOOD, "who lives there?", "Who lives in Marsuq?"),
    ],
)
def test_a_follow_up_gets_what_it_lacks(before: Turn, question: str, understood: str) -> None:
    assert understand(question, [before]) == understood


@pytest.mark.parametrize(
    "question",
    [
        "How long did the siege of Tyre last?",
        "What is photosynthesis?",
        "Is it true that the mayor of Graz resigned?",
        "Did the council say it had closed the ferry?",
        "Were there any fires in Graz?",
    ],
)
def test_a_question_that_stands_alone_is_left_as_it_is(question: str) -> None:
    assert understand(question, [BRIDGE]) == question


def test_a_third_question_leans_on_the_second_as_it_was_understood() -> None:
    second = Turn("and who denied it?", understand("and who denied it?", [BRIDGE]), State.ANSWERED)
    assert understand("when?", [BRIDGE, second]) == "When (denied, closed the Ostrava bridge)?"


def test_failed_turns_and_first_questions_give_nothing_to_lean_on() -> None:
    assert understand("who denied it?", []) == "who denied it?"
    failed = make_turn("Who closed the bridge?", state=State.FAILED)
    assert understand("who denied it?", [failed]) == "who denied it?"


def cite(question: str, *paragraphs: str) -> Turn:
    """Return a turn whose answer is the first sentence of each paragraph, which it cites."""
    places = [Paragraph(Source(1, "a.txt", "/a.txt", "A", None, None), n, text) for n, text in enumerate(paragraphs, 1)]
    quotes = [split_sentences(item.text)[0] for item in places]
    sentences = tuple(AnswerSentence(quote, (n,), Verdict.SUPPORTED) for n, quote in enumerate(quotes, 1))
    citations = tuple(Citation(n, item, quotes[n - 1]) for n, item in enumerate(places, 1))
    return Turn(question, "", State.ANSWERED, Answer(question, sentences, citations, Style.QUOTED))


LETTER = cite(
    "Who wrote the letter?",
    "Orlova, who teaches at the University of Graz, confirmed that she had written it. “I had no reply,” she said.",
    "Piet Marsh, to whom it was sent, said through his lawyer, Hanna Quill, that he had passed it on.",
)
DEAD = cite(
    "Who was Anna Thorn?",
    "The body of Anna Thorn, 81, was found in the cellar of her house in Mill Lane.",
    "Three people were killed, the police said: Colin Abel, 58, Anna Thorn, 81, and a boy.",
    "Three told The Herald of a siren.",
)
SIREN = make_turn("What did Edda Varl say about the siren?", "Edda Varl said that the siren had not sounded.")
SAID = cite("What did Edda Varl say?", "Edda Varl said that her town was safe.", "Edda Varl called on Abel to resign.")


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (LETTER, "Has she proof?", "Has Orlova proof?"),
        (DEAD, "How old was she?", "How old was Anna Thorn?"),
        (SAID, "When was she elected?", "When was Edda Varl elected?"),
        (cite("What did Mr Abel and Varl say?", "Mr Abel and Ms Varl said no."), "Who paid her?", "Who paid Varl?"),
        (cite("Did Abel resign?", "Jon Abel would not resign, she said.", "Mr Abel resigned."), "When did he resign?",
         "When did Abel resign?"),
        (make_turn("Is the Lisk Bridge safe?", "The engineer Tom Abel said no."), "What did he measure?",
         "What did Tom Abel measure?"),
    ],
)  # fmt: skip
def test_a_pronoun_means_the_person_that_the_turn_leaves_no_doubt_of(
    before: Turn, question: str, understood: str
) -> None:
    assert understand(question, [before]) == understood


@pytest.mark.parametrize(
    ("before", "question"),
    [
        # Two may be meant, nobody fits, or what is named is no person.
        (make_turn("Who spoke?", "Mayor Hanna Deng said no, and Mayor Olaf Brix said yes."), "Where was she born?"),
        (SAID, "Did he resign?"),
        (make_turn("Who won?", "Three said the vote was close."), "How old was he?"),
        (make_turn("What happened in Lisk?", "A bridge in Lisk fell."), "Where was she born?"),
    ],
)
def test_a_pronoun_that_may_mean_others_is_left_as_it_was_asked(before: Turn, question: str) -> None:
    assert understand(question, [before]) == question


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (SIREN, "What about Frey?", "What did Frey say about the siren?"),
        (SIREN, "And the minister?", "What did the minister say about the siren?"),
        (SIREN, "And the warning lights?", "What did Edda Varl say about the warning lights?"),
        (SIREN, "and about the sheep?", "What did Edda Varl say about the sheep?"),
        (SAID, "And the minister?", "What did the minister say?"),
        (SAID, "And the siren?", "What did Edda Varl say about the siren?"),
        (FLOOD, "And in Basra?", "How many people were evacuated in Basra?"),
        (FLOOD, "and to Basra?", "How many people were evacuated from Marsuq to Basra?"),
        (FLOOD, "and the farms?", "What about the farms (people were evacuated from Marsuq)?"),
        (make_turn("What happened on Thursday?"), "And on Friday?", "What happened on Friday?"),
        (make_turn("What happened on Thursday?"), "And Friday?", "What happened on Friday?"),
        (make_turn("Who met in Lisk on 3 May?"), "And in 2016?", "Who met in Lisk in 2016?"),
        (make_turn("What did Edda Varl say in Lisk?"), "What about Frey?", "What did Frey say in Lisk?"),
    ],
)
def test_a_part_of_a_question_takes_the_place_of_the_one_of_its_kind(
    before: Turn, question: str, understood: str
) -> None:
    assert understand(question, [before]) == understood


def test_a_day_that_no_place_is_found_for_is_left_as_it_was_asked() -> None:
    assert understand("And on Friday?", [make_turn("On Thursday what happened?")]) == "And on Friday?"


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("How many were evacuated?", "How many were evacuated?"),
        ("Who resigned?", "Who resigned?"),
        ("Was anyone hurt?", "Was anyone hurt?"),
        ("How many?", "How many (the boy of 14 killed)?"),
        ("What happened?", "What happened (the boy of 14 killed)?"),
        ("Which hospital?", "Which hospital (the boy of 14 killed)?"),
    ],
)
def test_a_short_question_that_is_whole_stands_alone(question: str, understood: str) -> None:
    assert understand(question, [make_turn("Was the boy of 14 killed?", "He was found alive.")]) == understood


def test_what_was_said_is_what_the_last_answer_tells() -> None:
    reason = Turn(
        "why?", "Why (the siren fail)?", State.ANSWERED, cite("", "“Its battery was out,” the council said.").answer
    )
    past = [make_turn("Did the siren fail?", "The siren failed."), reason]
    assert understand("who said that?", past) == "Who said that (Its battery was out, the council said)?"
    silent = make_turn("Did the siren fail?")
    assert understand("who said that?", [silent]) == "Who said that (the siren fail)?"


def test_a_citation_is_pointed_to_by_its_number() -> None:
    for question in ("what about the second one?", "And number 2?", "[2]"):
        assert understand(question, [DEAD]).startswith("What about “Three people were killed, the police said")
    assert understand("What about the ninth one?", [DEAD]) != "What about “”?"


def test_after_a_question_without_an_answer_a_pronoun_is_still_understood() -> None:
    asked = "Where does Orla Vance live?"
    abstained = Turn(asked, asked, State.ANSWERED, Answer(asked, (), (), Style.QUOTED, abstained=True))
    assert understand("Where does she work?", [abstained]) == "Where does Orla Vance work?"


def test_whose_mayor_it_is_changes_and_not_what_he_is_of() -> None:
    mayor = make_turn("Who is the mayor of Linden?", "Orla Vance has been mayor of Linden since 2019.")
    assert understand("What about the mayor of Korvo?", [mayor]) == "Who is the mayor of Korvo?"
    assert understand("And the engineer?", [mayor]) == "What about the engineer (the mayor of Linden)?"


def read(before: Turn, *paragraphs: str) -> Turn:
    """Return a turn with the same answer, for which these paragraphs were read, too."""
    assert before.answer
    source = Source(2, "b.txt", "/b.txt", "B", None, None)
    ranked = tuple(Ranked(n, Paragraph(source, n, text), 0.0, {}) for n, text in enumerate(paragraphs, 1))
    return replace(before, answer=replace(before.answer, ranking=ranked))


CHAIR = read(
    cite(
        "who is the chair of the rowing club",
        "Orla Vance, the new chair of the rowing club, called it a farce at Mill Quay.",
        "The treasurer, Piet Marsh, said that it had been a long night.",
    ),
    "The boats are kept at Mill Quay. The quay was closed.",
    "Tom Abel left the club. He went to Korvo, Ms Brix of Korvo Rowing said.",
)
AGENT = cite("who is tom abel", "Dr Brix said that no boats were left. The agent, Tom Abel, replied that he had none.")


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (CHAIR, "when did she start", "When did Orla Vance start?"),
        (AGENT, "is he still there", "Is Tom Abel still there?"),
        (AGENT, "how many people does he row with", "How many people does Tom Abel row with?"),
        (AGENT, "how many nurses did he see", "How many nurses did Tom Abel see?"),
        (AGENT, "why did he leave", "Why did Tom Abel leave?"),
        (AGENT, "and the boats?", "What about the boats?"),
        (cite("did ms brix stay", "Ms Brix of Korvo did not stay."), "why not?", "Why didn't ms Brix stay?"),
        (cite("When did the horn sound?", "The horn sounded at noon."), "where?", "Where did the horn sound?"),
        (cite("Who voted against the pier?", "Abel and Brix did."), "and for?", "Who voted for the pier?"),
    ],
)
def test_who_or_what_was_asked_about_without_capitals_is_meant(before: Turn, question: str, understood: str) -> None:
    assert understand(question, [before]) == understood


@pytest.mark.parametrize(
    ("before", "question"),
    [
        (AGENT, "my aunt rows there and she wants to know who pays"),
        (AGENT, "did the coach say that he would row"),
        (CHAIR, "how many oars will they break"),
        (CHAIR, "tell me more about the oars"),
        (CHAIR, "is it true the members pay nothing"),
        (cite("What happened at Mill Quay?", "A boat sank at Mill Quay."), "when did she start"),
    ],
)
def test_a_question_that_lacks_nothing_or_means_nobody_is_left_as_it_was_asked(before: Turn, question: str) -> None:
    assert understand(question, [before]) == question


def refuse(question: str, understood: str = "") -> Turn:
    return Turn(question, understood, State.ANSWERED, Answer(question, (), (), Style.QUOTED, abstained=True))


@pytest.mark.parametrize(
    "between", [refuse("thanks"), refuse("what did he do"), refuse("and the oars?", "What about the oars (Vance)?")]
)
def test_no_words_are_taken_from_a_turn_that_had_none_of_its_own(between: Turn) -> None:
    assert understand("who denied it?", [BRIDGE, between]) == "Who denied it (closed the Ostrava bridge)?"
    assert understand("who denied it?", [between]) == "who denied it?"


def test_who_was_asked_for_in_vain_is_nobody_who_was_talked_of_before() -> None:
    assert understand("what did he say", [AGENT, refuse("who is the cox of the club")]) == "what did he say"


POOL = make_turn("Is the town pool open?", "The pool opens in May.")
QUAY = make_turn("Why was the old quay closed?", "It was unsafe.")
PRICE = make_turn("How much did the ferry cost in the end?", "It cost 4 million.")


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (POOL, "how much did it cost?", "How much did the town pool cost?"),
        (POOL, "who denied it?", "Who denied it (the town pool open)?"),
        (POOL, "since when?", "Since when is the town pool open?"),
        (POOL, "why is that?", "Why is the town pool open?"),
        (POOL, "when was that?", "When was that (the town pool open)?"),
        (QUAY, "who runs it?", "Who runs the old quay?"),
        (QUAY, "and when was that?", "When was the old quay closed?"),
        (make_turn("Are the mill ponds deep?"), "who dug them?", "Who dug the mill ponds?"),
        (make_turn("Are the mill ponds deep?"), "who dug it?", "Who dug it (the mill ponds deep)?"),
        (make_turn("Is there oil in the harbour?"), "who spilt it?", "Who spilt oil in the harbour?"),
        (make_turn("How long did the strike last?"), "who led it?", "Who led the strike?"),
        (make_turn("How long did the strike last?"), "when did it happen?", "When did it happen (the strike last)?"),
        (make_turn("Was there a fire at the mill?"), "who lit it?", "Who lit the fire at the mill?"),
        (POOL, "was it an error?", "Was it an error (the town pool open)?"),
        (POOL, "who paid for its roof?", "Who paid for the town pool’s roof?"),
        (make_turn("Did the council shut the ferry?"), "who built it?", "Who built it (the council shut the ferry)?"),
        (make_turn("Was the mayor angry?"), "who said it?", "Who said it (the mayor angry)?"),
        (PRICE, "why so much?", "Why did the ferry cost in the end so much?"),
        (PRICE, "why so little?", "Why did the ferry cost in the end so little?"),
        (PRICE, "why so late?", "Why so late (the ferry cost in the end)?"),
        (make_turn("How long was it shut (the quay)?"), "why so long?", "Why was it shut so long (the quay)?"),
        (make_turn("How many people fell?"), "why so many?", "Why so many (people fell)?"),
        (make_turn("What was the final bill?"), "why so much?", "Why so much (the final bill)?"),
    ],
)
def test_a_thing_that_was_asked_about_is_meant_and_not_all_that_was_asked(
    before: Turn, question: str, understood: str
) -> None:
    assert understand(question, [before]) == understood


MINUTES = cite("What did the clerk say about the letter?", "The clerk said he had no such letter, and shut the door.")
SENT = cite("Why was the pier shut?", "Tom Abel had sent an angry letter to the council.")
SILENT = cite("Why was the pier shut?", "A plank had broken, Tom Abel said.")


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (MINUTES, "who wrote it?", "Who wrote the letter?"),
        (MINUTES, "when did she write it?", "When did she write the letter?"),
        (MINUTES, "was it written in March?", "Was the letter written in March?"),
        (SENT, "who wrote it?", "Who wrote the letter?"),
        (cite("Is Orla Vance’s diary long?", "It is."), "who wrote it?", "Who wrote Vance’s diary?"),
    ],
)
def test_who_wrote_something_is_asked_of_the_thing_that_was_written(
    before: Turn, question: str, understood: str
) -> None:
    assert before.answer and recall(question, before.answer) is None
    assert understand(question, [before]) == understood


@pytest.mark.parametrize(
    ("before", "question"),
    [(MINUTES, "who says so?"), (MINUTES, "who said it?"), (SENT, "who wrote that?"), (SILENT, "who wrote it?")],
)
def test_who_wrote_what_was_answered_is_told_from_the_citations(before: Turn, question: str) -> None:
    assert before.answer and recall(question, before.answer)


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (MINUTES, "was he right?", "Was the clerk right?"),
        (MINUTES, "was she right?", "was she right?"),
        (make_turn("What did the clerk say of the captain?", "He was ill."), "was he right?", "was he right?"),
        (make_turn("What did the clerk say?", "“He lies,” she said."), "was he right?", "was he right?"),
        (make_turn("What did the clerk say?", "Nobody fell."), "was he right?", "was he right?"),
        (cite("What fell?", "LISK, May 3 (LPA) - A pier fell, he said.", "A spokesman said: no."), "was he right?",
         "was he right?"),
        (make_turn("What happened?", "One of them told The Post of the fall."), "was he right?", "was he right?"),
        (make_turn("What happened?", "The pier fell, The Post said."), "was he right?", "was he right?"),
        (make_turn("What happened?", "One of them told Station Nine all."), "was he right?", "was he right?"),
        (make_turn("What happened?", "One of them told Orla Vance all."), "was she right?", "Was Orla Vance right?"),
        (make_turn("did she row?", "Orla Vance: It is said that she never rowed."), "did she swim?", "did she swim?"),
        (make_turn("did anyone row?", "Orla Vance: I rowed for years."), "did she swim?", "Did Orla Vance swim?"),
        (refuse("who is Orla Vance?"), "what did she see?", "What did Orla Vance see?"),
        (cite("who is Orla Vance?", "Orla Vance, who rows, said the quay was full because it has the best view."),
         "what did she see?", "What did Orla Vance see?"),
        (cite("who is Orla Boats?", "Orla Boats said it was full because it has the best view."),
         "what did she see?", "what did she see?"),
    ],
)  # fmt: skip
def test_a_pronoun_means_nobody_who_is_no_person(before: Turn, question: str, understood: str) -> None:
    assert understand(question, [before]) == understood


@pytest.mark.parametrize("question", ["who said that?", "Says who?", "are you sure?", "is that true", "really?"])
def test_what_is_asked_about_an_answer_is_told_from_its_citations(question: str) -> None:
    assert CHAIR.answer
    told = recall(question, CHAIR.answer)
    assert told and told.aside and not told.abstained and told.citations == CHAIR.answer.citations
    assert "[1] A, a.txt:1: “Orla Vance, the new chair" in told.notes[1] and "Piet Marsh" in told.notes[2]


def test_a_contradiction_and_a_note_are_told_again_to_who_doubts() -> None:
    assert CHAIR.answer
    opposed = replace(CHAIR.answer, disputes=(Dispute("", (1,), (2,)),), notes=("[2] was published later.",))
    told = recall("are you sure?", opposed)
    assert told and told.notes[3:] == ("The sources contradict each other: [1] and [2].", "[2] was published later.")


def test_what_else_stands_there_is_what_was_read_and_not_quoted() -> None:
    assert CHAIR.answer
    further = recall("what else?", CHAIR.answer)
    assert further and further.abstained
    assert [each.quote[:9] for each in further.citations] == ["The boats", "Tom Abel "]


@pytest.mark.parametrize("question", ["who said that they were sold?", "what else did she say", "is it open"])
def test_a_question_of_its_own_is_asked_of_the_sources(question: str) -> None:
    assert CHAIR.answer and recall(question, CHAIR.answer) is None
