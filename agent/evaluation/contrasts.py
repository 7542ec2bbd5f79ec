"""Contrasts: how well the model tells a sentence that answers otherwise than the best one (`agent.evidence.contrast`).

`python -m agent.evaluation.contrasts` asks the questions of the made-up stories in `tests/gold/sides/thresholds.jsonl`,
every second one from the second on: those before them chose the threshold, `--chosen` takes these. Only what may
answer is held against the best sentence.
"""

import math
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import click
from scipy.stats import mannwhitneyu

from agent.evaluation.command import Measuring
from agent.evaluation.reader import open_folder, write_documents
from agent.evaluation.records import Record, read_records
from agent.evaluation.sides import SIDES, write_report
from agent.evidence.candidates import gather_candidates
from agent.evidence.contrast import contrast_best
from agent.evidence.question import read_question
from agent.evidence.ranked import OTHERWISE
from agent.evidence.ranking import rank_candidates
from agent.models import Model, load_model
from agent.pipeline.asking import PASSAGES

STORIES = SIDES / "thresholds.jsonl"

ANOTHER, SAME, NONE = "another answer", "the same answer", "no answer"
"""What a sentence is beside the best one."""

ALWAYS = -1.0
"""A probability that every ranking reaches: what is quoted is judged apart from whether the question is answered."""


@dataclass(frozen=True, slots=True)
class Contrasted:
    """What a sentence is beside the best one, and the probability that the model gives to its answering otherwise."""

    relation: str
    otherwise: float


def contrast_story(story: Record, folder: Path, model: Model) -> Iterator[Contrasted]:
    """Yield every sentence that was held against the best one of a question. Raises ConcordError."""
    documents = {document["name"]: write_report(document) for document in story["documents"]}
    written = write_documents(folder / story["story"], documents)
    with open_folder(written) as (library, searcher):
        for asked in story["questions"]:
            question = read_question(asked["question"])
            candidates = gather_candidates(library, searcher.search(question.text, PASSAGES))
            ranking = rank_candidates(question, candidates, library.embedder, model)
            if not ranking.items:
                continue
            best, *others = contrast_best(replace(ranking, threshold=ALWAYS), model).items
            told = _list_sides(asked, best.candidate.text)
            for item in others:
                if item.instead or not math.isnan(item.contrary):
                    yield Contrasted(_compare(told, _list_sides(asked, item.candidate.text)), item.otherwise)


def _list_sides(asked: Record, sentence: str) -> set[int]:
    return {n for n, side in enumerate(asked["sides"]) if re.search(side, sentence, re.IGNORECASE)}


def _compare(one: set[int], other: set[int]) -> str:
    if not one or not other:
        return NONE
    return SAME if one & other else ANOTHER


def find_area(seen: Sequence[Contrasted], beside: str) -> float:
    """Return the area under the curve (Hanley & McNeil, 1982) of another answer against `beside`; NaN without any."""
    right = [item.otherwise for item in seen if item.relation == ANOTHER]
    wrong = [item.otherwise for item in seen if item.relation == beside]
    return float(mannwhitneyu(right, wrong).statistic) / (len(right) * len(wrong)) if right and wrong else math.nan


@click.command(cls=Measuring)
@click.option("--chosen", is_flag=True, help="Take the stories that the threshold was chosen on.")
@click.option("--limit", type=click.IntRange(min=1), help="Take so many stories.")
def main(chosen: bool, limit: int | None) -> None:
    """Print what is told at several thresholds, and how well another answer is told from the rest."""
    stories = read_records(STORIES, None)[0 if chosen else 1 :: 2][:limit]
    with tempfile.TemporaryDirectory(prefix="concord-") as temporary, closing(load_model()) as model:
        os.environ["CONCORD_HOME"] = str(Path(temporary) / "home")
        seen = [each for story in stories for each in contrast_story(story, Path(temporary), model)]
    for threshold in sorted({0.0, 0.2, 0.4, 0.6, 0.7, OTHERWISE, 0.9, 0.95}):
        told = [item.relation for item in seen if item.otherwise >= threshold]
        counts = ", ".join(f"{told.count(name)} {name}" for name in (ANOTHER, SAME, NONE))
        click.echo(f"from {threshold:.2f}: {len(told)} of {len(seen)} sentences: {counts}")
    for beside in (SAME, NONE):
        click.echo(f"another answer against {beside}: AUC {find_area(seen, beside):.2f}")


if __name__ == "__main__":
    main()
