"""Stamps: lines that only say when a document was made, read or signed, and headings that are no more than a day."""

import re
from itertools import pairwise

from agent.digest.statements.polarity import may_tell
from agent.evidence.words.negation import NEGATIONS
from index.language.dates import find_dates
from index.language.numbers import find_numbers
from index.language.parts_of_speech import list_kinds
from index.language.terms import split_words

_PARTS = re.compile(r"[;,.]\s+|\s[–—|]\s")
_ADVERB = re.compile(r"\W*(?:(?:first|last|then|and|originally|\w+ly)\s)?", re.IGNORECASE)
_NO_SUBJECT = frozenset(
    """a an the this that these those his her its their our my no some any all both each every of in on at to for from
    by with about over into between against after before during under as than and or two three four five six seven eight
    nine ten several many few new first last next""".split()
)
"""Words behind which what may be a noun or a verb is a noun."""
_EDITED = re.compile(r"\((?P<verb>[A-Z][a-z]+s)\s[^()]*\)?$")
"""What a wire service says of its own copy: (Adds details, updates toll)."""
_CONTRACTED = re.compile(r"\w['’](?:s|d|re|ve|ll|m)\b")
_ANY_DAY = "2000-01-01"


def is_line(text: str) -> bool:
    """Tell whether a line is only a stamp, a heading or opener that tells no fact, or what a wire says of its copy."""
    if text.rstrip().endswith(":"):
        return True
    edited = _EDITED.match(text)
    if edited and "VERB" in list_kinds(edited["verb"]):
        return True
    bare = drop_dates(text)
    if find_numbers(bare) or _CONTRACTED.search(bare) or not NEGATIONS.isdisjoint(map(str.casefold, split_words(bare))):
        return False
    return is_stamp(bare)


def drop_dates(text: str) -> str:
    """Return a text without the dates that it names."""
    for mention in reversed(find_dates(text, _ANY_DAY)):
        text = text[: mention.start] + text[mention.end :]
    return text


def is_stamp(text: str) -> bool:
    """Tell whether a text without its dates has no verb, or only participles without a subject (amended, served)."""
    if not may_tell(text):
        return not _may_have_verb(text)
    first, *others = _PARTS.split(text)
    return _opens_with_participle(first) and all(map(_opens_with_participle, filter(may_tell, others)))


def _may_have_verb(text: str) -> bool:
    """Tell whether a word of a text may be its verb though it is spelt like a noun: two bombs hit the market."""
    words = split_words(text)
    return any(
        word.islower() and "VERB" in list_kinds(word) and not (before.lower() in _NO_SUBJECT or before[:1].isdigit())
        for before, word in pairwise(words)
    )


def _opens_with_participle(part: str) -> bool:
    """Tell whether a part of a sentence begins with a form in -ed, of which no subject stands before it."""
    words = split_words(_ADVERB.sub("", part, count=1))
    first = words[0].lower().rpartition("-")[2] if words else ""
    return first.endswith("ed") and "VERB" in list_kinds(first) and not may_tell(" ".join(words[1:]))
