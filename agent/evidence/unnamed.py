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
_NAMED = re.compile(
    r"^(?:(?:\s(?:for|of|from|at|in|with)\s[^,;.]{2,50})?,|\s(?:named|called|known as|identified as))?\s[“\"#@]?[A-Z#@]"
)
"""What stands behind somebody who is named: `a spokesman, Jorg Brandt`, `a boat called Orsa`."""


def asks_name(question: Question) -> bool:
    """Tell whether a question asks for the name of somebody or something that it describes."""
    return question.kind in (Kind.WHO, Kind.THING) and _NAME_ASKED.search(question.text) is not None


def leaves_unnamed(question: Question, sentence: str) -> bool:
    """Tell whether a sentence brings in what the question describes as `a spokeswoman`, with no name beside it."""
    described = {stem(word) for word in question.words if word.islower()}
    for match in _MENTION.finditer(sentence):
        place = match.start("phrase")
        for word in re.finditer(r"[\w'’-]+", match["phrase"]):
            if stem(word[0]) in described:
                return not _NAMED.match(sentence[place + word.end() :])
            if word[0][0].isupper() or word[0] in ("of", "for", "in", "at", "on", "who", "that", "and"):
                break
    return False
