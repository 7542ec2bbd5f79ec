"""`python -m agent.evaluation.comparison GOLD.jsonl --sources FOLDER…`: three systems on the same questions."""

import importlib.util
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from agent.evaluation.command import Measuring
from agent.evaluation.comparison.cases import Case, make_cases, write_texts
from agent.evaluation.comparison.judging import judge
from agent.evaluation.comparison.measuring import measure
from agent.evaluation.comparison.table import Results, draw
from agent.evaluation.comparison.task import Task, Written
from agent.evaluation.gold import GoldQuestion, as_record, read_gold, score_answer
from agent.models.catalog import BUNDLED, find_model
from agent.models.machine import count_threads
from agent.models.quantization import find_bundled
from index.errors import UsageError
from index.vectors.embed import DEFAULT

_HERE = "agent.evaluation.comparison"
SYSTEMS = {
    "Concord": f"{_HERE}.concord:Concord",
    "LangChain": f"{_HERE}.retrieval_chain:RetrievalChain",
    "LlamaIndex": f"{_HERE}.citation_engine:CitationEngine",
}
"""The systems by name, each as `module:Class`."""

_PACKAGES = {"LangChain": "langchain_classic", "LlamaIndex": "llama_index"}

_ENVIRONMENT = {
    "ANONYMIZED_TELEMETRY": "False",
    "HF_HUB_OFFLINE": "1",
    "OMP_WAIT_POLICY": "passive",  # as Concord has it: threads that wait do not take the processor from others
}


def compare(cases: Sequence[Case], systems: Sequence[str], work: Path, model: Path, embedder: str) -> Results:
    """Run every system on every case, below `work`; raises ConcordError."""
    results: Results = {name: ([], []) for name in systems}
    for number, case in enumerate(cases, start=1):
        texts = write_texts(case.sources, work / f"texts-{number}")
        for name, (scores, measured) in results.items():
            click.echo(f"{name}, {number} of {len(cases)} …", err=True)
            asked = tuple(question.question for question in case.questions)
            place = work / f"{name}-{number}"
            task = Task(SYSTEMS[name], asked, case.sources, texts, place, model, embedder, count_threads())
            measured.append(measure(task))
            for gold, (given, seconds) in zip(case.questions, measured[-1].outcome.answers, strict=True):
                answer = judge(gold, given) if isinstance(given, Written) else given
                scores.append(score_answer(gold, answer, seconds))
    return results


def _choose(context: click.Context, option: click.Parameter, value: str) -> tuple[str, ...]:
    known = {name.lower(): name for name in SYSTEMS}
    chosen = [name.strip().lower() for name in value.split(",")]
    if unknown := [name for name in chosen if name not in known]:
        raise click.BadParameter(f"“{unknown[0]}” is not one of {', '.join(known)}.")
    return tuple(known[name] for name in chosen)


def _check_packages(systems: Sequence[str]) -> None:
    for name in systems:
        if name in _PACKAGES and importlib.util.find_spec(_PACKAGES[name]) is None:
            raise UsageError(f"{name} is not installed.", 'Run: pip install "concord-reader[comparison]"')


_SOURCES = "Ask about this file or folder; may be given several times."
_STORIES = "Ask each question about its `event`, among the reports in this folder."


@click.command(cls=Measuring)
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD.jsonl")
@click.option("--sources", multiple=True, type=click.Path(path_type=Path), metavar="PATH", help=_SOURCES)
@click.option("--stories", type=click.Path(path_type=Path), metavar="SHARED_DATA", help=_STORIES)
@click.option("--limit", type=click.IntRange(min=1), help="Take so many stories only.")
@click.option("--only", callback=_choose, default=",".join(SYSTEMS), metavar="NAME,NAME…", help="Some of the systems.")
@click.option("--model", default=BUNDLED, help="The GGUF that all answer with: a name or a path.")
@click.option("--embedder", default=DEFAULT, help="The embedder that all search with: a name or a path.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON with every question instead of a table.")
def main(
    gold: Path,
    sources: tuple[Path, ...],
    stories: Path | None,
    limit: int | None,
    only: tuple[str, ...],
    model: str,
    embedder: str,
    as_json: bool,
) -> None:
    """Ask Concord, LangChain and LlamaIndex the labelled questions of GOLD.jsonl, and print one table.

    A line is as for `concord eval`; with --stories it also has the `event` of story_triplets.jsonl that it is about.
    """
    with tempfile.TemporaryDirectory(prefix="concord-") as folder:
        work = Path(folder)
        _check_packages(only)
        questions = read_gold(gold)
        cases = make_cases(stories, questions, work, limit) if stories else [_make_case(sources, questions)]
        file = find_bundled() if model == BUNDLED else find_model(model)
        os.environ |= {"CONCORD_HOME": str(work / "home"), **_ENVIRONMENT}
        results = compare(cases, only, work, file.absolute(), embedder)
    click.echo(_write_json(results, gold, file) if as_json else draw(results))


def _make_case(sources: Sequence[Path], questions: Sequence[GoldQuestion]) -> Case:
    if not sources:
        raise UsageError("No sources were given.", "Give --sources FOLDER, or --stories SHARED_DATA")
    return Case(tuple(path.absolute() for path in sources), tuple(questions))


def _write_json(results: Results, gold: Path, model: Path) -> str:
    records = {name: as_record(scores, gold=gold.name, model=model.name) for name, (scores, _) in results.items()}
    return json.dumps(records, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    main()
