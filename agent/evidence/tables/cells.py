"""Cells: whether what a question asks about stands in a cell of a table, or in the head of its column."""

import re
from collections.abc import Sequence

from agent.evidence.words.casualties import DEATH, INJURY
from agent.evidence.words.people import is_anybody, is_people
from index.article.rows import Cell
from index.language.names import find_names, same_name
from index.language.terms import content_words, fold, is_content, split_words, stem

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_UNIT = re.compile(r",\s[^\s,]{1,8}(?:\s[^\s,]{1,4})?$")
"""What a cell says of its figures behind what they are of: `Salt in the blood, mmol/l`."""
_SCALES = frozenset("thousand million billion number total year percent cent".split())
"""What a cell may say of its figures beside what they are of."""
_PERSONS = frozenset("population headcount attendance turnout".split())
"""Nouns for a number of persons."""
_TOLLS = (DEATH - {stem("toll")}, INJURY)
"""Stems of the words for the dead and the hurt; a toll may be one that drivers pay."""


def names_cell(cell: Cell, text: str, asked: Sequence[str]) -> bool:
    """Tell whether a question names what a cell says: all its words, whom it names, or its number: `chamber 3`."""
    if cell.head and cell.text.isdigit():
        return re.search(rf"\b{re.escape(cell.head)}\s(?:no\.?\s)?{cell.text}\b", text, re.IGNORECASE) is not None
    said = _list_said(cell.text)
    if not any(map(str.isalpha, "".join(said))):
        return False
    if all(any(_matches(each, word) for each in asked) for word in said) or _names_rest(said, asked):
        return True
    return cell.text[:1].isupper() and any(same_name(name, cell.text) for name in find_names(text))


def _list_said(text: str) -> list[str]:
    plain = _UNIT.sub("", text) if "/" in text or "%" in text else text
    words = content_words(_BRACKETS.sub(" ", plain))
    return [word for word in words if not is_scale(word)]


def _names_rest(said: Sequence[str], asked: Sequence[str]) -> bool:
    """Tell whether a question has all of a cell but an adjective that opens it, a name among them.

    What opens it is no name where no name follows: `Upper road to Lisk`, not `Upper Lisk road`.
    """
    opening, *rest = said
    if len(rest) < 2 or not rest[0].islower() or opening.isupper():
        return False
    return any(word[0].isupper() for word in rest) and all(any(_matches(each, word) for each in asked) for word in rest)


def _matches(word: str, said: str) -> bool:
    """Tell whether a word of a question is that of a cell, a name in another spelling too."""
    return is_same(word, said) or (word[0].isupper() and said[0].isupper() and same_name(word, said))


def list_named(cells: Sequence[Cell], text: str, asked: Sequence[str]) -> list[str]:
    """Return the words of a question that stand in cells, or are of a name that does in another spelling."""
    others = [name for cell in cells for name in (cell.text, *find_names(cell.text))]
    names = [name for name in find_names(text) if any(same_name(name, other) for other in others)]
    spelt = {word for name in names for word in split_words(name)}
    numbers = {cell.head for cell in cells if cell.text.isdigit()}
    return [
        word
        for word in asked
        if word in spelt or any(has_word(cell.text, word) for cell in cells) or any(has_word(n, word) for n in numbers)
    ]


def has_word(text: str, word: str) -> bool:
    """Tell whether a text has a word of a question, persons by any noun for them."""
    others = [other for other in split_words(text) if is_content(other)]
    if is_anybody(word):
        return any(is_people(other) or fold(other) in _PERSONS for other in others)
    return any(is_same(word, other) for other in others)


def asks_toll(asked: Sequence[str]) -> bool:
    """Tell whether words of a question ask for the dead or the hurt, who are persons whatever a head calls them."""
    return any(stem(word) in toll for word in asked for toll in _TOLLS)


def is_scale(word: str) -> bool:
    """Tell whether a word says no more of figures than that they are all, or thousands."""
    return fold(word).removesuffix("s") in _SCALES


def is_same(word: str, other: str) -> bool:
    """Tell whether a word of a question is there, be it in another form, or shortened before a name: `Cllr`."""
    if fold(word) == fold(other) or (word.islower() and stem(word) == stem(other)):
        return True
    if word.islower() and any(stem(word) in toll and stem(other) in toll for toll in _TOLLS):
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
