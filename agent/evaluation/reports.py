"""Reports: how questions about real reports of one event by many outlets are answered, both sides included.

The reports are those of ECB+; a line of a file in `tests/gold/reports` is a question about one of its topics as in
`agent.evaluation.gold`, with `sides`, regular expressions for the sentences on each, where the reports contradict
or supersede each other.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from agent.answer.answer import Answer
from agent.evaluation.ecbplus import read_topics
from agent.evaluation.gold import GoldQuestion, Score, read_gold, score_answer, summarize
from agent.evaluation.reader import Reader
from agent.evaluation.records import Record, read_records, share, spread
from index.errors import UsageError

REPORTS = Path(__file__).parents[2] / "tests" / "gold" / "reports"
HELD_OUT = REPORTS / "heldout.jsonl"
"""Questions about the topics with odd numbers, which were not looked at; `developing.jsonl` asks about the others."""

DISPUTE, UPDATE = "dispute", "update"
_SHOWN = "answerable right_and_cited wrongly_abstained citation_precision unanswerable wrongly_answered words".split()


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What an answer scored, and whether it cites sentences on every side."""

    score: Score
    both: bool


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
        outcomes += [_judge(*item, answer) for item, answer in zip(items, answers, strict=True)]
    return _summarize(outcomes)


def _judge(question: GoldQuestion, line: Record, answer: Answer) -> _Outcome:
    sides = line.get("sides", ())
    cited = [] if answer.abstained else [item.quote for item in answer.citations]
    told = [any(re.search(side, quote, re.IGNORECASE) for quote in cited) for side in sides]
    return _Outcome(score_answer(question, answer, 0.0), sum(told) > 1)


def _summarize(outcomes: list[_Outcome]) -> dict[str, float]:
    figures = summarize([outcome.score for outcome in outcomes])
    disputes, updates = ([each for each in outcomes if each.score.kind == kind] for kind in (DISPUTE, UPDATE))
    others = [each.score for each in outcomes if each.score.kind not in (DISPUTE, UPDATE)]
    answered = share(figures["answerable"] - figures["wrongly_abstained"], figures["answerable"])
    refused = 1 - share(figures["wrongly_answered"], figures["unanswerable"])
    return {
        **{name.replace("_", " "): figures[name] for name in _SHOWN},
        "balanced accuracy": (answered + refused) / 2,
        "disputes": len(disputes),
        "dispute: both sides cited": sum(each.both for each in disputes),
        "dispute: told as a dispute": sum(each.score.disputed for each in disputes),
        "updates": len(updates),
        "update: both reports cited": sum(each.both for each in updates),
        "others told as a dispute": sum(score.disputed for score in others),
    }
