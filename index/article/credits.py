"""Credits: who wrote, reported, wired or photographed, as a line by itself or the first words of a report."""

import re
from collections.abc import Sequence

from index.article.rows import BAR
from index.article.shape import FULL_STOP_INSIDE, SMALL, is_sentence, words
from index.language.dates import MONTH
from index.language.parts_of_speech import is_proper

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
_LEAD = re.compile(
    rf"^(?P<place>[A-ZÀ-Ý][^!?():{BAR}]{{1,60}})\((?P<name>[^()]{{2,40}})\)\s*(?P<mark>[-–—]{{1,2}}|:)\s+(?P<text>\S.*)",
    re.DOTALL,
)
_TIME = re.compile(rf"\b{MONTH}(?![^\W_])|\b(?:1[6-9]|20)\d\d\b", re.IGNORECASE)
_IN_PLACES = frozenset("al am da das de del der do du el la las le les los und y".split())
"""Small words within the name of a place."""
_PLACE_WORDS = 3


def opens_as_byline(line: str) -> bool:
    """Tell whether a line begins with who wrote, whatever follows."""
    return _BYLINE.match(line) is not None


def is_byline(line: str) -> bool:
    """Tell whether a short line only says who wrote ("By Jane Doe and John Roe")."""
    if not opens_as_byline(line) or len(line) > 120 or FULL_STOP_INSIDE.search(line):
        return False
    rest = re.split(r"[\s,|/]+", line)[1:]
    return len(rest) <= 12 and all(_BYLINE_WORD.match(word) for word in rest if word)


def is_credit(line: str) -> bool:
    """Tell whether a line says who reported, wrote and edited."""
    return len(line) < 500 and bool(_CREDIT.match(line))


def agency(line: str) -> str | None:
    """Return the first name of a news agency in the line, else None."""
    match = _AGENCY.search(line)
    return match[0] if match else None


def lead_agency(line: str) -> str | None:
    """Return who is named in brackets between the place and the dash or colon of a report's first line.

    An agency that is not known as one is told by what stands around it: a place before, and a sentence behind. So what
    else stands in brackets is none: a unit, a short name, what a paper is (`Report of the Board (DRAFT): a summary`).
    """
    match = _LEAD.match(line)
    if match is None or not (agency(match["name"]) or _is_tag(match)):
        return None
    return match["name"].strip()


def _is_tag(match: re.Match[str]) -> bool:
    """Tell whether words in brackets name somebody between a place, in capitals before a colon, and a sentence."""
    names, text = words(match["name"]), match["text"].lstrip("\"'“‘«")
    if not _is_named(names) or _TIME.search(match["name"]) or not (text[:1].isupper() and is_sentence(match["text"])):
        return False
    city = match["place"].partition(",")[0]
    place = [word for word in words(city) if word.lower() not in _IN_PLACES]
    named = not _TIME.search(city) and len(place) <= _PLACE_WORDS and _is_named(place) and any(map(is_proper, place))
    return named and (match["mark"] != ":" or city.isupper())


def _is_named(telling: Sequence[str]) -> bool:
    """Tell whether words are set as a name, the first of them with a letter."""
    return bool(telling) and telling[0][0].isalpha() and all(not word[0].islower() or word in SMALL for word in telling)


def is_caption(line: str) -> bool:
    """Tell whether a short paragraph is a picture's caption, by the credit that it begins or ends with."""
    if len(line) > 450:
        return False
    if _CAPTION_START.match(line):
        return True
    if match := _CREDIT_START.match(line):
        rest = words(line[match.end() :])
        return line[0] == "[" or all(word[0].isupper() or word.lower() in SMALL for word in rest)
    if line.endswith((".", "!", "?")):
        return False
    tail = max(0, len(line) - 110)
    match = _CREDIT_HINT.search(line, tail) and _CAPTION_END.search(line, tail)
    return match is not None and not FULL_STOP_INSIDE.search(line[: match.start()])
