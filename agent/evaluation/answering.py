"""How well questions are answered and refused: ClapNQ, one passage at a time, and RealTimeQA over a whole library."""

import re
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz

from agent.answer.answer import Answer
from agent.evaluation.reader import Reader
from agent.evaluation.records import read_articles, read_records, share, write_article
from index.language.terms import fold, split_words

SAME = 90.0
"""Similarity (0 to 100, rapidfuzz's partial ratio) from which a quote and a gold sentence are one."""

LONGEST = 40
"""Words that an answer to a quiz question may have."""

DEPTHS = (1, 5, 10)
"""How far down the ranking the right article is looked for."""

_MARKUP = re.compile(r"<[^>]+>")


def measure_clapnq(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    """Return how `clapnq.jsonl` is answered and refused, and how far what is cited are the gold sentences.

    Each question has its passage as the only source. The weights that come with Concord were fitted on these
    questions among others; `agent.evaluation.calibration` prints the figures for titles that it did not see.
    """
    answered: dict[bool, list[bool]] = {True: [], False: []}
    quotes = good = gold = wanted = found = 0
    for number, record in enumerate(read_records(folder / "clapnq.jsonl", limit)):
        documents = {"passage.txt": f"{record['title']}\n\n{record['text']}\n"}
        answer = next(reader.answer(f"clapnq/{number}", documents, [record["question"]]))
        answered[bool(record["answer"])].append(not answer.abstained)
        if record["answer"]:
            cited = [] if answer.abstained else [item.quote for item in answer.citations]
            sentences = record["gold_sentences"]
            quotes += len(cited)
            good += sum(_is_among(quote, sentences) for quote in cited)
            found += sum(_is_among(sentence, cited) for sentence in sentences)
            gold += len(sentences)
            wanted += len(sentences) if cited else 0
    kept = share(sum(answered[True]), len(answered[True]))
    refused = share(answered[False].count(False), len(answered[False]))
    return {
        "questions": len(answered[True]) + len(answered[False]),
        "balanced accuracy": (kept + refused) / 2,
        "answerable answered": kept,
        "unanswerable refused": refused,
        "cited sentences: precision": share(good, quotes),
        "cited sentences: recall": share(found, gold),
        "cited sentences: recall where answered": share(found, wanted),
    }


def _is_among(text: str, others: Sequence[str]) -> bool:
    return any(fuzz.partial_ratio(text, other) > SAME for other in others)


def measure_realtimeqa(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    """Return how the quiz questions of RealTimeQA are answered over one library of all its articles."""
    articles = read_articles(folder)
    names = {article["url"]: name for name, article in articles.items()}
    documents = {name: write_article(article) for name, article in articles.items()}
    records = read_records(folder / "realtimeqa_questions.jsonl", limit)
    questions = [_MARKUP.sub("", record["question"]) for record in records]
    answers = reader.answer("realtimeqa", documents, questions)
    contained = short = given = right = 0
    hits = dict.fromkeys(DEPTHS, 0)
    for record, answer in zip(records, answers, strict=True):
        given += not answer.abstained
        told = holds_answer(answer, record["answer"])
        contained += told
        short += told and sum(len(sentence.text.split()) for sentence in answer.sentences) <= LONGEST
        wanted = {names[url] for url in record["evidence_urls"] if url in names}
        right += not answer.abstained and any(item.paragraph.source.name in wanted for item in answer.citations)
        ranked = list(dict.fromkeys(entry.paragraph.source.name for entry in answer.ranking))
        for depth in DEPTHS:
            hits[depth] += not wanted.isdisjoint(ranked[:depth])
    return {
        "questions": len(records),
        "answered": share(given, len(records)),
        "answer contained": share(contained, len(records)),
        f"answer contained in {LONGEST} words at most": share(short, len(records)),
        "article with the answer cited": share(right, len(records)),
        **{f"article among the first {depth} of the ranking": share(hits[depth], len(records)) for depth in DEPTHS},
    }


def holds_answer(answer: Answer, gold: str) -> bool:
    """Tell whether the words of a gold answer stand in an answer one after another."""
    told = _plain(" ".join(sentence.text for sentence in answer.sentences))
    return f" {_plain(gold).strip()} " in told


def _plain(text: str) -> str:
    """Return the folded words of a text, dots of abbreviations left out and spaces around each."""
    words = split_words(text.replace(".", "").replace("%", " percent"))
    return f" {' '.join(fold(word) for word in words if fold(word) not in ('the', 'a', 'an'))} "
