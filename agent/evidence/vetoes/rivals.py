"""Rivals: things of one kind that differ by their names, as High Mill and Low Mill, Chamber 3 and Chamber 4.

A sentence is of a rival where it tells of that what is asked of the other: `Low Mill burned down`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from agent.evidence.candidates import Candidate
from agent.evidence.context.localities import FIRM
from agent.evidence.context.referents import is_person
from agent.evidence.context.surroundings import list_above, list_lead
from agent.evidence.context.topics import find_heading, read_back, read_body
from agent.evidence.words.gazetteer import is_region
from index.language.dates import MONTH
from index.language.names import find_names
from index.language.terms import content_words, fold, is_content, split_words, stem

_NUMBERED = re.compile(
    rf"\b(?!(?:{MONTH})\b)(?P<head>[A-Za-z][a-z]{{2,}}?)s?\s(?:[Nn]o\.?\s|[Nn]umber\s)?(?P<number>\d{{1,3}}|(?-i:[A-HIVX]))\b"
    r"(?![.,:/-]\d|%|\s?(?:percent|per\scent|am|pm|a\.m|p\.m)\b)"
)
"""A thing of several that has a number or letter: Chamber 3, Group B."""
_COUNTED = frozenset(
    """chamber gate room block unit group phase stage platform track lane ward district zone sector tower building floor
    reactor pump well shaft pier bridge terminal runway engine train bus team boat count lot plot house flat tank silo
    hall court school mill pit mine level tier shelter camp sample batch trial study line vault pool""".split()
)
"""Kinds of things that are numbered through in life, other than the parts of a text."""
_ARTICLE = re.compile(r"the|saint|st", re.IGNORECASE)
_AT = r"(?:of|in|at|by|on|from|to|near)\s(?:the\s)?$"
_NOUN_BEFORE = re.compile(rf"\b([a-z]{{3,}})\s{_AT}", re.IGNORECASE)
_AFTER = 60
"""Characters behind a name in which its verb stands."""
_NEAR = 3
"""Words behind a name, but for what stands in brackets or between commas, of which one is its verb."""


def tell_of_rivals(question: str, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences are of a thing of the same kind but of another name, or number, than one asked about."""
    told = [False] * len(candidates)
    texts = tuple({each.paragraph.text: None for each in candidates})
    for head, number in _find_numbered(question):
        told = [other or _has_other_number(head, number, each) for other, each in zip(told, candidates, strict=True)]
    body = read_body(candidates)
    for name in _find_kinds(question, texts):
        slots = _find_slots(name, question)
        told = [
            other or _is_of_rival(name, slots, each, find_heading(each, body))
            for other, each in zip(told, candidates, strict=True)
        ]
    return told


def _find_numbered(text: str) -> Iterator[tuple[str, str]]:
    """Yield the kinds of things that are numbered in a text, each with a number: chamber, 3."""
    for match in _NUMBERED.finditer(text):
        head = fold(match["head"])
        if head in _COUNTED:
            yield head, match["number"]


def _has_other_number(head: str, number: str, candidate: Candidate) -> bool:
    """Tell whether a sentence names such a thing by another number, and none by that which is asked for."""
    found = [other for kind, other in _find_numbered(candidate.text) if kind == head]
    joined = re.search(rf"\b{head}s\s[^.]*\b{re.escape(number)}\b", candidate.text, re.IGNORECASE)
    return bool(found) and number not in found and not joined and number not in re.findall(r"\w+", candidate.before)


def _find_kinds(question: str, texts: tuple[str, ...]) -> list[str]:
    """Return the names of a question that end with a word for what kind of thing they are of: High Mill."""
    found = [name for name in find_names(question) if " " in name and not is_region(name)]
    return [name for name in found if _is_kind(name.split()[-1], texts) and not is_person(name, texts)]


@lru_cache(maxsize=256)
def _is_kind(word: str, texts: tuple[str, ...]) -> bool:
    """Tell whether a last word of names is one for a kind of thing, which texts use without a name: the mill."""
    from lemminflect import getAllLemmas  # type: ignore[import-untyped]

    plain = word.lower()
    if re.fullmatch(FIRM, plain):
        return True
    nouns = getAllLemmas(plain, upos="NOUN").get("NOUN", ())
    return plain in nouns and any(re.search(rf"\bthe\s(?:[a-z]+\s)?{re.escape(plain)}\b", text) for text in texts)


def _tell_words(name: str) -> frozenset[str]:
    """Return the words by which a name differs from others of its kind."""
    return frozenset(word.title() for word in split_words(name)[:-1] if not _ARTICLE.fullmatch(word))


def _find_slots(name: str, text: str) -> frozenset[str]:
    """Return stems of the verb behind a name and of what is said to be of it: burn; fire, of the fire at High Mill."""
    slots: set[str] = set()
    for match in re.finditer(re.escape(name), text):
        if noun := _NOUN_BEFORE.search(text, 0, match.start()):
            slots.add(stem(noun[1]))
        behind = re.sub(r"^\s?\([^)]*\)|^,[^,.;]{1,60},", "", text[match.end() :][: _AFTER * 2])[:_AFTER]
        if not re.match(r"\W*[.;:]|['’]", behind):
            slots |= {stem(word) for word in content_words(behind.split(".")[0])[:_NEAR]}
    return frozenset(slots)


def _is_of_rival(name: str, slots: frozenset[str], candidate: Candidate, heading: str) -> bool:
    """Tell whether a sentence tells of a rival what is asked, or is of one that its report is about by `the mill`."""
    words, head, sentence = _tell_words(name), name.split()[-1], candidate.whole
    if not words or _has_words(words, sentence):
        return False
    if rivals := list(_find_rivals(words, head, sentence)):
        return any(
            not slots.isdisjoint(_find_slots(rival, sentence)) or _opens_with(rival, candidate.text) for rival in rivals
        )
    if not re.fullmatch(FIRM, head.lower()):
        return False
    lead = [candidate.paragraph.source.title, heading, *list_lead(candidate)]
    above = [*list(read_back(candidate))[1:], *list_above(candidate)]
    if not any(True for text in lead for _ in _find_rivals(words, head, text)):
        return False
    return not any(_has_words(words, text) for text in (*lead, *above))


def _opens_with(name: str, sentence: str) -> bool:
    return re.match(rf"\W*(?:The\s)?{re.escape(name)}\b(?!['’])", sentence) is not None


def _has_words(words: frozenset[str], text: str) -> bool:
    """Tell whether a text has any of the words by which a name differs."""
    return any(word.title() in words and word[0].isupper() for word in split_words(text))


def _find_rivals(words: frozenset[str], head: str, text: str) -> Iterator[str]:
    """Yield names in a text of things of the same kind that differ by a word that the one asked about lacks."""
    for name in find_names(text.title() if text.isupper() else text):
        if " " in name and name.split()[-1] == head:
            own = _tell_words(name)
            if own - words and words - own and any(map(is_content, own)):
                yield name
