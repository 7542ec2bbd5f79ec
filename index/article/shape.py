"""What kind of line a paragraph is, by its shape: a sentence, an item, a label, one with a date or an address."""

import re
from functools import lru_cache

from index.language.terms import TITLES

_KEPT = 4096  # lines of about one document, as several rules ask the same of each

_STOPS = frozenset(".!?;:…。！？；؟।")
_CLOSING = "'\"’”»›)]" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_SHORTENED = (*TITLES, *"Inc Corp Ltd Co Jr Sr No vs Mt Ft".split())
_NO_TITLE = "".join(rf"(?<!\b{word}.)" for word in _SHORTENED)
FULL_STOP_INSIDE = re.compile(rf"[.!?](?<=[a-zà-ÿ0-9)”’\"']{{2}}.){_NO_TITLE}['\"’”)]*\s+['\"‘“(]*[A-ZÀ-Ý]")
"""The end of a sentence within a line, and what the next one begins with."""

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_FREQUENT_MARKS = "’“”‘—–…\xa0"
_FURTHER_NOT_LETTERS = re.compile(r"[^\w\x00-\x7f]+")
_ASCII_NOT_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
BULLETS = "•◦▪‣·●∎■□▫○►▶➤➔✓✔*"
"""Signs that stand before the items of a list, and dashes do as well."""

_ITEM = re.compile(rf"^(?:[{BULLETS}+–—-]\s|\(?\d{{1,3}}[.):]\s|\(?[a-zA-Z][.)]\s|[#§|]|(?:\d+\.)+\d*\s)")
_MARK = re.compile(
    rf"(?:(?:[{BULLETS}–—]\s*|-\s+)*)"
    r"(?:\[\d{1,3}\]\s+|\(?(?:\d{1,2}\.){1,4}\s+(?=[A-ZÀ-Ý“‘\"])|\d{1,2}(?:\.\d{1,2}){2,3}\s+(?=[A-ZÀ-Ý“‘\"])"
    r"|\(?\d{1,3}\)\s+(?=[A-ZÀ-Ý“‘\"])|\(?[a-z]\)\s+|\([ivx]{1,4}\)\s+)?"
)
SMALL = frozenset(
    """a an and as at but by for from if in into nor of off on onto or out over per so than that the
    their this to up via vs vs. was were when while with who will what his her its is are be has have
    not no how after amid before it he she they about against between down near since through under
    upon without within""".split()
)
"""Words that a headline need not set in capitals."""

DATE = re.compile(
    r"\b(?:(?:1[6-9]|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:3[01]|[12]\d|0?[1-9])"
    r"|(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?[^\W\d_]{3,}\.?,?\s+(?:de\s+)?(?:1[6-9]"
    r"|20)\d\d"
    r"|[^\W\d_]{3,}\.?\s+(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s+(?:1[6-9]|20)\d\d)(?!\d)",
)
"""A full date as it is written: day, month and year."""
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|\w\.(?:com|org|net|gov|edu|[a-z]{2})(?:/|\b)")


_LABEL = re.compile(
    r"^(title|headline|date|published|source|publisher|outlet|publication)\s*:\s+(\S.{0,150})$", re.IGNORECASE
)


def words(line: str) -> list[str]:
    """Return the words of a line without punctuation."""
    return _WORD.findall(line)


def squeezed(line: str) -> str:
    """Return the letters and digits of a line in lower case: equal for lines that differ in punctuation."""
    if not line.isascii():
        for mark in _FREQUENT_MARKS:  # most lines are then ASCII, which is quicker in all that follows
            line = line.replace(mark, "")
    plain = line.casefold()
    if not plain.isascii():
        plain = _FURTHER_NOT_LETTERS.sub("", plain)
    return plain.encode("utf-8", "surrogatepass").translate(None, _ASCII_NOT_LETTERS).decode("utf-8", "surrogatepass")


def is_item(line: str) -> bool:
    """Tell whether a line begins with a bullet, a number or a table bar."""
    return bool(_ITEM.match(line))


def drop_mark(line: str) -> str:
    """Return a line without the bullet or number that a list puts before it."""
    match = _MARK.match(line)
    return line[match.end() :] if match else line


@lru_cache(maxsize=_KEPT)
def is_sentence(line: str) -> bool:
    """Tell whether a line is prose: it ends like a sentence, holds the end of one, or is long."""
    if line[-1:] in _STOPS or line.count(" ") >= 25:
        return True
    return line.rstrip(_CLOSING)[-1:] in _STOPS or FULL_STOP_INSIDE.search(line) is not None


def find_date(line: str) -> str | None:
    """Return the first full date (day, month, year) as it is written in the line, else None."""
    match = DATE.search(line)
    return match[0] if match else None


def has_address(line: str) -> bool:
    """Tell whether a line holds a web or mail address."""
    return bool(_ADDRESS.search(line))


def label(line: str) -> tuple[str, str] | None:
    """Return name and value of a labelled piece of metadata ("Date: 8 November 2017"), else None."""
    match = _LABEL.match(line)
    if match and line.endswith("."):
        return None
    return (match[1].lower(), match[2].strip()) if match else None
