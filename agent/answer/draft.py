"""The draft: what the model writes from the numbered passages, under a grammar that admits only their numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Event

from agent.models import Message, Model
from index.language.sentences import split_sentences
from prompts import render

MOST_TOKENS = 96
"""Length of a draft in tokens: the 60 words of an answer and its citation numbers."""

_SENTENCE = re.compile(r"\s*(.+?)\s*((?:\[\d+\]\s*)+)", re.DOTALL)
_NUMBER = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """One sentence of a draft and the passages, counted from 1, that the model cites for it."""

    text: str
    numbers: tuple[int, ...]


def write_draft(model: Model, question: str, passages: Sequence[str], stop: Event | None = None) -> Iterator[str]:
    """Yield the pieces of the model's draft as they are generated."""
    fitting = fit_passages(model, question, passages)
    if not fitting:
        return
    messages = [Message("user", render("answer", question=question, passages=fitting))]
    yield from model.generate(messages, max_tokens=MOST_TOKENS, grammar=make_grammar(len(fitting)), stop=stop)


def fit_passages(model: Model, question: str, passages: Sequence[str]) -> list[str]:
    """Return as many whole passages as the model's context has room for beside the question and the draft."""
    room = model.context_size - MOST_TOKENS - model.count_tokens(render("answer", question=question, passages=[])) - 64
    fitting: list[str] = []
    for passage in passages:
        room -= model.count_tokens(passage) + 8
        if room < 0:
            break
        fitting.append(passage)
    return fitting


def make_grammar(passages: int) -> str:
    """Return a GBNF grammar for one or two sentences, each followed by the numbers of existing passages."""
    numbers = " | ".join(f'"{number}"' for number in range(1, passages + 1))
    return (
        "root ::= sentence (space sentence)?\n"
        'sentence ::= [A-Z0-9"“] [^\\[\\]\\n]+ " [" number "]" (" [" number "]")?\n'
        'space ::= " " | "\\n"\n'
        f"number ::= {numbers}\n"
    )


def parse_draft(text: str) -> list[DraftSentence]:
    """Return the sentences of a draft with the numbers that follow them; an uncited rest is left out."""
    return [
        DraftSentence(sentence, tuple(dict.fromkeys(int(number) for number in _NUMBER.findall(match[2]))))
        for match in _SENTENCE.finditer(text)
        for sentence in split_sentences(match[1])
    ]
