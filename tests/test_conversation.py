"""Follow-ups are made to stand alone by their words; questions that stand alone are left as they are."""

import pytest
from scripted import ScriptedModel

from agent.answer.answer import Answer, AnswerSentence, Style, Verdict
from agent.pipeline.conversation import State, Turn, understand


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
        (BRIDGE, "who said that?", "Who said that (closed the Ostrava bridge)?"),
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


def test_the_model_chooses_only_between_names_that_fit_equally_well() -> None:
    two = make_turn("Who spoke?", "Mayor Hanna Deng said no, and Mayor Olaf Brix said yes.")
    model = ScriptedModel(judge=lambda question, passage: -1.0 if "Brix" in question else -2.0)
    assert understand("where was she born?", [two]) == "Where was Hanna Deng born?"
    assert understand("where was she born?", [two], lambda: model) == "Where was Olaf Brix born?"
    assert understand("where was she born?", [PLAN], lambda: model) == "Where was Ilse Brandt born?"
