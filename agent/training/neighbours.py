"""Sets of questions about single sentences: what does not answer is looked for among the sentences around them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from agent.training.examples import Example, find_roots, take_nearest

_MOST = 14
"""Questions about one sentence that are taken."""

_COMMON = 300
"""Sentences beyond which a word they share tells nothing."""

_NEAR = 12

_TOKENS = (("-lrb- ", "("), (" -rrb-", ")"), ("-lsb- ", "["), (" -rsb-", "]"), ("`` ", '"'), (" ''", '"'))


def read_annotated(folder: Path, random: Random) -> Iterator[Example]:
    """Yield QAMR's questions (Michael et al., 2018) on which two annotators agree, of six words and more."""
    asked: dict[str, list[str]] = defaultdict(list)
    documents: dict[str, list[str]] = defaultdict(list)
    home: dict[str, str] = {}
    for path in sorted(folder.glob("*.tsv")):
        for document, sentence, questions in _read_blocks(path):
            documents[document].append(sentence)
            home[sentence] = document
            asked[sentence] += questions
    shared = _index(list(home))
    for sentence, questions in asked.items():
        random.shuffle(questions)
        for question in questions[:_MOST]:
            near = [text for text in _find_near(question, shared) if text != sentence][:4]
            same = [text for text in documents[home[sentence]] if text != sentence]
            random.shuffle(same)
            yield Example(question, (sentence,), tuple(dict.fromkeys([*near, *same[:2]])))


def _read_blocks(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield document, sentence and questions of each block, which opens with a line of its number."""
    for block in path.read_text(encoding="utf-8").split("#Wiki1k:")[1:]:
        number, sentence, *lines = [line for line in block.splitlines() if line.strip()]
        questions = []
        for line in lines:
            shown, *others = line.split("\t")
            question, answer, *_ = [*re.split(r"\s{2,}", shown.strip(), maxsplit=1), ""]
            agreed = set(re.findall(r"\w+", answer.lower())) & set(re.findall(r"\w+", " ".join(others).lower()))
            if agreed and len(question.split()) >= 6 and len(find_roots(question)) >= 2:
                questions.append(question)
        yield number.rsplit(":", 2)[0], sentence.strip(), questions


def _index(sentences: Sequence[str]) -> Mapping[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        for root in find_roots(sentence):
            index[root].append(sentence)
    return index


def _find_near(question: str, shared: Mapping[str, list[str]]) -> list[str]:
    """Return the sentences that share most words with a question, rare ones first."""
    weights: dict[str, float] = defaultdict(float)
    for root in find_roots(question):
        members = shared.get(root, ())
        for sentence in members if len(members) < _COMMON else ():
            weights[sentence] += len(members) ** -0.5
    return sorted(weights, key=lambda sentence: -weights[sentence])[:_NEAR]


def read_pairs(folder: Path, random: Random) -> Iterator[Example]:
    """Yield SQuAD 1.1's questions with the sentence that answers (Du et al., 2017), lowercased as they come."""
    for path in sorted(folder.glob("src-*.txt")):
        sources = [join_tokens(line) for line in path.read_text(encoding="utf-8").splitlines()]
        questions = path.with_name(path.name.replace("src", "tgt")).read_text(encoding="utf-8").splitlines()
        order = list(dict.fromkeys(sources))
        places = {sentence: place for place, sentence in enumerate(order)}
        for sentence, line in zip(sources, questions, strict=True):
            question, place = join_tokens(line), places[sentence]
            around = [text for text in order[max(0, place - 25) : place + 26] if text != sentence]
            near = take_nearest(question, around, 7, random, 0.3)
            yield Example(question, (sentence,), (*near[:4], *near[6:7]))


def join_tokens(text: str) -> str:
    """Return a tokenized text as it would be written, with a capital at its start."""
    for token, plain in _TOKENS:
        text = re.sub(re.escape(token), plain, text, flags=re.IGNORECASE)
    text = re.sub(r" (n't|'s|'re|'ve|'ll|'d|'m)\b", r"\1", text)
    text = re.sub(r" ([,.;:?!%)])", r"\1", text)
    text = text.replace("( ", "(").replace("$ ", "$").replace(" '", "'").strip()
    return text[:1].upper() + text[1:]
