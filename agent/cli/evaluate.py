"""`concord eval`: how well a model and its settings answer your labelled questions."""

import json
import time
from pathlib import Path
from typing import Any

import click

from agent.cli.options import SourcesCommand, common_options
from agent.cli.progress import Progress
from agent.evaluation.gold import as_record, read_gold, score_answer
from agent.pipeline.events import Answered, Refreshing
from agent.pipeline.session import Session
from agent.pipeline.settings import Settings
from index.errors import UsageError


@click.command("eval", cls=SourcesCommand)
@click.argument("gold", required=False, type=click.Path(path_type=Path), metavar="GOLD.jsonl")
@common_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON with every question instead of a table.")
@click.option("--compare", nargs=2, type=click.Path(path_type=Path), metavar="A.json B.json", help="Compare two runs.")
def evaluate(gold: Path | None, settings: Settings, as_json: bool, compare: tuple[Path, Path] | None) -> None:
    """Ask every question of GOLD.jsonl and score the answers; no judge model is needed.

    A line is {"question": "…", "answer": REGEX or null, "cites": REGEX or null, "kind": "…"}; a null answer means
    that the sources do not say. Keep a run with --json > A.json, and compare two with --compare A.json B.json.
    """
    if compare:
        click.echo(_draw_runs([_read_run(file) for file in compare]))
        return
    if gold is None:
        raise UsageError("No labelled questions were given.", "concord eval GOLD.jsonl --sources FOLDER")
    record = _run(gold, settings)
    click.echo(json.dumps(record, ensure_ascii=False, indent=2) if as_json else _draw_runs([record]))


def _run(gold: Path, settings: Settings) -> dict[str, Any]:
    questions = read_gold(gold)
    scores = []
    with Progress(settings.verbose) as progress, Session(settings, progress.show) as session:
        for number, question in enumerate(questions):
            progress.show(Refreshing("asking", number, len(questions)))
            begun = time.perf_counter()
            for event in session.ask(question.question):
                if isinstance(event, Answered):
                    scores.append(score_answer(question, event.answer, time.perf_counter() - begun))
        return as_record(scores, gold=gold.name, model=session.model.name, embedder=session.library.embedder_name)


def _read_run(file: Path) -> dict[str, Any]:
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        return {"gold": file.name, **record} if record["figures"] else record
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{file} is no run of `concord eval`: {error}", "Make it with --json > FILE") from error


def _draw_runs(runs: list[dict[str, Any]]) -> str:
    """Return the figures as a table with a column a run; two runs get the difference as well."""
    names = list(runs[0]["figures"])
    head = [str(run.get("model", "")) for run in runs] + (["difference"] if len(runs) == 2 else [])
    rows = [[f"{'':22}", *(f"{name:>14.14}" for name in head)]]
    for name in names:
        values = [float(run["figures"].get(name, 0)) for run in runs]
        values += [values[1] - values[0]] if len(values) == 2 else []
        rows.append([f"{name.replace('_', ' '):22}", *(f"{value:>14.3f}".replace(".000", "    ") for value in values)])
    wrong = [_draw_miss(item) for run in runs[:1] for item in run["questions"] if _is_miss(item)]
    return "\n".join(["".join(row) for row in rows] + (["", "Missed:", *wrong] if wrong and len(runs) == 1 else []))


def _is_miss(item: dict[str, Any]) -> bool:
    good = item["right"] and item["cited"] if item["answerable"] else item["abstained"]
    return not good or bool(item["unsupported"])


def _draw_miss(item: dict[str, Any]) -> str:
    found = item["answer"] or "(abstained)"
    return f"- {item['question']}\n    {found[:300]}"
