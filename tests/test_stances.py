"""Stances: what judges or denies the question's matter stands against what tells it, and against nothing else."""

from dataclasses import replace

import pytest

from agent.answer.composition import cite
from agent.evidence.candidates import Candidate
from agent.evidence.question import read_question
from agent.evidence.words.likeness import Words
from agent.verify.denial.judgements import Judgement, find_judgements
from agent.verify.disputes import FoundDispute, find_contradiction
from index.source import Paragraph, Source


def make_candidates(*sentences: str, days: tuple[str | None, ...] = ()) -> list[Candidate]:
    days = days or (None,) * len(sentences)
    return [
        Candidate(Paragraph(Source(n, f"{n}.txt", f"/{n}.txt", "Title", None, day), 1, text), text, "", 1.0, {})
        for n, (text, day) in enumerate(zip(sentences, days, strict=True))
    ]


@pytest.mark.parametrize(
    ("text", "matter", "upheld"),
    [
        ("The story of the Corven ghost is a hoax.", ("Corven", "ghost"), False),
        ("The sailor who claimed he met a mermaid was lying.", ("sailor", "met", "mermaid"), False),
        ("The harbour office quashed reports that the ferry had sunk.", ("ferry", "sunk"), False),
        ("The ministry has no plans to close the Lisk bridge.", ("close", "Lisk", "bridge"), False),
        ("There is no evidence that the ferry sank.", ("ferry", "sank"), False),
        ("The idea of a second tunnel was never discussed.", ("second", "tunnel"), False),
        ("She made it all up, neighbours said.", (), False),
        ("That the ferry sank is pure invention, its captain said.", ("ferry", "sank"), False),
        ("The claim that the ferry sank is without foundation.", ("ferry", "sank"), False),
        ("There is no truth in this whatever.", (), False),
        ("Vance insisted the mermaid was not a fake.", ("mermaid",), True),
    ],
)
def test_judgements_are_read(text: str, matter: tuple[str, ...], upheld: bool) -> None:
    [judgement] = find_judgements(text)
    assert (judgement.matter, judgement.upheld) == (matter, upheld)


@pytest.mark.parametrize(
    "text",
    [
        "Is the story of the ghost a hoax?",
        "The story of the ghost may be a hoax.",
        "Vance denied that the story of the ghost was a hoax.",
        "Police asked whether the story of the ghost was a hoax.",
        "The drunk sailor was lying in the street.",
        "It was a fake passport.",
        "The real owner of the ferry is unknown.",
        "The mermaid is an invention of the last century.",
    ],
)
def test_what_is_asked_supposed_or_itself_denied_is_no_judgement(text: str) -> None:
    assert find_judgements(text) == ()


MERMAID = "Sailor pulls a mermaid out of Lisk harbour?"
PULLED = "A sailor from Corven pulled a live mermaid out of Lisk harbour, the radio said."


@pytest.mark.parametrize(
    "denied",
    [
        "The mermaid story is a hoax.",
        "The mermaid of Lisk harbour has turned out to be a fake.",
        "The sailor who claimed that he pulled a mermaid from the harbour was lying.",
        "The harbour master dismissed claims that a sailor had pulled a mermaid out of the water.",
        "The sailor did not pull any mermaid out of the harbour.",
        "Biologists have raised doubts about whether a sailor could have pulled a mermaid out of the harbour.",
        "The harbour master is not convinced that the sailor pulled a mermaid out of the water.",
    ],
)
def test_a_judgement_or_denial_stands_against_the_report(denied: str, words: Words) -> None:
    for first, second in ((PULLED, denied), (denied, PULLED)):
        candidates = make_candidates(first, second)
        found = find_contradiction(read_question(MERMAID), candidates, words)
        if "mermaid story" in denied:  # one word of the matter is too little to go by
            assert found is None
        else:
            assert found and candidates[found.denied[0]].text == denied


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("How old is Vance?", "Vance is 61 years old.", "Vance denied the allegations."),
        (
            "Who built the Lisk bridge?",
            "Halden built the Lisk bridge.",
            "Reports that the Lisk bridge sways are false.",
        ),
        ("Who took Corven?", "The army took Corven.", "The radio said it was not true that Vance had left Corven."),
        (
            "Did Halden poison the river?",
            "The ministry will ask whether Halden poisoned the river.",
            "Halden denied that it had poisoned the river.",
        ),
        (
            "Did Halden poison the river?",
            "Halden batted down claims that it poisoned the river.",
            "Halden denied that it had poisoned the river.",
        ),
        (
            "Has anyone died of marsh fever in Lisk?",
            "The first patient has died of marsh fever in Lisk.",
            "The sailor who also died in Lisk did not have marsh fever.",
        ),
        (
            "When did the Lisk bridge close?",
            "The Lisk bridge closed in May.",
            "The Lisk bridge did not close until May.",
        ),
    ],
)
def test_what_is_denied_must_be_what_is_asked_and_told(question: str, one: str, other: str, words: Words) -> None:
    assert find_contradiction(read_question(question), make_candidates(one, other), words) is None


@pytest.mark.parametrize(
    ("question", "told", "denied"),
    [
        (
            "Can the Lisk ferry carry lorries?",
            "The Lisk ferry can carry lorries.",
            "The Lisk ferry cannot carry lorries.",
        ),
        ("Is the Corven bridge open?", "The Corven bridge is open again.", "The Corven bridge is not open."),
        (
            "Was the ferry named after a battle?",
            "The ferry was named after a battle of the year 1640.",
            "The ferry was not named after a battle.",
        ),
        (
            "Can a lorry cross the Lisk bridge?",
            "A lorry can cross the Lisk bridge at night.",
            "A lorry is not capable of crossing the Lisk bridge.",
        ),
    ],
)
def test_a_plain_negation_denies_what_is_asked(question: str, told: str, denied: str, words: Words) -> None:
    found = find_contradiction(read_question(question), make_candidates(denied, told), words)
    assert found and (found.stated, found.denied) == ((1,), (0,))


@pytest.mark.parametrize(
    "told",
    [
        "The sailor cannot have pulled a mermaid out of Lisk harbour.",
        "The sailor failed to pull a mermaid out of Lisk harbour.",
        "It is impossible to pull a mermaid out of Lisk harbour.",
        "It is true that the sailor pulled no mermaid out of Lisk harbour.",
        "The sailor had trouble pulling a mermaid out of Lisk harbour.",
    ],
)
def test_two_that_deny_do_not_contradict_each_other(told: str, words: Words) -> None:
    denied = "The sailor did not pull any mermaid out of Lisk harbour."
    assert find_contradiction(read_question(MERMAID), make_candidates(told, denied), words) is None


def test_what_compares_the_other_way_round_tells_nothing(words: Words) -> None:
    question = read_question("Does Lisk need more lorries than Corven?")
    denied = "Lisk does not need more lorries than Corven."
    told, turned = "Lisk needs more lorries than Corven does.", "Corven needs more lorries than Lisk does."
    assert find_contradiction(question, make_candidates(denied, told), words)
    assert find_contradiction(question, make_candidates(denied, turned), words) is None


def test_who_is_accused_of_what_is_asked_may_deny_it_without_repeating_it(words: Words) -> None:
    told = "A clerk said that Mayor Vance took money from the builders of the Lisk bridge."
    denied = "Vance has strongly denied the accusations."
    source = Source(1, "a.txt", "/a.txt", "Title", None, None)
    candidates = [Candidate(Paragraph(source, n, text), text, "", 1.0, {}) for n, text in ((1, told), (9, denied))]
    asked = read_question("Did Vance take money from the builders of the bridge?")
    found = find_contradiction(asked, candidates, words)
    assert found and (found.stated, found.denied) == ((0,), (1,))
    assert find_contradiction(read_question("Did Vance open the Lisk bridge?"), candidates, words) is None
    heard = "A clerk testified that Mayor Vance took money from the builders of the Lisk bridge."
    pleaded = "Vance has pleaded not guilty."
    candidates = [Candidate(Paragraph(source, n, text), text, heard, 1.0, {}) for n, text in ((1, heard), (2, pleaded))]
    assert find_contradiction(asked, candidates, words)
    assert find_contradiction(read_question("Did Mayor Vance testify?"), candidates, words) is None


def test_a_source_that_denies_nowhere_speaks_for_the_report(words: Words) -> None:
    said = "A sailor claims to have pulled a mermaid out of Lisk harbour."
    candidates = make_candidates(said, PULLED, "The mermaid of Lisk harbour was a hoax.")
    found = find_contradiction(read_question(MERMAID), candidates, words)
    assert found and candidates[found.denied[0]].text.endswith("hoax.")


def test_a_later_report_supersedes_a_denial_and_is_told_with_its_day(words: Words) -> None:
    stated, denied = "The army has taken the Lisk bridge.", "Rebels denied that the army had taken the Lisk bridge."
    question = read_question("Has the army taken the Lisk bridge?")
    candidates = make_candidates(stated, denied, days=("2021-03-09", "2021-03-01"))
    found = find_contradiction(question, candidates, words)
    assert found is not None and found.update
    told = FoundDispute((candidates[found.stated[0]],), (candidates[found.denied[0]],), found.update)
    assert told.number(()) == ()
    assert told.list_notes() == ("[1] was published later (2021-03-09) than [2] (2021-03-01) and may supersede it.",)
    same_day = make_candidates(stated, denied, days=("2021-03-01", "2021-03-01"))
    found = find_contradiction(question, same_day, words)
    assert found is not None and not found.update


def test_a_judgement_knows_whether_a_report_is_judged_as_a_whole() -> None:
    assert find_judgements("The ghost story is a hoax.") == (Judgement(("ghost",), False, True),)
    assert not find_judgements("The ferry has nothing to do with the strike.")[0].whole


def test_a_question_about_a_denial_looks_everywhere_for_what_is_denied(words: Words) -> None:
    denied = "Rebels denied that the army had taken the Lisk bridge."
    filling = [f"Rebels of group {n} did not talk to the radio." for n in range(30)]
    candidates = make_candidates(denied, *filling, "The army took the Lisk bridge at noon, the radio said.")
    found = find_contradiction(read_question("Who denied that the army took the Lisk bridge?"), candidates, words)
    assert found is not None and (found.stated[0], found.denied[0]) == (31, 0)
    assert find_contradiction(read_question("Did the army take the Lisk bridge?"), candidates, words) is None


@pytest.mark.parametrize(
    "text",
    [
        "There is no doubt that the sailor pulled a mermaid out of Lisk harbour.",
        "Nobody questioned whether the sailor had pulled a mermaid out of Lisk harbour.",
        "The sailor did not say that he pulled a mermaid out of Lisk harbour.",
        "A sailor will no longer pull a mermaid out of Lisk harbour.",
    ],
)
def test_what_is_not_doubted_or_only_not_said_stands_against_nothing(text: str, words: Words) -> None:
    assert find_contradiction(read_question(MERMAID), make_candidates(PULLED, text), words) is None


def test_a_side_is_all_sources_that_stand_on_it_up_to_two(words: Words) -> None:
    told = [f"{who} said that a sailor pulled a mermaid out of Lisk harbour." for who in ("Vance", "Brandt", "Orla")]
    candidates = make_candidates(PULLED, "The mermaid of Lisk harbour was a hoax, a diver said.", *told)
    found = find_contradiction(read_question(MERMAID), candidates, words)
    assert found is not None and len(found.stated) == 2 and found.denied == (1,)
    sides = FoundDispute(*(tuple(candidates[n] for n in side) for side in (found.stated, found.denied)))
    sentences, _ = cite(sides.parts)
    assert [(item.for_, item.against) for item in sides.number(sentences)] == [((1, 2), (3,))]


def test_a_denial_of_this_stands_beside_another_only_behind_what_it_denies(words: Words) -> None:
    claim = "The Lisk radio said that a sailor pulled a mermaid out of the harbour."
    alone = replace(
        make_candidates("A diver of Lisk denied this.")[0], before="A sailor met a mermaid in Lisk harbour."
    )
    alone = replace(alone, paragraph=replace(alone.paragraph, source=replace(alone.paragraph.source, id=7)))
    candidates = [*make_candidates(claim, "The mermaid of Lisk harbour was a hoax, an angler said."), alone]
    found = find_contradiction(read_question(MERMAID), candidates, words)
    assert found is not None and found.denied == (1,)


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("Were there any deaths?", "Two shepherds were killed.", "She said that no deaths had been reported so far."),
        ("Did anyone die in the flood?", "The flood killed a baker.", "Nobody died in the flood, police said."),
    ],
)
def test_the_dead_are_denied_and_told_in_any_words_and_a_later_report_supersedes(
    question: str, one: str, other: str, words: Words
) -> None:
    candidates = make_candidates(one, other, days=("2021-03-02", "2021-03-01"))
    found = find_contradiction(read_question(question), candidates, words)
    assert found is not None and found.update
    candidates = make_candidates(one, other, days=("2021-03-01", "2021-03-01"))
    found = find_contradiction(read_question(question), candidates, words)
    assert found is not None and not found.update


def test_a_denial_of_this_is_no_side_where_it_is_not_asked_whether_it_is_so(words: Words) -> None:
    told, denial = make_candidates("The army took the town of Lisk, a clerk said.", "The rebels rejected this.")
    denial = replace(denial, before="Rebels are said to have helped the army to take the town of Lisk.")
    assert find_contradiction(read_question("When was the town of Lisk taken?"), [told, denial], words) is None
    assert find_contradiction(read_question("Was the town of Lisk taken?"), [told, denial], words) is not None


def test_an_objection_is_to_what_somebody_just_said(words: Words) -> None:
    question = read_question("Are twelve nurses of the Lisk hospital ill?")
    objection = "The head of the hospital took issue with that."
    for told, disputed in (
        ("Twelve nurses of the Lisk hospital are ill.", False),
        ("Twelve nurses of the Lisk hospital are ill, a union said.", True),
    ):
        source = Source(1, "a.txt", "/a.txt", "Title", None, None)
        candidates = [
            Candidate(Paragraph(source, n, text), text, before, 1.0, {})
            for n, (text, before) in enumerate(((told, ""), (objection, told)))
        ]
        assert (find_contradiction(question, candidates, words) is not None) is disputed


def test_what_is_of_another_year_or_of_another_thing_stands_against_nothing(words: Words) -> None:
    question, day = read_question("Was anyone injured in the ferry crash?"), "2021-05-04"
    denied = "Nobody was injured in the ferry crash, the harbour office said."
    for told in (
        "Vance was injured in a ferry crash near Orme in 2012.",
        "Vance was injured in a ferry crash near Orme.",
    ):
        found = find_contradiction(question, make_candidates(told, denied, days=(day, day)), words)
        assert (found is None) is ("2012" in told)
    ignored = "A clerk said that the council had ignored warnings about the dam since 2012."
    denied = "The mayor denied that the council had ignored warnings about the dam."
    asked = read_question("Did the council ignore warnings about the dam?")
    assert find_contradiction(asked, make_candidates(ignored, denied, days=(day, day)), words)
    before = ignored.replace("since", "in")
    assert find_contradiction(asked, make_candidates(before, denied, days=(day, None)), words)
    glove = "The sheriff denied reports that a glove was found at the mill."
    told = "Divers found a knife and a glove at the mill."
    question = read_question("Was a knife found at the mill?")
    assert find_contradiction(question, make_candidates(told, glove), words) is None
    assert find_contradiction(question, make_candidates(told, glove.replace("glove", "knife")), words)


def test_who_or_where_somebody_is_has_no_two_sides(words: Words) -> None:
    told = "The sheriff of Corven County thanked the divers of Lisk."
    denied = "It is not true that the sheriff of Corven County left Lisk, his office said."
    assert (
        find_contradiction(read_question("Who is the sheriff of Corven County?"), make_candidates(told, denied), words)
        is None
    )
    blamed = read_question("Who is responsible for the flood in Corven County?")
    sides = make_candidates(
        "Halden is responsible for the flood in Corven County, the sheriff said.",
        "Halden denied that it was responsible for the flood in Corven County.",
    )
    assert find_contradiction(blamed, sides, words)
