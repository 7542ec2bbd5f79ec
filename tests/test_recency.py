"""Recency: what was published last counts where a question speaks of now, and nowhere else."""

import numpy as np
import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.question import read_question
from agent.evidence.ranked import Ranked, Ranking
from agent.evidence.recency import UNDATED, asks_now, lead_with_latest, weigh_days
from agent.evidence.words.likeness import Words
from index.source import Paragraph, Source


def rank(words: Words, question: str, *told: tuple[str | None, float], sources: int = 5) -> list[str | None]:
    """Return the days of a ranking's sentences, given with how surely each answers, after the latest is led with."""
    found = publish(*(day for day, _ in told))
    items = tuple(
        Ranked(each, 5.0 - n, 1.0, {}, odds) for n, (each, (_, odds)) in enumerate(zip(found, told, strict=True))
    )
    ranking = Ranking(read_question(question), items, 1.0, 0.5, 1.0, words, sources)
    return [item.candidate.paragraph.source.date for item in lead_with_latest(ranking).items]


def publish(*days: str | None) -> list[Candidate]:
    """Return a sentence for each day of publication."""
    text = "The harbour is closed."
    sources = [Source(n, f"{n}.txt", f"/{n}.txt", "Harbour", None, day) for n, day in enumerate(days)]
    return [Candidate(Paragraph(source, 1, text), text, "", 1.0, {}) for source in sources]


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("Which harbour was closed this week?", True),
        ("Is the mayor still in custody?", True),
        ("Who was recently elected in Corven?", True),
        ("Which strike began on Monday?", True),
        ("Who closed the harbour?", False),
        ("What is the capital of New Marsuq?", False),
        ("Why did the week end early?", False),
    ],
)
def test_a_question_speaks_of_now_or_not(text: str, now: bool) -> None:
    assert asks_now(read_question(text)) is now


def test_later_reports_count_more_and_days_hardly() -> None:
    weights = weigh_days(
        read_question("Is the harbour still closed?"), publish("2024-03-10", "2024-03-08", None, "2014-01-01")
    )
    assert list(np.argsort(-weights)) == [0, 1, 2, 3]
    assert weights[0] == 0.0 and weights[1] > -0.1
    assert weights[2] == pytest.approx(-np.log1p(UNDATED))


def test_the_day_counts_nothing_elsewhere() -> None:
    assert not weigh_days(read_question("Who closed the harbour?"), publish("2024-03-10", "2014-01-01")).any()
    assert not np.ptp(weigh_days(read_question("Is it still closed?"), publish(None, None)))


OLD, LATE, LAST = "2024-03-02", "2024-03-08", "2024-03-12"


@pytest.mark.parametrize(
    ("question", "told", "sources", "first"),
    [
        ("Is the harbour still closed?", ((OLD, 4.0), (LATE, 3.0)), 5, LATE),
        ("Is the harbour still closed?", ((OLD, 4.0), (LATE, 3.0), (LAST, 0.5)), 5, LATE),
        ("Is the harbour still closed?", ((LAST, 4.0), (OLD, 5.0)), 5, LAST),
        ("Is the harbour still closed?", ((None, 4.0), (LATE, 3.0)), 5, None),
        ("Is the harbour still closed?", ((OLD, 4.0), (LATE, 3.0)), 4000, LATE),
        ("Was the harbour closed?", ((OLD, 4.0), (LATE, 3.0)), 5, OLD),
        ("Was the harbour closed last week?", ((OLD, 4.0), (LATE, 3.0)), 5, OLD),
    ],
)
def test_the_latest_sure_answer_leads_where_it_is_asked_how_things_are(
    words: Words, question: str, told: tuple[tuple[str | None, float], ...], sources: int, first: str | None
) -> None:
    assert rank(words, question, *told, sources=sources)[0] == first
