"""Namesakes: persons who share a surname, so that what is told of one of them is no answer about the other."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from agent.evidence.candidates import Candidate
from agent.evidence.context.referents import is_person
from agent.evidence.context.surroundings import list_below, read_all_back
from index.language.names import find_names, same_name
from index.language.sentences import split_sentences
from index.language.terms import fold, split_words

NICK = 60.0
"""Similarity (0 to 100, rapidfuzz's partial ratio) from which first names may be one's: Bill, William."""

_REACH = 200
"""Characters behind a name in which a pronoun is looked for that means who bears it."""

_PLAIN = re.compile(r"([aou])e")
"""How an umlaut is written without its dots."""

_KIN = re.compile(
    r"\b(?:his|her|their)\s(?:[a-z-]+\s){0,2}(?:brother|sister|son|daughter|father|mother|wife|husband|widow|widower|parents?|"
    r"uncle|aunt|cousin|nephew|niece|grandfather|grandmother|grandson|granddaughter|partner|twin)s?\b",
    re.IGNORECASE,
)
"""How a sentence may mean the one who is asked about without a name."""


def tell_of_namesakes(question: str, candidates: Sequence[Candidate], answering: Sequence[bool]) -> list[bool]:
    """Tell which of the sentences that may answer tell of a person who shares the surname of the one asked about.

    None where the question names no person in full, or a sentence also names the one who is asked about.
    """
    told = [False] * len(candidates)
    texts = tuple({each.paragraph.text: None for each in candidates})
    asked = [name for name in find_names(question) if " " in name and is_person(name, texts)]
    if len(asked) != 1:
        return told
    known = any(re.search(rf"\b{re.escape(asked[0].split()[0])}\b", text) for text in texts)
    for number, candidate in enumerate(candidates):
        told[number] = answering[number] and _is_of_namesake(asked[0], candidate, known)
    return told


def _is_of_namesake(asked: str, candidate: Candidate, known: bool) -> bool:
    """Tell whether all who bear the surname in a sentence are others; `known`: texts have the first name."""
    text = candidate.text
    first, last = fold(asked.split()[0]), asked.split()[-1]
    found = _find_all(text, asked)
    if not found:
        return known and _tells_first_of_other(asked, candidate)
    if _KIN.search(text) or _speaks(asked, text) or re.search(rf"\b{re.escape(first)}\b", fold(text)):
        return False
    whole = [name for name in found if " " in name]
    if len(whole) < len(found):
        named = [name for part in read_all_back(candidate) for name in _find_whole(part, asked)]
        if any(_has_other_sex(name, candidate) for name in named):
            return False
        whole += named or [last]
    return all(" " in name and _differs(asked, name, known) for name in whole)


def _has_other_sex(name: str, candidate: Candidate) -> bool:
    """Tell whether a sentence has `Ms` before the surname of one who is a `he` in its article, or `Mr`."""
    last = re.escape(name.split()[-1])
    title = re.search(rf"\b(?:(?P<her>Mrs|Ms|Miss|Lady|Dame)|Mr|Sir|Lord)\.?\s{last}\b", candidate.text)
    if title is None:
        return False
    other = r"\b(?:he|his|him)\b" if title["her"] else r"\b(?:she|her|hers)\b"
    own = r"\b(?:she|her|hers)\b" if title["her"] else r"\b(?:he|his|him)\b"
    told = " ".join(text[text.find(name) :][:_REACH] for text in read_all_back(candidate) if name in text)
    return re.search(other, told, re.IGNORECASE) is not None and re.search(own, told, re.IGNORECASE) is None


def _speaks(asked: str, text: str) -> bool:
    """Tell whether one who bears a person's surname is quoted, who may well speak of that person."""
    last = re.escape(asked.split()[-1])
    said = r"(?:said|says|told|tells|added|wrote|writes|recalled|claimed|claims|insisted)"
    return re.search(rf"{last},?\s{said}\b|\b{said}\s(?:[\w.’'-]+\s){{0,3}}{last}\b", text) is not None


def _tells_first_of_other(asked: str, candidate: Candidate) -> bool:
    """Tell whether an article has not named a person yet in a sentence's place, and goes on with a namesake of his."""
    first = fold(asked.split()[0])
    if any(first in fold(text) for text in (candidate.text, *read_all_back(candidate))):
        return False
    for text in _read_on(candidate):
        for sentence in split_sentences(text):
            if re.search(rf"\b{re.escape(first)}\b", fold(sentence)):
                return False
            if whole := _find_whole(sentence, asked):
                return all(_differs(asked, name, True) for name in whole)
    return False


def _read_on(candidate: Candidate) -> Iterator[str]:
    """Yield the rest of a candidate's paragraph behind it and those below."""
    text = candidate.paragraph.text
    yield text[max(text.find(candidate.text), 0) + len(candidate.text) :]
    yield from list_below(candidate)


def _find_all(text: str, asked: str) -> list[str]:
    """Return the names in a text that end with the surname of a person."""
    last = asked.split()[-1]
    if not _may_have(last, text):
        return []
    names = find_names(text)
    opening = split_words(text)[:1] if not any(text.startswith(name) for name in names) else []
    return [name for name in (*names, *opening) if name.split()[-1] == last or _is_spelling(last, name.split()[-1])]


def _may_have(surname: str, text: str) -> bool:
    return surname in text or any(_is_spelling(surname, word) for word in split_words(text) if word[:1] == surname[:1])


@lru_cache(maxsize=65536)
def _is_spelling(surname: str, other: str) -> bool:
    """Tell whether two surnames are one but for how an umlaut is written: Müller, Mueller."""
    ours, theirs = (_PLAIN.sub(r"\1", fold(name)) for name in (surname, other))
    return surname != other and other[:1].isupper() and ours == theirs and not (surname.isascii() and other.isascii())


def _find_whole(text: str, asked: str) -> list[str]:
    """Return the full names in a text that end with the surname of a person."""
    return [name for name in _find_all(text, asked) if " " in name]


def _differs(asked: str, name: str, known: bool) -> bool:
    """Tell whether two full names with one surname are of two persons; one whom texts do not name may be a nickname."""
    ours, theirs = fold(asked.split()[0]), fold(name.split()[0])
    if same_name(asked, name) or fuzz.partial_ratio(ours, theirs) >= NICK:
        return False
    return known or ours[0] != theirs[0]
