"""Real texts, read into examples: news, interviews, speeches and others of the corpus GUM (Zeldes, 2017).

`python -m agent.training.texts UD_English-GUM TARGET.jsonl` takes a clone of
https://github.com/UniversalDependencies/UD_English-GUM. The questions about them are in `texts.jsonl`, in the form of
those of the stories; of the texts themselves only short pieces are there.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import click
from conllu import parse

from agent.training.examples import Example, write_examples
from agent.training.sets import SEED
from agent.training.stories import read_story
from agent.training.versions import read_versions

QUESTIONS = Path(__file__).parent / "texts.jsonl"

MOST_WORDS = 650
"""Words of a text after which no further sentence is read; the questions were written on so much."""


def read_texts(folder: Path, random: Random, questions: Path = QUESTIONS) -> Iterator[Example]:
    """Yield the examples of the texts in a clone of the corpus."""
    for line in questions.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        story = {**record, "documents": [_read_document(folder, record["story"])]}
        yield from (example for example in read_story(story, random) if not example.statement)
        yield from read_versions(story, random)


def _read_document(folder: Path, name: str) -> dict[str, Any]:
    """Return the title and the first paragraphs of a text; `name` is its genre and its own name, with a hyphen."""
    path = folder / "not-to-release" / "sources" / f"GUM_{name.replace('-', '_', 1)}.conllu"
    sentences = parse(path.read_text(encoding="utf-8"))
    paragraphs, words = list[list[str]](), 0
    for metadata in (sentence.metadata for sentence in sentences):
        if "newpar" in metadata or not paragraphs:
            paragraphs.append([])
        if words <= MOST_WORDS:
            paragraphs[-1].append(metadata["text"])
            words += len(metadata["text"].split())
    title = sentences[0].metadata.get("meta::title", "")
    return {"title": title, "text": "\n\n".join(" ".join(each) for each in paragraphs if each)}


@click.command()
@click.argument("source", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="UD_English-GUM")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path), metavar="TARGET.jsonl")
def main(source: Path, target: Path) -> None:
    """Write the examples of the texts of a clone of GUM to TARGET.jsonl."""
    click.echo(f"written: {write_examples(read_texts(source, Random(SEED)), target)}")


if __name__ == "__main__":
    main()
