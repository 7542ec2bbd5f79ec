"""How well reports of one event are brought together: BASIL, 60 events from three outlets each, mixed."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from agent.digest.events.stories import group_stories
from index.source import Paragraph, Source
from index.vectors.embed import DEFAULT, Embedder, load_embedder


def measure(folder: Path) -> dict[str, float]:
    """Return pairwise F1, precision and recall on `folder/story_triplets.jsonl`.

    The likeness from which sources are one story was chosen on the even events; the odd ones are held out.
    `undated` is F1 where no source has a date.
    """
    lines = (folder / "story_triplets.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    events = {event: n for n, event in enumerate(dict.fromkeys(record["event"] for record in records))}
    embedder = load_embedder(DEFAULT)
    results: dict[str, float] = {}
    for name, part in (("all", (0, 1)), ("chosen on", (0,)), ("held out", (1,))):
        chosen = [record for record in records if events[record["event"]] % 2 in part]
        for dated in (True, False):
            f1, precision, recall = _score(chosen, dated, embedder)
            label = name if dated else f"{name}, undated"
            results |= (
                {label: f1}
                if part != (0, 1)
                else {
                    label: f1,
                    f"{label}: precision": precision,
                    f"{label}: recall": recall,
                }
            )
    return results


def _score(records: Sequence[dict[str, Any]], dated: bool, embedder: Embedder) -> tuple[float, float, float]:
    sources = [_read(number, record, dated) for number, record in enumerate(records)]
    paragraphs = {paragraph[0].source.id: paragraph for paragraph in sources}
    stories = group_stories([paragraph[0].source for paragraph in sources], paragraphs, embedder)
    events = [record["event"] for record in records]
    together = sum(_pairs(Counter(events[source.id] for source in story).values()) for story in stories)
    proposed = _pairs(len(story) for story in stories)
    true = _pairs(Counter(events).values())
    return 2 * together / (proposed + true), together / max(proposed, 1), together / true


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _read(number: int, record: dict[str, Any], dated: bool) -> list[Paragraph]:
    source = Source(number, f"{number:03}.txt", "", record["title"], None, record["date"] if dated else None)
    return [Paragraph(source, n, text) for n, text in enumerate(record["paragraphs"], 1)]
