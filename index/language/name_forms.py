"""Forms of a name: what its spellings share once case, marks, titles and regional habits are off."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

TITLES = frozenset(
    re.findall(
        r"\S+",
        "mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister "
        "chancellor king queen prince princess pope sheikh shaikh ayatollah imam mullah gen "
        "general maj major lt lieutenant col colonel capt captain cmdr commander sgt sergeant adm "
        "admiral cpl brig brigadier gov governor sen senator rep representative congressman "
        "congresswoman mayor judge justice rev reverend hon secretary ambassador speaker chairman "
        "chairwoman former acting deputy",
    )
)
"""Words that stand before a name and are no part of it."""

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_SILENT = re.compile(r"['’‘`ʼʻʿʾ.]|(?<=\w)['’]s\b")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
_ARTICLE = re.compile(r"\b(?:al|el)[\s-]+(?=\w)|\b[aeu](sh|th|dh|[sdtnrzl])[\s-]+(?=\1)|\bal(?=bu\b)|\bthe\s+")
_ASSIMILATED = re.compile(r"(?<=\s)[ae](?=([sdtnrz])\1)", re.IGNORECASE)
_REPLACEMENTS = (
    (re.compile(r"\babd[aeou](?:l|([rsdtnz])(?=\1))[\s-]*"), "abd "),
    (re.compile(r"\babd\s+"), "abd "),
    (re.compile(r"\b(?:abu|abou|bou|bu)\b"), "bu"),
    (re.compile(r"\b(?:ibn|ben)\b(?=\s)"), "bin"),
    (re.compile(r"\bst\b"), "saint"),
    (re.compile(r"(?<=[bfgn])ence\b"), "ense"),
    (re.compile(r"(?<=\w\w)(?:our)\b"), "or"),
    (re.compile(r"(?<=[^aeiou\W])(?:re)\b"), "er"),
    (re.compile(r"is(?=(?:e|ed|er|ing|ations?)\b)(?<=\w{4})"), "iz"),
    (re.compile(r"(?<=\w)ogramme\b"), "ogram"),
    (re.compile(r"dzh(?=[aeiou])"), "j"),  # as Russian writes a j
    (re.compile(r"shch(?=[aeiou])"), "sch"),
    (re.compile(r"(?<=[aeiou])y(?=ev(?:a|na|ich)?\b)"), ""),
    (re.compile(r"\by(?=e[rvlgfk]\w{3})"), ""),
)
_REPLACEABLE = re.compile("|".join(rf"(?:{pattern.pattern})" for pattern, _ in _REPLACEMENTS).replace(r"\1", r"\w"))
_MARK = re.compile(
    r"\b(?:(?:al|el|a[snrzdt]|e[snrzdt]|ash)-|(?:bin|ibn|abu|abou)\s)|(?<=\w\s)(?:al|el)\s|\b(?:abd|albu|dj)|"
    r"kh|gh(?=[aeiou])|dh|\w\wzh|\bzh\w{5}|q(?=[aeio]|u(?![aeio])|[bdfhmt])|yy|iy|(?<![tgscpk])h[bdfmr]|"
    r"[aeiou]h[aeiou]|[ou]ll+ah?\b|\w\wsk[iy]|[aeiou]v\b|ss?[ae][iy]n\b|d+afi\b|(?<![odl])['’ʿ](?=[aeiou])"
)
_TOKEN = re.compile(r"[^\W_]+")
_MIXED_CASE = re.compile(r"[^\W\d_a-z][A-Z]|[a-z][A-Z]")


class Normal(NamedTuple):
    """The words of a name in normal form, and whether it carries a mark of romanization."""

    tokens: tuple[str, ...]
    marked: bool


@lru_cache(maxsize=65536)
def normalize_name(name: str) -> Normal:
    """Return the tokens of a name in the form that its spellings share most often."""
    mixed = _MIXED_CASE.search(name) is not None
    text = name.strip()
    plain = text.isascii() and text.isalpha()
    text = (text if plain else _POSSESSIVE.sub("", text)).casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_LETTERS)
        text = "".join(char for char in text if not unicodedata.combining(char))
    marked = not mixed and _MARK.search(text) is not None
    if not plain or text == "albu":  # the one word that an article is written together with
        text = _ARTICLE.sub("", _SILENT.sub("", text).strip())
    if _REPLACEABLE.search(text):
        for pattern, replacement in _REPLACEMENTS:
            text = pattern.sub(replacement, text)
    elif plain and text.isalpha():
        return Normal((text,), marked)
    tokens = _TOKEN.findall(text)
    while len(tokens) > 1 and tokens[0] in TITLES:
        tokens.pop(0)
    return Normal(tuple(tokens), marked)


@lru_cache(maxsize=65536)
def read_name(name: str) -> tuple[Normal, ...]:
    """Return a name's normal forms: as it stands, with umlauts written out, without assimilated article."""
    if name.isascii() and name.isalnum():
        return (normalize_name(name),)
    written_out = name if name.isascii() else unicodedata.normalize("NFC", name).translate(_UMLAUTS)
    forms = dict.fromkeys((name, written_out, _ASSIMILATED.sub("", name)))
    return tuple(dict.fromkeys(map(normalize_name, forms)))
