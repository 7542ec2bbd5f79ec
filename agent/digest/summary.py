"""The summary of a story: the agreed core first, then what is disputed, then what only one source has.

Which claims it holds is computed; a capable model may phrase those that are not disputed, and every sentence of it is
held against the cited paragraphs. What fails, and everything without such a model, is a quotation.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Event

from rapidfuzz import fuzz

from agent.answer.answer import Verdict
from agent.answer.draft import parse_draft
from agent.digest.citations import Register
from agent.digest.digest import Status, SummarySentence
from agent.digest.groups import Group
from agent.digest.ingredients import PROMPT
from agent.digest.statements import Statement
from agent.models import Message, Model
from agent.verify.assertions import word_keys
from agent.verify.contradiction import Kind
from agent.verify.verdict import check_sentence
from index.source import Source
from prompts import render

LEAST, MOST = 5, 12
"""Sentences of a summary; a story that says less has fewer."""
_AGREED, _DISPUTED = 7, 3
_SHARE = 4
"""Claims of a story for each sentence of its summary."""
_SHORTEST, _LONGEST = 6, 55
"""Words of a sentence that can be shown."""
_SAME = 72.0
"""Likeness (rapidfuzz's token_set_ratio) from which a sentence only repeats one that is there already."""
_OVERLAP = 0.45
"""Share of the terms of the sentence with fewer from which the same is told again."""
_LEAD = 0.5
"""What standing at the head of a report counts beside being central, which is 1 at most."""
_TOKENS = 70
"""Tokens that the model may write for each sentence."""

_CREDIT = re.compile(r"^\(|^[A-Z][\w ]+:\s|[^.!?”\"’')]$")
_AGAINST = {
    Kind.DENIAL: "Against this:",
    Kind.NEGATION: "Against this:",
    Kind.NUMBER: "Another figure:",
    Kind.DATE: "Another date:",
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim with what makes it worth showing."""

    group: Group
    score: float


def rank_groups(groups: Sequence[Group]) -> list[Ranked]:
    """Return the claims, the most important first: voices, centrality in the story, place in the report."""
    frequency = Counter(term for group in groups for term in _terms(group.statements[0]))
    common = {term: math.log1p(count) for term, count in frequency.items() if count > 1}
    raw = [_centrality(_terms(group.statements[0]), common) for group in groups]
    most = max(raw, default=1.0) or 1.0
    ranked = [
        Ranked(group, len(group.origins) - 1 + central / most + _LEAD / _place(group))
        for group, central in zip(groups, raw, strict=True)
    ]
    return sorted(ranked, key=lambda item: (-round(item.score, 6), item.group.statements[0].number))


def _terms(statement: Statement) -> frozenset[str]:
    assertion = statement.assertion
    items = [*assertion.words, *(part for name in assertion.names for part in name.split())]
    return frozenset(min(word_keys(item)) for item in items)


def _centrality(terms: frozenset[str], common: dict[str, float]) -> float:
    return sum(common.get(term, 0.0) for term in terms) / math.sqrt(len(terms) + 6)


def _place(group: Group) -> int:
    return min(place.paragraph.n for statement in group.statements for place in statement.places)


def write_summary(
    ranked: Sequence[Ranked], register: Register, model: Model | None = None, title: str = "", stop: Event | None = None
) -> tuple[SummarySentence, ...]:
    """Return the summary of a story from its ranked claims; a model that is given phrases what is not disputed."""
    chosen = choose_groups(ranked)
    plain = [group for group in chosen if not group.opposing]
    phrased = phrase_groups(model, title, plain, stop) if model is not None else {}
    several = len({origin for item in ranked for origin in item.group.origins}) > 1
    return tuple(_write(group, register, phrased.get(id(group)), several) for group in chosen)


def choose_groups(ranked: Sequence[Ranked]) -> list[Group]:
    """Return the claims to show: agreed, then disputed, then from single sources; none that repeats another."""
    length = min(MOST, max(LEAST, len(ranked) // _SHARE), math.ceil(len(ranked) * 2 / 3))
    taken: list[Statement] = []

    def choose(status: Status, most: int) -> Iterator[Group]:
        found = 0
        for item in ranked:
            group = _showable(item.group)
            if found < most and item.group.status is status and group and not _repeats(group, taken):
                found += 1
                taken.extend([group.statements[0], *group.opposing[:1]])
                yield group

    disputed = list(choose(Status.DISPUTED, min(_DISPUTED, length)))
    agreed = list(choose(Status.AGREED, min(_AGREED, length - len(disputed))))
    single = list(choose(Status.SINGLE, length - len(disputed) - len(agreed)))
    return [*agreed, *disputed, *single]


def _showable(group: Group) -> Group | None:
    """Return the claim with a statement at its head that can be shown, None where it has none."""
    shown = [statement for statement in group.statements if is_showable(statement)]
    if not shown or (group.opposing and not any(map(_is_opposing, group.opposing))):
        return None
    rest = [statement for statement in group.statements if statement is not shown[0]]
    return Group((shown[0], *rest), tuple(sorted(group.opposing, key=lambda each: not _is_opposing(each))), group.kind)


def is_showable(statement: Statement) -> bool:
    """Tell whether a statement reads as a whole sentence of the report that can stand alone."""
    words = len(statement.quote.split())
    if not (statement.plain and statement.complete and _SHORTEST <= words <= _LONGEST):
        return False
    return _CREDIT.search(statement.quote) is None


def _is_opposing(statement: Statement) -> bool:
    return statement.plain and statement.complete and _CREDIT.search(statement.quote) is None


def _repeats(group: Group, taken: Sequence[Statement]) -> bool:
    quote, terms = group.statements[0].quote, _terms(group.statements[0])
    if any(quote in other.quote or other.quote in quote for other in taken):
        return True
    return not group.opposing and any(
        fuzz.token_set_ratio(quote, other.quote) >= _SAME
        or len(terms & _terms(other)) > _OVERLAP * min(len(terms), len(_terms(other)))
        for other in taken
    )


def _write(group: Group, register: Register, phrased: str | None, several: bool) -> SummarySentence:
    citations = register.cite_group(group)
    quote = group.statements[0].quote
    if group.opposing and group.kind:
        against = group.opposing[0]
        numbers = tuple(register.cite_statement(statement) for statement in group.opposing)
        text = f"Disputed: {quote} {_AGAINST[group.kind]} {against.quote}"
        return SummarySentence(text, tuple(dict.fromkeys((*citations, *numbers))))
    text = phrased or quote
    if group.status is Status.SINGLE and several:
        text = f"One source ({_label(group.statements[0].places[0].paragraph.source)}): {text}"
    return SummarySentence(text, citations)


def _label(source: Source) -> str:
    return source.publisher or source.name


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
                phrased.setdefault(id(group), sentence.text)
    return phrased


def _ask(title: str, groups: Sequence[Group]) -> Message:
    claims = [[statement.quote for statement in group.statements[:3]] for group in groups]
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
    quotes = [statement.quote for statement in group.statements]
    return check_sentence(sentence, quotes).verdict is Verdict.SUPPORTED
