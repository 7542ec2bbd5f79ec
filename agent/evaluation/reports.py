"""Reports: how questions about real reports of one event by many outlets are answered, both sides included.

The reports are those of ECB+; a line of a file in `tests/gold/reports` is a question about one of its topics as in
`agent.evaluation.gold`, with `sides`, regular expressions for the sentences on each, where the reports contradict
or supersede each other.
"""

from collections import defaultdict
from pathlib import Path

from agent.evaluation.ecbplus import read_topics
from agent.evaluation.gold import GoldQuestion, read_gold
from agent.evaluation.outcomes import judge, summarize_outcomes
from agent.evaluation.reader import Reader
from agent.evaluation.records import Record, read_records, spread
from index.errors import UsageError

REPORTS = Path(__file__).parents[2] / "tests" / "gold" / "reports"
HELD_OUT = REPORTS / "heldout.jsonl"
"""Questions about the topics with odd numbers, which were not looked at; `developing.jsonl` asks about the others."""


def measure(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    """Return how the held-out questions are answered over the reports of their topics in `folder/ECB+`.

    Raises UsageError where the corpus is not there, nor the questions, as in a Concord installed without its tests.
    """
    if not HELD_OUT.exists():
        raise UsageError(f"There are no questions in {REPORTS}.", "Run it where Concord was cloned: pip install -e .")
    topics = read_topics(folder)
    asked: defaultdict[str, list[tuple[GoldQuestion, Record]]] = defaultdict(list)
    lines = zip(read_gold(HELD_OUT), read_records(HELD_OUT), strict=True)
    for question, line in spread(list(lines), limit):
        asked[question.event].append((question, line))
    outcomes = []
    for event, items in asked.items():
        answers = reader.answer(f"reports/{event}", topics[event], [question.question for question, _ in items])
        outcomes += [judge(*item, answer) for item, answer in zip(items, answers, strict=True)]
    return summarize_outcomes(outcomes)
