"""The public sets as they lie on disk: JSON lines, one record a line."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from index.errors import UsageError

Record = dict[str, Any]
T = TypeVar("T")


def read_records(file: Path, limit: int | None = None) -> list[Record]:
    """Return the records of a file, or `limit` of them spread evenly over it; raises UsageError for a bad file."""
    try:
        records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.", "Give the folder of the public sets.") from error
    except ValueError as error:
        raise UsageError(
            f"{file} has a line that is no JSON: {error}.", "Take the file as it was published."
        ) from error
    return spread(records, limit)


def spread(items: Sequence[T], limit: int | None) -> list[T]:
    """Return all items, or `limit` of them spread evenly."""
    if limit is None or limit >= len(items):
        return list(items)
    return [items[number * len(items) // limit] for number in range(limit)]


def read_articles(folder: Path) -> dict[str, Record]:
    """Return the articles of `folder/realtimeqa_articles.jsonl` by the names of the files they are written to."""
    records = read_records(folder / "realtimeqa_articles.jsonl")
    return {f"{number:05}.txt": record for number, record in enumerate(records)}


def write_article(article: Record) -> str:
    """Return an article as a report stands in a file: title, day and text."""
    return f"{article['title']}\n{article['published']}\n\n{article['text']}\n"


def share(part: float, whole: float) -> float:
    """Return a share, 0 of nothing."""
    return part / whole if whole else 0.0
