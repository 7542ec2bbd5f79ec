"""The questions that calibration learns from, each with the documents it is asked of and what answers it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from rapidfuzz import fuzz

from agent.evaluation.records import Record, read_records
from agent.evaluation.sides import write_report
from index.language.names import find_names

GOLD = Path(__file__).parents[2] / "tests" / "gold"
"""Our labelled questions, which the weights are fitted on."""

OURS = "basil_*.jsonl"
"""The files of it with questions about the stories in `story_triplets.jsonl`."""

HELD_OUT = GOLD / "heldout"
"""Questions about other stories, by another author, which no weight is fitted on."""

SAME = 90.0
"""Similarity (0 to 100, rapidfuzz's partial ratio) from which a candidate and a gold sentence are one."""

SEED = 3
"""Of the random choices; any other does."""

TEMPLATES = (
    "What is the salary of {}?",
    "How tall is {}?",
    "Which university did {} attend?",
    "What did Portugal say about {}?",
    "Who designed {}?",
    "How much does {} weigh?",
    "When was the daughter of {} born?",
    "What colour is the car of {}?",
    "Which hotel did {} stay in?",
    "How many books has {} written?",
    "Who translated the speech of {}?",
    "Why did Iceland complain about {}?",
    "Where did {} spend the summer holidays?",
    "What is the phone number of {}?",
    "How many employees did {} dismiss in 1997?",
    "Who painted the portrait of {}?",
)
"""Questions about things that reports of an event hardly ever tell of the names in them."""

_A_STORY, _COMMON, _A_FOLDER = 4, 6, 2


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question with its documents (file name: text), and what tells right sentences: `cites`, or `gold` ones."""

    set: str
    group: str
    text: str
    documents: dict[str, str]
    answerable: bool = False
    cites: re.Pattern[str] | None = None
    gold: tuple[str, ...] = ()

    def is_right(self, sentence: str) -> bool:
        """Tell whether a sentence holds what answers the question."""
        if self.cites is not None:
            return self.cites.search(sentence) is not None
        return any(fuzz.partial_ratio(gold, sentence) > SAME for gold in self.gold)


def collect_questions(data: Path, gold: Path) -> list[LabelledQuestion]:
    """Return all questions: ours of the files in `gold` about the stories in `data`, made-up ones, and ClapNQ.

    Those that rules were worked out on belong to them, with the documents they come with.
    """
    asked = list(_read_gold(data, gold))
    ours = (*_read_trades(gold), *_read_sides(gold), *_read_folders(gold))
    return [*asked, *_make_unanswerable(asked), *_read_clapnq(data), *ours]


def read_stories(data: Path) -> dict[str, dict[str, str]]:
    """Return the documents (file name: text) of each story in `story_triplets.jsonl`, by the name of its event."""
    stories: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for record in read_records(data / "story_triplets.jsonl"):
        stories[record["event"]][f"{record['source']}.txt"] = _write(record)
    return dict(stories)


def _read_gold(data: Path, gold: Path) -> Iterator[LabelledQuestion]:
    stories = read_stories(data)
    for file in sorted(gold.glob(OURS)):
        for line in read_records(file):
            cites = re.compile(line["cites"], re.IGNORECASE) if line["answer"] is not None else None
            documents = stories[line["event"]]
            yield LabelledQuestion("basil", line["event"], line["question"], documents, cites is not None, cites)


def _read_trades(gold: Path) -> Iterator[LabelledQuestion]:
    for matter in _read_own(gold / "trades" / "developing.jsonl"):
        for line in matter["questions"]:
            cites = re.compile(line["cites"], re.IGNORECASE) if line["answer"] is not None else None
            yield LabelledQuestion(
                "trades", matter["matter"], line["question"], matter["documents"], cites is not None, cites
            )


def _read_sides(gold: Path) -> Iterator[LabelledQuestion]:
    for story in _read_own(gold / "sides" / "developing.jsonl"):
        documents = {document["name"]: write_report(document) for document in story["documents"]}
        for line in story["questions"]:
            cites = re.compile("|".join(line["sides"]), re.IGNORECASE) if line["sides"] else None
            yield LabelledQuestion("sides", story["story"], line["question"], documents, cites is not None, cites)


def _read_folders(gold: Path) -> Iterator[LabelledQuestion]:
    """Yield _A_FOLDER questions of each made-up folder; pieces of the sentences that answer stand on its sides."""
    random = Random(SEED)
    for folder in _read_own(gold / "folders" / "developing.jsonl"):
        documents = {document["name"]: write_report(document) for document in folder["documents"]}
        for line in random.sample(folder["questions"], min(_A_FOLDER, len(folder["questions"]))):
            pieces = [re.escape(piece) for side in line["sides"] for piece in side]
            cites = re.compile("|".join(pieces)) if pieces else None
            yield LabelledQuestion("folders", folder["story"], line["question"], documents, cites is not None, cites)


def _read_own(path: Path) -> list[Record]:
    return read_records(path) if path.exists() else []


def _write(record: Record) -> str:
    return "\n\n".join([record["title"], *record["paragraphs"]])


def _make_unanswerable(asked: Sequence[LabelledQuestion]) -> Iterator[LabelledQuestion]:
    """Yield, for each story, made-up questions, one of another story, and one of its own with a name exchanged."""
    random = Random(SEED)
    stories = {question.group: question.documents for question in asked}
    names = {group: _find_common(documents) for group, documents in stories.items()}
    for group, documents in stories.items():
        for template in random.sample(TEMPLATES, _A_STORY):
            text = template.format(random.choice(names[group]))
            yield LabelledQuestion("syn", group, text, documents)
        other = random.choice([question for question in asked if question.group != group and question.answerable])
        yield LabelledQuestion("cross", group, other.text, documents)
        own = [item for item in asked if item.group == group and item.answerable and find_names(item.text)]
        if own:
            question = random.choice(own)
            old = random.choice(find_names(question.text))
            new = random.choice([name for story in names if story != group for name in names[story]])
            yield LabelledQuestion("swap", group, question.text.replace(old, new), documents)


def _find_common(documents: dict[str, str]) -> list[str]:
    """Return the names that stand in most paragraphs of a story."""
    paragraphs = [paragraph for text in documents.values() for paragraph in text.split("\n\n")[1:]]
    counts = Counter(name for paragraph in paragraphs for name in find_names(paragraph))
    return [name for name, _ in counts.most_common(_COMMON)]


def _read_clapnq(data: Path) -> Iterator[LabelledQuestion]:
    for record in read_records(data / "clapnq.jsonl"):
        documents = {"p.txt": f"{record['title']}\n\n{record['text']}"}
        gold = tuple(record["gold_sentences"] or ())
        yield LabelledQuestion(
            "clapnq", record["title"], record["question"], documents, bool(record["answer"]), None, gold
        )
