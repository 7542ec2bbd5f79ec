"""Tabular: whether a row of a table answers a question, which no sentence in it can show.

Every word of the question has to be found: what is asked about names a cell of the row, and the others stand in its
heads, above the table or in the title. Where several rows of one document would do as well and tell otherwise, none
does; of those of several documents the newest does, and the one before it is told beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.evidence.candidates import Candidate
from agent.evidence.publication import find_day
from agent.evidence.question import Kind, Question
from agent.evidence.tables.cells import asks_toll, has_word, list_named, names_cell
from agent.evidence.tables.days import find_table_day, is_bare, list_days, read_days
from agent.evidence.words.people import is_anybody
from agent.evidence.words.verbs import is_inflected, list_infinitives
from index.article.rows import Cell, is_row, read_row
from index.article.shape import is_sentence
from index.language.dates import find_dates
from index.language.names import find_names
from index.language.terms import content_words, fold, split_words

_WHOLE_YEAR = re.compile(
    r"\b(?:(?:at|by)\s)?the\s(?:end\sof(?:\sthe\syear)?|year)(?=\s(?:1[5-9]|20)\d\d\b)", re.IGNORECASE
)
"""How a question says which year a figure is of."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_AUXILIARY = re.compile(r"\b(?:do|does|did|can|could|will|would|shall|should|may|might|must)\b", re.IGNORECASE)
_LIGHT = frozenset(
    "carry hold take come go see record report post show reach total count stand own keep run be live".split()
)
"""Verbs of which no table says more than that something has a figure."""
_STATE = re.compile(r"\b(?:status|state|condition|situation|availability)\b", re.IGNORECASE)
"""Heads of columns that tell how things are, whatever is asked of them: `Status: closed`."""


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
    first = {place: fit for place, fit in enumerate(fits) if fit and (fit.inside, fit.above) == best}
    chosen = _choose_rows(first, candidates)
    return [place in chosen if row else None for place, row in enumerate(rows)]


def find_latest(candidates: Sequence[Candidate], places: Sequence[int]) -> int | None:
    """Return which of some candidates was published last, by its place, the first of those of one day."""
    return max(places, key=lambda place: find_day(candidates[place]) or "", default=None)


def _choose_rows(fits: dict[int, _Fit], candidates: Sequence[Candidate]) -> list[int]:
    """Return the place of the row that answers, and that of the last one before it that tells otherwise.

    None where what tells otherwise is of the same document or day.
    """
    if len({fit.told for fit in fits.values()}) < 2:
        return list(fits)[:1]
    places = sorted(fits, key=lambda place: find_day(candidates[place]) or "", reverse=True)
    newest = places[0]
    other = next(place for place in places if fits[place].told != fits[newest].told)
    days = [find_day(candidates[place]) for place in (newest, other)]
    sources = {(candidates[place].paragraph.source.id, fit.told) for place, fit in fits.items()}
    apart = len({source for source, _ in sources}) == len(sources)
    return [newest, other] if apart and all(days) and days[0] != days[1] else []


def _fit(question: Question, candidate: Candidate) -> _Fit | None:
    """Return how a row fits, None where it does not answer."""
    cells = read_row(candidate.text)
    text = _WHOLE_YEAR.sub(" ", question.text)
    asked = _list_asked(question, text)
    keys = [cell for cell in cells if names_cell(cell, text, asked)]
    if not keys or question.kind in (Kind.WHY, Kind.WHERE) or not any(map(str.islower, asked)):
        return None
    named = list_named(keys, text, asked)
    rest = [word for word in asked if word not in named]
    if told := _tell_state(question, cells, asked):
        return _Fit(len(asked), 0, told)
    days = list_days(question.text, candidate)
    telling = _choose(cells, keys, rest, set(days.values()), candidate)
    heads = [cell.head for cell in (*telling, *keys) if cell is not cells[0]]
    heads += [head for word in rest for head in _list_corner(question, cells, word)]
    inside = [word for word in rest if any(has_word(head, word) for head in heads)]
    inside += [word for word in rest if word not in inside and days.get(word) in read_days(heads, candidate)]
    above = _list_above(question, candidate, cells, [*named, *inside, *days], telling)
    above += [word for word in days if days[word] == find_table_day(candidate)]
    missing = (word for word in asked if word not in {*named, *inside, *above})
    if any(not (question.kind is Kind.NUMBER and _is_light(word)) for word in missing):
        return None
    if not _tells(question, telling, rest):
        return None
    return _Fit(len(named) + len(inside), len(set(above)), tuple(cell.text for cell in telling))


def _list_asked(question: Question, text: str) -> list[str]:
    """Return the words of a question that a row has to tell; nobody says of the dead that they are people."""
    asked = dict.fromkeys(word for word in content_words(text) if word in (*question.words, question.counted))
    toll = question.kind is Kind.NUMBER and asks_toll(list(asked))
    return [word for word in asked if not (toll and is_anybody(word))]


def _tell_state(question: Question, cells: Sequence[Cell], asked: Sequence[str]) -> tuple[str, ...]:
    """Return how what a row names is, where it is asked whether it is so: all but the last word names it."""
    if question.kind is not Kind.YES_NO or split_words(question.text)[-1:] != asked[-1:]:
        return ()
    keys = [cell for cell in cells if not _STATE.search(cell.head) and names_cell(cell, question.text, asked)]
    if list_named(keys, question.text, asked) != asked[:-1]:
        return ()
    return tuple(cell.text for cell in cells if cell.text and _STATE.search(cell.head))


def _list_above(
    question: Question, candidate: Candidate, cells: Sequence[Cell], found: Sequence[str], telling: Sequence[Cell]
) -> list[str]:
    """Return the other words of a question that stand above the table or in the title, in the document's name.

    What narrows a word that was found has to stand in the table's label; the deed of what is counted may stand
    anywhere above where no head says of what the figures are.
    """
    text = _WHOLE_YEAR.sub(" ", question.text)
    labels = " ".join(line for line in candidate.context.splitlines() if not is_sentence(line))
    narrowing = {word for word in _list_beside(text, found) if not has_word(labels, word)}
    bare = all(is_bare(cell.head) for cell in telling)
    if bare:
        narrowing = {word for word in narrowing if not is_inflected(word)}
    dated = any(_YEAR.search(cell.head) for cell in cells)
    left = [word for word in _list_asked(question, text) if word not in found]
    around = f"{candidate.context} {candidate.paragraph.source.title} {candidate.paragraph.source.publisher or ''}"
    left = [word for word in left if not (dated and _YEAR.fullmatch(word)) and (bare or not asks_toll([word]))]
    return [word for word in left if has_word(around, word) and (word[0].isupper() or fold(word) not in narrowing)]


def _choose(
    cells: Sequence[Cell], keys: Sequence[Cell], rest: Sequence[str], days: set[str], candidate: Candidate
) -> list[Cell]:
    """Return the cells under the heads that have most of the other words of a question, all where none has any.

    Only those of a day that is asked for, where some are.
    """
    others = [cell for cell in cells if cell not in keys]
    others = [cell for cell in others if days & read_days([cell.head], candidate)] or others
    counts = [sum(has_word(cell.head, word) for word in rest) for cell in others]
    most = max(counts, default=0)
    return [cell for cell, count in zip(others, counts, strict=True) if count == most]


def _list_corner(question: Question, cells: Sequence[Cell], word: str) -> list[str]:
    """Return the head over the names of the rows, which only says what each is; it counts none of them."""
    own = question.kind is Kind.NUMBER and word == question.counted
    return [cell.head for cell in cells[:1] if not own and has_word(cell.head, word)]


def _tells(question: Question, telling: Sequence[Cell], words: Sequence[str]) -> bool:
    """Tell whether cells say something of the kind that is asked for, and who or when under a head that is asked."""
    told = [cell.text for cell in telling if cell.text]
    if question.kind in (Kind.WHEN, Kind.WHO) and any(cell.head for cell in telling):
        told = [cell.text for cell in telling if any(has_word(cell.head, word) for word in words)]
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
