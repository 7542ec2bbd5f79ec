"""How well the days of a timeline are chosen: Timeline17, against the timelines of journalists."""

import json
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from agent.digest.chronology.mentions import find_mentions, weigh_days
from index.source import Paragraph, Source

TRIED = (0.0, 0.1, 0.2, 0.35, 0.5, 1.0)
"""Weights of a publication that are compared."""


def measure(folder: Path) -> dict[str, float]:
    """Return the date F1 of every file of `folder/timelines`, their mean, and that of counting publications.

    As many days are chosen as the journalists' timeline has, so that F1, precision and recall are one; it is
    averaged over the timelines of a file. For `held out` the weight of a publication is chosen, for every
    topic, on the other topics.
    """
    tried: dict[str, list[float]] = {}
    results: dict[str, float] = {}
    baseline: list[float] = []
    for file in sorted((folder / "timelines").glob("*.jsonl")):
        head, *articles = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        truth = [sorted({day for day, _ in timeline}) for timeline in head["timelines"]]
        published = [article["date"] for article in articles if article["date"]]
        mentions = find_mentions(paragraph for n, article in enumerate(articles) for paragraph in _read(n, article))
        results[file.stem] = _score(weigh_days(mentions, published), truth)
        tried[file.stem] = [_score(weigh_days(mentions, published, weight), truth) for weight in TRIED]
        baseline.append(_score({day: float(published.count(day)) for day in published}, truth))
    if results:
        results["mean"] = fmean(results.values())
        results["held out"] = fmean(_hold_out(tried, name) for name in tried)
        results["publications alone"] = fmean(baseline)
    return results


def _hold_out(tried: dict[str, list[float]], name: str) -> float:
    """Return the score of a file with the weight that is best on the files of other topics."""
    others = [scores for other, scores in tried.items() if _topic(other) != _topic(name)] or [tried[name]]
    totals = [sum(scores) for scores in zip(*others, strict=True)]
    return tried[name][totals.index(max(totals))]


def _topic(name: str) -> str:
    return name.partition("_")[0]


def _read(number: int, article: dict[str, str]) -> list[Paragraph]:
    source = Source(number, article["id"], "", article["title"] or "", None, article["date"] or None)
    lines = [line for line in article["text"].split("\n") if line.strip()]
    return [Paragraph(source, n, line) for n, line in enumerate(lines, 1)]


def _score(weights: dict[str, float], truth: Sequence[Sequence[str]]) -> float:
    ranked = sorted(weights, key=lambda day: (-weights[day], day))
    scores = [len(set(ranked[: len(days)]) & set(days)) / len(days) for days in truth]
    return sum(scores) / len(scores)
