"""Dates resolve as a reader of the report would resolve them, and words that only look like dates do not."""

import pytest

from index.language.dates import contradict_dates, find_dates

WEDNESDAY = "2017-11-08"


def read(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str]]:
    mentions = find_dates(text, published)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    return [(mention.text, mention.value) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell on Wednesday, Nov. 8, 2017, at noon.", [("Wednesday, Nov. 8, 2017", "2017-11-08")]),
        (
            "born 13 April 1953 , died 5-7 May 2001",
            [("13 April 1953", "1953-04-13"), ("5-7 May 2001", "2001-05-05")],
        ),
        ("on the 3rd of March 2016", [("3rd of March 2016", "2016-03-03")]),
        (
            "2017-11-08 and 25/12/2016 and 8.11.2017",
            [("2017-11-08",) * 2, ("25/12/2016", "2016-12-25"), ("8.11.2017", WEDNESDAY)],
        ),
        (
            "in June 2018, since 2010, in 1933 and (2012)",
            [("June 2018", "2018-06"), ("2010",) * 2, ("1933",) * 2, ("2012",) * 2],
        ),
        ("the 2016 election between 1956 and 1958", [("2016",) * 2, ("1956",) * 2, ("1958",) * 2]),
    ],
)
def test_absolute_dates_need_no_publication_date(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == read(text, None) == found
    assert not any(mention.relative for mention in find_dates(text, WEDNESDAY))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The town fell on Wednesday.", "2017-11-08"),
        ("The town fell on Thursday night.", "2017-11-02"),
        ("They met last Wednesday.", "2017-11-01"),
        ("They met last Tuesday.", "2017-10-31"),
        ("They met last Monday.", "2017-11-06"),
        ("They met last Friday.", "2017-11-03"),
        ("They met on Tuesday.", "2017-11-07"),
        ("The rector was cleared on Monday of taking gifts.", "2017-11-06"),
        ("The nurse told the court on Monday of a night without lamps.", "2017-11-06"),
        ("The arrest on Tuesday of two clerks was filmed.", "2017-11-07"),
        ("The quay was shut at Selma last Monday.", "2017-11-06"),
        ("The quay was shut at Selma Friday.", "2017-11-03"),
        ("Parliament will vote on Friday.", "2017-11-10"),
        ("On Friday, the court is expected to rule.", "2017-11-10"),
        ("They meet next Friday.", "2017-11-10"),
        ("It burned yesterday.", "2017-11-07"),
        ("It opens tomorrow.", "2017-11-09"),
        ("Two days ago it burned.", "2017-11-06"),
        ("A week ago it burned.", "2017-10-30"),
        ("Three months ago it burned.", "2017-08"),
        ("It burned last weekend.", "2017-11-04"),
        ("It burned earlier this month.", "2017-11"),
        ("It burned last month.", "2017-10"),
        ("It burned last year.", "2016"),
        ("It burned in September.", "2017-09"),
        ("It burned in December.", "2016-12"),
        ("The deal will end in December.", "2017-12"),
        ("It burned on Dec. 30.", "2016-12-30"),
        ("A vote on Dec. 30 is near.", "2017-12-30"),
        ("It burned on 3 January.", "2017-01-03"),
    ],
)
def test_relative_dates_follow_the_day_of_publication(text: str, value: str) -> None:
    mentions = find_dates(text, WEDNESDAY)
    assert [(mention.value, mention.relative) for mention in mentions] == [(value, True)]
    assert find_dates(text) == []


def test_reported_speech_and_plan_in_one_sentence() -> None:
    text = "He said on Monday that he will resign on Friday."
    assert read(text) == [("Monday", "2017-11-06"), ("Friday", "2017-11-10")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The senate will vote later on Tuesday, aides said.", "2017-11-07"),
        ("The bill will become law after deputies voted to override the veto Tuesday afternoon.", "2017-11-07"),
        ("The bill will become law after voting to override Tuesday afternoon.", "2017-11-07"),
        ("He fears the ferry will sink, he said in an interview Thursday.", "2017-11-02"),
        ("The curfew lasted until Monday.", "2017-11-06"),
        ("The truce was extended until Friday.", "2017-11-10"),
        ("Marlow was due to appear in court on Tuesday.", "2017-11-07"),
        ("Marlow was due to appear in court on Thursday.", "2017-11-09"),
        ("Lawmakers in Corven spoke of the ferry on Tuesday.", "2017-11-07"),
        ("Corven deputies to vote on Thursday", "2017-11-09"),
        ("According to Marlow the ferry sank on Thursday.", "2017-11-02"),
        ("The hearing is scheduled for Tuesday.", "2017-11-14"),
        ("The ferry sank on the night of Sept. 14.", "2017-09-14"),
        ("The mail of March 20 named the ferry.", "2017-03-20"),
        ("The final vote will be held on 16 February.", "2018-02-16"),
        ("The rules will be reviewed and changed on 1 July.", "2018-07-01"),
        ("The quay is to be opened on 9 April.", "2018-04-09"),
        ("The harbour will remain closed until Friday at the earliest.", "2017-11-10"),
        ("The harbour is closed to ferries until Tuesday.", "2017-11-14"),
        ("Milk must be boiled until at least Tuesday, the vet said.", "2017-11-14"),
        ("The mill had to be guarded until Tuesday.", "2017-11-07"),
        ("The mill was guarded until Tuesday.", "2017-11-07"),
        ("The mayor, who will be replaced, resigned on Thursday.", "2017-11-02"),
        ("It will be recalled that the ferry sailed on Monday, when it called at Corven.", "2017-11-06"),
        ("Since 1 December the mill has been shut from ten at night until five.", "2016-12-01"),
        ("The ban, Marlow said, would be lifted on 3 March.", "2018-03-03"),
        ("The owner said that a fund would be set up by January.", "2018-01"),
        ("The owner said the mill would shut after clerks walked out on Thursday.", "2017-11-02"),
    ],
)
def test_only_what_plainly_is_to_come_lies_ahead(text: str, value: str) -> None:
    assert [mention.value for mention in find_dates(text, WEDNESDAY)] == [value]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The quake struck on 12 January 2010.", "The quake struck eight days ago.", False),
        ("The quake struck on 12 January 2010.", "The quake struck two days ago.", True),
        ("The quake struck on 12 January 2010.", "The quake struck on 13 January.", True),
        ("The quake struck on Tuesday.", "The quake struck on Wednesday.", True),
        ("The quake struck on Wednesday.", "The quake struck last Wednesday.", False),
        ("The quake struck on Wednesday.", "The quake struck last Sunday.", True),
        ("The mill opened in 2008.", "The mill opened a year ago.", False),
        ("The mill opened in 2007.", "The mill opened a year ago.", True),
        ("The mill opened in 2010.", "The mill opened on 12 January 2010.", False),
    ],
)
def test_what_is_counted_from_publication_may_be_one_off(one: str, other: str, apart: bool) -> None:
    dates = [find_dates(text, "2010-01-21") for text in (one, other)]
    assert contradict_dates(dates[0][0], dates[1][0]) is apart


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We spoke last week, on Wednesday.", "2017-11-01"),
        ("The ferry sank on Thursday night last week.", "2017-11-02"),
        ("Deputies vote on Monday of next week.", "2017-11-13"),
        ("The mill opened on Monday this week.", "2017-11-06"),
        ("The mill opened last week; on Monday it shut.", "2017-11-06"),
    ],
)
def test_a_weekday_is_of_the_week_that_is_named_beside_it(text: str, value: str) -> None:
    assert value in [mention.value for mention in find_dates(text, WEDNESDAY) if mention.precision == "day"]


def test_a_new_year_turns_back() -> None:
    assert read("It burned on Dec. 30.", "2018-01-02") == [("Dec. 30", "2017-12-30")]
    assert read("It burned on Sunday.", "2018/01/02") == [("Sunday", "2017-12-31")]
    assert read("It burned on February 30; on Monday.", "not a date") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times asked May, who said March would help.",
        "Theresa May and the March for Peace",
        "Black Friday sales; every Wednesday; Saturdays; In May's view; the first Monday of each month",
        "2000 people, 1,200 men, $2016, 20171108, v1.2.2017x, the 1990s, 3/4/2017",
        "the Sept. 11 attacks",
        "on Friday of race week; on Sunday of Holy Week; on the Tuesday of the trial; on Monday of the week before",
        "",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The court hears the complaint of the union on Friday.", "2017-11-10"),
        ("The court hears the complaint of the union on Wednesday.", "2017-11-08"),
        ("The envoy, Ada Roe, flies to Lisk on Tuesday.", "2017-11-14"),
        ("Her successor takes office on Tuesday.", "2017-11-14"),
        ("The pilot goes before a judge on Monday.", "2017-11-13"),
        ("Schools open again on Thursday, except in Orme.", "2017-11-09"),
        ("Deputies vote on Tuesday.", "2017-11-14"),
        ("On Tuesday the council meets in Orme.", "2017-11-14"),
        ("The ferry sails again from Tuesday, a day later than first said.", "2017-11-14"),
        ("All schools in the county are closed on Thursday.", "2017-11-09"),
        ("The minister is flying to Lisk on Tuesday.", "2017-11-14"),
        ("The union, which rejected the offer last week, holds a ballot on Friday.", "2017-11-10"),
        ("The two sides agreed to meet on Friday.", "2017-11-10"),
        ("The harbour master retires on 31 December.", "2017-12-31"),
        ("The day of the vote in the council is 3 April.", "2018-04-03"),
        ("The date given by the mill is 31 March.", "2018-03-31"),
        ("Farmers have called for another march on 26 January.", "2018-01-26"),
        ("The guild has announced a fair on 2 March against the toll.", "2018-03-02"),
        ("The guild has asked all members to stay at home on 4 February.", "2018-02-04"),
        ("The guild invited everybody to a vigil on 17 February.", "2018-02-17"),
        ("The mayor has promised an answer by 20 January.", "2018-01-20"),
        ("The hearing was put off until 3 March.", "2018-03-03"),
        ("The grid, which was cut off, hopes to have all homes connected by Friday.", "2017-11-10"),
    ],
)
def test_the_present_and_what_is_arranged_lie_ahead(text: str, value: str) -> None:
    assert [mention.value for mention in find_dates(text, WEDNESDAY)][-1:] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police say a man died on Thursday.", "2017-11-02"),
        ("Police say that on Thursday the man left the mill.", "2017-11-02"),
        ("The inquiry looks into the crash on Saturday.", "2017-11-04"),
        ("Police seek witnesses to the robbery on Saturday.", "2017-11-04"),
        ("She is accused of taking the boat on Thursday.", "2017-11-02"),
        ("He denies taking the boat on 3 March.", "2017-03-03"),
        ("Engineers check the bridge damaged on Saturday.", "2017-11-04"),
        ("The peace talks on Friday ended without a deal.", "2017-11-03"),
        ("Ministers held a round of peace talks on Friday.", "2017-11-03"),
        ("Two men wave a flag on the quay of Orme on Monday.", "2017-11-06"),
        ("The quake in the two provinces hit Lisk on Thursday.", "2017-11-02"),
        ("The letter is dated 6 March.", "2017-03-06"),
        ("The note of 17 March shows no stamp.", "2017-03-17"),
        ("The mayor announced the closure on Friday.", "2017-11-03"),
        ("The mayor promised on 3 March that she would go.", "2017-03-03"),
        ("She failed to appear on Friday.", "2017-11-03"),
        ("The bakery has been open since Friday.", "2017-11-03"),
        ("The paper shows Friday's list.", "2017-11-03"),
        ("His brother, who lives in Orme, said on Friday that he was well.", "2017-11-03"),
        ("28 February - The council approves the wall.", "2017-02-28"),
    ],
)
def test_a_verb_of_the_present_that_looks_back_does_not_lie_ahead(text: str, value: str) -> None:
    assert [mention.value for mention in find_dates(text, WEDNESDAY)] == [value]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On Tuesday last, near the mole, a boat sank.", ["1912-06-11"]),
        ("The regatta is on Saturday next.", ["1912-06-22"]),
        ("It opens on Monday week.", ["1912-06-24"]),
        ("It was sold on the 30th ult., and again on Monday, the 3rd inst.", ["1912-05-30", "1912-06-03"]),
        ("A rise is due from the 1st prox.", ["1912-07-01"]),
        ("The mate left on Friday next to the cook.", ["1912-06-14"]),
        ("On Sunday last year's champions lost.", ["1912-06-09"]),
        ("He sailed on the Thursday preceding.", []),
        ("They met the following Monday.", []),
        ("On Monday following the storm they met.", ["1912-06-10"]),
        ("They met following Monday's storm.", ["1912-06-10"]),
        ("In an instant the 5 boats were gone.", []),
    ],
)
def test_days_as_old_papers_reckon_them(text: str, days: list[str]) -> None:
    found = [mention.value for mention in find_dates(text, "1912-06-15") if mention.precision == "day"]
    assert found == days
