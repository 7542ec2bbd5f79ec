"""Opposites: where it is asked whether something is so, one sentence tells it and another denies it in other words.

Neither sign is enough by itself: the model takes a paraphrase for a contradiction too often, and a sentence that denies
something may deny something else. Where one sentence tells most of what is asked plainly, another denies most of it
by its form, and the model is sure that they contradict each other, they do.
"""

import re
from collections.abc import Sequence
from threading import Event

from agent.evidence.candidates import Candidate
from agent.evidence.contrast import read_contrary
from agent.evidence.publication import count_days, tell_of_one_time
from agent.evidence.ranked import Ranked, Ranking
from agent.models import Model
from agent.verify.denial.denials import find_denials
from agent.verify.denial.stances import is_plain, states
from agent.verify.matter import Matter, asks_whether, is_named, read_matter
from agent.verify.sides import MOST_A_SIDE, FoundDispute
from index.language.terms import content_words

SURE = 2.0
"""Log-odds from which the model is sure that a sentence contradicts the best one."""

LIKELY = 0.5
"""Probability, to the model, that each of two opposites answers the question."""

SPOKEN = 0.6
"""Share of the question's matter that either must speak of."""

READ = 4
"""Sentences, the likeliest answers first, that are held against the best one."""

_HELD = re.compile(
    r"\b(?:assum\w+|believ\w+|beliefs?|thought|thinks?|suppos\w+|rumou?r\w*|myths?|claims?|claimed|alleg\w+)\b", re.I
)
"""Words by which a sentence tells what others hold, which one that denies it does not contradict."""


def find_opposites(ranking: Ranking, model: Model, stop: Event | None = None) -> FoundDispute | None:
    """Return the best sentence with those of other sources that tell the contrary of it, or None.

    Not where they were published on different days: what is so may have changed. Raises ModelError and Stopped.
    """
    matter = read_matter(ranking.question) if asks_whether(ranking.question) else None
    if matter is None or not ranking.answerable:
        return None
    best = ranking.items[0]
    telling, denying = _tells(matter, best, ranking), _denies(matter, best, ranking)
    if telling == denying or best.probability < LIKELY:
        return None
    opposes = _denies if telling else _tells
    against = [item for item in ranking.items if _may_oppose(best.candidate, item) and opposes(matter, item, ranking)]
    read = sorted(against, key=lambda item: -item.relevance)[:READ]
    odds = read_contrary(ranking, read, model, stop)
    found = [item for item, value in zip(read, odds, strict=True) if value >= SURE]
    if not found:
        return None
    one, other = (best.candidate,), _choose(found)
    return FoundDispute(one, other) if telling else FoundDispute(other, one)


def _may_oppose(best: Candidate, item: Ranked) -> bool:
    other = item.candidate
    apart = other.paragraph.source.id != best.paragraph.source.id
    likely = apart and item.probability >= LIKELY and count_days(best, other) == 0
    return likely and tell_of_one_time(best, other)


def _tells(matter: Matter, item: Ranked, ranking: Ranking) -> bool:
    """Tell whether a sentence tells most of the matter, and not only of its names, as something that is so."""
    text, words = item.candidate.text, ranking.words
    if find_denials(text) or not is_plain(text) or _HELD.search(text):
        return False
    told = content_words(text)
    if not is_named(matter.words[0], told):
        return False
    spoken = matter.select(told, words)
    common = [word for word in matter.words if word not in matter.names]
    for asked in (matter.words, common):
        if sum(word in spoken for word in asked) < SPOKEN * len(asked):
            return False
    return states(matter, matter.words, text, words)


def _denies(matter: Matter, item: Ranked, ranking: Ranking) -> bool:
    """Tell whether what a sentence denies, with what it denies it of, is most of the matter."""
    found = [denial for denial in find_denials(item.candidate.text) if not denial.before]
    denials = [denial for denial in found if matter.is_done(denial.scope, ranking.words)]
    told = (matter.select(content_words(f"{each.subject} {each.scope}"), ranking.words) for each in denials)
    return any(len(spoken) >= SPOKEN * len(matter.words) for spoken in told)


def _choose(found: Sequence[Ranked]) -> tuple[Candidate, ...]:
    """Return the best sentence of each source, of MOST_A_SIDE sources."""
    sources: dict[int, Candidate] = {}
    for item in found:
        sources.setdefault(item.candidate.paragraph.source.id, item.candidate)
    return tuple(sources.values())[:MOST_A_SIDE]
