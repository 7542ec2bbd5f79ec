"""Whether both sides are shown: made-up reports of one event that contradict, supersede or only seem to contradict.

A line of a file in `tests/gold/sides` is a story: its `documents` (name, title, publisher, date, text), and `questions`
with what is `expected` of an answer and `sides`, regular expressions for the sentences that tell each.
"""

import re
from collections import Counter
from pathlib import Path

from agent.answer.answer import Answer
from agent.evaluation.outcomes import DISPUTE, UPDATE, tells_later
from agent.evaluation.reader import Reader
from agent.evaluation.records import Record, read_records, share
from index.errors import UsageError

SIDES = Path(__file__).parents[2] / "tests" / "gold" / "sides"
DEVELOPING, HELD_OUT = SIDES / "developing.jsonl", SIDES / "heldout.jsonl"
"""The stories that rules were worked out on, and those of another author that none was."""

AGREE, UNANSWERABLE = "agree", "unanswerable"
"""What is expected of an answer besides both sides and the later report said as such: no contradiction, none at all."""


def measure(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    """Return how the contradictions of the held-out stories are told; `folder` is not read.

    Raises UsageError where the stories are not there, as in a Concord installed without its tests.
    """
    if not HELD_OUT.exists():
        raise UsageError(f"There are no stories in {SIDES}.", "Run it where Concord was cloned: pip install -e .")
    counts: Counter[str] = Counter()
    for story in read_records(HELD_OUT, limit):
        questions = story["questions"]
        asked = [question["question"] for question in questions]
        documents = {document["name"]: write_report(document) for document in story["documents"]}
        answers = reader.answer(f"sides/{story['story']}", documents, asked)
        for question, answer in zip(questions, answers, strict=True):
            counts.update([question["expected"], *list_outcomes(question, answer)])
    return {"questions": sum(counts[name] for name in (DISPUTE, UPDATE, AGREE, UNANSWERABLE)), **_summarize(counts)}


def write_report(document: Record) -> str:
    """Return a document of a story as a report stands in a file."""
    return f"{document['title']}\nPublisher: {document['publisher']}\n{document['date']}\n\n{document['text']}\n"


def _summarize(counts: Counter[str]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for expected, shown in _FIGURES:
        figures[f"{expected}: {shown}"] = share(counts[f"{expected}: {shown}"], counts[expected])
    return figures


_FIGURES = (
    (DISPUTE, "both sides cited"),
    (DISPUTE, "told as a dispute"),
    (UPDATE, "both reports cited"),
    (UPDATE, "the later one cited"),
    (UPDATE, "told as later"),
    (UPDATE, "told as a dispute"),
    (AGREE, "right and cited"),
    (AGREE, "told as a dispute"),
    (UNANSWERABLE, "answered"),
    (UNANSWERABLE, "told as a dispute"),
)


def list_outcomes(question: Record, answer: Answer) -> list[str]:
    """Return the names of what an answer shows of a question, as they are counted."""
    expected = question["expected"]
    cited = [] if answer.abstained else [item.quote for item in answer.citations]
    told = [any(re.search(side, quote, re.IGNORECASE) for quote in cited) for side in question["sides"]]
    names = {
        f"{DISPUTE}: both sides cited": expected == DISPUTE and all(told),
        f"{UPDATE}: both reports cited": expected == UPDATE and all(told),
        f"{UPDATE}: the later one cited": expected == UPDATE and told[-1:] == [True],
        f"{UPDATE}: told as later": expected == UPDATE and all(told) and tells_later(answer),
        f"{AGREE}: right and cited": expected == AGREE and any(told),
        f"{UNANSWERABLE}: answered": expected == UNANSWERABLE and not answer.abstained,
        f"{expected}: told as a dispute": bool(answer.disputes),
    }
    return [name for name, holds in names.items() if holds]
