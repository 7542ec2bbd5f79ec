"""Offload: whether a GPU computes what the CPU does, and how much sooner.

`python -m agent.evaluation.offload` takes the bundled model, `--model` another; how many layers go onto the GPU is said
by `--gpu` as everywhere. The sentences are those of the sources that come with Concord.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import click

import index
from agent.evaluation.command import Measuring
from agent.models import Message
from agent.models.catalog import BUNDLED, find_model
from agent.models.llama import LlamaModel
from agent.models.quantization import find_adapter, find_bundled

QUESTIONS = (
    "Who took the town?",
    "When did the fighting end?",
    "How many people were killed?",
    "Did the bridge stand?",
    "Why did the fighters leave?",
)
SENTENCES, TIMES, WRITTEN = 24, 3, 128
"""Sentences that are scored, runs, of which the median counts, and the tokens that are written."""

Value = TypeVar("Value")


def read_sentences() -> list[str]:
    """Return the lines of the sample sources that are long enough to be sentences."""
    folder = Path(index.__file__).parent / "samples"
    lines = [line for path in sorted(folder.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if len(line.split()) > 8][:SENTENCES]


def time_runs(run: Callable[[], Value]) -> tuple[float, Value]:
    """Return the median of the seconds that a run takes, after one that is not counted, and what it returned."""
    found, seconds = run(), list[float]()
    for _ in range(TIMES):
        started = time.perf_counter()
        found = run()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds), found


def load(spec: str | None, gpu: str) -> LlamaModel:
    """Return the bundled model as a reranker, or the one of a file that `spec` names. Raises ConcordError."""
    if spec:
        return LlamaModel(find_model(spec, offline=True), gpu=gpu)
    return LlamaModel(find_bundled(), name=BUNDLED, gpu=gpu, adapter=find_adapter())


def score(model: LlamaModel, sentences: Sequence[str]) -> list[float]:
    """Return the log-odds of the sentences for each question, and of their contradicting the first."""
    answers = [odds for question in QUESTIONS for odds in model.rerank(question, sentences)]
    return [*answers, *model.contrast(QUESTIONS[0], sentences[0], sentences[1:])]


def write(model: LlamaModel, sentences: Sequence[str]) -> str:
    """Return what the model writes of the first sentences."""
    asked = Message("user", "Tell again in your own words: " + " ".join(sentences[:4]))
    return "".join(model.generate([asked], max_tokens=WRITTEN))


def compute(model: LlamaModel, sentences: Sequence[str]) -> tuple[list[float], str]:
    """Print in how many seconds a model scores and writes; return the scores and the text. Raises ModelError."""
    scored, odds = time_runs(lambda: score(model, sentences))
    written, text = time_runs(lambda: write(model, sentences))
    rate = model.count_tokens(text) / written
    click.echo(f"layers on the GPU: {model.layers_on_gpu}; {len(odds)} scores in {scored:.3f} s; {rate:.0f} tokens/s")
    return odds, text


@click.command(cls=Measuring)
@click.option("--model", "spec", help="A model as everywhere; the bundled one otherwise.")
@click.option("--gpu", default="auto", show_default=True, help="auto, or a number of layers.")
def main(spec: str | None, gpu: str) -> None:
    """Print what is computed on the GPU and on the CPU, and in how many seconds."""
    sentences = read_sentences()
    with closing(load(spec, gpu)) as model:
        if not model.layers_on_gpu:
            raise click.ClickException("No layer went onto a GPU: the README says how to build llama.cpp for one.")
        odds, text = compute(model, sentences)
    with closing(load(spec, "off")) as model:
        others, again = compute(model, sentences)
    apart = [abs(one - other) for one, other in zip(odds, others, strict=True)]
    click.echo(f"log-odds apart: at most {max(apart):.3f}, in the median {statistics.median(apart):.3f}")
    click.echo(f"the same text: {'yes' if text == again else 'no'}")


if __name__ == "__main__":
    main()
