"""Whether both sides are shown where passages were written to say yes and no: the whether-questions of ConflictQA.

The files lie in the folder as their authors publish them, `conflictQA-strategyQA-….json` (github.com/OSU-NLP-Group/
LLM-Knowledge-Conflict, Xie et al., 2024; the questions are StrategyQA's). What tells a contradiction that the model and
the form of two sentences agree on was worked out on questions of four of them; a fifth is asked, without those.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from agent.answer.answer import Answer
from agent.evaluation.reader import Reader
from agent.evaluation.records import read_records, share, spread

ASKED = "qwen7b"
"""The file whose questions are asked, by the model that wrote its passages."""

SEEN = {"chatgpt": 20, "gpt4": 16, "llama2-70b": 16, "palm2": 1}
"""The files of which some questions were looked at, or all: every so many-th."""

_SIDES = {
    "a.txt": "parametric_memory",
    "b.txt": "counter_memory",
    "c.txt": "parametric_memory_aligned_evidence",
    "d.txt": "counter_memory_aligned_evidence",
}
"""The passages of a question: the first and third argue for one answer, the others for the contrary."""

_ALIKE = ("a.txt", "c.txt")


def measure(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    """Return how often passages of both sides are cited, and how often they are told as a dispute.

    Raises UsageError where the files are not there.
    """
    counts: Counter[str] = Counter()
    asked = list(_read(folder))
    for number, (question, documents) in enumerate(spread(asked, limit)):
        answer = next(reader.answer(f"opposed/{number}", documents, [question]))
        counts.update(["questions", *_list_shown(answer)])
    names = ("answered", "both sides cited", "told as a dispute", "told of one side")
    return {"questions": counts["questions"]} | {name: share(counts[name], counts["questions"]) for name in names}


def _read(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the questions that nobody looked at, with their passages and those of the next question."""
    every = {name: list(read_records(folder / f"conflictQA-strategyQA-{name}.json")) for name in (ASKED, *SEEN)}
    seen = {record["question"] for name, step in SEEN.items() for record in every[name][::step]}
    records = every[ASKED]
    for record, other in zip(records, [*records[1:], records[0]], strict=True):
        if record["question"] not in seen:
            documents = {file: record[field] for file, field in _SIDES.items() if record[field]}
            yield record["question"], documents | {"beside.txt": other["parametric_memory"]}


def _list_shown(answer: Answer) -> list[str]:
    if answer.abstained:
        return []
    side = {item.n: item.paragraph.source.name in _ALIKE for item in answer.citations}
    disputed = [{side[n] for n in (*dispute.for_, *dispute.against)} for dispute in answer.disputes]
    shown = {
        "answered": True,
        "both sides cited": len(set(side.values())) > 1,
        "told as a dispute": bool(disputed),
        "told of one side": any(len(sides) == 1 for sides in disputed),
    }
    return [name for name, holds in shown.items() if holds]
