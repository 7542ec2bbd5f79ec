"""A running total outgrows the counts of the same that were told before it, and nothing else."""

import pytest
from newsroom import print_reports

from agent.digest.statements.statements import gather_statements
from agent.digest.tallying.revisions import find_revised
from agent.digest.tallying.tallies import find_outgrown
from agent.evidence.words.likeness import Words


def mark(words: Words, *texts: str) -> str:
    """Return for reports of successive days `x` where a later total replaces the count, `L` for the last total."""
    sources, paragraphs = print_reports(*[(f"{n}", f"2024-05-{13 + n}", [text]) for n, text in enumerate(texts)])
    body = [each for source in sources for each in paragraphs[source.id]]
    statements = gather_statements(body, lambda paragraph, _: paragraph.source.id + 1)
    outgrown, last = find_outgrown(statements, words)
    return "".join("x" if each.number in outgrown else "L" if each.number in last else "." for each in statements)


@pytest.mark.parametrize(
    "texts",
    [
        ("The clinic counted 40 cases of cholera on Monday.", "The number of cases of cholera now stands at 61."),
        ("Fourteen people were arrested in Lisk after a march.", "The number of arrests has risen to 27, police said."),
        ("Seven sailors have gone down with typhoid infections.", "The final count is 33 typhoid infections."),
        ("Some 300 homes are without power in Lisk.", "The number of homes without power has gone up to 900."),
        ("The clinic knew of 14 leaks in Lisk.", "The clinic now counts 22 leaks and three floods in Lisk."),
        ("The clinic raised the number of leaks from 9 to 14.", "The clinic now counts 22 leaks."),
        ("There were 80 people aboard the ferry.", "The number of people aboard was corrected by the port to 94."),
        (
            "About 50 complaints had come in by noon.",
            "New letters brought the total to 80 complaints.",
        ),
    ],
)
def test_a_later_total_replaces_the_count_before_it(words: Words, texts: tuple[str, str]) -> None:
    assert mark(words, *texts) == "xL"


def test_of_three_totals_the_last_is_left(words: Words) -> None:
    totals = [f"The number of confirmed cases in Lisk has risen to {count}." for count in (9, 23, 33)]
    assert mark(words, *totals) == "xxL"


@pytest.mark.parametrize(
    "texts",
    [
        ("Nine cases of cholera were found in Lisk.", "Twelve cases of cholera were found in Lisk."),
        ("The clinic counted 40 cases of cholera in Orme.", "The number of cases of cholera in Lisk stands at 61."),
        ("The mill employs 140 workers.", "The number of infections at the mill has risen to 200."),
        ("Two of the infected are children.", "The number of infections has risen to 200."),
        ("In 1998 the fever brought nine infections.", "The number of infections has risen to 200."),
        ("Twelve homes in Lisk were burnt.", "The number of homes without power in Lisk has risen to 900."),
        ("There were 30 complaints about noise.", "The number of complaints about noise fell to 12."),
        ("There were 30 complaints about noise.", "The number of complaints about noise may rise to 90."),
        ("The clinic knew of 14 leaks in Lisk.", "The clinic now counts on 22 volunteers in Lisk."),
    ],
)
def test_what_is_no_total_or_of_something_else_replaces_nothing(words: Words, texts: tuple[str, str]) -> None:
    assert mark(words, *texts) == ".."


def test_a_count_as_of_a_day_takes_the_place_of_that_of_a_day_before(words: Words) -> None:
    before = "As of 12 May, 58 confirmed cases have been reported, 35 more than a week ago."
    assert mark(words, before, "As of 13 May, 142 confirmed cases have been reported.") == "xL"
    assert mark(words, before, "As of 13 May, 142 new wells have been reported.") == ".."


def mark_revised(*texts: str) -> str:
    """Return for reports of successive days `x` where a figure is told to be changed later, `L` for the last change."""
    sources, paragraphs = print_reports(*[(f"{n}", f"2024-05-{13 + n}", [text]) for n, text in enumerate(texts)])
    body = [each for source in sources for each in paragraphs[source.id]]
    statements = gather_statements(body, lambda paragraph, _: paragraph.source.id + 1)
    revised, last = find_revised(statements)
    return "".join("x" if each.number in revised else "L" if each.number in last else "." for each in statements)


@pytest.mark.parametrize(
    "texts",
    [
        (
            "The mill will pay 20 million crowns to the crew.",
            "The mill raised what it pays the crew from 20 million to 30.",
        ),
        (
            "The port must pay the crew $8 million.",
            "The judge lowered what the port pays the crew from $8 million to $7.5 million.",
        ),
        ("The port pays the crew £40 a day.", "What the port pays its crew rose from £40 on Monday to £55."),
        ("The guild rents out 14 boats.", "The guild cut the number of boats that it rents out from 14 to nine."),
        ("The toll on the bridge is 4 percent.", "The toll on the bridge was cut from 4 percent to 3 percent."),
    ],
)
def test_a_figure_that_is_told_to_be_changed_is_so_no_more(texts: tuple[str, str]) -> None:
    assert mark_revised(*texts) == "xL"


@pytest.mark.parametrize(
    "texts",
    [
        (
            "The mill pays the crew 20 million crowns.",
            "The mill will raise the pay of the crew from 20 million to 30 million.",
        ),
        (
            "The mill pays the crew 20 million crowns.",
            "The guild wants the pay of the crew to be raised from 20 million to 30.",
        ),
        (
            "The mill pays the crew 20 million crowns.",
            "The mill denied that it raised the pay of the crew from 20 million to 30.",
        ),
        (
            "The mill pays the crew 20 million crowns.",
            "In 1998 the mill raised the pay of its crew from 20 million to 30.",
        ),
        (
            "The mill pays the crew 20 million crowns.",
            "Lisk raised the price of a new lamp from 20 million to 30 million.",
        ),
        (
            "The guild has 14 lawyers for the boats.",
            "The guild cut the number of boats that it rents out from 14 to nine.",
        ),
        (
            "The mill raised the pay of the crew from 20 million to 30 million.",
            "The mill pays the crew 20 million crowns.",
        ),
        ("The crew sells lamps for £40.", "The crew sells lamps from £40 to £55."),
    ],
)
def test_what_is_only_planned_or_of_something_else_changes_no_figure(texts: tuple[str, str]) -> None:
    assert mark_revised(*texts) == ".."
