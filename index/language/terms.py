"""Words as they are compared: normal forms, stems, and the function words that carry no content."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

TITLES = tuple("Dr Mr Mrs Ms Prof Gen Maj Lt Col Sgt Capt Cmdr Adm Gov Sen Rep Rev Hon St Pres Supt".split())
"""Titles before names whose stop ends no sentence."""

WORD = re.compile(r"\w+(?:[.,]\d+)*", re.UNICODE)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_STEMMER = snowballstemmer.stemmer("english")

INDEFINITE = frozenset("anybody anyone anything everybody everyone everything somebody someone something".split())
"""Pronouns for nobody or nothing in particular."""

FUNCTION_WORDS = INDEFINITE | frozenset(
    """a about above across after again against all along also although am among an and another any are around as
    at away be became because been before behind being below beneath beside between beyond both but by can
    cannot could did do does doing done down during each either else enough even ever every few for from further
    get gets getting give given got had has have having he hence her here hers herself him himself his how however
    i if in indeed instead into is it its itself just least less let like made make makes many may me might mine
    more most much must my myself neither nevertheless nor now of off often on once one only onto or other others
    otherwise our ours ourselves out over own per perhaps please quite rather really same shall she should since so
    some such than that the their theirs them themselves then there therefore these they this those though through
    throughout thus to together too toward towards under until unto up upon us very via was we well were what
    whatever when whenever where wherever whether which while who whoever whom whose why will with within without
    would yet you your yours yourself s t ll ve re d m didn doesn don isn wasn weren wouldn couldn shouldn
    hasn haven hadn didnt doesnt dont isnt arent wasnt werent wont wouldnt couldnt shouldnt cant hasnt havent hadnt
    tell know mean means exactly actually according""".split()
)
"""English words that are grammar rather than content: closed classes, auxiliaries and discourse fillers."""


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the word in lower case and without diacritics."""
    if word.isascii():
        return word.casefold()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the English stem (Snowball) of a folded word."""
    return str(_STEMMER.stemWord(fold(word)))


def split_words(text: str) -> list[str]:
    """Return the words and numbers of a text as they stand, without possessive endings."""
    return WORD.findall(_APOSTROPHE.sub("", _POSSESSIVE.sub("", text)))


def content_words(text: str) -> list[str]:
    """Return the words of a text that carry content, as they stand and in order."""
    return [word for word in split_words(text) if is_content(word)]


def is_content(word: str) -> bool:
    """Tell whether a word carries content; `US` and `IT` in capitals do, `us` and `it` do not."""
    if len(word) > 1 and word.isupper():
        return True
    folded = fold(word)
    return folded not in FUNCTION_WORDS and (len(folded) > 1 or folded.isdigit())


def content_stems(text: str) -> list[str]:
    """Return the stems of the content words of a text, in order."""
    return [stem(word) for word in content_words(text)]
