"""Consensus: how many of the facts on which reports agree, as readers list them, a digest tells as agreed.

`python -m agent.evaluation.consensus SHARED` takes the events of `tests/gold/consensus/developing.jsonl`, `--held-out`
those of `heldout.jsonl`: three outlets' reports each, in SHARED/data. A fact is found if a claim that is told as agreed
cites, of two outlets at least, the sentence that tells it there.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from agent.digest.digest import Claim, Status, Story
from agent.digest.story import make_story
from agent.evaluation.questions import GOLD
from agent.evaluation.records import Record, read_records
from agent.evidence.words.likeness import Words
from index.source import Paragraph, Source
from index.vectors.embed import DEFAULT, load_embedder

CONSENSUS = GOLD / "consensus"


def measure_events(data: Path, gold: Path, words: Words) -> Counter[str]:
    """Return how many facts readers listed and digests told as agreed, and how many claims these told, by status."""
    reports: dict[str, list[Record]] = {}
    for record in read_records(data / "story_triplets.jsonl"):
        reports.setdefault(record["event"], []).append(record)
    counts: Counter[str] = Counter()
    for event in read_records(gold):
        story = tell_story(event["event"], reports[event["event"]], words)
        counts["facts"] += len(event["agreed"])
        counts["found"] += sum(is_found(fact["pieces"], story) for fact in event["agreed"])
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
    return any(len(set(_list_cited(claim, pieces, story))) > 1 for claim in agreed)


def _list_cited(claim: Claim, pieces: dict[str, str], story: Story) -> Iterator[str]:
    """Yield the outlets whose sentence on a fact a claim cites, itself or as the same text elsewhere."""
    cited = [citation for citation in story.citations if citation.n in claim.citations]
    for citation in cited:
        held = {outlet for outlet, piece in pieces.items() if piece in citation.quote}
        yield from held & {citation.paragraph.source.name}
        yield from {copy.source.name for copy in citation.also_in} & set(pieces) if held else ()


@click.command()
@click.argument("shared", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--held-out", is_flag=True, help="Take the events that no rule was worked out on.")
def main(shared: Path, held_out: bool) -> None:
    """Print how many facts are found."""
    gold = CONSENSUS / ("heldout.jsonl" if held_out else "developing.jsonl")
    counts = measure_events(shared / "data", gold, Words(load_embedder(DEFAULT)))
    click.echo(f"{counts['found']} of {counts['facts']} facts are told as agreed")
    click.echo(", ".join(f"{counts[status]} claims {status.value}" for status in Status))


if __name__ == "__main__":
    main()
