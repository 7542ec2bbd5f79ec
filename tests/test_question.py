"""Questions: the kind of answer that is wanted and the words that have to be covered."""

import pytest

from agent.evidence.forms.identity import tells_identity
from agent.evidence.forms.kinds import holds_kind, lacks_figure, may_answer
from agent.evidence.forms.sayings import tells_saying
from agent.evidence.forms.unnamed import lacks_name, miss_role, names_role, tells_title
from agent.evidence.question import Kind, read_question
from agent.evidence.remarks import Remark, read_remark
from agent.evidence.typed import write_names, write_out, write_persons


@pytest.mark.parametrize(
    ("text", "kind", "focus"),
    [
        ("Who took the harbour?", Kind.WHO, None),
        ("When was the bridge closed?", Kind.WHEN, None),
        ("What year did the mine open?", Kind.WHEN, "year"),
        ("How many ferries sank?", Kind.NUMBER, "ferri"),
        ("How much did the operation cost?", Kind.NUMBER, None),
        ("Where is the depot?", Kind.WHERE, None),
        ("Why did the mayor resign?", Kind.WHY, None),
        ("How did the crew escape?", Kind.HOW, None),
        ("Which provincial capital fell on Friday?", Kind.THING, "provinci"),
        ("What is the ferry called?", Kind.THING, None),
        ("What did the mayor say?", Kind.WHAT, None),
        ("Did the militia cross the border?", Kind.YES_NO, None),
        ("The fleet left on Monday. Who led it?", Kind.WHO, None),
        ("who played the doctor in the film", Kind.WHO, None),
        ("Do you know who took Corven?", Kind.WHO, None),
        ("Can you tell me when the ferry sank?", Kind.WHEN, None),
        ("Tell me how many ferries sank.", Kind.NUMBER, "ferri"),
        ("Corven was taken by whom?", Kind.WHO, None),
        ("After the vote, who resigned?", Kind.WHO, None),
        ("Sailor who met a mermaid made it up?", Kind.WHAT, None),
        ("Audio tells of a pause when the guard was shot: lawyer?", Kind.WHAT, None),
        ("The mayor of which town resigned?", Kind.THING, "town"),
        ("Was Dr. Orr dismissed?", Kind.YES_NO, None),
        ("When did J. Orr resign?", Kind.WHEN, None),
        ("How many patients of Dr. Orr came?", Kind.NUMBER, "patient"),
    ],
)
def test_the_kind_of_answer_is_read_from_the_question(text: str, kind: Kind, focus: str | None) -> None:
    question = read_question(text)
    assert question.kind is kind
    if focus is not None:
        assert question.focus == focus


def test_only_content_words_have_to_be_covered() -> None:
    assert read_question("Who is it that they were about to do what with?").terms == ()
    assert read_question("What did the US say about Al-Marsuq?").words == ("US", "say", "Al", "Marsuq")


@pytest.mark.parametrize(
    ("question", "sentence", "holds"),
    [
        ("How many ferries sank?", "Three ferries sank in the storm.", 1.0),
        ("How many ferries sank?", "The ferries sank in the storm.", 0.0),
        ("When did it sink?", "It sank on 3 May 2011.", 1.0),
        ("When did it sink?", "It sank on Wednesday.", 1.0),
        ("When did it sink?", "It sank one evening.", 0.6),
        ("When did it sink?", "It sank in the storm.", 0.0),
        ("When did it sink?", "It sank in the storm, the owner said on Wednesday.", 0.3),
        ("When did it sink?", "On Wednesday the owner said that it had sunk in the storm.", 0.3),
        ("When did it sink?", "MARSUQ, May 3 (Reuters) - A ferry sank in the storm.", 0.3),
        ("When did it sink?", "The owner said in a statement late on Friday that it sank on Wednesday.", 1.0),
        ("When did it sink?", "It sank on Wednesday when the crew had said that the storm was over.", 1.0),
        ("When did it sink?", "It sank in the storm, the owner said on Wednesday morning.", 0.3),
        ("When did the strike begin?", "A strike was announced on 3 May 2011.", 1.0),
        ("When did the owner say that it sank?", "It sank in the storm, the owner said on Wednesday.", 1.0),
        ("Who led Marsuq?", "Marsuq was led by Ilse Brandt.", 1.0),
        ("Who led Marsuq?", "Marsuq was led badly.", 0.0),
        ("Why did it sink?", "It sank because of the storm.", 1.0),
        ("Why did it sink?", "It sank after the storm.", 0.6),
        ("Did it sink?", "It sank.", 0.5),
        ("What did the mayor say?", "He was tired.", 0.5),
        ("By what month will it sail?", "It will sail in June.", 1.0),
        ("By what month will it sail?", "It will sail a month from now.", 0.3),
        ("What year did it sink?", "It sank in 2011.", 1.0),
        ("What year did it sink?", "It sank on Monday.", 0.3),
        ("How many ferries sank?", "Three crews were lost with the ferries.", 0.4),
        ("How much did the ferry cost?", "The ferry cost $3 million.", 1.0),
        ("How much did the ferry cost?", "The ferry carried 300 passengers.", 0.4),
        ("What was the price of the ferry?", "Marsuq paid €2 million for it.", 1.0),
        ("What percentage of the crew survived?", "Only 12 percent of them survived.", 1.0),
        ("What percentage of the crew survived?", "Of the crew 12 men survived.", 0.4),
        ("How old is Ilse Brandt?", "Brandt, 47, led the crew.", 1.0),
        ("How old is Ilse Brandt?", "Brandt led a crew of 47.", 0.3),
        ("How long did the storm last?", "The storm lasted for six hours.", 1.0),
        ("How long did the storm last?", "The storm sank six ferries.", 0.4),
        ("Which country built the ferry?", "The ferry was built in Norway.", 1.0),
        ("Which country built the ferry?", "The ferry was built abroad.", 0.0),
        ("Which country built the ferry?", "The Bulgarian ferry was built by Brandt.", 0.5),
        ("Which country built the ferry?", "The ferry was built by Brandt in Oslo.", 0.3),
        ("The ferry was bound for which US state?", "The ferry was bound for Maine.", 1.0),
        ("The ferry was bound for which US state?", "The ferry was bound for France.", 0.3),
        ("In which town was it built?", "It was built in Bergen.", 1.0),
        ("In which town was it built?", "It was built for Brandt.", 0.5),
        ("In which town was it built?", "It was built in Norway.", 0.3),
        ("What is the name of the diver who found it?", "A diver from Bergen found it near Oslo.", 0.3),
        ("What is the name of the owner's spokesman?", "“No,” said Jorg Brandt, a spokesman for the owner.", 1.0),
        ("What is the name of the ship?", "A ship, the Lady Orsa, was seen by the crew.", 1.0),
        ("What is the name of the diver who found it?", "A diver named Jorg Brandt found it.", 1.0),
        ("What is the ferry called?", "The ferry, “Sea Star”, sank.", 1.0),
        ("What is the ferry called?", "The ferry sank.", 0.0),
    ],
)
def test_a_sentence_holds_the_kind_of_answer_or_not(question: str, sentence: str, holds: float) -> None:
    assert holds_kind(read_question(question), sentence) == holds


def test_a_question_about_a_denial_wants_a_sentence_that_denies() -> None:
    question = read_question("Who denied that it sank?")
    assert may_answer(question, "The owner, Ilse Brandt, said that it was not true.")
    assert not may_answer(question, "The owner, Ilse Brandt, said that it sank.")
    assert may_answer(read_question("Who said that it sank?"), "Ilse Brandt said that it sank.")


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("How many boats sank?", "The storm sank the boats of the union.", True),
        ("How many boats sank?", "The storm sank a dozen boats.", False),
        ("How many boats sank?", "None of the boats sank.", False),
        ("How much did the crane cost?", "The port bought the crane.", True),
        ("How much did the crane cost?", "The port paid 3 million euros.", False),
        ("How long did the storm last?", "The storm lasted all night.", False),
        ("Who paid for the crane?", "The port bought the crane.", False),
        ("How many sailors died?", "Eight sailors were linked to the fever.", True),
        ("How many sailors died?", "Eight sailors lost their lives.", False),
        ("How many sailors were injured?", "Eight sailors drowned.", True),
        ("How many sailors were injured?", "Eight sailors were taken to hospital.", False),
        ("How deep was the wreck?", "The wreck lay 30 miles off Lisk.", True),
        ("How deep was the wreck?", "The wreck lay 30 metres below the ferry's route.", False),
        ("What was the magnitude of the quake?", "The quake killed 12 people.", True),
        ("What was the magnitude of the quake?", "A magnitude-5.9 quake killed 12 people.", False),
        ("What month was the vote?", "The mayor announced on Friday that they would vote again next year.", True),
        ("What month was the vote?", "They voted in May.", False),
        ("What month was the vote?", "They voted on Friday.", False),
        ("What year was the vote?", "They voted again last year.", False),
        ("When was the vote?", "They voted again.", False),
    ],
)
def test_what_is_counted_or_paid_is_told_by_a_number(question: str, sentence: str, lacks: bool) -> None:
    assert lacks_figure(read_question(question), sentence) is lacks


FERRY, MAYOR = "What is the name of the ferry that sank?", "What is the name of the mayor of Corven?"


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        (FERRY, "A ferry sank off Marsuq.", True),
        (FERRY, "The storm surprised the ferry off Marsuq.", True),
        (FERRY, "The Lady Orsa sank off Marsuq.", False),
        ("Who were the two women killed in Corven?", "Two women were killed at a shop in Corven.", True),
        ("Who were the two women killed in Corven?", "The women, Ann Holm and Ida Brix, died in Corven.", False),
        ("Who were the women killed in Corven?", "The women killed in Corven were teachers.", False),
        (FERRY, "The ferry, the Lady Orsa, sank off Marsuq.", False),
        ("What is the ferry called?", "The ferry sank off Marsuq.", True),
        ("What was the name of the ferry Marsuq sent?", "Marsuq sent a ferry.", True),
        ("What were the names of the ferries the port sent?", "The port sent ferries to Marsuq.", True),
        ("What was the name of the ferry Marsuq sent?", "Marsuq sent the ferry Orsa.", False),
        ("What is the name of the new Marsuq Harbour chief?", "The new office is led by Ilse Holm.", False),
        ("What is the ferry called?", "A ferry called “Orsa” sank off Marsuq.", False),
        ("What is Brandt's lawyer's name?", "Brandt and his lawyer left without a word.", True),
        ("What is Brandt's lawyer's name?", "Ilse Holm is Brandt's lawyer.", False),
        (MAYOR, "The mayor of Corven resigned.", True),
        (MAYOR, "The mayor of Corven, Ilse Holm, resigned.", False),
        (MAYOR, "Ilse Holm, a lawyer from Marsuq, was elected mayor.", False),
        (MAYOR, "Ilse Holm took over as acting mayor.", False),
        (MAYOR, "Mayor Per Holm of Corven resigned.", False),
        (MAYOR, "The town elected Ilse Holm as its mayor.", False),
        (MAYOR, "The court named the mayor as Ilse Holm.", False),
        ("Who is the mayor of Corven?", "The mayor of Corven resigned.", False),
        ("Who resigned in Corven?", "The mayor of Corven resigned.", False),
        ("What is the name of the moon mission?", "NASA's Artemis 2 moon mission is late.", False),
        ("What is the name of the moon mission?", "NASA's moon mission is late.", True),
        ("What is the name of the raid?", "The army has named the raid on Corven “Spring Tide”.", False),
        ("What is the name of the raid?", "The army has named the raid on the town a success.", True),
        ("What was the raid called?", "Two men fell in the raid, code-named Heron's Wing, on Monday.", False),
        ("What was the raid called?", "Two men fell in the raid, the second of the week, on Monday.", True),
    ],
)
def test_who_is_only_described_is_not_named(question: str, sentence: str, lacks: bool) -> None:
    assert lacks_name(read_question(question), sentence) is lacks


MEETING = "The mayor of Lisk met Anna Brix at the bridge."
MAYOR = "Mayor Tom Abel closed the bridge of Lisk."
FORMER = "The former mayor of Lisk, Ilse Korn, spoke at the bridge."


@pytest.mark.parametrize(
    ("question", "answering", "missed"),
    [
        ("Who is the mayor of Lisk?", [True, True, True], [True, False, True]),
        ("Who's Lisk's mayor?", [True, True, True], [True, False, True]),
        ("Who is the mayor of Lisk?", [True, False, True], [False, False, False]),
        ("Who is the former mayor of Lisk?", [True, True, True], [True, False, False]),
        ("Who met the mayor of Lisk?", [True, True, True], [False, False, False]),
        ("Who is the owner of the bridge?", [True, True, True], [False, False, False]),
    ],
)
def test_who_has_a_role_is_told_by_what_names_them(question: str, answering: list[bool], missed: list[bool]) -> None:
    assert miss_role(read_question(question), [MEETING, MAYOR, FORMER], answering) == missed


@pytest.mark.parametrize(
    ("question", "sentence", "names"),
    [
        ("Who is the mayor?", MAYOR, True),
        ("Who was the new mayor?", MAYOR, True),
        ("Who is the mayor?", MEETING, False),
        ("Who is the mayor?", FORMER, False),
        ("Who is his mayor?", MAYOR, False),
        ("Who is the mayor of Lisk?", MAYOR, False),
        ("Who is the mayor of Lisk?", "Lisk Mayor Tom Abel closed the bridge.", True),
        ("Who is the mayor of Lisk?", "Lisk asked Corven Mayor Ilse Korn for help.", False),
        ("Who is Lisk's mayor?", "Tom Abel, the mayor of Lisk, closed the bridge.", True),
        ("Who is the governor of Averna?", "Averna Gov. Tom Abel closed the bridge.", True),
        ("Who is the governor of Averna?", "Averna closed the bridge of Gov. Tom Abel of Torsk.", False),
        ("Who met the mayor of Lisk?", "Lisk Mayor Tom Abel met Anna Brix.", False),
    ],
)
def test_a_bare_role_is_answered_by_what_names_who_has_it(question: str, sentence: str, names: bool) -> None:
    assert names_role(read_question(question), sentence) is names


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        ("What was the raid called?", "Two men fell in the raid, code-named Heron's Wing, on Monday.", True),
        ("What name did the army give to its raid?", "The raid, dubbed “Heron”, began on Monday.", True),
        ("What is the name of the ferry?", "The ferry named Orsa sank.", True),
        ("What was the raid called?", "The ferry, called Orsa, sank in the raid.", False),
        ("What was the first raid called?", "The raid, dubbed “Heron”, began on Monday.", False),
        ("When was the raid called off?", "The raid, dubbed “Heron”, began on Monday.", False),
        ("What was the raid called?", "The raid called for courage.", False),
    ],
)
def test_how_something_is_called_is_told_right_behind_it(question: str, sentence: str, tells: bool) -> None:
    assert tells_title(read_question(question), sentence) is tells


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        ("Who is Ilse Korn?", "His successor, Ilse Korn, closed the bridge.", True),
        ("Who was Ilse Korn?", "Ilse Korn, the head of the lab, closed the bridge.", True),
        ("Who is Ilse Korn?", "Ilse Korn is a diver from Lisk.", True),
        ("Who is Ilse Korn?", "Ilse Korn closed the bridge.", False),
        ("Who is Ilse Korn?", "The bridge would fall, Ilse Korn said.", False),
        ("Who is Ilse Korn?", "On Monday, Ilse Korn closed the bridge.", False),
        ("Who is Ilse Korn?", "His successor, Tom Abel, met Ilse Korn.", False),
        ("Who is Ilse Korn's lawyer?", "His successor, Ilse Korn, closed the bridge.", False),
    ],
)
def test_who_somebody_is_stands_beside_the_name(question: str, sentence: str, tells: bool) -> None:
    assert tells_identity(read_question(question), sentence) is tells


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        (
            "What did Ilse Korn say?",
            "Dr Ilse Korn, a vet at Lisk, which lost 12 cows, said nobody should buy milk.",
            True,
        ),
        ("What does Ilse Korn say?", "“Nobody should buy milk,” said Dr Ilse Korn.", True),
        ("What did Ilse Korn say about the milk?", "Ilse Korn said nobody should buy milk.", True),
        ("What did Ilse Korn say about the cows?", "Ilse Korn said nobody should buy milk.", False),
        ("What did Ilse Korn say?", "Tom Abel said that Ilse Korn had sold her cows.", False),
        ("What did Ilse Korn sell?", "Ilse Korn said nobody should buy milk.", False),
        ("What did the vet say?", "Ilse Korn said nobody should buy milk.", False),
    ],
)
def test_what_somebody_said_stands_with_the_name(question: str, sentence: str, tells: bool) -> None:
    assert tells_saying(read_question(question), sentence) is tells


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ("Thank you so much!", Remark.THANKS),
        ("ok thanks, bye", Remark.THANKS),
        ("thanks for all the help", Remark.THANKS),
        ("Hello there", Remark.GREETING),
        ("good morning", Remark.GREETING),
        ("goodbye", Remark.FAREWELL),
        ("ok.", Remark.ASSENT),
        ("help", Remark.HELP),
        ("What can I ask you?", Remark.HELP),
        ("how do I upload a pdf", Remark.ADDING),
        ("Can I add my own documents?", Remark.ADDING),
        ("whats your name", Remark.NAME),
        ("are you a robot?", Remark.NAME),
        ("can you summarise this for me", Remark.OVERVIEW),
        ("compare the sources", Remark.OVERVIEW),
        ("Who was thanked?", None),
        ("what did she thank them for", None),
        ("and the fine?", None),
        ("was it good", None),
        ("is that right?", None),
        ("really?", None),
        ("who can help", None),
        ("help for the ferrymen", None),
        ("how did they add the files to the case", None),
        ("how do I add a source of income", None),
        ("include the report", None),
        ("summarise the fire", None),
        ("compare the mayor and the ferry company", None),
        ("when?", None),
        ("", None),
    ],
)
def test_what_is_said_to_the_program_is_known_by_the_whole_of_it(said: str, remark: Remark | None) -> None:
    assert read_remark(said) is remark


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("why wasnt the ferry out", "why wasn't the ferry out"),
        ("whats the toll and wheres the pier", "what's the toll and where's the pier"),
        ("i dont know whos to pay and cant ask", "i don't know who's to pay and can't ask"),
        ("cost of the ferry", "what is the cost of the ferry"),
        ("ticket prices for children", "what is the ticket prices for children"),
        ("tell me a bit more about the pier", "tell me about the pier"),
        ("What is the cost of the ferry?", "What is the cost of the ferry?"),
        ("did the cost of the ferry rise", "did the cost of the ferry rise"),
        ("its crew and theirs were well", "its crew and theirs were well"),
    ],
)
def test_what_is_typed_in_a_hurry_is_written_out(typed: str, written: str) -> None:
    assert write_out(typed) == written


FERRY = [
    "Hanna Dahl, who runs Orsa Ferries, would not pay.",
    "The pier at Mill Quay was closed.",
    "He will bill Tom Bill.",
]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("who is hanna dahl", "who is Hanna Dahl"),
        ("did dahl close mill quay", "did Dahl close Mill Quay"),
        ("who pays the bill", "who pays the bill"),
        ("who is Hanna and who is dahl", "who is Hanna and who is dahl"),
        ("which ferries ran", "which Ferries ran"),
    ],
)
def test_names_typed_without_capitals_are_written_as_the_sources_have_them(typed: str, written: str) -> None:
    assert write_names(typed, FERRY) == written


def test_of_places_typed_without_capitals_nothing_is_made() -> None:
    assert write_persons("did dahl close mill quay", FERRY) == "did Dahl close mill quay"
