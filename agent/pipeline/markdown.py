"""Markdown: a conversation as a document that can be read and checked without Concord."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.answer.answer import Answer, Citation
from agent.pipeline.conversation import State, Turn

_ENDINGS = {State.ASKED: "Not answered.", State.STOPPED: "Stopped.", State.FAILED: "Failed."}
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_<>#|"})


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a conversation: its title and the facts about it, empty ones left out."""

    title: str
    facts: Mapping[str, str]


def write_conversation(heading: Heading, turns: Sequence[Turn]) -> str:
    """Return a whole conversation under its heading."""
    facts = [f"- {name}: {_escape(fact)}" for name, fact in heading.facts.items() if fact]
    return "\n".join([f"# {_escape(heading.title)}", "", *facts, "", write_markdown(turns)])


def write_markdown(turns: Sequence[Turn]) -> str:
    """Return the conversation: each question, its answer, and under it every citation with its quotation."""
    return "\n".join(line for turn in turns for line in _write_turn(turn))


def _write_turn(turn: Turn) -> list[str]:
    lines = [f"## {_escape(turn.asked)}", ""]
    if turn.understood and turn.understood != turn.asked:
        lines += [f"*Understood as: {_escape(turn.understood)}*", ""]
    if turn.answer is None:
        return [*lines, f"*{_ENDINGS.get(turn.state, 'Not answered.')}*", ""]
    return lines + _write_answer(turn.answer)


def _write_answer(answer: Answer) -> list[str]:
    lines = [_escape(answer.text), ""]
    if answer.abstained and not answer.aside:
        lines = ["The sources do not say. The nearest passages, none of which surely answers the question:", ""]
    for dispute in answer.disputes:
        lines += [f"**Disputed:** {_number(dispute.for_)} and {_number(dispute.against)} contradict each other.", ""]
    lines += [line for note in answer.notes for line in (f"*{_escape(note)}*", "")]
    return [*lines, *(write_citation(citation) for citation in answer.citations), ""]


def write_citation(citation: Citation) -> str:
    """Return a citation as one line of Markdown: number, title, publisher, date, place, quotation and copies."""
    source = citation.paragraph.source
    known = " · ".join(_escape(part) for part in (source.title, source.publisher, source.date) if part)
    copies = ", ".join(f"{item.source.name}:{item.n}" for item in citation.also_in)
    also = f" Also in {_escape(copies)}." if copies else ""
    place = f"{source.name}:{citation.paragraph.n}"
    before = f"{_escape(citation.before)} ".lstrip()
    return f"- \\[{citation.n}\\] {known} ({_escape(place)}): {before}“{_escape(citation.quote)}”{also}"


def _number(numbers: Sequence[int]) -> str:
    return ", ".join(f"[{number}]" for number in numbers)


def _escape(text: str) -> str:
    return text.translate(_MARKS)
