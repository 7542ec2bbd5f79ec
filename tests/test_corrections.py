"""Corrections: what repeats an error answers and asserts nothing, and what puts it right stands beside the error."""

import json
from pathlib import Path

import pytest
from conftest import write_report
from newsroom import UNRELATED, Report, print_reports

from agent.cli.edge import run_command
from agent.cli.main import concord
from agent.digest.accord.claims import find_claims
from agent.digest.accord.groups import Group
from agent.digest.chronology.timeline import make_timeline
from agent.digest.digest import Status, Story
from agent.digest.statements.statements import gather_statements
from agent.digest.story import make_story
from agent.digest.voices.origins import find_origins
from agent.evaluation.reader import open_folder
from agent.evidence.candidates import Candidate, gather_candidates
from agent.evidence.errata.amendments import Amendment, read_amendments
from agent.evidence.errata.corrections import read_corrections
from agent.evidence.errata.withdrawals import Withdrawal
from agent.evidence.forms.kinds import keep_possible
from agent.evidence.question import read_question
from agent.evidence.words.likeness import Words
from index.language.sentences import split_sentences
from index.source import Paragraph, Source

COLUMN = "Corrections and clarifications"
SPLIT = [
    ("", "Correction: On Monday we wrote that the Orme tunnel is shut.", "It is not. Only one lane is."),
    ("", "CLARIFICATION - Our report of 3 May named Ada Poll as the owner.", "The owner is Ida Poll."),
    ("", "An earlier version of this article misstated the height of the dam.", "It is 64 metres."),
    ("", "A previous version of this story said that the clerk had not resigned.", "She resigned on Monday."),
    ("", "Because of an editing error, the diver's age was given as 63.", "Jon Fell is 36."),
    ("", "We wrongly reported on Monday that the school of Lisk had shut.", "It is open."),
    ("", "In a story on 3 March the agency reported erroneously that nine men had died.", "Eight men died."),
    ("", "In our report on the fair (2 May) we said that 40 trees were felled.", "The number is 14."),
    ("", "We wrote that the pier, which has a café, is shut; it was said to be rotten.", "This is wrong. It is open."),
    ("", "We wrote last week that the pier is shut.", "That is not true. The pier is open."),
    ("", "Our headline yesterday said that the strike was over.", "It was not."),
    ("", "An article on 4 May about the mill incorrectly stated the price of oats.", "It is 41 crowns."),
    (COLUMN, "A photo caption on Friday misidentified the man on the left.", "He is Paul Orr."),
    (COLUMN, "The name of the winner was given as Ada Poll.", "It is Ida Poll."),
    (COLUMN, "Saturday's story about the mill named Orme & Co. as its owner.", "The mill belongs to the town."),
    ("For the record", "An article on 4 May misstated the toll of the fire.", "It was twelve, not twenty."),
    (COLUMN, "We were wrong to say that the mayor voted against the tram.", "She abstained."),
    ("", "The number of ewes in the second group was given as 218.", "The correct number is 212."),
    ("", "The yield of the lower field was listed as 14 tonnes.", "It should have been 41."),
    ("", "In the March newsletter the fee was put at 30 crowns.", "A line was lost. The right fee is 35 crowns."),
    (
        "",
        "A report on 4 May said that 30 per cent of pupils were ill.",
        "In fact 12 per cent were; 30 per cent had coughed.",
    ),
    ("", "6. In my first letter I said that the bell rang at 04:15.", "That was a mistake."),
    ("", "In spring I wrote that the chapel was built in 1720.", "I was wrong. It was built in 1702."),
    ("Orme Post - Corrections and clarifications, 4 May 2024", "The winner was given as Ada Poll.", "It is Ida Poll."),
    ("Correction to weekly bulletin No. 7", "The toll for Lisk was given as 40.", "One ward was left out."),
]
AT_ONCE = [
    ("", "An earlier version of this article misstated the number of mills; it is 340."),
    ("", "The tower is 64 metres high, and not 46 as stated in an earlier version of this article."),
    ("", "Contrary to what we reported, the curator is Ada Poll, not Ida Poll."),
    ("", "Our claim that Ada Poll swam the strait was wrong; it was Ida Poll."),
    (COLUMN, "On Friday we gave the age of Jon Fell as 44; he is 47."),
    (COLUMN, "A report on the flood (3 May) said 30 houses were lost, when in fact 13 were."),
]
NONE = [
    ("For the record: forty years of vinyl", "The report said that 40 presses had shut. They were in Orme."),
    ("Corrections: how prisons fail", "A story described the cells as damp. They are."),
    ("", "We said that the price was too high. They laughed."),
    ("", "At the meeting we said that we would build 400 homes. We built 460."),
    ("", "In March we reported 400 cases. In April we reported 460."),
    ("", "The report said that 40 people had died. The number has since risen to 46."),
    ("", "The ministry's report wrongly stated that the dam was safe, the mayor said. It was inspected in May."),
    ("", "A report by the auditor said that the bridge cost 4 million. It cost 5 million."),
    ("", "An article in the Times wrongly stated that she rows, he said. She sails."),
    ("", "A report said that 40 trains had failed. We apologise to all passengers."),
    ("", "An earlier version of the bill gave the council 40 days. It has 60."),
    ("", "Because of an error by the pilot, the plane was reported missing. It landed in Orme."),
    ("", "The mayor resigned on Monday, as we reported on Tuesday. She was tired."),
    ("", "This story of a misidentified soldier begins in 1944. It ends in 1950."),
    ("", "“We said that the water was safe,” the mayor told reporters. It was not."),
    ("", "The damage was put at 30 million. The right bank of the river is 40 metres high."),
    ("", "The price was given as 12 crowns. The true cost is borne by 300 farmers."),
    ("", "The bridge was listed as a monument in 1970. In fact 1,200 people had signed for it."),
    ("", "I said that the mill would close. It was a mistake to say so early that it had 40 men."),
    ("", "The dam was described as safe. It should hold 40 million litres."),
    ("Market correction: shares fall", "The value was given as 40. It is high."),
    ("Correctional officers are hurt", "The plan was described in a report. It costs 40 million."),
]


@pytest.mark.parametrize(("title", "wrong", "right"), SPLIT)
def test_what_repeats_an_error_and_what_puts_it_right_are_told_apart(title: str, wrong: str, right: str) -> None:
    (read,) = read_corrections(split_sentences(f"{wrong} {right} This has been corrected."), title)
    assert read.withdrawn == (0,)
    assert read.right == tuple(range(1, 1 + len(split_sentences(right))))


@pytest.mark.parametrize(("title", "text"), AT_ONCE)
def test_one_sentence_may_withdraw_and_put_right(title: str, text: str) -> None:
    (read,) = read_corrections([text, "The hall is old."], title)
    assert (read.withdrawn, read.right) == ((), (0,))


@pytest.mark.parametrize(("title", "text"), NONE)
def test_what_others_told_and_what_is_new_is_no_correction(title: str, text: str) -> None:
    assert read_corrections(split_sentences(text), title) == []


def test_an_outlet_that_is_sorry_for_an_error_owns_it() -> None:
    text = "A report on Friday named Ada Poll as the owner. The owner is Ida Poll. We regret the error."
    assert [(each.withdrawn, each.right) for each in read_corrections(split_sentences(text))] == [((0,), (1,))]


def test_a_column_of_corrections_is_read_on_below_its_heading() -> None:
    below = "We also reported that children ride free.", "That goes for those under four."
    first = "Clarification: On Monday we said that the director is 58. He is 48."
    assert [each.withdrawn for each in read_corrections(below, above=[first])] == [(0,)]
    assert [each.withdrawn for each in read_corrections(below, above=["Corrections", "We wrote that it rained."])] == [
        (0,)
    ]
    assert read_corrections(below, above=[first, "The trams ran as usual."]) == []


TOLD = [
    (
        "Correction: On Monday we wrote that sheep of the Tarn breed were infected. They were not.",
        "The sheep of this breed are infected too.",
        ("The sheep of this breed are not infected.", "Two farms were infected."),
    ),
    (
        "Correction: On Monday we gave the age of Lena Fossum as 41; she is 51.",
        "Ms Fossum, 41, left without a word.",
        ("Lena Fossum is 51.", "At 41 per cent, turnout was low.", "Lena Fossum has 9,206 votes."),
    ),
    (
        "Correction: On Monday we wrote that Orme Cable has 460 drivers. The number is 640.",
        "Of the 460 drivers of Orme Cable nine in ten stayed away.",
        ("Orme Cable has 640 drivers.", "Orme Cable lost 460,000 crowns."),
    ),
    (
        "Contrary to what we reported, the head of the museum is Carla Poll, not Carl Poll.",
        "The museum's head is Carl Poll.",
        ("The museum's head is Carla Poll.", "Carl Poll rows."),
    ),
    (
        "This article misstated the number of people hurt when a bus left the road. It was twelve, not twenty.",
        "Twenty people were hurt, police said.",
        ("Twelve people were hurt, police said.", "Twenty cows were seen."),
    ),
    (
        "An earlier version of this article misstated the price of a ticket. It is 41 crowns.",
        "A ticket costs 14 crowns.",
        ("A ticket costs 41 crowns.", "The tower cost 14 crowns."),
    ),
    (
        "Correction: On Monday we named Halvard Brothers as builders of the ropeway; it was built by Tesk.",
        "The ropeway was built by Halvard Brothers.",
        ("The ropeway was built by Tesk.", "Halvard Brothers lost a case."),
    ),
]


def amend(text: str) -> Amendment:
    source = Source(1, "1.txt", "", "Notes", None, "2021-05-12")
    found = read_amendments(Paragraph(source, 1, text), split_sentences(text)).values()
    return next(each for each in found if each)


@pytest.mark.parametrize(("correction", "told", "others"), TOLD)
def test_what_tells_an_error_is_known_in_other_words(correction: str, told: str, others: tuple[str, ...]) -> None:
    withdrawal, report = amend(correction).withdrawal, Source(2, "2.txt", "", "Report", None, "2021-05-01")
    assert withdrawal.is_told(told, "", report)
    assert not any(withdrawal.is_told(other, "", report) for other in others)


def test_a_number_that_is_right_of_something_else_is_an_error_only_where_it_is_told() -> None:
    correction = "A report on 4 May said that 30 per cent of pupils who slept late failed the test."
    withdrawal = amend(f"{correction} In fact 12 per cent did; 30 per cent was the rise.").withdrawal
    report = Source(2, "2.txt", "", "Report", None, "2021-05-01")
    assert withdrawal.is_told("The study says 30 per cent of pupils who slept late failed the test.", "", report)
    assert not withdrawal.is_told("Pupils who slept late failed the test, a study says.", "", report)
    assert not withdrawal.is_told("Pupils who slept late were 30 per cent more likely to fail the test.", "", report)


OPENED = [
    "The ropeway over Gannet Gorge near Orrin was opened on Wednesday by the transport secretary, Lena Fossum.",
    "Each of the 38 cabins of the ropeway takes eight people. The highest of its towers is 92 metres.",
]
WITHDRAWN = "Correction: In our report of 4 May we wrote that the ropeway has 38 cabins."
RIGHT = "The number is 83."


def write_ropeway(folder: Path) -> Path:
    folder.mkdir()
    write_report(folder / "mail.txt", "Ropeway opens", ["Published 4 May 2023", *OPENED])
    later = "Lightning stopped the ropeway over Gannet Gorge for three hours on Tuesday. Nobody was hurt."
    correction = f"{WITHDRAWN} {RIGHT} The error was ours."
    write_report(folder / "later.txt", "Ropeway stands still", ["Published 11 May 2023", later, correction])
    return folder


def test_what_puts_an_error_right_is_one_candidate_behind_the_error(tmp_path: Path) -> None:
    with open_folder(write_ropeway(tmp_path / "ropeway")) as (library, searcher):
        found = gather_candidates(library, searcher.search("How many cabins does the ropeway have?", 40))
    assert not any(WITHDRAWN in candidate.text for candidate in found)
    (right,) = [candidate for candidate in found if candidate.withdrawal]
    assert (right.text, right.before, right.whole) == (RIGHT, WITHDRAWN, f"{WITHDRAWN} {RIGHT}")


def test_an_answer_never_tells_an_error_without_its_correction(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = str(write_ropeway(tmp_path / "ropeway"))
    question = "How many cabins does the ropeway have?"
    assert run_command(concord, ["ask", question, "--sources", sources, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    told = [OPENED[1].split(". ")[0] + ".", f"{WITHDRAWN} {RIGHT}"]
    assert [sentence["text"] for sentence in answer["sentences"]] == told
    assert run_command(concord, ["ask", question, "--sources", sources]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert f"{WITHDRAWN} “{RIGHT}”" in shown
    assert "[2] was published later (2023-05-11) than [1] (2023-05-04)" in shown


def test_a_pronoun_that_puts_right_is_of_whom_the_error_is(tmp_path: Path) -> None:
    wrong, right = "Correction: On Monday we gave the age of Lena Fossum as 41.", "She is 51."
    write_report(tmp_path / "mail.txt", "Ropeway opens", ["Published 4 May 2023", OPENED[0], f"{wrong} {right}"])
    question = "How old is Lena Fossum?"
    with open_folder(tmp_path) as (library, searcher):
        found = keep_possible(read_question(question), gather_candidates(library, searcher.search(question, 40)))
    assert right in [candidate.text for candidate in found]


MAIL, SENTINEL = "The Orrin Mail", "Northern Sentinel"
POOL = "The baths cost 42 million crowns."
POOL_RIGHT = "They cost 24 million crowns."
POOL_WRONG = "In our report of 4 May on the baths of Orrin we said that they cost 42 million crowns."


def read_story(*reports: Report, publishers: tuple[str | None, ...], words: Words) -> tuple[list[Group], Story]:
    sources, paragraphs = print_reports(*reports, publishers=publishers)
    read = [paragraph for source in sources for paragraph in paragraphs[source.id]]
    groups = find_claims(gather_statements(read, find_origins(sources, paragraphs).voice), words)
    return groups, make_story("key", sources, paragraphs, words)


def bathe(words: Words, *publishers: str) -> tuple[list[Group], Story]:
    """Return the claims and the story of reports of the baths, and of the Mail's correction of its own."""
    news: list[Report] = [
        (f"Baths open {n}", f"2021-05-0{n + 4}", [POOL, UNRELATED[n]]) for n in range(len(publishers))
    ]
    correction: Report = (COLUMN, "2021-05-12", [f"{POOL_WRONG} {POOL_RIGHT}"])
    return read_story(*news, correction, publishers=(*publishers, MAIL), words=words)


def test_a_correction_is_no_support_of_the_error_that_it_withdraws(words: Words) -> None:
    groups, story = bathe(words, MAIL)
    (claim,) = [group for group in groups if POOL in group.text]
    assert claim.status is Status.DISPUTED
    assert [each.quote for each in claim.opposing] == [f"{POOL_WRONG} {POOL_RIGHT}"]
    assert not any(POOL_WRONG in group.text for group in groups)
    shown = [entry.text for entry in story.summary] + [entry.text for entry in story.timeline]
    assert not any(text.startswith(POOL_WRONG) for text in shown)


def test_an_outlet_that_takes_an_error_back_agrees_with_nobody_on_it(words: Words) -> None:
    groups, _ = bathe(words, MAIL, MAIL)
    assert Status.AGREED not in {group.status for group in groups if POOL in group.text}
    (claim,) = [group for group in bathe(words, MAIL, SENTINEL)[0] if POOL in group.text]
    assert (claim.status, len(claim.origins)) == (Status.DISPUTED, 1)


def test_a_correction_of_something_else_leaves_agreement_as_it_is(words: Words) -> None:
    other: Report = (COLUMN, "2021-05-12", ["We said on 4 May that the mayor of Selma is 58. He is 48."])
    news: list[Report] = [(f"Baths {n}", "2021-05-04", [POOL, UNRELATED[n]]) for n in range(2)]
    groups, _ = read_story(*news, other, publishers=(MAIL, SENTINEL, MAIL), words=words)
    assert [(group.status, len(group.origins)) for group in groups if POOL in group.text] == [(Status.AGREED, 2)]


def test_the_day_of_a_report_that_is_corrected_is_no_event() -> None:
    wrong = "On 4 May 2021 we gave the age of the mayor of Orrin as 44; he is 47."
    sources, paragraphs = print_reports(
        ("Mayor speaks", "2021-05-10", ["The council of Orrin met on 8 May 2021 in the old mill.", UNRELATED[0]]),
        (COLUMN, "2021-05-12", [wrong, "On 5 May 2021 we wrote that the council sat in the inn. It sat in the mill."]),
    )
    assert [event.date for event in make_timeline(sources, paragraphs)] == ["2021-05-08"]


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("How many cracks were found in the bridge?", False),
        ("How many sailors were hurt on the bridge?", True),
        ("How many people were hurt on the bridge?", True),
        ("Who was hurt on the bridge?", True),
        ("What share of the crew was hurt on the bridge?", True),
    ],
)
def test_a_correction_of_another_count_is_no_answer(question: str, kept: bool) -> None:
    error, right = "We said that twenty sailors were hurt on the bridge.", "It was twelve, not twenty."
    source = Source(1, "gazette.txt", "", "Bridge", None, None)
    withdrawal = Withdrawal(error, "sailors were hurt on the bridge", right)
    correction = Candidate(Paragraph(source, 1, f"{error} {right}"), right, error, 1.0, {}, withdrawal=withdrawal)
    assert keep_possible(read_question(question), [correction]) == [correction] * kept
