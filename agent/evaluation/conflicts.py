"""Whether both sides are shown: FNC-1 headlines asked as questions over articles that confirm and deny them.

What tells and denies was worked out on half of the stories; a story is all headlines that share an article, so that no
article of the other half was read.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from zlib import crc32

from agent.answer.answer import Answer
from agent.evaluation.reader import Reader
from agent.evaluation.records import Record, read_records, share

SIDES = ("agree", "disagree", "discuss")

ANSWERED, BOTH, SHOWN = "answered", "both sides cited", "dispute shown"
_ASKED = "headlines"


def measure(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    """Return how often an agreeing and a disagreeing article are both cited in the answer to a headline.

    An answer's share is of all headlines; a headline about which the answer abstains shows neither side. The figures
    of the stories that were held out are given again by themselves.
    """
    articles = {record["id"]: record["text"] for record in read_records(folder / "conflict_articles.jsonl")}
    every = read_records(folder / "conflict_headlines.jsonl")
    held = find_held_out(every)
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for number, record in enumerate(read_records(folder / "conflict_headlines.jsonl", limit)):
        question = f"{record['headline'].rstrip('.?! ')}?"
        answer = next(reader.answer(f"conflicts/{number}", _collect(record, articles), [question]))
        counts[record["headline"] in held].update([_ASKED, *_list_shown(answer, record)])
    whole = counts[True] + counts[False]
    names = (ANSWERED, "an agreeing article cited", "a disagreeing article cited", BOTH, SHOWN)
    figures: dict[str, float] = {_ASKED: whole[_ASKED]}
    figures |= {name: share(whole[name], whole[_ASKED]) for name in names}
    figures |= {f"held out: {_ASKED}": counts[True][_ASKED]}
    return figures | {f"held out: {name}": share(counts[True][name], counts[True][_ASKED]) for name in (BOTH, SHOWN)}


def _list_shown(answer: Answer, record: Record) -> list[str]:
    """Return the names of what an answer shows of a headline."""
    if answer.abstained:
        return []
    cited = {Path(item.paragraph.source.name).stem for item in answer.citations}
    cited |= {Path(copy.source.name).stem for item in answer.citations for copy in item.also_in}
    agrees, disagrees = (bool(cited & set(record[side])) for side in SIDES[:2])
    shown = {
        ANSWERED: True,
        "an agreeing article cited": agrees,
        "a disagreeing article cited": disagrees,
        BOTH: agrees and disagrees,
        SHOWN: bool(answer.disputes),
    }
    return [name for name, holds in shown.items() if holds]


def find_held_out(records: Sequence[Record]) -> set[str]:
    """Return the headlines of the stories that were held out: those whose first headline has an odd checksum."""
    stories: list[tuple[set[str], list[str]]] = []
    for record in records:
        ids, headlines = {str(id) for side in SIDES for id in record[side]}, [record["headline"]]
        for story in [story for story in stories if story[0] & ids]:
            stories.remove(story)
            ids, headlines = ids | story[0], headlines + story[1]
        stories.append((ids, headlines))
    return {headline for _, story in stories if crc32(min(story).encode()) % 2 for headline in story}


def _collect(record: Record, articles: Mapping[str, str]) -> dict[str, str]:
    return {f"{id}.txt": articles[id] + "\n" for side in SIDES for id in record[side]}
