"""The summary of a story: the agreed core first, then what is disputed, then what only one source has.

Which claims it holds is computed; a capable model may phrase those that are not disputed, and every sentence of it is
held against the cited paragraphs. What fails, and everything without such a model, is a quotation.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from threading import Event

from agent.answer.answer import Verdict
from agent.answer.draft import parse_draft
from agent.digest.accord.groups import Group
from agent.digest.chronology.days import spell_short
from agent.digest.citations import Register
from agent.digest.digest import Status, SummarySentence
from agent.digest.keeping.ingredients import PROMPT
from agent.digest.overview.lapses import find_day
from agent.digest.overview.ranking import Ranked
from agent.digest.overview.selection import choose_groups
from agent.digest.statements.readability import drop_opener
from agent.digest.statements.statements import Statement
from agent.models import Message, Model
from agent.verify.conflict.contradiction import Kind
from agent.verify.support.draft import restore
from agent.verify.support.verdict import check_sentence
from prompts import render

_TOKENS = 70
"""Tokens that the model may write for each sentence."""
_AGAINST = {
    Kind.DENIAL: "Against this:",
    Kind.NEGATION: "Against this:",
    Kind.CONTRARY: "Against this:",
    Kind.NUMBER: "Another figure:",
    Kind.DATE: "Another date:",
}


def write_summary(
    ranked: Sequence[Ranked], register: Register, model: Model | None = None, title: str = "", stop: Event | None = None
) -> tuple[SummarySentence, ...]:
    """Return the summary of a story from its ranked claims; a model that is given phrases what is not disputed."""
    chosen = choose_groups(ranked, title)
    plain = [group for group in chosen if not group.opposing]
    phrased = phrase_groups(model, title, plain, stop) if model is not None else {}
    several = len({origin for item in ranked for origin in item.group.origins}) > 1
    last = find_day(statement for item in ranked for statement in item.group.statements)
    return tuple(_write(group, register, phrased.get(id(group)), several, last) for group in chosen)


def _write(group: Group, register: Register, phrased: str | None, several: bool, last: date | None) -> SummarySentence:
    """Return a claim as a sentence of the summary, with its day where no report of the `last` day tells it."""
    citations = register.cite_group(group)
    quote = drop_opener(group.text)
    if group.opposing and group.kind:
        quote += mark_day(quote, group.statements, last)
        against = drop_opener(group.opposing[0].quote)
        against += mark_day(against, group.opposing, last)
        numbers = tuple(register.cite_statement(statement) for statement in group.opposing)
        text = f"Disputed: {quote} {_AGAINST[group.kind]} {against}"
        return SummarySentence(text, tuple(dict.fromkeys((*citations, *numbers))))
    text = phrased or quote
    if group.status is Status.SINGLE and several:
        publisher = group.statements[0].places[0].paragraph.source.publisher
        text = f"{text} — {publisher or 'one source'}"
    return SummarySentence(text + mark_day(text, group.statements, last), citations)


def mark_day(text: str, statements: Iterable[Statement], last: date | None) -> str:
    """Return the last day on which something was told as it is put behind a text that does not name it.

    Empty where that is the `last` day of the story, or not known.
    """
    day = find_day(statements)
    if not (day and last and day < last) or f"{day.day} {day:%B}" in text or f"{day:%B} {day.day}" in text:
        return ""
    return f" ({spell_short(day, last)})"


def phrase_groups(model: Model, title: str, groups: Sequence[Group], stop: Event | None = None) -> dict[int, str]:
    """Return the sentences by which a model says claims, by the claims' `id`, as far as these are supported."""
    fitting = list(groups)
    while fitting and not model.fits([_ask(title, fitting)], max_tokens=_TOKENS * len(fitting)):
        fitting.pop()
    if not fitting:
        return {}
    pieces = model.generate(
        [_ask(title, fitting)], max_tokens=_TOKENS * len(fitting), grammar=_grammar(len(fitting)), stop=stop
    )
    phrased: dict[int, str] = {}
    for sentence in parse_draft("".join(pieces)):
        if len(sentence.numbers) == 1 and sentence.numbers[0] <= len(fitting):
            group = fitting[sentence.numbers[0] - 1]
            if _supports(group, sentence.text):
                phrased.setdefault(id(group), restore(sentence.text, group.text))
    return phrased


def _ask(title: str, groups: Sequence[Group]) -> Message:
    claims = [[group.text] for group in groups]
    return Message("user", render(PROMPT, title=title, claims=claims))


def _grammar(sentences: int) -> str:
    numbers = " | ".join(f'"{number}"' for number in range(1, sentences + 1))
    return (
        f"root ::= sentence (space sentence){{0,{sentences - 1}}}\n"
        'sentence ::= [A-Z0-9"“] [^\\[\\]\\n]+ " [" number "]"\n'
        'space ::= " " | "\\n"\n'
        f"number ::= {numbers}\n"
    )


def _supports(group: Group, sentence: str) -> bool:
    """Tell whether a sentence says no more than the claim, which all that is cited for it says too."""
    return check_sentence(sentence, [group.text]).verdict is Verdict.SUPPORTED
