"""Unnamed: somebody or something whose name is asked for, but whom a sentence mentions without it."""

import re

from agent.evidence.question import Kind, Question
from index.terms import stem

_NAME_ASKED = re.compile(
    r"\bwho(?:['’]s|\s+(?:is|was|are|were))\s+(?:the|an?|its|their|his|her|\S+['’]s?)\b|\bnames? of\b|"
    r"(?:\bthe|['’]s) names?\b|\b(?:called|named)\W*$",
    re.I,
)
_MENTION = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|one|some|several|two|three|four|five|un(?:named|identified))\s(?P<phrase>[\w'’-]+(?:\s[\w'’-]+){0,3})"
)
_BEHIND = re.compile(
    r"^(?:(?:\s(?:for|of|from|at|in|with)\s[^,;.]{2,50})?,|\s(?:named|called|(?:named|known|identified)(?:\s\w+){0,3}\sas))?"
    r"\s(?:the\s)?[“\"#@]?[A-Z#@][\w-]*+(?!['’]s)"
)
_BEFORE = re.compile(r"[A-Z][\w'’.-]*(?:,\s\d+)?(?:,|\s(?:is|was|became|remains))\s$")
"""What stands around somebody who is named: `a spokesman, Jorg Brandt`, `a boat called Orsa`, `Ilse, a diver`."""


def lacks_name(question: Question, sentence: str) -> bool:
    """Tell whether a question asks for a name, and a sentence brings in its bearer as `a spokeswoman` without one."""
    asks_name = question.kind in (Kind.WHO, Kind.THING) and _NAME_ASKED.search(question.text) is not None
    return asks_name and _leaves_unnamed(question, sentence)


def _leaves_unnamed(question: Question, sentence: str) -> bool:
    described = {stem(word) for word in question.words if word.islower()}
    for match in _MENTION.finditer(sentence):
        place = match.start("phrase")
        if _BEFORE.search(sentence[: match.start()]):
            continue
        for word in re.finditer(r"[\w'’-]+", match["phrase"]):
            if stem(word[0]) in described:
                return not _BEHIND.match(sentence[place + word.end() :])
            if word[0] in ("of", "for", "in", "at", "on", "who", "that", "and"):
                break
    return False
