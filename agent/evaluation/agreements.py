"""Agreements: of which sentences digests say that both tell a claim, held against what readers said of them.

`python -m agent.evaluation.agreements SHARED` reads `tests/gold/pairs.jsonl`: claims, and sentences of other reports on
the same event, of which readers said whether they tell all of the claim. The sentences are named by digests, as most
are of reports that are no part of the project; they are found again in SHARED/data and in `tests/gold/folders`.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from agent.digest.accord.agreement import supports
from agent.digest.accord.backing import backs
from agent.digest.accord.cores import list_cores
from agent.digest.accord.rarity import Rarity
from agent.digest.statements.statements import Statement, gather_statements
from agent.evaluation.command import Measuring
from agent.evaluation.questions import GOLD, read_stories
from agent.evaluation.records import Record, read_records
from agent.evaluation.sides import write_report
from agent.evidence.words.likeness import Words
from agent.verify.conflict.assertions import read_assertion
from index.source import Paragraph, Source
from index.vectors.embed import DEFAULT, load_embedder

PAIRS = GOLD / "pairs.jsonl"
LABELS = {"f": "all of the claim", "p": "part of it", "c": "something else of the same", "n": "nothing of it"}
"""What the other sentence of a pair tells, by the letter that stands for it in the file."""


def name_sentence(text: str) -> str:
    """Return the digest by which a sentence is named in `tests/gold/pairs.jsonl`."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def judge_pairs(shared: Path, words: Words) -> Iterator[tuple[str, bool]]:
    """Yield for every pair whose sentences are found again its label, and whether a digest takes both for agreed."""
    documents = _read_documents(shared)
    judged: dict[str, list[Record]] = {}
    for record in read_records(PAIRS):
        judged.setdefault(record["event"], []).append(record)
    for event, records in judged.items():
        statements = gather_statements(_list_paragraphs(documents[event]), lambda paragraph, _: paragraph.source.id)
        rarity = Rarity(statements)
        claims = {name: (each, text) for each in statements for name, text in _list_claims(each)}
        others = {name_sentence(each.text): each for each in statements}
        for record in records:
            claim, other = claims.get(record["claim"]), others.get(record["other"])
            if claim and other:
                yield record["label"], _agree(*claim, other, words, rarity)


def _agree(whole: Statement, claim: str, other: Statement, words: Words, rarity: Rarity) -> bool:
    if claim == whole.text:
        return supports(whole, other, words, rarity)
    return backs(read_assertion(claim), whole, other, words)


def _read_documents(shared: Path) -> dict[str, dict[str, str]]:
    """Return the documents (file name: text) of every event."""
    made = read_records(GOLD / "folders" / "developing.jsonl")
    return read_stories(shared / "data") | {
        story["story"]: {document["name"]: write_report(document) for document in story["documents"]} for story in made
    }


def _list_paragraphs(documents: Mapping[str, str]) -> Iterator[Paragraph]:
    for number, (name, text) in enumerate(sorted(documents.items()), 1):
        title, *body = [part.strip() for part in text.split("\n\n") if part.strip()]
        source = Source(number, name, name, title, None, None)
        yield from (Paragraph(source, n, part) for n, part in enumerate(body, 1))


def _list_claims(statement: Statement) -> Iterator[tuple[str, str]]:
    """Yield what may become a claim of a statement, each with its name: the statement and its cores."""
    for text in (statement.text, *list_cores(statement.text)):
        yield name_sentence(text), text


@click.command(cls=Measuring)
@click.argument("shared", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(shared: Path) -> None:
    """Print how many pairs of each kind digests take for agreed."""
    told, total = Counter[str](), Counter[str]()
    for label, agreed in judge_pairs(shared, Words(load_embedder(DEFAULT))):
        told[label] += agreed
        total[label] += 1
    for label, meaning in LABELS.items():
        click.echo(f"the other tells {meaning}: {told[label]} of {total[label]} taken for agreed")


if __name__ == "__main__":
    main()
