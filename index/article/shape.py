"""What kind of line a paragraph is, by its shape: sentence, headline, byline, dateline, credit, caption."""

import re
from functools import lru_cache

from index.article.rows import is_row
from index.language.terms import TITLES

_KEPT = 4096  # lines of about one document, as several rules ask the same of each

_STOPS = frozenset(".!?;:…。！？；؟।")
_CLOSING = "'\"’”»›)]" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_SHORTENED = (*TITLES, *"Inc Corp Ltd Co Jr Sr No vs Mt Ft".split())
_NO_TITLE = "".join(rf"(?<!\b{word}.)" for word in _SHORTENED)
_FULL_STOP_INSIDE = re.compile(rf"[.!?](?<=[a-zà-ÿ0-9)”’\"']{{2}}.){_NO_TITLE}['\"’”)]*\s+['\"‘“(]*[A-ZÀ-Ý]")
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_FREQUENT_MARKS = "’“”‘—–…\xa0"
_FURTHER_NOT_LETTERS = re.compile(r"[^\w\x00-\x7f]+")
_ASCII_NOT_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_LABELLED = re.compile(r"^\S+(?: \S+)?: ")
BULLETS = "•◦▪‣·●∎■□▫○►▶➤➔✓✔*"
"""Signs that stand before the items of a list, and dashes do as well."""

_ITEM = re.compile(rf"^(?:[{BULLETS}+–—-]\s|\(?\d{{1,3}}[.):]\s|\(?[a-zA-Z][.)]\s|[#§|]|(?:\d+\.)+\d*\s)")
_MARK = re.compile(
    rf"(?:(?:[{BULLETS}–—]\s*|-\s+)*)"
    r"(?:\[\d{1,3}\]\s+|\(?(?:\d{1,2}\.){1,4}\s+(?=[A-ZÀ-Ý“‘\"])|\d{1,2}(?:\.\d{1,2}){2,3}\s+(?=[A-ZÀ-Ý“‘\"])"
    r"|\(?\d{1,3}\)\s+(?=[A-ZÀ-Ý“‘\"])|\(?[a-z]\)\s+|\([ivx]{1,4}\)\s+)?"
)
_SMALL = frozenset(
    """a an and as at but by for from if in into nor of off on onto or out over per so than that the
    their this to up via vs vs. was were when while with who will what his her its is are be has have
    not no how after amid before it he she they about against between down near since through under
    upon without within""".split()
)
DATE = re.compile(
    r"\b(?:(?:1[6-9]|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:3[01]|[12]\d|0?[1-9])"
    r"|(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?[^\W\d_]{3,}\.?,?\s+(?:de\s+)?(?:1[6-9]"
    r"|20)\d\d"
    r"|[^\W\d_]{3,}\.?\s+(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s+(?:1[6-9]|20)\d\d)(?!\d)",
)
"""A full date as it is written: day, month and year."""
_AGENCY = re.compile(
    r"\b(?:Reuters|REUTERS|AP|AFP|UPI|PTI|ANI|dpa|DPA|EFE|ANSA|TASS|SANA|Xinhua|Interfax|Bloomberg|Kyodo"
    r"|Yonhap|Anadolu"
    r"|Associated Press|Agence France-Presse|Press Association|[Ww]ire|[Nn]ews [Aa]gency"
    r"|[Nn]ews [Ss]ervice|Newswire"
    r"|[Aa]gencies)\b"
)
_BYLINE = re.compile(r"^(?:[Bb]y|BY|Von|Par|Por)\s+(?:[A-ZÀ-Ý]|staff\b)")
_BYLINE_WORD = re.compile(r"^(?:[A-ZÀ-Ý][\w.'’-]*|and|&|und|et|y|in|for|of|the|de|van|von|al|bin|staff|al-\w+)$")
_CREDIT = re.compile(
    r"^\W{0,3}(?:(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written|reported)"
    r"(?: and (?:writing|editing|reporting))?(?: for [^()]{2,40}?)? by\b"
    r"|contribut(?:ing|ors?|ed by)\b(?: \w+)?\s?:|(?-i:CONTRIBUT(?:ING|ORS)|SOURCES?) [A-Z])",
    re.IGNORECASE,
)
_CAPTION_START = re.compile(r"^(?:REUTERS|AP|AFP|EPA|Getty(?: Images)?) ?/")
_CREDIT_START = re.compile(
    r"^(?:(?:photo|photograph|picture|(?:photo|image) credit)s?\s?:|\[(?:image via|photo|image)\b)",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(
    r"(?:[|(\[.]\s*(?i:photo|photograph|picture|image|credit|(?:photo|image) (?:credit"
    r"|by))s?\s?[:/]\s?[^.!?]{2,60}"
    r"|[|(\[.]\s*(?:Photo(?:graph)? by|Credit) [A-Z][^.!?]{2,60}"
    r"|\s(?:REUTERS|AP|AFP|EPA)\s?/\s?[^.!?]{2,60}"
    r"|[^.!?()]{2,40}/(?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|Shutterstock)"
    r"|[|(.]\s*(?:[Vv]ia )?(?:Getty Images|Shutterstock))[)\]]?$"
)
_CREDIT_HINT = re.compile(r"/|hoto|icture|mage|redit|Shutterstock")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|\w\.(?:com|org|net|gov|edu|[a-z]{2})(?:/|\b)")
_LEAD = re.compile(r"^[A-ZÀ-Ý][^.!?()]{1,60}\(([^()]{2,40})\)\s*(?:[-–—]{1,2}|:)\s+\S")


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
    return line.rstrip(_CLOSING)[-1:] in _STOPS or _FULL_STOP_INSIDE.search(line) is not None


def is_headline(line: str, least: int = 5, share: float = 0.85) -> bool:
    """Tell whether a line of `least` to 25 words is set as a headline, `share` of its words in capitals."""
    if (
        len(line) > 250
        or line[:1] in "(["
        or line.endswith((".", ":", ";", ","))
        or is_item(line)
        or is_row(line)
        or line.count(",") > 2
    ):
        return False
    found = words(line)
    if not least <= len(found) <= 25 or line.isupper() or _LABELLED.match(line) or has_address(line):
        return False
    if is_credit(line) or _BYLINE.match(line):
        return False
    telling = [word for word in found if word.lower() not in _SMALL and not word[0].isdigit()]
    capital = sum(word[0].isupper() for word in telling)
    return len(telling) >= 4 and capital >= share * len(telling)


def is_byline(line: str) -> bool:
    """Tell whether a short line only says who wrote ("By Jane Doe and John Roe")."""
    if not _BYLINE.match(line) or len(line) > 120 or _FULL_STOP_INSIDE.search(line):
        return False
    rest = re.split(r"[\s,|/]+", line)[1:]
    return len(rest) <= 12 and all(_BYLINE_WORD.match(word) for word in rest if word)


def find_date(line: str) -> str | None:
    """Return the first full date (day, month, year) as it is written in the line, else None."""
    match = DATE.search(line)
    return match[0] if match else None


def is_credit(line: str) -> bool:
    """Tell whether a line says who reported, wrote and edited."""
    return len(line) < 500 and bool(_CREDIT.match(line))


def agency(line: str) -> str | None:
    """Return the first name of a news agency in the line, else None."""
    match = _AGENCY.search(line)
    return match[0] if match else None


def lead_agency(line: str) -> str | None:
    """Return who is named in brackets between the place and the dash of a report's first line."""
    match = _LEAD.match(line)
    return match[1].strip() if match else None


def is_caption(line: str) -> bool:
    """Tell whether a short paragraph is a picture's caption, by the credit that it begins or ends with."""
    if len(line) > 450:
        return False
    if _CAPTION_START.match(line):
        return True
    if match := _CREDIT_START.match(line):
        rest = words(line[match.end() :])
        return line[0] == "[" or all(word[0].isupper() or word.lower() in _SMALL for word in rest)
    if line.endswith((".", "!", "?")):
        return False
    tail = max(0, len(line) - 110)
    match = _CREDIT_HINT.search(line, tail) and _CAPTION_END.search(line, tail)
    return match is not None and not _FULL_STOP_INSIDE.search(line[: match.start()])


def has_address(line: str) -> bool:
    """Tell whether a line holds a web or mail address."""
    return bool(_ADDRESS.search(line))


def label(line: str) -> tuple[str, str] | None:
    """Return name and value of a labelled piece of metadata ("Date: 8 November 2017"), else None."""
    match = _LABEL.match(line)
    if match and line.endswith("."):
        return None
    return (match[1].lower(), match[2].strip()) if match else None
