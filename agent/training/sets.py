"""Public sets of questions, read into examples; what each asks for is in the words of its own publishers.

`python -m agent.training.sets FOLDER EXAMPLES.jsonl` looks in FOLDER for `squad/*.json` (SQuAD 2.0), `selqa/*.json`
(SelQA's answer sentence selection), `qamr/*.tsv` (QAMR's readable files), `nqg/src-*.txt` beside `nqg/tgt-*.txt`
(SQuAD 1.1 as Du et al., 2017, split it), `climate-fever/*.jsonl`, `fever-symmetric/*.jsonl`, `fever-pairs/*` (FEVER
in pairs, as COVID-Fact's repository has it), `healthver/*.csv`, `covid-qa/*.json` and `condaqa/*.json`, whichever is
there.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import click

from agent.training.claims import read_claims, read_evidence, read_health, read_verdicts
from agent.training.examples import Example, place_sentences, take_nearest, write_examples
from agent.training.exchanges import exchange_names
from agent.training.negations import read_negations
from agent.training.neighbours import read_annotated, read_pairs
from index.language.sentences import split_sentences

SEED = 7


def read_squad(folder: Path, random: Random) -> Iterator[Example]:
    """Yield SQuAD 2.0's questions (Rajpurkar et al., 2018) with the sentences of their paragraphs, and three others."""
    for path in sorted(folder.glob("*.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
            title = article.get("title", "").replace("_", " ")
            split = [(each, *_split(title, each["context"])) for each in article["paragraphs"]]
            for paragraph, texts, starts in split:
                others = [text for _, rest, _ in split if rest is not texts for text in rest]
                for item in paragraph["qas"]:
                    answers = [] if item["is_impossible"] else [each["answer_start"] for each in item["answers"]]
                    held = {max(n for n, start in enumerate(starts) if start <= answer) for answer in answers}
                    if item["is_impossible"] or held:
                        question = item["question"].strip()
                        rest = [text for n, text in enumerate(texts) if n not in held]
                        wrong = take_nearest(question, rest, 5, random, 0.5)
                        wrong += take_nearest(question, others, 3, random, 0.2)
                        yield Example(question, tuple(texts[n] for n in sorted(held)), tuple(wrong))


def _split(title: str, context: str) -> tuple[list[str], list[int]]:
    """Return a paragraph's sentences as they are read, and where each begins."""
    sentences, starts, place = split_sentences(context), list[int](), 0
    for sentence in sentences:
        place = context.index(sentence, place)
        starts.append(place if starts else 0)
        place += 1
    return place_sentences(title, sentences), starts


def read_selqa(folder: Path, random: Random) -> Iterator[Example]:
    """Yield SelQA's questions (Jurczyk et al., 2016) with the sentences of a section of an encyclopedia article."""
    for path in sorted(folder.glob("*.json")):
        for item in json.loads(path.read_text(encoding="utf-8")):
            found = item["candidates"]
            texts = place_sentences(item["article"], json.loads(found) if isinstance(found, str) else found)
            right = sorted(set(item["answers"]))
            rest = [text for n, text in enumerate(texts) if n not in right]
            if right and item["question"]:
                question = item["question"].strip()
                wrong = take_nearest(question, rest, 7, random, 0.5)
                yield Example(question, tuple(texts[n] for n in right[:2]), tuple(wrong))


READERS: dict[str, Callable[[Path, Random], Iterator[Example]]] = {
    "squad": read_squad,
    "selqa": read_selqa,
    "qamr": read_annotated,
    "nqg": read_pairs,
    "climate-fever": read_claims,
    "fever-symmetric": read_evidence,
    "fever-pairs": read_verdicts,
    "healthver": read_health,
    "covid-qa": read_squad,
    "condaqa": read_negations,
}


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path), metavar="EXAMPLES.jsonl")
def main(folder: Path, target: Path) -> None:
    """Write the examples of the public sets in FOLDER."""
    random, examples = Random(SEED), []
    for name, read in READERS.items():
        found = list(read(folder / name, random))
        click.echo(f"{name}: {len(found)}")
        examples += found
    examples += exchange_names(examples, random)
    click.echo(f"written: {write_examples(examples, target)}")


if __name__ == "__main__":
    main()
