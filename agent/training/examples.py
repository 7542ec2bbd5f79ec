"""Examples: a question and sentences of which it is known whether they answer it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from agent.evidence.context.placing import place
from agent.evidence.quotable import split_quotable
from index.language.terms import content_words, stem

LONGEST_QUESTION, LONGEST_PASSAGE = 250, 900
"""Letters beyond which a question or a passage is left out."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question, the passages that answer it, and others that do not; either may be empty.

    With a statement, `right` are those that contradict it on the question.
    """

    question: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The title and the sentences of a document, and how the model reads each."""

    title: str
    sentences: tuple[str, ...]
    placed: tuple[str, ...]


def split_reports(story: dict[str, Any]) -> list[Report]:
    """Return the documents of a story (`title`, `text`) in sentences."""
    return [_split(document["title"], document["text"]) for document in story["documents"]]


def _split(title: str, text: str) -> Report:
    sentences = [each for paragraph in text.split("\n\n") for each in split_quotable(paragraph)]
    return Report(title, tuple(sentences), tuple(place_sentences(title, sentences)))


def find_placed(reports: Sequence[Report], pieces: Sequence[str]) -> list[str]:
    """Return the sentences that hold one of the pieces, as the model reads them."""
    return [
        placed
        for report in reports
        for sentence, placed in zip(report.sentences, report.placed, strict=True)
        if any(piece in sentence for piece in pieces)
    ]


def find_roots(text: str) -> frozenset[str]:
    """Return the stems of a text's content words."""
    return frozenset(stem(word) for word in content_words(text))


def take_nearest(question: str, texts: Iterable[str], count: int, random: Random, noise: float) -> list[str]:
    """Return the texts that share most words with a question; `noise` is the share that chance may outweigh."""
    asked = find_roots(question)
    size = len(asked) or 1
    return sorted(texts, key=lambda text: -len(asked & find_roots(text)) / size - random.random() * noise)[:count]


def place_sentences(title: str, sentences: Sequence[str]) -> list[str]:
    """Return the sentences of a passage as the reranker reads them."""
    return [place(title, sentences[n - 1] if n else "", sentence) for n, sentence in enumerate(sentences)]


def write_examples(examples: Iterable[Example], target: Path) -> int:
    """Write examples as JSON lines, those that are too long left out; return their number."""
    lines = [
        json.dumps(asdict(each), ensure_ascii=False)
        for each in map(_shorten, examples)
        if len(each.question) <= LONGEST_QUESTION and len(each.right) + len(each.wrong) > 1
    ]
    target.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(lines)


def read_examples(source: Path) -> Iterator[Example]:
    """Yield what `write_examples` wrote."""
    for line in source.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield Example(record["question"], tuple(record["right"]), tuple(record["wrong"]), record["statement"])


def _shorten(example: Example) -> Example:
    right, wrong = (
        tuple(text for text in texts if len(text) < LONGEST_PASSAGE) for texts in (example.right, example.wrong)
    )
    return replace(example, right=right, wrong=wrong)
