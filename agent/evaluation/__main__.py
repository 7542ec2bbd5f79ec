"""`python -m agent.evaluation SHARED_DATA`: runs the public benchmarks on this machine and prints their figures."""

import json
import os
import tempfile
from pathlib import Path

import click

from agent.evaluation.command import Measuring
from agent.evaluation.public import NAMES, USUAL, Bench, draw, run

_LIMIT = "Take so many records of each set, evenly spread; stories, timelines and retrieval always take all."


def _choose(context: click.Context, option: click.Parameter, value: str | None) -> tuple[str, ...]:
    names = tuple(name.strip() for name in value.split(",")) if value else USUAL
    for name in names:
        if name not in NAMES:
            raise click.BadParameter(f"“{name}” is not one of {', '.join(NAMES)}.")
    return names


def _show_miss(kind: str, text: str, sentence: str) -> None:
    click.echo(f"{kind}\n  {text}\n  {sentence}", err=True)


@click.command(cls=Measuring)
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="SHARED_DATA")
@click.option("--only", callback=_choose, metavar="NAME,NAME…", help=f"Some of {', '.join(NAMES)}.")
@click.option("--limit", type=click.IntRange(min=1), help=_LIMIT)
@click.option("--model", default="", help="Answer with another model than the bundled one.")
@click.option("--work", type=click.Path(path_type=Path), help="Keep libraries here, for the next run.")
@click.option("--misses", is_flag=True, help="Write every corruption that was missed to stderr.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def main(
    data: Path, only: tuple[str, ...], limit: int | None, model: str, work: Path | None, misses: bool, as_json: bool
) -> None:
    """Measure Concord on the public sets that lie in SHARED_DATA as JSON lines.

    Questions are answered over libraries made for the purpose, in a folder that is deleted afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="concord-") as temporary:
        folder = (work or Path(temporary)).absolute()
        os.environ["CONCORD_HOME"] = str(folder / "home")
        bench = Bench(data, folder, limit, model, _show_miss if misses else None)
        results = run(bench, only, lambda name: click.echo(f"{name} …", err=True))
    click.echo(json.dumps(results, indent=2) if as_json else draw(results))


if __name__ == "__main__":
    main()
