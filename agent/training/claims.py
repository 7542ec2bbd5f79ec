"""Sets of claims with evidence: questions whether they are so, which what supports and what refutes them answers.

Where a claim is the statement, the evidence that refutes it contradicts it, and what supports it does not.
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from agent.training.examples import Example, find_roots, take_nearest
from agent.training.neighbours import join_tokens

_FORMS = ("Is it true that {}?", "{}?", "{}?", "Did the sources say that {}?", "Is it the case that {}?")
_NAMED = re.compile(r"[A-Z][a-z]+ [A-Z]|[A-Z]{2}")
_OPENING = re.compile(r"(?:The )?[A-Z][\w.'-]*(?: (?:of |the |and )?[A-Z][\w.'-]*)*")
_TRIED, _FEW = 300, 50

_LONGEST = 400
"""Letters of evidence at most."""


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


def read_verdicts(folder: Path, random: Random) -> Iterator[Example]:
    """Yield FEVER's claims (Thorne et al., 2018) against their evidence, and evidence against its claims.

    The files are those of COVID-Fact's repository (Saakyan et al., 2021): `dev.raw.input0` (the evidence),
    `dev.raw.input1` (the claims) and `dev.label` (entailment where the evidence supports the claim).
    """
    texts, claims, labels = (_read_lines(folder, part) for part in ("raw.input0", "raw.input1", "label"))
    about: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for text, claim, label in zip(texts, claims, labels, strict=True):
        if 0 < len(text) <= _LONGEST:
            about[join_tokens(text)].append((join_tokens(claim), label == "entailment"))
    evidence = list(about)
    for text, told in about.items():
        others = [each for each in random.sample(evidence, min(_FEW, len(evidence))) if each != text]
        for claim, so in told[:2]:
            near = take_nearest(claim, others, 3, random, 0.3)
            yield Example(_ask_about(claim, random), () if so else (text,), (*([text] if so else []), *near), claim)
        contrary = [claim for claim, so in told if not so]
        if contrary:
            beside = [about[other][0][0] for other in others[:2]]
            alike = [claim for claim, so in told if so]
            yield Example(_ask_about(contrary[0], random), tuple(contrary[:3]), (*alike[:3], *beside), text)


def _read_lines(folder: Path, part: str) -> list[str]:
    return [line for path in sorted(folder.glob(f"*.{part}")) for line in path.read_text("utf-8").splitlines()]


def _ask_about(claim: str, random: Random) -> str:
    """Return a question whether a claim is so, or what is known about what it names first."""
    named = _OPENING.match(claim)
    return f"What is known about {named[0]}?" if named and random.random() < 0.5 else ask_whether(claim, random)


def read_health(folder: Path, random: Random) -> Iterator[Example]:
    """Yield HealthVer's claims (Sarrouti et al., 2021) against statements of papers, with the question asked."""
    found: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if not row["claim"].endswith("?") and len(row["evidence"]) <= _LONGEST:
                    question = row["question"].strip().rstrip("?") + "?"
                    found[question[:1].upper() + question[1:], row["claim"]][row["label"]].append(row["evidence"])
    for (question, claim), texts in found.items():
        rest = [*texts["Supports"], *texts["Neutral"]]
        wrong = random.sample(rest, min(len(rest), 5))
        yield Example(question, tuple(texts["Refutes"][:3]), tuple(wrong), claim)


def _read(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
