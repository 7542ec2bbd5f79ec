"""How far the verifier can be trusted: on what people labelled, and on corruptions of real sentences."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from agent.answer.answer import Verdict
from agent.evaluation import corruptions, variants
from agent.evaluation.records import Record, read_records, share
from agent.verify.conflict.assertions import split_attribution
from agent.verify.support.verdict import check_sentence
from index.language.names import find_names
from index.language.sentences import split_sentences

Show = Callable[[str, str, str], object]
"""Told of every miss: its kind, the sentence that was checked, and the sentence of the source."""

_LONGEST_SPEAKER = 8
_SHORTEST = 4  # fewer words are no statement that could be false


def measure_qags(folder: Path, limit: int | None) -> dict[str, float]:
    """Return how well the verdict on `support_qags.jsonl` tells supported claims from others."""
    records = read_records(folder / "support_qags.jsonl", limit)
    return _measure([(record["claim"], [record["source"]], record["label"] == 1) for record in records])


def measure_wice(folder: Path, limit: int | None) -> dict[str, float]:
    """Return the same for `support_wice_dev.jsonl`; a claim that is supported in part is not supported."""
    records = read_records(folder / "support_wice_dev.jsonl", limit)
    return _measure([(item["claim"], [" ".join(item["evidence"])], item["label"] == "supported") for item in records])


def _measure(claims: Sequence[tuple[str, Sequence[str], bool]]) -> dict[str, float]:
    accepted = {True: 0, False: 0}
    labels = [label for _, _, label in claims]
    for claim, paragraphs, label in claims:
        accepted[label] += check_sentence(claim, paragraphs).verdict is Verdict.SUPPORTED
    kept, refused = share(accepted[True], sum(labels)), 1 - share(accepted[False], labels.count(False))
    return {
        "claims": len(claims),
        "balanced accuracy": (kept + refused) / 2,
        "supported accepted": kept,
        "unsupported refused": refused,
        "precision of supported": share(accepted[True], sum(accepted.values())),
    }


def measure_corruptions(folder: Path, limit: int | None, show: Show | None = None) -> dict[str, float]:
    """Return the share of corruptions that are caught and of faithful variants that are refused, by kind.

    Every sentence of `story_triplets.jsonl` is corrupted in each way it allows, and varied without a change of
    what it says, and checked against its paragraph.
    """
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for sentence, paragraph, near, speakers in _list_sentences(read_records(folder / "story_triplets.jsonl", limit)):
        tells = len(sentence.split()) >= _SHORTEST
        cases = [(f"caught: {kind}", text) for kind, text in corruptions.corrupt(sentence, near, speakers) if tells]
        cases += [(f"refused: {kind}", text) for kind, text in variants.vary(sentence)]
        for kind, text in cases:
            refused = check_sentence(text, [paragraph]).verdict is not Verdict.SUPPORTED
            counts[kind][0] += refused
            counts[kind][1] += 1
            if show and refused is kind.startswith("refused"):
                show(kind, text, sentence)
    return _summarize(counts)


def _summarize(counts: dict[str, list[int]]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for outcome, kinds in (("caught", corruptions.KINDS), ("refused", variants.KINDS)):
        found = {kind: counts[f"{outcome}: {kind}"] for kind in kinds if f"{outcome}: {kind}" in counts}
        total = [sum(column) for column in zip(*found.values(), strict=True)] or [0, 0]
        figures |= {f"{outcome}: cases": total[1], outcome: share(*total)}
        for kind, (part, whole) in found.items():
            figures |= {f"{outcome}: {kind}": share(part, whole), f"{outcome}: {kind}: cases": whole}
    return figures


def _list_sentences(records: Sequence[Record]) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Yield each sentence with its paragraph, the other names near it (its paragraph's or story's), and speakers."""
    stories: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        stories[record["event"]].append(record)
    for story in stories.values():
        paragraphs = [paragraph for record in story for paragraph in record["paragraphs"]]
        names = list(dict.fromkeys(name for paragraph in paragraphs for name in find_names(paragraph)))
        speakers = list(dict.fromkeys(who for paragraph in paragraphs for who in _find_speakers(paragraph)))
        for paragraph in paragraphs:
            own = find_names(paragraph)
            for sentence in split_sentences(paragraph):
                elsewhere = set(own) - set(find_names(sentence))
                yield sentence, paragraph, [name for name in own if name in elsewhere] or names, speakers


def _find_speakers(paragraph: str) -> Iterator[str]:
    for sentence in split_sentences(paragraph):
        who = split_attribution(sentence)[1]
        if find_names(who) and len(who.split()) <= _LONGEST_SPEAKER:
            yield who
