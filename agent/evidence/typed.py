"""Typed: a question as it is typed in a hurry, without apostrophes and capitals, and how it is written out."""

import re
from collections.abc import Sequence

from agent.evidence.context.referents import is_person
from index.language.names import find_names
from index.language.terms import is_content

_NOT = re.compile(
    r"\b(?P<verb>is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should|must|need)nt\b", re.IGNORECASE
)
_SHORT = re.compile(r"\b(?P<word>what|where|who|when|how|why|that|there|here|he|she)s\b(?!['’])", re.IGNORECASE)
_OTHERS = {"im": "I'm", "ive": "I've", "theyre": "they're", "theyve": "they've", "youre": "you're", "weve": "we've"}
_OTHER = re.compile(rf"\b(?:{'|'.join(_OTHERS)})\b", re.IGNORECASE)
_MORE = re.compile(
    r"\b((?:tell|show)\s(?:me|us))\s(?:(?:some|a\s(?:bit|little))\s)?more\s(?:about|on)\b", re.IGNORECASE
)
_KEYWORDS = re.compile(
    r"^\W*(?:the\s)?(?P<what>(?:[a-z-]+\s){0,2}(?:cost|price|number|amount|size|height|length|width|depth|weight|date|name|"
    r"age|cause|reason|value|toll|budget|address)s?\s(?:of|for)\s.+)$",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:wh\w+|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|tell|show|give|"
    r"list|compare|explain|find|summari[sz]e)\b",
    re.IGNORECASE,
)
"""Words of a question or wish that is a whole one."""
_WORD = re.compile(r"\w[\w.&]*(?:['’-]\w+)*")


def write_out(question: str) -> str:
    """Return a question with the apostrophes that its contractions lack: wasnt is wasn't, and whats what's.

    Keywords become the question that they stand for, the cost of something; who wants to be told more about something
    wants to be told about it.
    """
    if (keywords := _KEYWORDS.match(question)) and not _WHOLE.search(question):
        question = f"what is the {keywords['what']}"
    text = _MORE.sub(r"\1 about", question)
    text = _NOT.sub(lambda match: f"{match['verb']}n't", text)
    text = _SHORT.sub(lambda match: f"{match['word']}'s", text)
    return _OTHER.sub(lambda match: _OTHERS[match[0].casefold()], text)


def write_persons(question: str, texts: Sequence[str]) -> str:
    """Return a question without capitals with those of the persons whom texts name.

    Places stay as they are typed: who types `bell lane` means what is told of it without its name as well.
    """
    return _write([name for name in _list_names(question, texts) if is_person(name, tuple(texts))], question, texts)


def write_names(question: str, texts: Sequence[str]) -> str:
    """Return a question without capitals, but perhaps for its first, with those of the names that stand in texts."""
    return _write(_list_names(question, texts), question, texts)


def _write(names: Sequence[str], question: str, texts: Sequence[str]) -> str:
    """Put names, the longest first, where a question has their words, unless a text has those without capitals, too."""
    for name in names:
        whole = re.compile(rf"(?<!\w){re.escape(name.lower())}(?!\w)")
        if not any(whole.search(text) for text in texts):
            question = whole.sub(name, question)
    return question


def _list_names(question: str, texts: Sequence[str]) -> list[str]:
    """Return the names of texts, and the last words of those, that have but words of a question without capitals."""
    if question[1:] != question[1:].lower():
        return []
    words = set(_list_words(question))
    names = {name for text in texts for name in find_names(text)}
    last = {name.split()[-1] for name in names if " " in name}
    found = [name for name in names | last if len(name) > 2 and words.issuperset(_list_words(name))]
    return sorted(found, key=lambda name: (-len(name), name))


def _list_words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name) if is_content(word)]
