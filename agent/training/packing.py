"""Packing: the passages of one question in one sequence, each of which sees only itself and what all have in common."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import torch

POOL = 1500
"""Examples that are sorted by length at once, so that the sequences of a batch are about as long."""

_HIDDEN = -1e9
_MULTIPLE = 16


@dataclass(frozen=True, slots=True)
class Sequences:
    """A batch: tokens and positions (questions, length), the mask that is added to the scores of attention (questions,
    1, length, length), and where each passage ends (its question, its last token)."""

    tokens: torch.Tensor
    positions: torch.Tensor
    mask: torch.Tensor
    ends: tuple[torch.Tensor, torch.Tensor]


@dataclass(frozen=True, slots=True)
class Group:
    """The prompts of one question, as tokens, and 1 for each whose passage answers and 0 for the others."""

    prompts: tuple[list[int], ...]
    labels: tuple[float, ...]

    @property
    def common(self) -> int:
        """How many tokens all prompts begin with; each keeps one of its own."""
        same = sum(1 for _ in takewhile(lambda tokens: len(set(tokens)) == 1, zip(*self.prompts, strict=False)))
        return min(same, min(map(len, self.prompts)) - 1)

    @property
    def length(self) -> int:
        """How many tokens its sequence has."""
        return sum(map(len, self.prompts)) - (len(self.prompts) - 1) * self.common


def pack_batches(groups: Sequence[Group], most: int, chance: random.Random) -> Iterator[list[Group]]:
    """Yield batches of at most so many tokens, padding included, for as long as they are asked for."""
    lengths = {id(group): group.length for group in groups}
    while True:
        order = chance.sample(groups, len(groups))
        for start in range(0, len(order), POOL):
            batches, batch = list[list[Group]](), list[Group]()
            for group in sorted(order[start : start + POOL], key=lambda group: lengths[id(group)]):
                if batch and (len(batch) + 1) * lengths[id(group)] > most:
                    batches.append(batch)
                    batch = []
                batch.append(group)
            batches.append(batch)
            chance.shuffle(batches)
            yield from batches


def stack(groups: Sequence[Group], device: torch.device) -> Sequences:
    """Return the sequences of a batch."""
    width = -(-max(group.length for group in groups) // _MULTIPLE) * _MULTIPLE
    tokens, positions = (torch.zeros(len(groups), width, dtype=torch.long) for _ in range(2))
    owners = torch.full((len(groups), width), -1)
    rows, columns = list[int](), list[int]()
    for row, group in enumerate(groups):
        place = common = group.common
        tokens[row, :common] = torch.tensor(group.prompts[0][:common], dtype=torch.long)
        positions[row, :common], owners[row, :common] = torch.arange(common), 0
        for number, prompt in enumerate(group.prompts, 1):
            end = place + len(prompt) - common
            tokens[row, place:end] = torch.tensor(prompt[common:])
            positions[row, place:end], owners[row, place:end] = torch.arange(common, len(prompt)), number
            rows.append(row)
            columns.append(end - 1)
            place = end
    seen = torch.tril(torch.ones(width, width, dtype=torch.bool)) & (
        (owners[:, None, :] == 0) | (owners[:, None, :] == owners[:, :, None])
    )
    mask = torch.zeros(len(groups), 1, width, width, dtype=torch.bfloat16).masked_fill(~seen[:, None], _HIDDEN)
    ends = (torch.tensor(rows, device=device), torch.tensor(columns, device=device))
    return Sequences(tokens.to(device), positions.to(device), mask.to(device), ends)
