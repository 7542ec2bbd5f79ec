"""Tabular: whether a row of a table answers a question, which no sentence in it can show.

Every word of the question has to be found: what is asked about names a cell of the row, and the others stand in its
heads, above the table or in the title. Where several rows would do as well and tell otherwise, none does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.evidence.candidates import Candidate
from agent.evidence.question import Kind, Question
from agent.evidence.words.people import is_anybody, is_people
from agent.evidence.words.verbs import list_infinitives
from index.article.rows import Cell, is_row, read_row
from index.article.shape import is_sentence
from index.language.dates import find_dates
from index.language.names import find_names, same_name
from index.language.terms import content_words, fold, is_content, split_words, stem

_WHOLE_YEAR = re.compile(
    r"\b(?:(?:at|by)\s)?the\s(?:end\sof(?:\sthe\syear)?|year)(?=\s(?:1[5-9]|20)\d\d\b)", re.IGNORECASE
)
"""How a question says which year a figure is of."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SCALES = frozenset("thousand million billion number total year percent cent".split())
"""What a cell may say of its figures beside what they are of."""
_PERSONS = frozenset("population headcount attendance turnout".split())
"""Nouns for a number of persons."""
_AUXILIARY = re.compile(r"\b(?:do|does|did|can|could|will|would|shall|should|may|might|must)\b", re.IGNORECASE)
_LIGHT = frozenset(
    "carry hold take come go see record report post show reach total count stand own keep run be live".split()
)
"""Verbs of which no table says more than that something has a figure."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a row fits a question: how many words were found in it and above it, and what it tells."""

    inside: int
    above: int
    told: tuple[str, ...]


def fit_rows(question: Question, candidates: Sequence[Candidate]) -> list[bool | None]:
    """Tell for each candidate whether it is a row that answers or one that does not; None where it is no row."""
    rows = [is_row(candidate.text) for candidate in candidates]
    fits = [_fit(question, candidate) if row else None for candidate, row in zip(candidates, rows, strict=True)]
    best = max(((fit.inside, fit.above) for fit in fits if fit), default=(0, 0))
    first = [place for place, fit in enumerate(fits) if fit and (fit.inside, fit.above) == best]
    alike = len({fit.told for place, fit in enumerate(fits) if fit and place in first}) == 1
    return [(alike and place == first[0]) if row else None for place, row in enumerate(rows)]


def _fit(question: Question, candidate: Candidate) -> _Fit | None:
    """Return how a row fits, None where it does not answer."""
    cells = read_row(candidate.text)
    text = _WHOLE_YEAR.sub(" ", question.text)
    asked = list(dict.fromkeys(word for word in content_words(text) if word in (*question.words, question.counted)))
    keys = [cell for cell in cells if _is_named(cell, text, asked)]
    if not keys or question.kind in (Kind.WHY, Kind.WHERE) or not any(map(str.islower, asked)):
        return None
    named = [word for word in asked if any(_has(cell.text, word) for cell in keys)]
    rest = [word for word in asked if word not in named]
    telling = _choose(cells, keys, rest)
    heads = [cell.head for cell in (*telling, *keys) if cell is not cells[0]]
    inside = [word for word in rest if any(_has(head, word) for head in (*heads, *_list_corner(question, cells, word)))]
    labels = " ".join(line for line in candidate.context.splitlines() if not is_sentence(line))
    narrowing = {word for word in _list_beside(text, [*named, *inside]) if not _has(labels, word)}
    dated = any(_YEAR.search(cell.head) for cell in cells)
    left = [word for word in rest if word not in inside and not (dated and _YEAR.fullmatch(word))]
    around = f"{candidate.context} {candidate.paragraph.source.title} {candidate.paragraph.source.publisher or ''}"
    above = [word for word in left if _has(around, word) and (word[0].isupper() or fold(word) not in narrowing)]
    found = {*named, *inside, *above}
    if any(word not in found and not (question.kind is Kind.NUMBER and _is_light(word)) for word in asked):
        return None
    if not _tells(question, telling, rest):
        return None
    return _Fit(len(named) + len(inside), len(above), tuple(cell.text for cell in telling))


def _is_named(cell: Cell, text: str, asked: Sequence[str]) -> bool:
    """Tell whether a question names what a cell says: all its words, or whom it names."""
    said = [
        word for word in content_words(_BRACKETS.sub(" ", cell.text)) if fold(word).removesuffix("s") not in _SCALES
    ]
    if not any(map(str.isalpha, "".join(said))):
        return False
    if all(any(_is_same(each, word) for each in asked) for word in said):
        return True
    return cell.text[:1].isupper() and any(same_name(name, cell.text) for name in find_names(text))


def _choose(cells: Sequence[Cell], keys: Sequence[Cell], rest: Sequence[str]) -> list[Cell]:
    """Return the cells under the heads that have most of the other words of a question, all where none has any."""
    others = [cell for cell in cells if cell not in keys]
    counts = [sum(_has(cell.head, word) for word in rest) for cell in others]
    most = max(counts, default=0)
    return [cell for cell, count in zip(others, counts, strict=True) if count == most]


def _list_corner(question: Question, cells: Sequence[Cell], word: str) -> list[str]:
    """Return the head over the names of the rows, which only says what each is; it counts none of them."""
    return [] if question.kind is Kind.NUMBER and word == question.counted else [cell.head for cell in cells[:1]]


def _tells(question: Question, telling: Sequence[Cell], words: Sequence[str]) -> bool:
    """Tell whether cells say something of the kind that is asked for, and who or when under a head that is asked."""
    told = [cell.text for cell in telling if cell.text]
    if question.kind in (Kind.WHEN, Kind.WHO) and any(cell.head for cell in telling):
        told = [cell.text for cell in telling if any(_has(cell.head, word) for word in words)]
    if question.kind is Kind.NUMBER:
        return any(any(map(str.isdigit, text)) for text in told)
    if question.kind is Kind.WHEN:
        return any(find_dates(text, None) or _YEAR.search(text) for text in told)
    if question.kind is Kind.WHO:
        return any(find_names(text) for text in told)
    return bool(told)


def _list_beside(text: str, found: Sequence[str]) -> set[str]:
    """Return the words right before one that was found in the row, or right behind, which narrow it: turnover *target*.

    The verb of a question with `did` or `can` narrows nothing.
    """
    words = split_words(text)
    beside: set[str] = set()
    for at, word in enumerate(words):
        if word in found:
            beside.update(fold(each) for each in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2]))
    auxiliary = _AUXILIARY.search(text)
    behind = split_words(text[auxiliary.end() :]) if auxiliary else []
    return beside - {word for word in behind if word in list_infinitives(word)}


def _is_light(word: str) -> bool:
    return word.islower() and not _LIGHT.isdisjoint(list_infinitives(word))


def _has(text: str, word: str) -> bool:
    others = [other for other in split_words(text) if is_content(other)]
    if is_anybody(word):
        return any(is_people(other) or fold(other) in _PERSONS for other in others)
    return any(_is_same(word, other) for other in others)


def _is_same(word: str, other: str) -> bool:
    """Tell whether a word of a question is there, be it in another form, or shortened before a name: `Cllr`."""
    if fold(word) == fold(other) or (word.islower() and stem(word) == stem(other)):
        return True
    return len(other) > 1 and _is_short(fold(other), fold(word))


def _is_short(short: str, long: str) -> bool:
    """Tell whether a word without vowels has letters of another in their order, from its first to its last."""
    if (
        not short.isalpha()
        or not long.isalpha()
        or set(short) & set("aeiouy")
        or short[0] + short[-1] != long[0] + long[-1]
    ):
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)
