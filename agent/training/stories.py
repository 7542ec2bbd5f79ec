"""Made-up stories, read into examples: reports of one event that agree, contradict or supersede each other.

`python -m agent.training.stories TARGET.jsonl EXAMPLES.jsonl` writes their examples and, beside them, some of those
that `agent.training.sets` wrote, so that what was learned from them is not forgotten. The stories are in `reports/`,
and were made up for this by a language model: no report of theirs is of a real event. A line of a file is a story: its
`documents` (title, publisher, date, text), and `questions` with what is `expected` (dispute, update, agree, single,
whether, unanswerable), the `sides` that reports take, each a list of pieces of sentences, pieces of sentences of which
it is `unsure` whether they answer, and of such as are `tempting`: they look as if they answered, and do not. Those of
the same `form`, from 1 to 11, are pairs, one of them answered and one not. Its `items` are read by
`agent.training.versions`.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import click

from agent.training.examples import Example, find_placed, read_examples, split_reports, take_nearest, write_examples
from agent.training.sets import SEED
from agent.training.versions import read_versions

CONTRARY = ("dispute", "update")
"""What is expected where the sides contradict each other."""

STORIES = Path(__file__).parent / "reports"

QUIET, BESIDE = 0.75, 0.38
"""Statements that nothing contradicts for each that is, and examples of other sets for each of a story."""

_NEAR, _FAR, _OTHERS = 5, 2, 3
"""Sentences that do not answer: those that share most words with a question, any others, and in a contrast."""


def read_stories(folder: Path, random: Random) -> list[Example]:
    """Return the examples of the stories in a folder's files.

    Of the statements that nothing contradicts as many are taken as QUIET of the others, the versions aside.
    """
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    stories = [json.loads(line) for line in lines]
    found = [example for story in stories for example in read_story(story, random)]
    versions = [example for story in stories for example in read_versions(story, random)]
    answers = [example for example in found if not example.statement]
    contrary = [example for example in found if example.statement and example.right]
    quiet = [example for example in found if example.statement and not example.right]
    return [*answers, *contrary, *random.sample(quiet, min(len(quiet), int(QUIET * len(contrary)))), *versions]


def read_story(story: dict[str, Any], random: Random) -> Iterator[Example]:
    """Yield for each question which sentences answer it, and which contradict those."""
    reports = split_reports(story)
    for asked in story["questions"]:
        question, unsure = asked["question"], find_placed(reports, asked["unsure"])
        sides = [find_placed(reports, pieces) for pieces in asked["sides"]]
        right = [text for side in sides for text in side]
        rest = [text for report in reports for text in report.placed if text not in right and text not in unsure]
        wrong = _choose_wrong(question, rest, find_placed(reports, asked.get("tempting", ())), random)
        yield Example(question, tuple(right), tuple(wrong))
        yield from _contrast(question, sides if asked["expected"] in CONTRARY else [[*right]], wrong, random)


def _choose_wrong(question: str, rest: Sequence[str], tempting: Sequence[str], random: Random) -> list[str]:
    """Return sentences that do not answer: the tempting ones, those that share most words, and any others."""
    others = [text for text in rest if text not in tempting]
    near = take_nearest(question, others, max(_NEAR - len(tempting), 0), random, 0.3)
    far = [text for text in others if text not in near]
    return [*tempting, *near, *random.sample(far, min(_FAR, len(far)))]


def _contrast(question: str, sides: Sequence[Sequence[str]], wrong: Sequence[str], random: Random) -> Iterator[Example]:
    """Yield one sentence of each side as a statement, with those that contradict it and those that do not.

    Where nothing answers, one that does not takes the place of a statement, and nothing contradicts it.
    """
    for side, *others in permutations(sides) if any(sides) else [[wrong[:1]]]:
        statement = random.choice(side)
        contrary = [text for other in others for text in other]
        agreeing = [text for text in side if text != statement]
        beside = [text for text in wrong if text != statement]
        alike = [*agreeing, *random.sample(beside, min(_OTHERS, len(beside)))]
        yield Example(question, tuple(contrary), tuple(alike), statement)


@click.command()
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path), metavar="TARGET.jsonl")
@click.argument("others", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="EXAMPLES.jsonl")
def main(target: Path, others: Path) -> None:
    """Write the examples of the stories to TARGET.jsonl, with some of EXAMPLES.jsonl."""
    random = Random(SEED)
    examples = read_stories(STORIES, random)
    beside = list(read_examples(others))
    examples += random.sample(beside, min(len(beside), int(BESIDE * len(examples))))
    click.echo(f"written: {write_examples(examples, target)}")


if __name__ == "__main__":
    main()
