"""Studies: research, or an outbreak, that a question tells from others by a name or year: the Berg study.

What is told elsewhere of `the study` is of that which the report there is about.
"""

import re
from collections.abc import Iterator, Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.context.surroundings import LEAD, list_above, names
from agent.evidence.context.topics import read_back
from agent.evidence.question import Question
from agent.evidence.vetoes.absent import is_telling

_STUDY = r"(?:study|trial|experiment|paper|outbreak|epidemic|inquiry)"
_NAME = r"[A-Z][\w’'-]+"
_ASKED = re.compile(
    rf"\b[Tt]h(?:e|at|is)\s(?:[a-z-]+\s)?(?:(?P<name>{_NAME})|(?P<year>(?:19|20)\d\d))\s(?:(?!and\b|or\b|in\b|of\b)[a-z-]+\s)?{_STUDY}\b|"
    rf"\b(?P<owner>[A-Z][\w-]+)['’]s?\s(?:[a-z-]+\s)?{_STUDY}\b|"
    rf"\b{_STUDY}\s(?:of|from|in)\s(?:(?P<from>(?:19|20)\d\d)|(?P<place>{_NAME}))\b"
)
_KIND = re.compile(rf"\b{_STUDY}s?\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OPENING = 3
"""Paragraphs of a document in which it says what it is about: authors stand below a title."""
_GOES_ON = re.compile(r"\W*(?:It|They|That|This|The|He|She|Its|Their|His|Her)\b")


def tell_of_other_studies(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences are of another study than the one that a question names, which reports name in passing.

    None of the reports that are of the same year as one which is about it: they may be about the same.
    """
    told = [False] * len(candidates)
    named = _find_named(question.text)
    if named is None:
        return told
    led = {each.paragraph.source.id: _is_about(named, each) for each in candidates}
    if not any(led.values()) and not any(_has(named, each.text) for each in candidates):
        return told
    years = {each.paragraph.source.id: _find_years(each) for each in candidates}
    own = frozenset(year for source, about in led.items() if about for year in years[source])
    known = [found for source, found in years.items() if found and not led[source]]
    other = own.isdisjoint(year for found in known for year in found) and bool(known)
    return [
        not led[each.paragraph.source.id]
        and (other or (bool(years[each.paragraph.source.id]) and own.isdisjoint(years[each.paragraph.source.id])))
        and not _is_told_of(named, each)
        for each in candidates
    ]


def _find_years(candidate: Candidate) -> frozenset[str]:
    """Return the year in which a document appeared, or those that its opening names where that is not known."""
    source = candidate.paragraph.source
    if source.date:
        return frozenset((source.date[:4],))
    return frozenset(year for text in _read_opening(candidate) for year in _YEAR.findall(text))


def _find_named(question: str) -> str | None:
    """Return the name or year by which a question tells one study from others; None where it names none, or two.

    None where it is a country's, which is told in many ways: the Swedish trial, the trial in Uppsala.
    """
    found: list[str] = [next(filter(None, match.groups())) for match in _ASKED.finditer(question)]
    if len(found) != 1 or question.startswith(found[0]) or not (found[0].isdigit() or is_telling(found[0])):
        return None
    return found[0]


def _has(named: str, text: str) -> bool:
    return re.search(rf"\b{named}\b", text) is not None or (not named.isdigit() and names(named, text))


def _is_about(named: str, candidate: Candidate) -> bool:
    """Tell whether a document is about what is named: its title, its file, its day or its first paragraphs say so."""
    texts = _read_opening(candidate)[: 2 if named.isdigit() else 2 + LEAD]
    return any(_has(named, text) for text in texts) or named in _find_years(candidate)


def _read_opening(candidate: Candidate) -> list[str]:
    """Return the texts by which a document says what it is about: its title, its file and its first paragraphs."""
    source = candidate.paragraph.source
    opening = (source.title, source.name, *(each.text for each in candidate.body[:_OPENING]))
    return [re.sub(r"[_/-]", " ", text) for text in opening]


def _is_told_of(named: str, candidate: Candidate) -> bool:
    """Tell whether a sentence has a name, or goes on behind one that has it, in its paragraph or that above."""
    return any(_has(named, text) for text in (candidate.text, *_read_on(candidate)))


def _read_on(candidate: Candidate) -> Iterator[str]:
    """Yield the sentences before one that it may go on from: up to the nearest that is of a study."""
    if not _GOES_ON.match(candidate.text) and not _KIND.search(candidate.text):
        yield next(iter(list(read_back(candidate))[1:]), candidate.before)
        return
    for text in [*list(read_back(candidate))[1:], *list_above(candidate)[-1:]]:
        yield text
        if _KIND.search(text):
            return
