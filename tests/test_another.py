"""Another of the same kind: counts, things, studies, votes, speakers and sums of another than the one asked about."""

from collections.abc import Sequence

import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.question import read_question
from agent.evidence.quotable import split_quotable
from agent.evidence.vetoes.amounts import tell_other_amounts
from agent.evidence.vetoes.directions import lists_side, take_other_side
from agent.evidence.vetoes.groups import tell_other_groups
from agent.evidence.vetoes.lookbacks import tell_of_earlier_years
from agent.evidence.vetoes.namesakes import tell_of_namesakes
from agent.evidence.vetoes.others import tell_others
from agent.evidence.vetoes.qualifiers import tell_other_sorts
from agent.evidence.vetoes.rivals import tell_of_rivals
from agent.evidence.vetoes.speakers import tell_of_speakers
from agent.evidence.vetoes.studies import tell_of_other_studies
from index.source import Paragraph, Source


def read(source: Source, *texts: str) -> list[Candidate]:
    """Return the sentences of a document as candidates that know all of its paragraphs."""
    body = [Paragraph(source, n, text) for n, text in enumerate(texts, 1)]
    candidates, before = [], ""
    for paragraph in body:
        for sentence in split_quotable(paragraph.text):
            candidates.append(Candidate(paragraph, sentence, before, 1.0, {}, body=body))
            before = sentence
    return candidates


def pick(told: Sequence[bool], candidates: Sequence[Candidate], sentence: str) -> bool:
    """Return what is told of the candidate with a sentence."""
    return told[[each.text for each in candidates].index(sentence)]


MARCH = read(
    Source(1, "a.txt", "", "Dockers march through Pellworth", None, "2031-05-02"),
    "Some 900 people marched to the old harbour on Friday.",
    "The walk was led by the band of the school. About 340 women carried lanterns.",
    "Police said 12 people were hurt when a stand fell over. Nine suspects were held.",
    "Four Danes were killed on the way home.",
)


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("How many women marched?", "Some 900 people marched to the old harbour on Friday.", True),
        ("How many men marched?", "Some 900 people marched to the old harbour on Friday.", True),
        ("How many men marched?", "About 340 women carried lanterns.", True),
        ("How many tourists were hurt?", "Police said 12 people were hurt when a stand fell over.", True),
        ("How many women marched?", "About 340 women carried lanterns.", False),
        ("How many people marched?", "About 340 women carried lanterns.", False),
        ("How many people were hurt?", "Police said 12 people were hurt when a stand fell over.", False),
        ("How many marchers were hurt?", "Police said 12 people were hurt when a stand fell over.", False),
        ("How many men were held?", "Nine suspects were held.", False),
        ("How many tourists were killed?", "Four Danes were killed on the way home.", False),
    ],
)
def test_that_a_group_is_not_counted_by_the_number_of_all_or_of_another(
    question: str, sentence: str, other: bool
) -> None:
    assert pick(tell_other_groups(read_question(question), MARCH), MARCH, sentence) is other


AMBUSH = read(
    Source(1, "a.txt", "", "Soldiers killed in ambush near Orrin", None, "2031-05-02"),
    "At least seven people were killed on the pass.",
)


def test_that_a_report_of_a_group_need_not_name_it_again() -> None:
    question = read_question("How many soldiers were killed?")
    assert not any(tell_other_groups(question, AMBUSH))


FEVER = read(
    Source(1, "a.txt", "", "Cholera spreads in Pellworth", None, "2031-05-02"),
    "Cholera has spread to the upper town, doctors said on Tuesday.",
    "Forty people have fallen ill.",
    "The trial of the new filter begins in June.",
    "People with asthma were left out, so that 310 were enrolled.",
    "In all, 95 people took part.",
    "Of those over 70, eleven were taken to hospital.",
)


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("How many people died of typhus?", "Forty people have fallen ill.", True),
        ("How many cases of typhus are there?", "Forty people have fallen ill.", True),
        ("How many people with diabetes took part?", "In all, 95 people took part.", True),
        ("How many people over 60 took part?", "In all, 95 people took part.", True),
        ("How many people are ill with cholera?", "Forty people have fallen ill.", False),
        ("How many people died of hunger?", "Forty people have fallen ill.", False),
        ("How many people with asthma took part?", "In all, 95 people took part.", False),
        ("How many people over 70 fell ill?", "Of those over 70, eleven were taken to hospital.", False),
    ],
)
def test_that_people_of_a_sort_are_counted_where_that_is_told(question: str, sentence: str, other: bool) -> None:
    assert pick(tell_other_sorts(read_question(question), FEVER), FEVER, sentence) is other


MILLS = [
    *read(
        Source(1, "a.txt", "", "Mills of the Pell valley", None, "1931-05-02"),
        "Upper Mill burned down in 1874 and was built again.",
        "Nether Mill, a paper mill, was sold for 900 crowns; the fire at Upper Mill had ruined its owner.",
        "The court upheld what Nether Mill had pleaded.",
    ),
    *read(
        Source(2, "b.txt", "", "Fire at Nether Mill", None, "1931-06-02"),
        "Nether Mill stood empty when the fire broke out.",
        "The mill was insured for 4,000 crowns.",
    ),
    *read(
        Source(3, "c.txt", "", "Cold store", None, "1931-06-02"),
        "The air in Chamber 4 rose to nine degrees. In Chambers 2 and 5 it did not.",
    ),
]


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("When did Nether Mill burn down?", "Upper Mill burned down in 1874 and was built again.", True),
        ("For how much was Upper Mill insured?", "The mill was insured for 4,000 crowns.", True),
        ("How warm was the air in Chamber 5?", "The air in Chamber 4 rose to nine degrees.", True),
        ("When did Upper Mill burn down?", "Upper Mill burned down in 1874 and was built again.", False),
        ("For how much was Nether Mill insured?", "The mill was insured for 4,000 crowns.", False),
        ("What did the court do for Upper Mill?", "The court upheld what Nether Mill had pleaded.", False),
        ("How warm was the air in Chamber 5?", "In Chambers 2 and 5 it did not.", False),
    ],
)
def test_that_a_thing_is_told_from_others_of_its_kind_by_its_name(question: str, sentence: str, other: bool) -> None:
    assert pick(tell_of_rivals(question, MILLS), MILLS, sentence) is other


STUDIES = [
    *read(
        Source(1, "a.txt", "", "Walnuts and sleep: a trial", None, "2031-03-04"),
        "In this trial 240 nurses ate walnuts at night.",
        "The trial was paid for by the growers.",
        "An earlier study by Aldersey had 31 nurses. It was paid for by a hospital.",
    ),
    *read(
        Source(2, "b.txt", "", "Walnuts at night", None, "2019-02-01"),
        "H. Aldersey",
        "The authors had no outside money.",
    ),
]


@pytest.mark.parametrize("named", ["Aldersey", "2019"])
def test_that_another_study_is_not_the_one_that_is_named(named: str) -> None:
    told = tell_of_other_studies(read_question(f"Who paid for the {named} study?"), STUDIES)
    assert pick(told, STUDIES, "The trial was paid for by the growers.")
    assert not pick(told, STUDIES, "The authors had no outside money.")


def test_that_a_study_is_told_of_by_what_goes_on_from_its_name() -> None:
    told = tell_of_other_studies(read_question("Who paid for the Aldersey study?"), STUDIES)
    assert not pick(told, STUDIES, "It was paid for by a hospital.")
    assert not any(tell_of_other_studies(read_question("Who paid for the trial?"), STUDIES))
    assert not any(tell_of_other_studies(read_question("Who paid for the Danish study?"), STUDIES))


VOTE = read(
    Source(1, "a.txt", "", "Pellworth council: minutes", None, "2031-03-04"),
    "Councillor Brandt moved that the pool be shut. Councillor Osei abstained.",
    "A recorded vote was taken. For: Brandt, Lindqvist (2). Against: Maro, Teale, Unger (3).",
    "Applicant: Harbour Homes Ltd.",
    "Maro opposed it from the start.",
    "Teale voted no.",
)


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Who voted against?", "Councillor Osei abstained.", True),
        ("Who voted against?", "Councillor Brandt moved that the pool be shut.", True),
        ("Which councillors voted no?", "Applicant: Harbour Homes Ltd.", True),
        ("Who voted for it?", "Teale voted no.", True),
        ("Who voted against?", "Teale voted no.", False),
        ("Who voted against?", "Maro opposed it from the start.", False),
        ("Who abstained?", "Councillor Osei abstained.", False),
    ],
)
def test_that_who_took_no_side_did_not_vote_against(question: str, sentence: str, other: bool) -> None:
    assert pick(take_other_side(read_question(question), VOTE), VOTE, sentence) is other


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("who voted against", "Against: Maro, Teale, Unger (3)."),
        ("Who voted for shutting the pool?", "For: Brandt, Lindqvist (2)."),
        ("Who voted against the library?", None),
        ("Who spoke against?", None),
    ],
)
def test_that_a_list_of_votes_says_who_voted_so(question: str, listed: str | None) -> None:
    found = [each.text for each in VOTE if lists_side(read_question(question), each)]
    assert found == ([listed] if listed else [])


WITNESS = read(
    Source(1, "a.txt", "", "Statement of Ada Marlowe", None, "2031-03-04"),
    "I am 68 years old.",
    "I saw Mr Tobias Renn at ten. I saw him leave at noon.",
    "On Monday I was at home.",
)


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("How old is Tobias Renn?", "I am 68 years old.", True),
        ("Where was Tobias Renn on Monday?", "On Monday I was at home.", True),
        ("When did Tobias Renn leave?", "I saw him leave at noon.", False),
        ("How old is Ada Marlowe?", "I am 68 years old.", False),
    ],
)
def test_that_a_witness_speaks_of_himself(question: str, sentence: str, other: bool) -> None:
    persons = read(
        Source(2, "b.txt", "", "Renn and Marlowe", None, None), "Mrs Ada Marlowe, 68, knew Mr Tobias Renn, 30."
    )
    candidates = [*WITNESS, *persons]
    assert pick(tell_of_speakers(read_question(question), candidates), candidates, sentence) is other


MINUTES = read(
    Source(1, "a.txt", "", "Town council, 3 March", None, "2031-03-03"),
    "1. Clock",
    "The clock will strike again in May. The price has risen to £9,100.",
    "2. Weir",
    "The weir is worse than was thought. The price is now £41,000.",
)
REPORT = read(
    Source(2, "b.txt", "", "Town to mend its dam", None, "2031-03-03"),
    "The town will mend its dam in May.",
    "The price is put at £44,000.",
)


def test_that_a_sum_is_of_what_its_section_is_about() -> None:
    candidates = [*MINUTES, *REPORT]
    told = tell_other_amounts(read_question("How much will the weir cost?"), candidates)
    assert pick(told, candidates, "The price has risen to £9,100.")
    assert not pick(told, candidates, "The price is now £41,000.")
    assert not pick(told, candidates, "The price is put at £44,000.")


FLOOD = [
    *read(
        Source(1, "a.txt", "", "Ten years after the flood", None, "2031-05-02"),
        "In 2021 some 3,000 people left the valley. Since 2021 the valley has had 2 dams.",
    ),
    *read(Source(2, "b.txt", "", "Flood in the valley", None, "2031-06-02"), "Some 700 people left the valley."),
]


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("How many people left the valley?", "In 2021 some 3,000 people left the valley.", True),
        ("How many people left the valley?", "Some 700 people left the valley.", False),
        ("How many dams has the valley?", "Since 2021 the valley has had 2 dams.", False),
        ("How many people left the valley in 2021?", "In 2021 some 3,000 people left the valley.", False),
        (
            "How many people left the valley last time, ten years ago?",
            "In 2021 some 3,000 people left the valley.",
            False,
        ),
    ],
)
def test_that_a_count_of_an_earlier_year_gives_way_to_one_of_now(question: str, sentence: str, other: bool) -> None:
    assert pick(tell_of_earlier_years(question, FLOOD, [True] * len(FLOOD)), FLOOD, sentence) is other


def test_that_a_count_of_an_earlier_year_stands_where_there_is_no_other() -> None:
    assert not any(tell_of_earlier_years("How many people left the valley?", FLOOD[:2], [True, True]))


def test_that_a_surname_is_the_same_with_its_umlaut_written_out() -> None:
    candidates = read(
        Source(1, "a.txt", "", "Köhler family", None, None),
        "Mr Anton Köhler, 50, was a baker. Mrs Ida Köhler died young.",
        "Viktor Koehler married Clara Hahn in 1893.",
    )
    told = tell_of_namesakes("Whom did Anton Köhler marry?", candidates, [True] * len(candidates))
    assert told[-1]


def test_that_all_of_them_are_told_together() -> None:
    told = tell_others(read_question("How many women marched?"), MARCH)
    assert pick(told, MARCH, "Some 900 people marched to the old harbour on Friday.")
