"""Versions: what other papers might have written of a sentence, read into examples.

An item of a story or text has a `question`, a `piece` of the sentence that answers it, two sentences that answer the
`same` in words of their own, two that answer `other` than it, and one `beside`, which does not answer. A language model
wrote them for this, so that negations, attributions and shared words tell nothing of which is which.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from agent.evidence.context.placing import place
from agent.training.examples import Example, Report, find_placed, split_reports

_TITLED, _ANSWERED = 0.8, 0.35
"""Shares of the versions that stand under a title of the story, and of the items of which it is asked what answers."""

_CONTRASTS = 2
"""Examples of an item that tell what contradicts a statement, of the three that there are."""


def read_versions(story: dict[str, Any], random: Random) -> Iterator[Example]:
    """Yield for each item what contradicts its sentence or one of the others, and sometimes what answers."""
    reports = split_reports(story)
    for item in story.get("items", ()):
        for sentence in find_placed(reports, [item["piece"]]):
            yield from _read_item(item, sentence, reports, random)


def _read_item(item: dict[str, Any], sentence: str, reports: Sequence[Report], random: Random) -> Iterator[Example]:
    question = item["question"]
    same = [_place(text, reports, random) for text in item["same"]]
    other = [_place(text, reports, random) for text in item["other"]]
    beside = _place(item["beside"], reports, random)
    contrasts = (
        Example(question, tuple(other), (*same, beside), sentence),
        Example(question, tuple(other), (sentence, same[1], beside), same[0]),
        Example(question, (sentence, *same), (beside,), other[0]),
    )
    yield from random.sample(contrasts, _CONTRASTS)
    if random.random() < _ANSWERED:
        yield Example(question, tuple(random.sample([sentence, *same, *other], 3)), (beside,))


def _place(text: str, reports: Sequence[Report], random: Random) -> str:
    title = random.choice(reports).title if random.random() < _TITLED else ""
    return place(title, "", text)
