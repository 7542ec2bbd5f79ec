"""Aliases: names that stand for each other without being spelt alike; spellings looked up by key."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from index.language.name_forms import normalize_name
from index.language.spellings import match_names, name_keys
from index.language.terms import fold

_FAMILY_FIRST = frozenset(
    re.findall(
        r"\S+",
        "kim xi li mao deng park lee moon yoon wen hu jiang zhou chen wang zhang liu zhao nguyen "
        "lin wu yang chiang sun han choi jung kang cho zhu gao ma zheng ho",
    )
)
"""East Asian family names, which stand first and are used alone."""

_DISTINCT = frozenset(
    re.findall(
        r"\S+",
        "north south east west northern southern eastern western northeast northwest southeast "
        "southwest central new old saint san santa los las port fort mount lake great greater "
        "upper lower anti pro non inner outer equatorial",
    )
)
"""First words that make another name of the rest: North Korea is not called Korea, New York not York."""

_GENERIC = re.compile(
    r"(?:armys?|army|force|forces|party|state|states|group|council|court|city|union|house|bank|company|inc|ltd|corp|"
    r"corporation|university|school|college|ministry|department|office|agency|committee|commission|association|"
    r"government|republic|kingdom|district|province|county|island|islands|river|sea|valley|street|road|park|league|"
    r"times|post|news|jr|sr|ii|iii|iv)"
)
_SMALL = frozenset(re.findall(r"\S+", "of the and for in on to de la du des der a an at against & by with"))

_SYNONYMS = {
    name: names[0]
    for names in (
        ("us", "usa", "united states", "united states of america", "america"),
        ("uk", "united kingdom", "britain", "great britain"),
    )
    for name in names
}
"""Names of one state that no rule of spelling brings together."""

_ETHNIC = re.compile(r"(?:n|an|ian|i|ish|ese|is|ic|y|s|ns|ans|ians)?")
_ROOT = 4


def covers_name(full: str, short: str) -> bool:
    """Tell whether `short` is the shorter form of `full` that texts use, as a surname is."""
    whole, part = normalize_name(full).tokens, normalize_name(short).tokens
    if not part or len(part) >= len(whole):
        return False
    rest = whole[-len(part) :]
    if _same(rest, part) and not _GENERIC.fullmatch(part[-1]):
        return whole[-len(part) - 1] not in _DISTINCT
    return len(part) == 1 and whole[0] in _FAMILY_FIRST and whole[0] == part[0]


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return a == b or match_names(" ".join(a), " ".join(b))


def abbreviates(short: str, full: str) -> bool:
    """Tell whether `short` is the acronym of `full` (U.S. / United States of America)."""
    letters = re.sub(r"['’]s$|[\s.]", "", short)
    if not letters.isalpha() or not 2 <= len(letters) <= 10:
        return False
    if not letters.isupper() and not (len(letters) >= 4 and letters.istitle()):
        return False
    words = re.findall(r"[^\W\d_]+", re.sub(r"['’]s?\b", "", full))
    if len(words) < 2 or sum(word.lower() not in _SMALL for word in words) < 2:
        return False
    return _spells(letters.casefold(), [word.casefold() for word in words])


def _spells(letters: str, words: list[str]) -> bool:
    """Tell whether the words begin with the letters; small words and a last `of …` are optional."""
    if not words or (not letters and words[0] == "of"):
        return not letters
    taken = letters[:1] == words[0][0] and _spells(letters[1:], words[1:])
    return taken or (words[0] in _SMALL and _spells(letters, words[1:]))


@lru_cache(maxsize=131072)
def same_name(one: str, other: str) -> bool:
    """Tell whether two names stand for the same: spellings, a surname, an acronym, a country and its people."""
    if one == other or match_names(one, other) or covers_name(one, other) or covers_name(other, one):
        return True
    return abbreviates(one, other) or abbreviates(other, one) or _same_root(one, other) or _same_state(one, other)


def _same_state(one: str, other: str) -> bool:
    if not (one[:1].isupper() and other[:1].isupper()):
        return False
    known, same = (_SYNONYMS.get(fold(re.sub(r"['’]s$|\.", "", name))) for name in (one, other))
    return known is not None and known == same


def _same_root(one: str, other: str) -> bool:
    """Tell whether one name is the adjective of the other: Syria and Syrian, Iraqi Army and Iraq's army."""
    short, long = sorted((fold(one), fold(other)), key=len)
    if len(short) < _ROOT or long[0] != short[0] or " " in short or " " in long:
        return False
    root = short if long.startswith(short) else short[:-1]
    return len(root) >= _ROOT and long.startswith(root) and _ETHNIC.fullmatch(long[len(root) :]) is not None


class NameIndex:
    """The spellings of a vocabulary by key: variants are found without comparing all pairs."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._spellings: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for name in vocabulary:
            for key in name_keys(name):
                self._spellings[key][name] = None

    def find_variants(self, name: str) -> list[str]:
        """Return the other spellings of `name` in the vocabulary, in the vocabulary's order within a key."""
        near = {other: None for key in name_keys(name) for other in self._spellings.get(key, ())}
        return [other for other in near if other != name and match_names(name, other)]


def spell_variants(name: str, vocabulary: Iterable[str]) -> list[str]:
    """Return the other spellings of `name` in `vocabulary`; build a NameIndex to ask more than once."""
    return NameIndex(vocabulary).find_variants(name)
