"""Outcomes: what answers to labelled questions score, and whether they cite both sides of what sources dispute."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.answer.answer import Answer
from agent.evaluation.gold import GoldQuestion, Score, score_answer, summarize
from agent.evaluation.records import Record, share

DISPUTE, UPDATE = "dispute", "update"
"""Kinds of questions on which sources contradict each other, or a later one supersedes an earlier one."""
_SHOWN = "answerable right_and_cited wrongly_abstained citation_precision unanswerable wrongly_answered words".split()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an answer scored, whether it cites sentences on two sides, and whether it notes which is later."""

    score: Score
    both: bool
    later: bool


def tells_later(answer: Answer) -> bool:
    """Tell whether an answer notes which of its sources is the later one."""
    return any("published later" in note for note in answer.notes)


def judge(question: GoldQuestion, line: Record, answer: Answer) -> Outcome:
    """Score an answer against its labels; `line` has the `sides`, patterns for the sentences on each."""
    sides = line.get("sides", ())
    cited = [] if answer.abstained else [item.quote for item in answer.citations]
    told = [any(re.search(side, quote, re.IGNORECASE) for quote in cited) for side in sides]
    return Outcome(score_answer(question, answer, 0.0), sum(told) > 1, tells_later(answer))


def summarize_outcomes(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Return what answers scored in all, and of those to disputes and updates on how many both sides are cited."""
    figures = summarize([outcome.score for outcome in outcomes])
    disputes, updates = ([each for each in outcomes if each.score.kind == kind] for kind in (DISPUTE, UPDATE))
    others = [each.score for each in outcomes if each.score.kind not in (DISPUTE, UPDATE)]
    answered = share(figures["answerable"] - figures["wrongly_abstained"], figures["answerable"])
    refused = 1 - share(figures["wrongly_answered"], figures["unanswerable"])
    return {
        **{name.replace("_", " "): figures[name] for name in _SHOWN},
        "balanced accuracy": (answered + refused) / 2,
        "disputes": len(disputes),
        "dispute: both sides cited": sum(each.both for each in disputes),
        "dispute: told as a dispute": sum(each.score.disputed for each in disputes),
        "updates": len(updates),
        "update: both reports cited": sum(each.both for each in updates),
        "update: told as later": sum(each.both and each.later for each in updates),
        "others told as a dispute": sum(score.disputed for score in others),
    }
