"""CondaQA, read into examples: one passage in versions whose negation is kept, reworded, moved or undone."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from agent.evidence.context.placing import place
from agent.training.examples import Example, take_nearest
from index.language.sentences import split_sentences

_SURE, _OPEN = ("YES", "NO"), "DON'T KNOW"

_CONTRASTS = 2
"""Statements of a question that are taken, each with what contradicts it."""


def read_negations(folder: Path, random: Random) -> Iterator[Example]:
    """Yield CondaQA's questions (Ravichander et al., 2022) with the sentences that its versions differ in.

    Of two versions that answer, one with yes and one with no, each contradicts the other.
    """
    asked: dict[tuple[int, str], dict[int, dict[str, Any]]] = defaultdict(dict)
    for path in sorted(folder.glob("*.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            asked[record["PassageID"], record["sentence2"].strip()][record["PassageEditID"]] = record
    for (_, question), records in asked.items():
        yield from _read_versions(question, list(records.values()), random)


def _read_versions(question: str, records: Sequence[Mapping[str, Any]], random: Random) -> Iterator[Example]:
    passages = [split_sentences(record["sentence1"]) for record in records]
    told = [
        (text, record["label"])
        for passage, record in zip(passages, records, strict=True)
        if (text := _cut(passage, passages))
    ]
    sure = [(text, label) for text, label in told if label in _SURE]
    if not sure:
        return
    rest = [text for text in passages[0] if all(text in passage for passage in passages)]
    yield Example(question, (random.choice(sure)[0],), tuple(take_nearest(question, rest, 4, random, 0.3)))
    for statement, so in random.sample(sure, min(_CONTRASTS, len(sure))):
        contrary = tuple(text for text, label in sure if label != so)
        alike = tuple(text for text, label in told if text != statement and label in (so, _OPEN))
        yield Example(question, contrary, (*alike, *take_nearest(question, rest, 1, random, 0.3)), statement)


def _cut(passage: Sequence[str], versions: Sequence[Sequence[str]]) -> str:
    """Return the one sentence that other versions of a passage have not, as it is read; "" for more or none."""
    own = [n for n, text in enumerate(passage) if not all(text in other for other in versions)]
    if len(own) != 1:
        return ""
    return place("", passage[own[0] - 1] if own[0] else "", passage[own[0]])
