"""Observations: what retrieval, features and model say of each candidate sentence of many labelled questions.

`python -m agent.evaluation.observations SHARED OBSERVED.pkl` asks our questions about thirty stories, made-up ones
that these do not answer, and those of ClapNQ, all found in SHARED/data, and keeps what calibration fits the weights
on. It takes up to two hours; run again, it goes on where it was stopped. Which sentences the model scores depends on
the weights that are there already.
"""

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click
import numpy as np

from agent.evaluation.command import Measuring
from agent.evaluation.fitting import Observation
from agent.evaluation.questions import GOLD, LabelledQuestion, collect_questions
from agent.evaluation.reader import open_folder, write_documents
from agent.evidence.articles import choose_scored
from agent.evidence.candidates import gather_candidates
from agent.evidence.context.placing import place_all
from agent.evidence.features import measure
from agent.evidence.forms.kinds import keep_possible
from agent.evidence.forms.unnamed import lacks_name
from agent.evidence.question import read_question
from agent.evidence.ranking import BARRED, SCORED, rerank
from agent.evidence.recency import weigh_days
from agent.evidence.vetoes.others import tell_others
from agent.evidence.weights import load_weights
from agent.evidence.words.likeness import Words
from agent.evidence.words.spelling import respell
from agent.models import Model, load_model
from agent.pipeline.asking import PASSAGES

_KEEP_EVERY = 20


def observe(question: LabelledQuestion, folder: Path, model: Model) -> Observation | None:
    """Return what is measured for one question over the documents in `folder`; None where nothing is found.

    The same steps as in an answer (`agent.pipeline.asking`, `rank_candidates`), up to the scores. Raises
    ConcordError.
    """
    asked = read_question(question.text)
    with open_folder(folder) as (library, searcher):
        candidates = keep_possible(asked, gather_candidates(library, searcher.search(question.text, PASSAGES)))
        if not candidates or not asked.words:
            return None
        texts = respell(asked.text, [candidate.whole for candidate in candidates])
        features = measure(asked, candidates, texts, Words(library.embedder), library.embedder)
    others = np.array(tell_others(asked, candidates))
    first = load_weights().first.score(features.table) + weigh_days(asked, candidates)
    found = choose_scored(candidates, first + BARRED * others, SCORED)
    chosen = [n for n in found if not others[n]] or found
    relevance = rerank(model, asked, place_all(candidates, texts), chosen, None)
    return Observation(
        question.set,
        question.group,
        question.text,
        question.answerable,
        features,
        relevance,
        np.array([question.is_right(candidate.text) for candidate in candidates]),
        np.array([lacks_name(asked, text) for text in texts]),
    )


def observe_all(questions: Sequence[LabelledQuestion], work: Path, target: Path) -> None:
    """Write the observations of all questions to a file; those that it has already are kept."""
    rows: list[Observation] = pickle.loads(target.read_bytes()) if target.exists() else []
    known = {(row.set, row.group, row.question) for row in rows}
    left = [item for item in questions if (item.set, item.group, item.text) not in known]
    with closing(load_model()) as model, click.progressbar(left, file=sys.stderr) as progress:
        for number, question in enumerate(progress, 1):
            folder = write_documents(work / _digest(question), question.documents)
            row = observe(question, folder, model)
            rows += [row] if row is not None else []
            if number % _KEEP_EVERY == 0 or number == len(left):
                target.write_bytes(pickle.dumps(rows))


def _digest(question: LabelledQuestion) -> str:
    return hashlib.blake2b("\n".join(question.documents.values()).encode(), digest_size=8).hexdigest()


@click.command(cls=Measuring)
@click.argument("shared", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path), metavar="OBSERVED.pkl")
@click.option("--limit", type=click.IntRange(min=1), help="Ask only so many questions, evenly spread.")
@click.option("--work", type=click.Path(path_type=Path), help="Keep libraries here, for the next run.")
def main(shared: Path, target: Path, limit: int | None, work: Path | None) -> None:
    """Observe the labelled questions about the sets in SHARED/data."""
    questions = collect_questions(shared / "data", GOLD)
    chosen = [questions[number * len(questions) // limit] for number in range(limit)] if limit else questions
    with tempfile.TemporaryDirectory(prefix="concord-") as temporary:
        folder = (work or Path(temporary)).absolute()
        os.environ["CONCORD_HOME"] = str(folder / "home")
        observe_all(chosen, folder, target)


if __name__ == "__main__":
    main()
