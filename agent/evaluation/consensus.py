"""Consensus: how much of what readers find agreed, disputed and updated in reports a digest tells as such.

`python -m agent.evaluation.consensus SHARED` takes the events of `tests/gold/consensus/developing.jsonl`, `--held-out`
those of `heldout.jsonl`: three outlets' reports each, in SHARED/data. A fact is found if a claim that is told as agreed
cites, of two outlets at least, the sentence that tells it there; a dispute or an update, if a claim sets the sentence
of one outlet against that of another.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from agent.digest.digest import Status, Story
from agent.digest.story import make_story
from agent.evaluation.command import Measuring
from agent.evaluation.questions import GOLD
from agent.evaluation.records import Record, read_records
from agent.evidence.words.likeness import Words
from index.source import Paragraph, Source
from index.vectors.embed import DEFAULT, load_embedder

CONSENSUS = GOLD / "consensus"
OPPOSED = ("disputed", "updated")
"""Kinds of difference between reports that readers listed."""


def measure_events(data: Path, gold: Path, words: Words) -> Counter[str]:
    """Return how much readers listed and digests told of each kind, and how many claims these told, by status."""
    reports: dict[str, list[Record]] = {}
    for record in read_records(data / "story_triplets.jsonl"):
        reports.setdefault(record["event"], []).append(record)
    counts: Counter[str] = Counter()
    for event in read_records(gold):
        story = tell_story(event["event"], reports[event["event"]], words)
        counts["facts"] += len(event["agreed"])
        counts["found"] += sum(is_found(fact["pieces"], story) for fact in event["agreed"])
        for kind in OPPOSED:
            counts[f"{kind} listed"] += len(event[kind])
            counts[f"{kind} told"] += sum(is_opposed(difference["pieces"], story) for difference in event[kind])
        counts.update(claim.status for claim in story.claims)
    return counts


def tell_story(key: str, records: list[Record], words: Words) -> Story:
    """Return the story of one event's reports, as a digest has it without a model that phrases."""
    sources = [
        Source(n, record["source"], record["source"], record["title"], record["source"], record["date"])
        for n, record in enumerate(records, 1)
    ]
    paragraphs = {
        source.id: [Paragraph(source, n, text) for n, text in enumerate(record["paragraphs"], 1)]
        for source, record in zip(sources, records, strict=True)
    }
    return make_story(key, sources, paragraphs, words)


def is_found(pieces: dict[str, str], story: Story) -> bool:
    """Tell whether an agreed claim cites what tells a fact in two outlets; `pieces` are of it, by outlet."""
    agreed = (claim for claim in story.claims if claim.status is Status.AGREED)
    return any(len(set(_list_outlets(claim.citations, pieces, story))) > 1 for claim in agreed)


def is_opposed(pieces: dict[str, str], story: Story) -> bool:
    """Tell whether a claim sets what tells of a difference in one outlet against what does in another."""
    for claim in story.claims:
        told = set(_list_outlets(claim.citations, pieces, story))
        against = set(_list_outlets(claim.opposing, pieces, story))
        if told and against and len(told | against) > 1:
            return True
    return False


def _list_outlets(numbers: tuple[int, ...], pieces: dict[str, str], story: Story) -> Iterator[str]:
    """Yield the outlets whose piece is cited by one of these numbers, itself or as the same text elsewhere."""
    for citation in (citation for citation in story.citations if citation.n in numbers):
        held = {outlet for outlet, piece in pieces.items() if piece in citation.quote}
        yield from held & {citation.paragraph.source.name}
        yield from {copy.source.name for copy in citation.also_in} & set(pieces) if held else ()


@click.command(cls=Measuring)
@click.argument("shared", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--held-out", is_flag=True, help="Take the events that no rule was worked out on.")
def main(shared: Path, held_out: bool) -> None:
    """Print how many facts, disputes and updates are found."""
    gold = CONSENSUS / ("heldout.jsonl" if held_out else "developing.jsonl")
    counts = measure_events(shared / "data", gold, Words(load_embedder(DEFAULT)))
    click.echo(f"{counts['found']} of {counts['facts']} facts are told as agreed")
    for kind in OPPOSED:
        click.echo(f"{counts[f'{kind} told']} of {counts[f'{kind} listed']} {kind} are told with both sides")
    click.echo(", ".join(f"{counts[status]} claims {status.value}" for status in Status))


if __name__ == "__main__":
    main()
