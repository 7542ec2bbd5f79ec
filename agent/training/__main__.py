"""`python -m agent.training EXAMPLES.jsonl ADAPTER.gguf`: trains the bundled model to tell answers from other text.

A passage's score is the logit of yes less that of no after the prompt of `agent.models.relevance`. The loss is that of
a logistic regression on every passage, in which those of one question weigh as much as those of another, and half that
of a softmax over them that a right one should come first (ListNet's top one, Cao et al., 2007).
"""

import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from agent.models.native import Weights
from agent.models.quantization import find_bundled
from agent.models.relevance import find_replies, word_prompts
from agent.training.adapter import DROPOUT, load_adapted, read_adapter, write_adapter
from agent.training.examples import Example, read_examples
from agent.training.packing import Group, pack_batches, stack

RATE, WARM_STEPS, LEAST_RATE = 6e-4, 60, 0.02
"""The highest learning rate for a new adapter, the steps until it is reached, and the share of it that is left last."""

TOKENS = 24_000
"""Tokens of a batch at most, padding included; a GPU of 80 GB has room for about twice as many. CPUs need no more than
3,000."""

MOST_TOKENS = 220
"""Tokens of a passage at most."""


def encode(example: Example, weights: Weights) -> Group:
    """Return an example as the model reads it."""
    passages = [*example.right, *example.wrong]
    prompts = word_prompts(weights, example.question, passages, example.statement, MOST_TOKENS)
    return Group(tuple(prompts), (1.0,) * len(example.right) + (0.0,) * len(example.wrong))


def score(model: Any, groups: Sequence[Group], lean: torch.Tensor) -> torch.Tensor:
    """Return the logit of yes less that of no after each prompt; `lean` is the difference of their embeddings."""
    batch = stack(groups, lean.device)
    with torch.autocast(lean.device.type, torch.bfloat16):
        read = model.base_model.model.model(
            input_ids=batch.tokens, attention_mask=batch.mask, position_ids=batch.positions
        )
    return read.last_hidden_state[batch.ends].float() @ lean


def find_loss(scores: torch.Tensor, labels: torch.Tensor, owners: torch.Tensor, count: int) -> torch.Tensor:
    """Return the loss of a batch: `owners` are the numbers of the `count` questions that the passages belong to."""

    def total(values: torch.Tensor) -> torch.Tensor:
        return torch.zeros(count, device=scores.device).index_add(0, owners, values)

    right, wrong = total(labels), total(1.0 - labels)
    rest = torch.where(right > 0, 0.5, 1.0)[owners] / wrong[owners].clamp(min=1)
    weights = torch.where(labels > 0, 0.5 / right[owners].clamp(min=1), rest)
    single = (weights * binary_cross_entropy_with_logits(scores, labels, reduction="none")).sum() / count
    highest = torch.full((count,), -1e9, device=scores.device).scatter_reduce(0, owners, scores.detach(), "amax")
    odds = torch.exp(scores - highest[owners])
    known = right > 0
    first = -(torch.log(total(odds * labels)[known] + 1e-30) - torch.log(total(odds)[known] + 1e-30))
    return single + 0.5 * first.mean() if known.any() else single


@dataclass(frozen=True, slots=True)
class Course:
    """How long to train, with which highest learning rate, and how many tokens a batch has at most."""

    minutes: float
    rate: float
    tokens: int


def train(model: Any, groups: Sequence[Group], lean: torch.Tensor, course: Course, seed: int = 0) -> None:
    """Train on groups of prompts; the learning rate falls with the time."""
    parameters = [each for each in model.parameters() if each.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=course.rate, weight_decay=0.01, betas=(0.9, 0.98))
    started, losses = time.monotonic(), list[float]()
    model.train()
    for step, batch in enumerate(pack_batches(groups, course.tokens, random.Random(seed))):
        done = (time.monotonic() - started) / (60.0 * course.minutes)
        if done >= 1.0:
            break
        rate = min(1.0, (step + 1) / WARM_STEPS) * (0.5 * (1.0 + math.cos(math.pi * done)) + LEAST_RATE)
        for group in optimizer.param_groups:
            group["lr"] = course.rate * rate
        labels = torch.tensor([label for group in batch for label in group.labels], device=lean.device)
        owners = torch.tensor([n for n, group in enumerate(batch) for _ in group.labels], device=lean.device)
        loss = find_loss(score(model, batch, lean), labels, owners, len(batch))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses = [*losses[-99:], loss.item()]
        if step % 100 == 99:
            click.echo(f"{step + 1} steps, {done:.0%} of the time, loss {sum(losses) / len(losses):.3f}")


@click.command()
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="EXAMPLES.jsonl")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path), metavar="ADAPTER.gguf")
@click.option("--begin", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="An adapter to go on from.")
@click.option("--minutes", type=click.FloatRange(min=0, min_open=True), default=5.5, show_default=True)
@click.option("--rate", type=click.FloatRange(min=0, min_open=True), default=RATE, show_default=True)
@click.option("--tokens", type=click.IntRange(min=1), default=TOKENS, show_default=True, help="Tokens of a batch.")
@click.option("--dropout", type=click.FloatRange(0, 1, max_open=True), default=DROPOUT, show_default=True)
@click.option("--frozen", type=click.IntRange(min=0), default=0, show_default=True, help="Layers left as they are.")
def main(
    source: Path,
    target: Path,
    begin: Path | None,
    minutes: float,
    rate: float,
    tokens: int,
    dropout: float,
    frozen: int,
) -> None:
    """Train an adapter of the bundled model on examples."""
    bundled = find_bundled()
    weights = Weights(bundled, 0)
    groups = [encode(example, weights) for example in read_examples(source)]
    yes, no = find_replies(weights)
    weights.close()
    model = load_adapted(bundled, "cuda" if torch.cuda.is_available() else "cpu", dropout, frozen)
    if begin:
        read_adapter(model, begin)
    embeddings = model.get_input_embeddings().weight.detach().float()
    train(model, groups, embeddings[yes] - embeddings[no], Course(minutes, rate, tokens))
    write_adapter(model, target)


if __name__ == "__main__":
    main()
