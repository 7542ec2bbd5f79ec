"""Spellings: whether two names are one name written differently, decided by rules of transliteration.

A word is taken apart into consonants and the vowels between them. Plain names must agree in both; names that
carry a mark of romanization (an article, `kh`, a final `-sky`) may differ where romanizations do (q/k/g,
dh/d/z, ou/u/o, e/i, a/e). Precision before recall: what is not known to vary keeps names apart.
"""

import re
from functools import lru_cache

from index.language.name_forms import Normal, read_name

_SOUNDS = re.compile(
    r"((?:[aeiou]|y(?![aeou])|(?<=[aeiou])w(?![aeiou]))+)|(kh|gh|dh|zh|sh|ch|th|ph|dj|ck|[^\W\d_]|\d+)"
)
_GUTTURAL = re.compile(r"\bch(?=\w+(?:ah|im|ot|ad)\b)")
_GLIDE = re.compile(r"iy(?=[aeou])")
_SILENT_H = re.compile(r"(?<=[aeiou])h$")
_REPEATED = re.compile(r"([^\W\deo])(?=\1)")
_OPENING_VOWEL = re.compile(r"[aeiou]|y(?![aeou])")
_VOWEL_W = re.compile(r"(?<=[aeiou])w(?![aeiou])")

_ALIKE = [
    set(pair.split("/"))
    for pair in re.findall(
        r"\S+", "q/k q/g q/c q/kh q/gh k/c k/ck k/kh kh/h kh/ch gh/g dh/d dh/z th/t sh/ch w/v f/ph j/dj"
    )
]
_ONE_SOUND = {
    **dict.fromkeys(("o", "u", "ou", "oo", "aw", "au", "ow"), "u"),
    **dict.fromkeys(("i", "ee", "y", "iy", "yi", "ie", "iyi"), "i"),
    **dict.fromkeys(("ai", "ei", "ay", "ey", "ae", "ayi"), "ai"),
}
_BREATHED = tuple(pair.split("/") for pair in "zh/Z kh/k gh/k dh/d sh/s ch/s th/t ph/f".split())
"""Consonants of two letters, each with the one that stands for it and all that it may be interchanged with."""
_ALIKE_LETTERS = str.maketrans({**dict.fromkeys("qgc", "k"), "z": "d", "w": "v", "Z": "zh", **dict.fromkeys("aeiouyh")})
_SON = re.compile(r"s[eo]n$")
"""The end of a Nordic surname, which many who bear it see written either way."""
_NUMERAL = re.compile(r"[ivx]{2,}|\w*\d\w*")
_SHORT, _LONG = 5, 8
"""Shorter words may differ in nothing but i, y and ie; plain words below the second length in nothing."""

_PLAIN, _SUPPORTED, _MARKED = 0, 1, 2
"""How free a comparison is: plain names, names of which another word is the same, romanized names."""

_VARY = (
    ({"i", "y"}, {"ei", "ai"}),
    ({"i", "y"}, {"e", "i"}, {"ei", "ai"}, {"ey", "ay"}, {"o", "u"}),
    ({"e", "i"}, {"a", "e"}, {"", "e"}),
)
"""Vowels that may stand for each other inside a word, by freedom."""


def match_names(a: str, b: str) -> bool:
    """Tell whether two names are spellings of one name (not whether one is a part of the other)."""
    return any(_match_normals(x, y) for x in read_name(a) for y in read_name(b))


def _match_normals(a: Normal, b: Normal) -> bool:
    x, y = a.tokens, b.tokens
    if not x or not y or "".join(x) == "".join(y):
        return bool(x and y)
    if _skeleton("".join(x)) != _skeleton("".join(y)) and not _hebrew(x, y):
        return False
    freedom = _MARKED if a.marked or b.marked else _PLAIN
    if len(x) != len(y):
        return freedom == _MARKED and _match_tokens("".join(x), "".join(y), freedom, 0)
    if freedom == _PLAIN and any(p == q and len(p) >= _SHORT - 1 for p, q in zip(x, y, strict=True)):
        freedom = _SUPPORTED
    whole = len("".join(x)) - 2 if len(x) > 1 and freedom == _MARKED else 0
    return all(_match_tokens(p, q, freedom, whole) for p, q in zip(x, y, strict=True))


def _hebrew(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return _skeleton(_guttural(" ".join(a)).replace(" ", "")) == _skeleton(_guttural(" ".join(b)).replace(" ", ""))


def _guttural(text: str) -> str:
    """Return the text with the `ch` of Hebrew words (Chanukah, Chaim) written as `h`."""
    return _GUTTURAL.sub("h", text) if "ch" in text else text


def _match_tokens(a: str, b: str, freedom: int, whole: int) -> bool:
    """Compare two words sound by sound; `whole` measures the longer name that they are parts of."""
    a, b = _guttural(a), _guttural(b)
    if a == b or _NUMERAL.fullmatch(a) or _NUMERAL.fullmatch(b):
        return a == b
    if freedom == _SUPPORTED and _SON.sub("son", a) == _SON.sub("son", b):
        return True
    letters = max(whole, min(len(a), len(b)))
    if letters < (_SHORT if freedom else _LONG):
        return freedom == _MARKED and _match_short(a, b)
    (units_a, vowels_a), (units_b, vowels_b) = _sounds(a), _sounds(b)
    if len(units_a) != len(units_b):
        return False
    changed = [{p, q} for p, q in zip(units_a, units_b, strict=True) if p != q]
    alike = _ALIKE if freedom == _MARKED else [{"c", "k"}] if freedom else []
    if not all(pair in alike for pair in changed):
        return False
    distance = len(changed)
    for n, (p, q) in enumerate(zip(vowels_a, vowels_b, strict=True)):
        if p != q:
            step = _change_vowels(p, q, 0 < n < len(units_a), freedom)
            distance += letters if step is None else step
    return distance <= (letters - 1) // 3


def _match_short(a: str, b: str) -> bool:
    """Compare short words: nothing but i, y and ie may differ (Kyiv, Kiev)."""
    return re.sub(r"ie|yi|iy|y", "i", a) == re.sub(r"ie|yi|iy|y", "i", b)


def _change_vowels(a: str, b: str, inner: bool, freedom: int) -> int | None:
    """Return what it costs to read one group of vowels as the other, None where it cannot be."""
    if freedom != _MARKED:
        return 1 if (inner and {a, b} in _VARY[freedom]) or (freedom and {a, b} == {"i", "y"}) else None
    x, y = _ONE_SOUND.get(a, a), _ONE_SOUND.get(b, b)
    if x == y:
        return 0
    return 1 if {x, y} in _VARY[freedom] and (inner or {x, y} == {"e", "i"}) else None


@lru_cache(maxsize=65536)
def _sounds(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the consonants of a word and the vowels before, between and after them."""
    units: list[str] = []
    vowels = [""]
    for vowel, unit in _SOUNDS.findall(_write_plainly(word)):
        if vowel:
            vowels[-1] = vowel
        else:
            units.append(unit)
            vowels.append("")
    return tuple(units), tuple(vowels)


@lru_cache(maxsize=65536)
def _skeleton(joined: str) -> str:
    """Return the consonants of a normal form, sounds that romanizations interchange written alike."""
    word = _VOWEL_W.sub("", _write_plainly(joined))
    opening = "a" if _OPENING_VOWEL.match(word) else ""
    word = word.replace("dj", "j").replace("ck", "k")
    for two, one in _BREATHED if "h" in word else ():
        word = word.replace(two, one)
    return _REPEATED.sub("", opening + word.translate(_ALIKE_LETTERS))


def _write_plainly(word: str) -> str:
    """Return a word without what says nothing of its sound: doubled letters, a glide, a silent h."""
    return _SILENT_H.sub("", _GLIDE.sub("i", _REPEATED.sub("", word.replace("x", "ks"))))


def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys of a name: names that match share at least one, and few others share any."""
    readings = [reading.tokens for reading in read_name(name)]
    forms = ["".join(tokens) for tokens in readings]
    forms += [_guttural(" ".join(tokens)).replace(" ", "") for tokens in readings if "ch" in "".join(tokens)]
    return tuple({_skeleton(form): None for form in dict.fromkeys(forms) if form})


def name_key(name: str) -> str:
    """Return the first key of a name, the one that most of its spellings share ("" for no letters)."""
    return next(iter(name_keys(name)), "")
