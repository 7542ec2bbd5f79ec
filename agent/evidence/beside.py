"""Beside: sentences that name what is asked about only to say where something else lies."""

import re

from agent.evidence.question import Kind, Question
from agent.evidence.words.spelling import respell
from index.language.names import find_names

_LEADING = re.compile(
    r"\b(?:opposite|near|outside|beyond|across\sfrom|close\sto|next\sto|not\sfar\sfrom|(?:north|south|east|west)\w*\sof)"
    r"\s(?:the\s)?$",
    re.IGNORECASE,
)
"""What stands before the name of a place beside which something else lies."""


def stands_beside(question: Question, text: str) -> bool:
    """Tell whether a sentence names what is asked about only as lying beside something else; never where it asks where.

    "Qaim, opposite Albu Kamal, fell" does not say who took Albu Kamal.
    """
    respelled = respell(question.text, [text])[0]
    names = find_names(question.text)
    before = [respelled[: match.start()] for name in names for match in re.finditer(re.escape(name), respelled)]
    return question.kind is not Kind.WHERE and bool(before) and all(map(_LEADING.search, before))
