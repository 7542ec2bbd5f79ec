"""Whether both answers are told where some documents were altered to give another: RGB and RAMDocs.

The files lie in the folder as their authors publish them: `en_fact.json` (github.com/chen700564/RGB, Chen et al., 2023)
and `RAMDocs_test.jsonl` (github.com/HanNight/RAMDocs, Wang et al., 2025). What tells sentences apart that are the same
but for the answer was worked out on RGB and on every fourth record of RAMDocs, of which the others are asked here.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.answer.answer import Answer
from agent.evaluation.answering import holds_answer
from agent.evaluation.reader import Reader
from agent.evaluation.records import Record, read_records, share, spread

DOCUMENTS = 3
"""Documents of RGB of each kind that are asked at most: true, altered and beside the point."""

SEEN = 4
"""Every such record of RAMDocs was looked at."""


@dataclass(frozen=True, slots=True)
class _Asked:
    question: str
    documents: dict[str, str]
    right: tuple[str, ...]
    altered: tuple[str, ...]


def measure(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    """Return how often the right and the altered answer are both told, and how often as a dispute.

    Raises UsageError where the files are not there.
    """
    figures: dict[str, float] = {}
    for name, items in (("RGB", list(_read_rgb(folder))), ("RAMDocs", list(_read_ramdocs(folder)))):
        counts: Counter[str] = Counter()
        for number, item in enumerate(spread(items, limit)):
            answer = next(reader.answer(f"{name}/{number}", item.documents, [item.question]))
            counts.update(["questions", *_list_told(answer, item)])
        figures[f"{name}: questions"] = counts["questions"]
        for told in ("answered", "right answer told", "both answers told", "told as a dispute"):
            figures[f"{name}: {told}"] = share(counts[told], counts["questions"])
    return figures


def _list_told(answer: Answer, item: _Asked) -> list[str]:
    if answer.abstained:
        return []
    right, altered = (any(holds_answer(answer, text) for text in given) for given in (item.right, item.altered))
    told = {"answered": True, "right answer told": right, "both answers told": right and altered}
    return [name for name, holds in (told | {"told as a dispute": bool(answer.disputes)}).items() if holds]


def _read_rgb(folder: Path) -> Iterator[_Asked]:
    for record in read_records(folder / "en_fact.json"):
        kinds = ("positive", "positive_wrong", "negative")
        documents = {
            f"{kind}{number}.txt": f"{text}\n" for kind in kinds for number, text in enumerate(record[kind][:DOCUMENTS])
        }
        yield _Asked(record["query"], documents, _flatten(record["answer"]), _flatten(record["fakeanswer"]))


def _read_ramdocs(folder: Path) -> Iterator[_Asked]:
    """Yield the questions of which some documents were altered."""
    for number, record in enumerate(read_records(folder / "RAMDocs_test.jsonl")):
        if number % SEEN and record["wrong_answers"]:
            yield _Asked(
                record["question"], _name(record), *map(_flatten, (record["gold_answers"], record["wrong_answers"]))
            )


def _name(record: Record) -> dict[str, str]:
    return {f"{number}.txt": f"{document['text']}\n" for number, document in enumerate(record["documents"])}


def _flatten(answers: str | Sequence[str] | Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the answers of a record, which stand alone, in a list, or in a list of lists."""
    if isinstance(answers, str):
        return (answers,)
    return tuple(text for each in answers for text in _flatten(each))
