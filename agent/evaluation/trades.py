"""Trades: how questions about documents of other kinds than reports are answered, both sides included.

A line of a file in `tests/gold/trades` or `tests/gold/folders` is a matter: its `documents` (file name: content), as an
analyst, a researcher or a journalist has them (announcements, minutes, papers, guidelines, judgments, interviews,
letters), and `questions` as in `agent.evaluation.gold`, with `sides`, regular expressions for the sentences on each,
where documents contradict or supersede each other. All of it was made up for this.
"""

from pathlib import Path

from agent.evaluation.gold import make_question
from agent.evaluation.outcomes import Outcome, judge, summarize_outcomes
from agent.evaluation.reader import Reader
from agent.evaluation.records import read_records
from index.errors import UsageError

TRADES = Path(__file__).parents[2] / "tests" / "gold" / "trades"
HELD_OUT = TRADES / "heldout.jsonl"
"""Matters on whose questions no rule was made, though their first lines and some of their answers were looked at; those
of `developing.jsonl` were worked on.
"""

FOLDERS = Path(__file__).parents[2] / "tests" / "gold" / "folders" / "heldout.jsonl"
"""Ten mixed folders by other authors, none of whose questions or answers was looked at."""


def measure(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    """Return how the held-out matters' questions are answered, of `limit` matters; `folder` is not read.

    Raises UsageError where they are not there, as in a Concord installed without its tests.
    """
    return _measure(HELD_OUT, limit, reader)


def measure_folders(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    """Return how the questions about the mixed folders are answered, else as `measure`."""
    return _measure(FOLDERS, limit, reader)


def _measure(path: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    if not path.exists():
        raise UsageError(
            f"There are no questions in {path.parent}.", "Run it where Concord was cloned: pip install -e ."
        )
    outcomes: list[Outcome] = []
    for matter in read_records(path, limit):
        lines = matter["questions"]
        asked = [line["question"] for line in lines]
        answers = reader.answer(f"{path.parent.name}/{matter['matter']}", matter["documents"], asked)
        outcomes += [judge(make_question(line), line, answer) for line, answer in zip(lines, answers, strict=True)]
    return summarize_outcomes(outcomes)
