"""Deeds: the verbs of a question, what orders or conditions and tells no deed, and what denies another deed."""

import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.features import measure
from agent.evidence.question import read_question
from agent.evidence.vetoes.conditions import tell_conditions
from agent.evidence.vetoes.disowned import find_disowned
from agent.evidence.vetoes.orders import tell_orders
from agent.evidence.vetoes.others import tell_others
from agent.evidence.words.deeds import find_deeds, find_order
from agent.evidence.words.likeness import Words
from agent.verify.conflict.contradiction import contradict
from agent.verify.disputes import find_contradiction
from index.source import Paragraph, Source
from index.vectors.embed import load_embedder


def read(*texts: str, title: str = "Title", number: int = 1) -> list[Candidate]:
    """Return the paragraphs of a document, each as one candidate."""
    source = Source(number, f"{number}.txt", "", title, None, None)
    body = [Paragraph(source, n, text) for n, text in enumerate(texts, 1)]
    befores = ["", *texts]
    return [
        Candidate(each, each.text.removeprefix("• "), before, 1.0, {}, body=body)
        for each, before in zip(body, befores, strict=False)
    ]


@pytest.mark.parametrize(
    ("question", "deeds"),
    [
        ("How much does the Korvo market roof cost?", ("cost",)),
        ("When will the market roof be finished?", ("finished",)),
        ("When did miners storm the hall in Lisk?", ("storm",)),
        ("When did the head of the school resign?", ("resign",)),
        ("How many people died in the trial?", ("died",)),
        ("What is the price of the market roof?", ()),
        ("Did the crew close the dock gate in May?", ("close",)),
    ],
)
def test_the_verb_of_a_question_is_found(question: str, deeds: tuple[str, ...]) -> None:
    assert find_deeds(question) == deeds


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Do not close the dock gate before the tide turns.", "close"),
        ("Never leave the lamp unattended.", "leave"),
        ("Please open the valve at once.", "open"),
        ("Put the letters in the box.", ""),
        ("Storm the worst in years", ""),
        ("Never before had the gate failed.", ""),
        ("Don't they close the gate?", ""),
        ("The crew did not close the gate.", ""),
        ("Police the world over mourn him.", "police"),
    ],
)
def test_an_order_is_known_by_its_verb(sentence: str, verb: str) -> None:
    assert find_order(sentence) == verb


ROOF = "The Korvo market roof shelters 300 stalls in the middle of the town."
WORK = "The work on the Korvo market cost 9 million crowns and ended in June."


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        (
            "How much does the Korvo market roof cost?",
            "Tarn denies that it is to blame for the delay of the Korvo market roof.",
        ),
        ("How much does the Korvo market roof cost?", "Tarn denies that the Korvo market roof is unsafe."),
        ("When will the Korvo market roof be finished?", "Tarn denied that the Korvo market roof was ugly."),
        ("When did the work on the Korvo market end?", "Tarn denied that the work on the Korvo market cost 9 million."),
    ],
)
def test_what_is_denied_of_a_thing_is_no_side_where_its_figure_or_day_is_asked(
    question: str, denied: str, words: Words
) -> None:
    candidates = [*read(ROOF), *read(WORK, number=2), *read(denied, number=3)]
    assert find_contradiction(read_question(question), candidates, words) is None


@pytest.mark.parametrize(
    ("question", "told", "denied"),
    [
        (
            "How many miners were killed in the Lisk pit?",
            "Nine miners were killed in the Lisk pit, the union said.",
            "The company denied that any miners had been killed in the Lisk pit.",
        ),
        (
            "How much did the Korvo market roof cost?",
            "The Korvo market roof cost 9 million crowns.",
            "Tarn denied that the Korvo market roof had cost 9 million crowns.",
        ),
        (
            "When did the Lisk militia shell the Korvo market?",
            "The Lisk militia shelled the Korvo market on Monday, the mayor said.",
            "The Lisk militia denied that it had shelled the Korvo market.",
        ),
    ],
)
def test_what_denies_what_is_counted_or_dated_is_a_side(question: str, told: str, denied: str, words: Words) -> None:
    candidates = [*read(told), *read(denied, number=2)]
    found = find_contradiction(read_question(question), candidates, words)
    assert found and (found.stated, found.denied) == ((0,), (1,))


def test_a_denied_quality_is_contradicted_only_by_what_tells_it(words: Words) -> None:
    denied = "Tarn denies that the Korvo market roof is unsafe."
    assert contradict(ROOF, denied, words) is None
    assert contradict("The Korvo market roof is unsafe.", denied, words) is not None


@pytest.mark.parametrize("order", ["Do not close the dock gate before noon.", "Close the dock gate before noon."])
def test_an_order_contradicts_nothing_and_tells_nothing(order: str, words: Words) -> None:
    told = ["The dock gate was closed.", "The dock gate was not closed.", "The crew did not close the dock gate."]
    assert not any(contradict(each, order, words) for each in told)
    question = read_question("Was the dock gate closed?")
    for each in told:
        assert find_contradiction(question, [*read(each), *read(order, number=2)], words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "vetoed"),
    [
        ("Was the dock gate closed?", "Do not close the dock gate before noon.", True),
        ("Did the crew close the dock gate?", "Close the dock gate before noon.", True),
        ("Were the crew told to close the dock gate?", "Close the dock gate before noon.", False),
        ("When should the dock gate be closed?", "Close the dock gate before noon.", False),
        ("Was the dock gate closed?", "The crew closed the dock gate.", False),
    ],
)
def test_an_order_does_not_tell_whether_it_was_done(question: str, sentence: str, vetoed: bool) -> None:
    assert tell_orders(read_question(question), read(sentence)) == [vetoed]


RULES = read(
    "The keeper has run the lighthouse since 2031. The council may close the lighthouse if:",
    "• more than two ships run aground in a year;",
    "• the lamp fails for nine nights.",
    "The lamp was lit in May.",
)
REPAIRS = read("The council closed the lighthouse for three reasons:", "• the lamp fails for nine nights.")
MEMBERS = read("A keeper is dismissed who:", "• sells oil,", "• sleeps on watch.")
FOLLOWING = read("The grant must be repaid if any of the following occurs:", "a) the lamp fails for nine nights;")


@pytest.mark.parametrize(
    ("question", "candidates", "vetoed"),
    [
        ("Did the lamp fail?", RULES, [False, True, True, False]),
        ("How many ships ran aground?", RULES, [False, True, True, False]),
        ("Why was the lighthouse closed?", RULES, [False, True, True, False]),
        ("When may the council close the lighthouse?", RULES, [False] * 4),
        ("How many wrecks close the lighthouse?", RULES, [False] * 4),
        ("Under what conditions is the lighthouse closed?", RULES, [False] * 4),
        ("Did the lamp fail?", REPAIRS, [False, False]),
        ("Has the keeper sold oil?", MEMBERS, [False, True, True]),
        ("Has the lamp failed?", FOLLOWING, [False, True]),
    ],
)
def test_the_conditions_of_a_rule_are_no_facts(question: str, candidates: list[Candidate], vetoed: list[bool]) -> None:
    assert tell_conditions(read_question(question), candidates) == vetoed


def test_orders_and_conditions_are_put_aside() -> None:
    assert tell_others(read_question("Did the lamp fail?"), RULES) == [False, True, True, False]
    candidates = read("Do not close the dock gate before noon.", "The dock gate was closed.")
    assert tell_others(read_question("Was the dock gate closed?"), candidates) == [True, False]


AUDIT = "An auditor says that half of the clinic's patients never came."


@pytest.mark.parametrize(
    ("question", "before", "sentence", "vetoed"),
    [
        ("Was Dr. Orr dismissed?", AUDIT, "The head of the clinic, Dr. Ada Orr, denies this.", True),
        ("Did Dr. Orr move to Lisk?", AUDIT, "Dr. Ada Orr denied the claims on Monday.", True),
        ("Did the patients of Dr. Orr come?", AUDIT, "Dr. Ada Orr denies this.", False),
        ("Was Dr. Orr dismissed?", "The board sacked Dr. Orr, a paper said.", "Dr. Ada Orr denies this.", False),
        ("Was Dr. Orr dismissed?", "A paper says that she was shown the door.", "Dr. Ada Orr denies this.", False),
        ("Was Dr. Orr dismissed?", AUDIT, "Dr. Ada Orr denies that she was dismissed.", False),
        ("Who is Dr. Orr?", AUDIT, "Dr. Ada Orr denies this.", False),
    ],
)
def test_a_denial_of_this_is_of_what_was_said_before(question: str, before: str, sentence: str, vetoed: bool) -> None:
    embedder = load_embedder("wordllama")
    asked, candidates = read_question(question), read(before, sentence, title="Audit of a clinic")
    texts = [each.text for each in candidates]
    features = measure(asked, candidates, texts, Words(embedder), embedder)
    assert find_disowned(asked, candidates, features).tolist() == [False, vetoed]
