"""Overruns: lines that end where no sentence does, so that the next line goes on with it, whatever it begins with.

What a text that is not wrapped throughout has of wrapped passages, as a letter that quotes one, is told by its lines.
"""

import re

from index.article.shape import BULLETS

END = re.compile(r"[.!?:;…。！？؟।]['\"’”»)\]]*\s*$")
"""The end of a line that ends a sentence, or what introduces a list."""
ITEM = re.compile(rf"\s*(?:[{BULLETS}+–—-]|\(?\d{{1,3}}[.)]|\(?[a-z][.)])\s+\S")
"""The beginning of an item of a list."""

_LAST = re.compile(r"([^\W\d_]+)\s*$")
_NEEDY = frozenset(
    """a an the my your his its our their whose every of to from with at for into onto upon between among against
    during despite toward towards until unto than via per and or nor but because although whereas unless whether if
    that which is was are were be been being am has have had does did will would shall should could might must can
    may cannot""".split()
)
"""Words that need another behind them."""
_PARTICLES = frozenset("about above after around before below by in nearly on only over since under".split())
"""Words that need a figure behind them where one follows: else a heading may end in one, as `Police called in`."""
_STOP = re.compile(r"[.!?:;…]")
_FIGURE = re.compile(r"[£$€¥]?\d")
_OWN = re.compile(r"[^\w\s£$€¥“\"‘']|[A-ZÀ-Ý][^.:!?]{0,30}:(?:\s|$)|[A-Z]\.\s|\d{4}-\d\d-\d\d[T ]")
"""What begins a line of its own: a bracket or a rule, a label, a speaker, the stamp of a log."""
_LEAST = 40
"""Letters of a line from which it is no label, entry or verse."""


def is_overrun(line: str, following: str, within: bool = False) -> bool:
    """Tell whether a line ends in a word that needs another, and the following can be where it stands.

    `within` is where the line itself goes on with another.
    """
    word = _LAST.search(line)
    if word is None or not _may_follow(line, following, within):
        return False
    needy = word[1].lower() in _NEEDY
    return needy or (word[1].lower() in _PARTICLES and _FIGURE.match(following.lstrip()) is not None)


def is_resumed(line: str, following: str, within: bool = False) -> bool:
    """Tell whether a line that ends no sentence is followed by one that begins none; `within` as above.

    Notes whose lines all begin small have no sentences that could go on, and a short line without a stop is a caption.
    """
    begun = within or not line.lstrip()[:1].islower()
    told = _STOP.search(following) is not None or len(following.strip()) >= _LEAST
    small = told and following.lstrip()[:1].islower()
    return small and begun and END.search(line) is None and _may_follow(line, following, within)


def _may_follow(line: str, following: str, within: bool) -> bool:
    """Tell whether two lines may be of one wrapped passage: the second is no longer than the first had room for.

    One that holds nothing but a name is a paper's or a person's, below a heading.
    """
    text = following.lstrip()
    if END.search(following) is None and all(word[0].isupper() for word in text.split()):
        return False
    if (len(line.strip()) < _LEAST and not within) or not text or ITEM.match(following) or _OWN.match(text):
        return False
    deeper = len(following) - len(text) > len(line) - len(line.lstrip()) + 1
    return not deeper and len(following.rstrip()) <= len(line.rstrip()) + len(text.split(maxsplit=1)[0])
