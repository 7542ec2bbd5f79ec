import pytest
from newsroom import FERRY_EDIT, FERRY_OWN, FERRY_WIRE, Report, print_reports

from agent.digest.chronology.mentions import find_mentions, weigh_days
from agent.digest.chronology.timeline import make_timeline


def test_relative_days_are_resolved_against_the_day_of_publication() -> None:
    sources, paragraphs = print_reports(
        ("a", "2024-05-13", FERRY_WIRE), ("b", "2024-05-14", FERRY_EDIT), ("c", "2024-05-15", FERRY_OWN)
    )
    events = make_timeline(sources, paragraphs)
    assert [event.date for event in events] == ["2024-05-13", "2024-05-15"]
    assert "ran onto rocks" in events[0].text
    assert all(event.text in event.paragraph.text for event in events)


def test_what_later_reports_look_back_to_weighs_most() -> None:
    looking_back: list[Report] = [
        (f"{n}", f"2024-06-{n:02}", [f"Speaker {n} recalled the accident of 13 May 2024.", "Yesterday was quiet."])
        for n in range(4, 8)
    ]
    sources, paragraphs = print_reports(("a", "2024-05-13", FERRY_WIRE), *looking_back)
    events = make_timeline(sources, paragraphs, limit=1)
    assert [event.date for event in events] == ["2024-05-13"]


def test_days_to_come_and_lone_background_are_left_out() -> None:
    body = [
        "The trial opened on 3 May 2024 in Selma.",
        "The court will hear the captain on 9 August 2024.",
        "The lighthouse had burnt down on 2 March 1931.",
    ]
    sources, paragraphs = print_reports(("a", "2024-05-04", body), ("b", "2024-05-05", ["Nothing new."]))
    assert [event.date for event in make_timeline(sources, paragraphs)] == ["2024-05-03"]


def test_a_day_that_was_foretold_counts_once_it_has_been_told() -> None:
    foretold = ("a", "2024-05-01", ["The trial will open on 3 May 2024."])
    silent = ("b", "2024-05-06", ["The judge was silent about the case."])
    told = ("c", "2024-05-06", ["The trial opened on 3 May 2024 before a full house."])
    assert make_timeline(*print_reports(foretold, silent)) == []
    assert [event.text for event in make_timeline(*print_reports(foretold, told))] == told[2]


def test_copies_are_one_mention() -> None:
    report: Report = ("a", "2024-05-20", ["The ferry sank on 13 May 2024."])
    sources, paragraphs = print_reports(*[report] * 5)
    mentions = find_mentions(each for source in sources for each in paragraphs[source.id])
    assert len(mentions) == 1
    assert weigh_days(mentions, [])["2024-05-13"] < 2


def test_sources_without_dates() -> None:
    sources, paragraphs = print_reports(
        ("a", None, ["It happened on Monday.", "The mayor left on 4 May 2024."]),
        ("b", "2024", ["On Friday."]),
        ("c", None, []),
    )
    assert [event.date for event in make_timeline(sources, paragraphs)] == ["2024-05-04"]
    assert make_timeline([], {}) == []


def test_days_that_may_lie_ahead_and_days_in_names_tell_no_event() -> None:
    body = [
        "The judges met on Monday in Selma.",
        "The crew is expected in court as soon as Friday.",
        "A march planned for Thursday has been banned.",
        "Members of the 7 May Movement stood at the gate.",
    ]
    sources, paragraphs = print_reports(("a", "2024-05-15", body), ("b", "2024-05-15", ["Nothing new."]))
    assert [event.date for event in make_timeline(sources, paragraphs)] == ["2024-05-13"]


def test_bylines_headings_and_words_of_somebody_unnamed_tell_no_event() -> None:
    body = [
        "14 May 2024 | Strait News Service | By Orla Vance",
        "17.10 That is all for 13 May 2024",
        "That a lamp which was lit on 12 May 2024 will not help tonight.",
        "Last week, on Saturday.",
        "“It was dark on 10 May 2024,” she said.",
        "The pilot Irena Vos was heard by the court. “On 9 May 2024 it was lit,” she said.",
        "The pilot sailed on 5 May 2024 and came back on 6 May 2024.",
    ]
    events = make_timeline(*print_reports(("a", "2024-05-15", body)))
    assert [event.date for event in events] == ["2024-05-05", "2024-05-09"]
    assert events[1].text == body[5]


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour court hears the owner of the ferry on Monday.",
        "Her successor takes office on Tuesday after a short ceremony.",
        "The islanders have called for another march to the church on 20 May.",
        "The islanders announced a march to the church on Monday.",
        "The guild has asked all pilots to stay at home on 13 May.",
        "The captain was due before the judges in Selma on Monday.",
        "The owner said the ferry would sail again on Monday.",
        "All lamps bought since 3 May are being taken back by the maker.",
        "The owner has shown a letter from the harbour office of 3 May.",
        "The letter from the harbour office is dated 3 May.",
        "An article on 3 May misstated the age of the captain.",
        "On 3 May we gave the age of the captain as 44.",
        "In our report on the wreck (3 May) the name of the buoy was wrong.",
        "If the log of 3 May is right, the lamp was dark all night.",
        "I saw the lamp go out on the evening of 3 May.",
    ],
)
def test_what_is_to_come_and_what_only_names_a_day_is_no_event(sentence: str) -> None:
    sources, paragraphs = print_reports(("a", "2024-05-14", [sentence]), ("b", "2024-05-21", ["Nothing new."]))
    assert make_timeline(sources, paragraphs) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour court heard the owner of the ferry on Monday.",
        "The islanders who had called for a march wept on Monday.",
        "The mayor announced the closure of the harbour on Monday.",
        "On Monday the guild called for a strike of all pilots.",
        "The bay was calm when the ferry left the quay on Monday.",
        "The captain, who retires in June, was heard by the judges on Monday.",
        "The ferry's owner said on Monday that the lamp will be lit on 3 June.",
    ],
)
def test_what_has_happened_is_an_event(sentence: str) -> None:
    assert [event.date for event in make_timeline(*print_reports(("a", "2024-05-14", [sentence])))] == ["2024-05-13"]


@pytest.mark.parametrize(("title", "events"), [("Dark buoy", 1), ("Opinion: Dark buoy", 0), ("Comment | Dark buoy", 0)])
def test_opinions_and_answers_tell_no_event(title: str, events: int) -> None:
    body = ["The pilot boat left the island of Tharos on Monday."]
    assert len(make_timeline(*print_reports((title, "2024-05-14", body)))) == events
    assert make_timeline(*print_reports((title, "2024-05-14", ["And where is the pilot boat?", *body]))) == []


def test_what_is_denied_at_once_is_no_event_of_its_day() -> None:
    body = ["The firm says that it paid its men on 3 May 2024. It did not. Its hall was shut on 4 May 2024."]
    sources, paragraphs = print_reports(("a", "2024-05-06", body), ("b", "2024-05-06", ["Nothing new."]))
    assert [event.date for event in make_timeline(sources, paragraphs)] == ["2024-05-04"]


@pytest.mark.parametrize(
    ("title", "sentence", "days"),
    [
        ("The lamp mutiny of 1921", "The keepers doused the lamp on 7 June.", ["1921-06-07"]),
        (
            "Tharos, 1921: a lamp goes out",
            "On the Monday they met, and on 7 June they doused the lamp.",
            ["1921-06-07"],
        ),
        ("Lamp mutiny", "The keepers doused the lamp on 7 June.", ["2023-06-07"]),
        ("The lamp mutiny of 1921", "The keepers doused the lamp on 20 March.", []),  # may be of this year
        ("Keeper of 1921 dug up", "The grave was opened on 7 June, it was said on Tuesday.", ["2023-06-07"]),
        ("The lamp mutiny of 1921", "The keepers doused the lamp on 7 June. It closed in 2024.", ["2023-06-07"]),
    ],
)
def test_a_day_without_a_year_is_of_the_year_that_its_report_is_about(
    title: str, sentence: str, days: list[str]
) -> None:
    events = make_timeline(*print_reports((title, "2024-04-02", [sentence])))
    assert [event.date for event in events] == days


def test_a_day_joined_to_a_full_one_is_of_its_year() -> None:
    body = [
        "The keeper was held on 30 November 2021 and freed on 4 January.",
        "He sailed on 3 May 2021, and on 7 June.",
    ]
    sources, paragraphs = print_reports(("a", "2024-08-02", body))
    days = [mention.day for mention in find_mentions(paragraphs[sources[0].id])]
    assert days == ["2021-11-30", "2022-01-04", "2021-05-03", "2024-06-07"]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The mate fell overboard on Tuesday last, near the mole.", ["1912-06-11"]),
        ("The mate drowned on Wednesday morning, the 12th inst., near the mole.", ["1912-06-12"]),
        ("The yacht was sold on the 30th ult. for £90.", ["1912-05-30"]),
        ("A regatta in aid of the lamp, Thursday next, at noon, cost nothing.", []),
        ("The dance was put off on account of the frost until Monday week.", []),
        ("The mate was dismissed on the Friday preceding for lateness.", []),
        ("The crew came back the following Monday.", []),
    ],
)
def test_days_are_reckoned_as_old_papers_do(sentence: str, days: list[str]) -> None:
    assert [event.date for event in make_timeline(*print_reports(("a", "1912-06-15", [sentence])))] == days


@pytest.mark.parametrize(
    "sentence",
    [
        "Data as of 3 May 2024, 18:00.",
        "Harbour Board, Tharos Published: 3 May 2024.",
        "Received on 3 May 2024; accepted on 4 May 2024",
        "The evening of 3 to 4 May 2024 in short.",
        "The guild denied it and said that the lamp had been lit on Friday.",
        "The guild rejects the report printed by the Strait Times on 3 May that the lamp was dark.",
        "The guild got no letter about the lamp before 3 May 2024.",
        "The pilots painted the mole between 20 April and 3 May 2024.",
        "The lamp shall be lit by 4 p.m. on 3 May 2024.",
        "Was the lamp lit on 3 May 2024?",
        "Some 90 ferries are late, up from 40 on 3 May 2024.",
        "“What we told the pilots on Friday was wrong,” the mayor Ana Reve said.",
    ],
)
def test_limits_stamps_and_what_is_denied_tell_no_event(sentence: str) -> None:
    sources, paragraphs = print_reports(("a", "2024-05-06", [sentence]), ("b", "2024-05-06", ["Nothing new."]))
    assert make_timeline(sources, paragraphs) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild denied the charge on Friday.",
        "On Friday the guild denied that the lamp was dark.",
        "Two boats hit the mole on Friday.",
        "The lamp went out on the night of 3 to 4 May 2024.",
        "The pilots were on strike from 3 May 2024 to 5 May 2024.",
        "Released on Friday, the log blames the keeper.",
        "The pilots stayed away on 3 May and nobody sailed on 2 May 2024.",
    ],
)
def test_denials_verbs_and_nights_of_a_day_tell_what_happened_on_it(sentence: str) -> None:
    days = [event.date for event in make_timeline(*print_reports(("a", "2024-05-06", [sentence])))]
    assert "2024-05-03" in days


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("THAROS, May 16 (Strait News Service) - The guild told pilots on Tuesday of a dark buoy.", ["2024-05-14"]),
        ("THAROS, May 16 (Strait News Service) - The buoy went dark, and nine boats were lost.", []),
        ("THAROS, May 15 (Strait News Service) - The buoy of Selma went dark today.", ["2024-05-15"]),
        ("THAROS, May 15 (Strait News Service) - The buoy of Selma went dark on Thursday.", ["2024-05-16"]),
        ("THAROS, May 16 (Strait News Service) - A judge ordered pilots on Monday to stay in port.", ["2024-05-13"]),
        ("THAROS - The buoy of Selma went dark on 16 May.", ["2024-05-16"]),
        ("The guild closed the mole of Selma last Wednesday.", []),
        ("The guild closed the mole of Selma last Monday.", []),
        ("The guild closed the mole of Selma last Friday.", ["2024-05-10"]),
        ("The guild closed the mole of Selma last Thursday.", ["2024-05-09"]),
        ("“Keep your lamps lit today,” the mayor Ana Reve said.", []),
        ('"The lamp was lit today," the mayor Ana Reve said.', []),
        ("‘The lamp wasn’t lit yesterday,’ said the mayor Ana Reve.", []),
        ("The lamp was lit yesterday, said the mayor Ana Reve: “It burns.”", ["2024-05-15"]),
        ("The guild moved the opening of the lock from 1 April to 9 May.", []),
        ("The guild postponed its feast from 3 May to Saturday on Wednesday.", ["2024-05-15"]),
        ("The guild put the opening of the lock back to 9 May.", []),
        ("The guild put up a stone to bring back the dead from last Friday's storm.", ["2024-05-10"]),
        ("The guild gave no answer to the 9 May appeal of the pilots.", ["2024-05-09"]),
        ("Four hundred pilots came to Tuesday's march in Selma.", ["2024-05-14"]),
        ("The pilots were on strike from 3 May to 9 May.", ["2024-05-03"]),
        ("The widow of Ole Brant, who drowned off Selma on 3 May, sued the guild on Tuesday.", ["2024-05-14"]),
        ("After the pilots were heard on Monday, the keeper resigned on Tuesday.", ["2024-05-14"]),
        ("The widow of Ole Brant, who drowned off Selma on 3 May, sued the guild.", ["2024-05-03"]),
        ("Ole Brant, who drowned off Selma on 3 May, will be buried on Saturday.", ["2024-05-03"]),
        ("On Monday, the keeper of the lamp resigned and sailed for Selma.", ["2024-05-13"]),
    ],
)
def test_only_a_certain_day_of_what_a_sentence_tells_has_an_event(sentence: str, days: list[str]) -> None:
    events = make_timeline(*print_reports(("a", "2024-05-16", [sentence]), ("b", "2024-05-16", ["Nothing new."])))
    assert [event.date for event in events] == days
