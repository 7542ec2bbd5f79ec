"""How well labelled questions that nothing was fitted on are answered, each over the reports of its story."""

from collections import defaultdict
from pathlib import Path

from agent.evaluation.gold import GoldQuestion, read_gold, score_answer, summarize
from agent.evaluation.questions import HELD_OUT, read_stories
from agent.evaluation.reader import Reader
from agent.evaluation.records import share, spread
from index.errors import UsageError

_SHOWN = (
    "questions answerable right right_and_cited wrongly_abstained citation_precision unanswerable wrongly_answered"
    " unsupported_sentences words"
).split()


def measure(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    """Return how the questions of `tests/gold/heldout` are answered over their stories in `story_triplets.jsonl`.

    Raises UsageError where they are not there, as in a Concord installed without its tests.
    """
    stories = read_stories(folder)
    asked: defaultdict[str, list[GoldQuestion]] = defaultdict(list)
    questions = [question for file in sorted(HELD_OUT.glob("*.jsonl")) for question in read_gold(file)]
    if not questions:
        raise UsageError(f"There are no questions in {HELD_OUT}.", "Run it where Concord was cloned: pip install -e .")
    for question in spread(questions, limit):
        asked[question.event].append(question)
    scores = []
    for event, items in asked.items():
        answers = reader.answer(f"heldout/{event}", stories[event], [item.question for item in items])
        scores += [score_answer(item, answer, 0.0) for item, answer in zip(items, answers, strict=True)]
    figures = summarize(scores)
    answered = share(figures["answerable"] - figures["wrongly_abstained"], figures["answerable"])
    refused = 1 - share(figures["wrongly_answered"], figures["unanswerable"])
    shown = {name.replace("_", " "): figures[name] for name in _SHOWN}
    return {**shown, "balanced accuracy": (answered + refused) / 2}
