"""Conversing: a turn is answered from the sources, or from the last answer where it asks about that."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Event as Flag
from typing import TYPE_CHECKING

from agent.answer.answer import Answer
from agent.evidence.remarks import read_remark
from agent.pipeline.antecedents import find_statement
from agent.pipeline.conversation import Turn, understand
from agent.pipeline.events import Answered, Event
from agent.pipeline.recall import QUOTES, Wish, read_wish, recall
from index.language.names import find_names

if TYPE_CHECKING:
    from agent.pipeline.session import Session

_WITH_TOPIC = re.compile(r"(What about .+) \(.+\)\?$")
"""A question about another thing, with what was talked of."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The question as it is answered, where that is not the question as it was asked."""

    question: str


def converse(
    session: "Session", question: str, turns: Sequence[Turn], stop: Flag | None = None
) -> Iterator[Event | Understood]:
    """Yield what the question is understood as, if that differs, and then what happens while it is answered."""
    last = next((turn.answer for turn in reversed(turns) if turn.answer and not turn.answer.aside), None)
    if last and not read_remark(question) and (told := recall(question, last)):
        yield from _check(session, last, told, stop) if read_wish(question) is Wish.DOUBT else (Answered(told),)
        return
    standing = understand(question, turns)
    if standing != question:
        yield Understood(standing)
    for event in session.ask(standing, stop):
        alone = _WITH_TOPIC.match(standing) if isinstance(event, Answered) and event.answer.abstained else None
        if alone is None or standing == question:
            yield event
        else:  # nobody tells of both
            yield Understood(f"{alone[1]}?")
            yield from session.ask(f"{alone[1]}?", stop)


def _check(session: "Session", last: Answer, told: Answer, stop: Flag | None) -> Iterator[Event | Understood]:
    """Yield what the sources tell of the statement that an answer begins with, or else where it stands.

    An answer that tells of a contradiction has both sides already.
    """
    statement = find_statement(last)
    if not any(statement.startswith(name) for name in find_names(statement)):
        statement = f"{statement[:1].lower()}{statement[1:]}"
    if not statement or last.disputes:
        yield Answered(told)
        return
    asked = f"Is it true that {statement}?"
    yield Understood(asked)
    for event in session.ask(asked, stop):
        if not isinstance(event, Answered):
            yield event
        elif event.answer.abstained:
            yield Answered(told)
        else:
            yield Answered(replace(event.answer, notes=(QUOTES, *event.answer.notes)))
