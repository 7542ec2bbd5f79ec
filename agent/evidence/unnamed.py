"""Unnamed: somebody or something whose name is asked for, but whom a sentence mentions without it."""

import re
from itertools import takewhile
from typing import NamedTuple

from agent.evidence.question import Kind, Question
from index.terms import fold, is_content, split_words, stem

_OWNER = r"(?:(?:the|an?|its|their|his|her|this|that)\s|(?:[\w.&-]+\s){0,3}?[\w.&-]+['’]s?\s)"
_DESCRIBED = re.compile(
    rf"\b(?:who(?:['’]s|\s(?:is|was|are|were))|names?\sof)\s{_OWNER}(?P<phrase>.*)|"
    rf"\bwhat\s(?:is|was|are|were)\s{_OWNER}(?P<named>.*?)(?:['’]s?\snames?|\s(?:called|named))\W*$",
    re.IGNORECASE,
)
_CHOSEN = re.compile(r"\b(?:which|what)\s(?:(?:of\s)?the\s)?(?P<phrase>\w.*)", re.IGNORECASE)
_ENDS = frozenset("of in for at to on from by with behind who whom that which whose".split())
"""Words that may follow the noun that somebody is described by; before any other there may be a verb."""

_STRANDED = re.compile(r"\b(?:about|after|by|for|with|to|from|of|at|on|in|against)\W*$", re.IGNORECASE)
"""Whom a song was written about is not the song."""

_INDEFINITE = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|un(?:named|identified))"
    r"\s(?:[\w'’-]+\s){0,3}$"
)
_BEHIND = re.compile(
    r"^(?:(?:\s(?:for|of|from|at|in|with|to)\s[^,;.]{2,50})?\s?[,(:–—]|\s-|\s(?:such\sas|like|including|of|as)|"
    r"\s(?:is|was|are|were|named|called|(?:is|was|are|were|named|known|identified)(?:\s\w+){0,3}\sas))?"
    r"\s?(?:the\s)?[“\"#@]?(?P<name>[A-Z#@][\w-]*+)(?!['’]s)"
)
_BEFORE = re.compile(
    r"\b(?!(?:It|He|She|They|We|I|You|This|That|These|Those|There|The|A|An)\b)(?P<name>[A-Z][\w'’.-]*)(?:,\s\d+)?(?:\s?,[^,;.]{2,90},)?"
    r"(?:\s?,|,?\s(?:who\s)?(?:is|was|became|remains|has\sbeen|had\sbeen|(?:[a-z]+\s){0,4}as))"
    r"\s(?:[\w'’-]+\s){0,4}$"
)
_APPOINTED = re.compile(
    r"\b(?:named?|names|appoint\w*|elect\w*|hire[sd]?|pick(?:s|ed)|chose|nominate[sd]?|promote[sd]?)\s"
    r"(?:[A-Z][\w.'’-]*\s)+(?:(?:as|to)\s)?(?:[\w'’-]+\s){0,3}$"
)
"""What stands around somebody who is named: `a spokesman, Jorg Brandt`, `a boat called Orsa`, `Ilse, a diver`."""

_QUOTED = ('" ', "” ", "’ ")


class _Bearer(NamedTuple):
    """What may be the noun for what a question wants the name of, and whether it means a known one."""

    nouns: frozenset[str]
    known: bool


def lacks_name(question: Question, sentence: str) -> bool:
    """Tell whether a sentence mentions what a question asks the name of, `the spokeswoman`, always without a name.

    Of what a question leaves open (`which firm`) only a mention as `a firm` tells that: `the firm` was named before.
    """
    bearer = _find_bearer(question)
    if bearer is None:
        return False
    mentions = [word for word in re.finditer(r"[\w'’-]+", sentence) if _single(word[0]) in bearer.nouns]
    tells = bearer.known or any(_INDEFINITE.search(sentence[: word.start()]) for word in mentions)
    return tells and bool(mentions) and not any(_is_named(question, sentence, word) for word in mentions)


def _find_bearer(question: Question) -> _Bearer | None:
    if question.kind not in (Kind.WHO, Kind.THING) or _STRANDED.search(question.text):
        return None
    if described := _DESCRIBED.search(question.text):
        nouns = _list_nouns(described["phrase"] or described["named"])[-1:]
    else:
        chosen = _CHOSEN.search(question.text)
        nouns = _list_nouns(chosen["phrase"], verbs=True)[:2] if chosen else []
    nouns = [noun for noun in nouns if noun.islower()]
    return _Bearer(frozenset(map(_single, nouns)), described is not None) if nouns else None


def _single(noun: str) -> str:
    """Return a noun without the ending of its plural; its stem would do for `office` and `officer` alike."""
    return fold(noun).removesuffix("s")


def _list_nouns(phrase: str, verbs: bool = False) -> list[str]:
    """Return the words of the noun phrase that a text begins with, none where it may not end as one unless `verbs`."""
    words = split_words(phrase)
    nouns = list(takewhile(is_content, words))
    ends = len(nouns) == len(words) or fold(words[len(nouns)]) in _ENDS
    return nouns if ends or verbs else []


def _is_named(question: Question, sentence: str, word: re.Match[str]) -> bool:
    """Tell whether a name that the question does not have stands beside a noun."""
    before = sentence[: word.start()]
    sides = _BEHIND.match(sentence[word.end() :]), _BEFORE.search(before)
    names = [side["name"] for side in sides if side is not None]
    told = before.endswith(_QUOTED) or _APPOINTED.search(before) is not None
    return told or any(stem(name) not in question.terms for name in names)
