"""Whether both sides are shown: FNC-1 headlines asked as questions over articles that confirm and deny them."""

from collections.abc import Mapping
from pathlib import Path

from agent.evaluation.reader import Reader
from agent.evaluation.records import Record, read_records, share

SIDES = ("agree", "disagree", "discuss")


def measure(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    """Return how often an agreeing and a disagreeing article are both cited in the answer to a headline.

    An answer's share is of all headlines; a headline about which the answer abstains shows neither side.
    """
    articles = {record["id"]: record["text"] for record in read_records(folder / "conflict_articles.jsonl")}
    records = read_records(folder / "conflict_headlines.jsonl", limit)
    given = agreeing = disagreeing = both = disputes = 0
    for number, record in enumerate(records):
        question = f"{record['headline'].rstrip('.?! ')}?"
        answer = next(reader.answer(f"conflicts/{number}", _collect(record, articles), [question]))
        cited = set() if answer.abstained else {Path(item.paragraph.source.name).stem for item in answer.citations}
        cited |= {Path(copy.source.name).stem for item in answer.citations if cited for copy in item.also_in}
        agrees, disagrees = (bool(cited & set(record[side])) for side in SIDES[:2])
        given += not answer.abstained
        agreeing += agrees
        disagreeing += disagrees
        both += agrees and disagrees
        disputes += bool(answer.disputes)
    return {
        "headlines": len(records),
        "answered": share(given, len(records)),
        "an agreeing article cited": share(agreeing, len(records)),
        "a disagreeing article cited": share(disagreeing, len(records)),
        "both sides cited": share(both, len(records)),
        "dispute shown": share(disputes, len(records)),
    }


def _collect(record: Record, articles: Mapping[str, str]) -> dict[str, str]:
    return {f"{id}.txt": articles[id] + "\n" for side in SIDES for id in record[side]}
