"""Labelled questions: JSON lines of `question`, `answer`, `cites` and `kind`, and what an answer scores on one.

`answer` is a regular expression that a right answer matches (null: the sources do not say, the right answer is to
abstain); `cites` one that at least one cited quote must match; `kind` any word, for the table.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean, quantiles
from typing import Any

from agent.answer.answer import Answer, Verdict
from agent.verify.support.verdict import check_sentence
from index.errors import UsageError

_FORM = 'A line is {"question": "…", "answer": "regular expression" or null, "cites": …, "kind": "…"}.'


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """One labelled question; `answer` and `cites` are None where the sources do not say, `event` names its story."""

    question: str
    answer: re.Pattern[str] | None
    cites: re.Pattern[str] | None
    kind: str
    event: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """What one answer scored; `right` and `cited` are false for an answer to an unanswerable question."""

    question: str
    kind: str
    answerable: bool
    abstained: bool
    right: bool
    cited: bool
    citations: int
    good_citations: int
    unsupported: int
    words: int
    disputed: bool
    seconds: float
    answer: str
    cites: tuple[str, ...] = ()
    """The paragraphs that are cited, as `concord show` takes them."""


def read_gold(file: Path) -> list[GoldQuestion]:
    """Return the labelled questions of a file; raises UsageError for one that is missing, malformed or empty."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{file} cannot be read: {reason}.", "Give a file of JSON lines.") from error
    questions = [_read_line(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not questions:
        raise UsageError(f"{file} has no questions.", _FORM)
    return questions


def _read_line(file: Path, number: int, line: str) -> GoldQuestion:
    try:
        return make_question(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError, re.error) as error:
        raise UsageError(f"{file}, line {number}: {error}", _FORM) from error


def make_question(record: Mapping[str, Any]) -> GoldQuestion:
    """Return the labelled question of a record; raises KeyError and re.error."""
    answer, cites = (_compile(record.get(key)) for key in ("answer", "cites"))
    return GoldQuestion(
        str(record["question"]), answer, cites, str(record.get("kind", "")), str(record.get("event", ""))
    )


def _compile(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern, re.IGNORECASE) if pattern else None


def score_answer(gold: GoldQuestion, answer: Answer, seconds: float) -> Score:
    """Score an answer against its labels; what is shown is verified once more, from the paragraphs themselves."""
    good = [item for item in answer.citations if gold.cites and gold.cites.search(item.quote)]
    given = not answer.abstained
    return Score(
        question=gold.question,
        kind=gold.kind,
        answerable=gold.answer is not None,
        abstained=answer.abstained,
        right=given and gold.answer is not None and gold.answer.search(answer.text) is not None,
        cited=given and bool(good),
        citations=len(answer.citations) if given else 0,
        good_citations=len(good) if given else 0,
        unsupported=count_unsupported(answer),
        words=sum(len(sentence.text.split()) for sentence in answer.sentences),
        disputed=bool(answer.disputes),
        seconds=seconds,
        answer=answer.text,
        cites=tuple(f"{item.paragraph.source.name}:{item.paragraph.n}" for item in answer.citations) if given else (),
    )


def count_unsupported(answer: Answer) -> int:
    """Return how many shown sentences neither stand verbatim in a cited paragraph nor are supported by one."""
    texts = {item.n: item.paragraph.text for item in answer.citations}
    count = 0
    for sentence in answer.sentences:
        cited = [texts[number] for number in sentence.citations]
        verbatim = any(sentence.text in text for text in cited)
        count += not verbatim and check_sentence(sentence.text, cited).verdict is not Verdict.SUPPORTED
    return count


def summarize(scores: Sequence[Score]) -> dict[str, float]:
    """Return the figures of a run; shares are of the answerable or of the unanswerable questions."""
    answerable = [score for score in scores if score.answerable]
    rest = [score for score in scores if not score.answerable]
    given = [score for score in answerable if not score.abstained]
    seconds = [score.seconds for score in scores]
    return {
        "questions": len(scores),
        "answerable": len(answerable),
        "right": sum(score.right for score in answerable),
        "right_and_cited": sum(score.right and score.cited for score in answerable),
        "citation_precision": _share(sum(s.good_citations for s in given), sum(s.citations for s in given)),
        "citation_recall": _share(sum(score.cited for score in answerable), len(answerable)),
        "wrongly_abstained": sum(score.abstained for score in answerable),
        "unanswerable": len(rest),
        "wrongly_answered": sum(not score.abstained for score in rest),
        "unsupported_sentences": sum(score.unsupported for score in scores),
        "words": round(mean([score.words for score in given] or [0]), 1),
        "seconds_p50": round(quantiles(seconds, n=20)[9], 3) if len(seconds) > 1 else sum(seconds),
        "seconds_p95": round(quantiles(seconds, n=20)[18], 3) if len(seconds) > 1 else sum(seconds),
    }


def as_record(scores: Iterable[Score], **about: str) -> dict[str, object]:
    """Return a run as a JSON object: what it was run with, its figures, and every question."""
    listed = list(scores)
    return {**about, "figures": summarize(listed), "questions": [asdict(score) for score in listed]}


def _share(part: float, whole: float) -> float:
    return round(part / whole, 3) if whole else 0.0
