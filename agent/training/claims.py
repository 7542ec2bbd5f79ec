"""Sets of claims with evidence: questions whether they are so, which what supports and what refutes them answers."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from agent.training.examples import Example, find_roots, take_nearest
from agent.training.neighbours import join_tokens

_FORMS = ("Is it true that {}?", "{}?", "{}?", "Did the sources say that {}?", "Is it the case that {}?")
_NAMED = re.compile(r"[A-Z][a-z]+ [A-Z]|[A-Z]{2}")
_TRIED = 300


def ask_whether(claim: str, random: Random) -> str:
    """Return a claim as a question whether it is so."""
    claim, form = claim.strip().rstrip(". ?!"), random.choice(_FORMS)
    inside = form[0] == "{" or _NAMED.match(claim)
    return form.format(claim if inside else claim[:1].lower() + claim[1:])


def read_claims(folder: Path, random: Random) -> Iterator[Example]:
    """Yield Climate-FEVER's claims (Diggelmann et al., 2020) with five sentences each."""
    for record in _read(folder):
        found = [(join_tokens(each["evidence"]).strip('"'), each["evidence_label"]) for each in record["evidences"]]
        right = tuple(text for text, label in found if label != "NOT_ENOUGH_INFO")
        wrong = tuple(text for text, label in found if label == "NOT_ENOUGH_INFO")
        yield Example(ask_whether(record["claim"], random), right, wrong)


def read_evidence(folder: Path, random: Random) -> Iterator[Example]:
    """Yield the claims of FEVER's symmetric set (Schuster et al., 2019) with their sentence and three others."""
    records = list(_read(folder))
    texts = [join_tokens(record.get("evidence") or record["evidence_sentence"]) for record in records]
    for record, text in zip(records, texts, strict=True):
        claim, roots = join_tokens(record["claim"]), find_roots(text)
        tried = random.sample(texts, min(_TRIED, len(texts)))
        others = [each for each in tried if len(find_roots(each) & roots) <= 0.5 * len(roots) and each != text]
        yield Example(ask_whether(claim, random), (text,), tuple(take_nearest(claim, others, 3, random, 0.3)))


def _read(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
