"""A story of days: what only an older report tells is marked with its day, and what has lapsed is left out."""

from collections.abc import Sequence

import pytest

from agent.digest.citations import Register
from agent.digest.compose import Composition, compose_story
from agent.digest.digest import StorySource
from agent.digest.story import choose_title
from agent.digest.voices.origins import find_origins
from agent.evidence.words.likeness import Words
from index.source import Paragraph, Source

NEWS = "The county opened a footbridge across the Tarn at Ostley on Friday, nine days after the flood."
MORE = (
    "A choir from Lisk sang at its opening, and the bishop blessed the planks.",
    "Its timber came from a barn that the water had torn down at Corrie.",
    "Carpenters of three villages built it in four nights by lamplight.",
    "No toll is asked of anybody, the treasurer Greta Lund said.",
)


def compose(words: Words, *reports: tuple[str, Sequence[str]]) -> Composition:
    """Return what reports (day and paragraphs), each of an outlet of its own, make together."""
    sources = [Source(n, f"{n}.txt", f"/{n}", f"Report {n}", f"Outlet {n}", day) for n, (day, _) in enumerate(reports)]
    read = {
        n: [Paragraph(sources[n], k, text) for k, text in enumerate(body, 1)] for n, (_, body) in enumerate(reports)
    }
    return compose_story(sources, read, find_origins(sources, read).voice, words, Register())


def summarize(words: Words, *reports: tuple[str, Sequence[str]]) -> list[str]:
    return [sentence.text for sentence in compose(words, *reports).summary]


@pytest.mark.parametrize(
    "old",
    [
        "The Harrow road is closed until Wednesday, the county says.",
        "The council is due to meet the farmers of Penhale, its clerk announced.",
        "Four hundred sheep are still standing on the high meadows of Penhale.",
        "The barracks at Lisk currently house sixty families.",
        "Divers will look for the lost van on 9 May.",
    ],
)
@pytest.mark.parametrize("last", ["2031-05-16", "2031-05-05"])
def test_what_has_lapsed_since_is_no_part_of_a_summary(old: str, last: str, words: Words) -> None:
    told = summarize(words, ("2031-05-05", [old]), (last, [NEWS, *MORE]))
    assert any(text.startswith(old) for text in told) is (last == "2031-05-05"), "it is of the last day only then"


@pytest.mark.parametrize(
    "old",
    [
        "The flood carried away two houses and a chapel in Penhale on Monday.",
        "Nobody had until now seen the Tarn so high, the miller Ivo Brandt said.",
        "Twenty pupils of Lisk were saved by a farmer with a boat.",
        "The inquiry into the flood is to be led by a retired judge, Nora Penn.",
        "The new dyke is planned for the summer of 2033.",
        "“I am still trembling,” said the baker of Penhale, Ada Bloom.",
    ],
)
def test_what_was_so_then_stays_and_is_marked_with_its_day(old: str, words: Words) -> None:
    told = summarize(words, ("2031-05-05", [old]), ("2031-05-16", [NEWS, *MORE]))
    assert f"{old} — Outlet 0 (5 May)" in told and f"{NEWS} — Outlet 1" in told


def test_the_day_is_not_put_behind_what_names_it_and_has_its_year_where_that_is_another(words: Words) -> None:
    named, old = "The flood came on 28 December with a gale from the north.", "A barn of the abbey was carried off."
    told = summarize(words, ("2030-12-28", [named, old]), ("2031-05-16", [NEWS, *MORE]))
    assert f"{named} — Outlet 0" in told and f"{old} — Outlet 0 (28 December 2030)" in told


def test_reports_of_one_day_and_undated_ones_have_no_mark(words: Words) -> None:
    old = "The flood carried away two houses and a chapel in Penhale."
    for day in ("2031-05-16", "", "in May"):
        assert f"{old} — Outlet 0" in summarize(words, (day, [old]), ("2031-05-16", [NEWS, *MORE]))


@pytest.mark.parametrize(
    ("later", "stays"),
    [
        ("Thirty-one people died in the flood, the county said.", False),
        ("A boy was found dead on Thursday, bringing the death toll to 31.", False),
        ("Thirty-one people were hurt in the flood, the county said.", True),
    ],
)
def test_a_bare_toll_that_has_risen_is_no_part_of_a_summary(later: str, stays: bool, words: Words) -> None:
    old = "Seven people are known to have died."
    told = summarize(words, ("2031-05-05", [old]), ("2031-05-16", [NEWS, later, *MORE]))
    assert any(text.startswith(old) for text in told) is stays


@pytest.mark.parametrize(
    ("later", "stays"),
    [
        ("Hugo Pell resigned on Thursday over the flood.", False),
        ("Hugo Pell has stepped down, the board of the weir said.", False),
        ("The brother of Hugo Marsh resigned on Thursday.", True),
        ("Hugo Pell welcomed the footbridge.", True),
    ],
)
def test_who_left_an_office_holds_it_no_more(later: str, stays: bool, words: Words) -> None:
    old = "The weir above Penhale is run by Hugo Pell, a former miller."
    told = summarize(words, ("2031-05-05", [old]), ("2031-05-16", [NEWS, later, *MORE]))
    assert any(text.startswith(old) for text in told) is stays


def test_both_sides_of_a_dispute_are_marked(words: Words) -> None:
    one, other = (
        "The Tarn Board opened the sluice at Penhale.",
        "The Tarn Board denied that it had opened the sluice at Penhale.",
    )
    told = summarize(words, ("2031-05-05", [one]), ("2031-05-07", [other]), ("2031-05-16", [NEWS, *MORE]))
    assert f"Disputed: {one} (5 May) Against this: {other} (7 May)" in told


def test_outdated_claims_stand_last_among_their_like(words: Words) -> None:
    old, last = "Nine people are known to have died.", "Fourteen people died in the flood."
    claims = compose(words, ("2031-05-05", [old]), ("2031-05-16", [last])).claims
    assert [claim.text for claim in claims] == [last, old]


@pytest.mark.parametrize(
    ("days", "title"),
    [
        (("2031-05-05", "2031-05-06", "2031-05-07"), "Flood in Penhale: flood dead named"),
        (("2031-05-05", "2031-05-06", "2031-05-16"), "Footbridge opens"),
        (("2031-05-05", "2031-05-15", "2031-05-16"), "Flood in Penhale: flood dead named"),
        ((None, None, None), "Flood in Penhale"),
    ],
)
def test_the_newest_reports_title_a_long_story(days: Sequence[str | None], title: str) -> None:
    titles = ("Flood in Penhale", "Flood in Penhale: flood dead named", "Footbridge opens")
    sources = [
        Source(n, f"{n}.txt", "", each, None, day) for n, (each, day) in enumerate(zip(titles, days, strict=True))
    ]
    assert choose_title([StorySource(source, n) for n, source in enumerate(sources, 1)]) == title


@pytest.mark.parametrize("late", ["Corrections and clarifications", "The Penhale Lantern", "PENHALE TOWN COUNCIL"])
def test_a_column_of_corrections_or_a_name_titles_no_story(late: str) -> None:
    told = (("Water Rises in Penhale", "2031-05-05"), (late, "2031-05-16"))
    sources = [
        StorySource(Source(n, f"{n}.txt", "", *named), n) for n, named in enumerate(((t, None, d) for t, d in told), 1)
    ]
    assert choose_title(sources) == "Water Rises in Penhale"
