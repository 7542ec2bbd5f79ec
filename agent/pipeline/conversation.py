"""Conversation: a question that leans on the turns before it is made one that stands alone.

Words decide, not the model: a person's pronoun becomes the person's name, and what else is left out or
only pointed at is added in brackets, in the words of the earlier question. The model may only choose between
names that fit equally well. Every front end shows what was made of the question.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from threading import Event as Flag
from typing import TYPE_CHECKING

from agent.answer.answer import Answer
from agent.models import Model
from agent.pipeline.antecedents import find_people, find_topic, name_places
from agent.pipeline.events import Event
from index.names import find_names
from index.terms import content_words, is_content, split_words

if TYPE_CHECKING:
    from agent.pipeline.session import Session

Choose = Callable[[], Model]
"""Gives the model when it is needed, so that nothing waits for one that still loads."""


class State(StrEnum):
    """How a turn ended, `asked` while it has not."""

    ASKED = "asked"
    ANSWERED = "answered"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation: as it was asked, as it was understood, and its answer if it has one."""

    asked: str
    understood: str = ""
    state: State = State.ASKED
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """The question as it is answered, where that is not the question as it was asked."""

    question: str


def converse(
    session: "Session", question: str, turns: Sequence[Turn], stop: Flag | None = None
) -> Iterator[Event | Understood]:
    """Yield what the question is understood as, if that differs, and then what happens while it is answered."""
    standing = understand(question, turns, lambda: session.model)
    if standing != question:
        yield Understood(standing)
    yield from session.ask(standing, stop)


_OPENING = re.compile(r"^(?:(?:and|but|so|or|then|also|ok|okay|well|now)\b[\s,]*)+", re.I)
_INSTEAD = re.compile(r"^(?:what|how)\s+about\s+(?P<other>.+)$", re.I)
_PERSON = re.compile(r"\b(?:(?P<whose>his)|(?P<either>her)|he|she|him)\b", re.I)
_THERE = re.compile(
    r"(?<!is )(?<!are )(?<!was )(?<!were )\bthere\b(?!\s+(?:is|are|was|were|has|have|had)\b)|\bthere$", re.I
)
_POINTING = re.compile(
    r"\b(?:they|them|their|theirs|its|this|these|those)\b"
    r"|\bit\b(?!(?:\s+\w+){0,2}\s+(?:that|to)\b)"
    r"|(?:^|\b(?:is|was|are|were|did|does|has|had|after|before|of|about|for|by|in|on|why|how)\s+)that\b"
    r"|\b(?:that|so|then|else|there)$|\bthe same\b",
    re.I,
)
_FRAGMENT = re.compile(
    r"^(?:in|at|on|by|from|to|for|with|since|until|during|after|before|near)\b(?!.*\b(?:wh\w+|how)\b)", re.I
)
_DEFINITION = re.compile(r"^(?:who|what)(?:['’]s|\s+(?:is|are|was|were))\s+\w", re.I)
_ENDING = re.compile(r"[\s?!.]+$")


def understand(question: str, turns: Sequence[Turn], model: Choose | None = None) -> str:
    """Return the question as it stands alone after these turns; the question itself where nothing is missing."""
    asked = " ".join(question.split())
    past = [turn for turn in turns if turn.state is not State.FAILED]
    if not past:
        return asked
    bare = _ENDING.sub("", _OPENING.sub("", asked)) or _ENDING.sub("", asked)
    if other := _INSTEAD.match(bare):
        return _ask_again(other["other"], past[-1])
    if _FRAGMENT.match(bare):
        return f"{_ENDING.sub('', _standing(past[-1]))} {bare}?"
    named = _name_place(_name_person(bare, past, model), past[-1])
    if _leans(named):
        topic = find_topic(_standing(past[-1]))
        named = f"{named} ({topic})" if topic else named
    changed = named != _ENDING.sub("", asked)
    return f"{named[0].upper()}{named[1:]}?" if changed else asked


def _standing(turn: Turn) -> str:
    return turn.understood or turn.asked


def _ask_again(other: str, turn: Turn) -> str:
    """Return the last question with its last name exchanged for another one, or with the other thing added."""
    standing = _standing(turn)
    names = find_names(standing)
    if names and find_names(f"of {other}"):
        before, _, after = standing.rpartition(names[-1])
        return f"{before}{other}{after}"
    return f"What about {other} ({find_topic(standing)})?"


def _name_person(question: str, past: Sequence[Turn], model: Choose | None) -> str:
    """Put the person's name in the place of the first pronoun for one, unless the question names somebody before it."""
    match = _PERSON.search(question)
    if match is None or find_names(question[: match.start()]):
        return question
    for turn in reversed(past):
        answer = " ".join(sentence.text for sentence in turn.answer.sentences) if turn.answer else ""
        people = find_people(_standing(turn), answer)
        if people:
            forms = [_replace(question, match, person) for person in people]
            return forms[_choose(forms, answer, model)]
    return question


def _replace(question: str, match: re.Match[str], person: str) -> str:
    rest = split_words(question[match.end() :])
    owns = match["whose"] or (match["either"] and rest and is_content(rest[0]))
    return question[: match.start()] + person + ("’s" if owns else "") + question[match.end() :]


def _choose(forms: Sequence[str], answer: str, model: Choose | None) -> int:
    """Return which form the model finds answered best by the answer, the first where there is no model."""
    if model is None or len(forms) < 2 or not answer:
        return 0
    scores = [model().rerank(form, [answer])[0] for form in forms]
    return scores.index(max(scores))


def _name_place(question: str, turn: Turn) -> str:
    """Put the only place of the last question where `there` points to it."""
    places = name_places(_standing(turn))
    match = _THERE.search(question)
    if match is None or len(places) != 1:
        return question
    return f"{question[: match.start()]}in {places[0]}{question[match.end() :]}"


def _leans(question: str) -> bool:
    """Tell whether a question points to something that it does not name itself, or names too little."""
    pointing = _POINTING.search(question)
    if pointing:
        before = question[: pointing.start()]
        named_here = find_names(f"of {before}") if before else []
        told_here = len(content_words(before)) >= 2 and pointing.end() < len(question)
        return not (named_here or told_here)
    if find_names(question) or _DEFINITION.match(question):
        return False
    return len(content_words(question)) <= 1
