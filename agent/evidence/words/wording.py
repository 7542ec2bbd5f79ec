"""Wording: whether two nearly equal sentences tell the same, or one has a word where the other has an unlike one.

`The price rose by a tenth` and `The price fell by a tenth` are equal in nine letters of ten.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from index.language.terms import fold, is_content, split_words, stem

SPELLING = 60.0
"""Similarity (0 to 100, rapidfuzz's ratio) from which names are spellings of one: `Albu Kamal`, `al-Boukamal`."""

FORM = 85.0
"""The same for other words of one first letter: `adviser` and `advisor` are one, `majority` and `minority` (75) two."""

REVERSING = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti")
"""What turns a word into its contrary where it stands before it."""

_EXCLUSIVE = tuple(
    frozenset(line.split())
    for line in (
        "for against",
        "before after",
        "since until till",
        "with without",
        "to from",
        "into onto out off from",
        "up down",
        "over under above below",
        "on off",
        "more less fewer",
        "most few all some both either neither none no every many least",
        "inside outside",
        "he she",
        "his her",
    )
)
"""Words of grammar of which one says something else than another of its line."""


Same = Callable[[str, str], bool]
"""Tells whether two words tell the same."""


def is_same_word(word: str, other: str) -> bool:
    """Tell whether two words are forms or spellings of one, rather than one and its contrary or another."""
    if stem(word) == stem(other) or _share_lemma(word, other):
        return True
    short, long = sorted((fold(word), fold(other)), key=len)
    if any(long == prefix + short for prefix in REVERSING):
        return False
    return short[0] == long[0] and fuzz.ratio(short, long) >= FORM


def exchanges_word(one: str, other: str, same: Same = is_same_word) -> bool:
    """Tell whether a word stands in one sentence where the other, nearly equal to it, has one that tells otherwise."""
    ours, theirs = split_words(one), split_words(other)
    for step in Levenshtein.opcodes(list(map(fold, ours)), list(map(fold, theirs))):
        if step.tag == "replace":
            words, others = ours[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end]
            if _exchanges(words, others, same):
                return True
    return False


def _exchanges(words: Sequence[str], others: Sequence[str], same: Same) -> bool:
    """Tell whether words that stand in one place of two sentences tell different things."""
    for line in _EXCLUSIVE:
        own, their = line.intersection(map(fold, words)), line.intersection(map(fold, others))
        if own and their and own.isdisjoint(their):
            return True
    told, instead = list(filter(is_content, words)), list(filter(is_content, others))
    if not (told and instead):
        return False
    if not all(map(_is_ordinary, (*told, *instead))):
        return fuzz.ratio(fold("".join(words)), fold("".join(others))) < SPELLING
    new = any(not any(same(word, each) for each in instead) for word in told)
    return new and any(not any(same(word, each) for word in told) for each in instead)


def _is_ordinary(word: str) -> bool:
    """Tell whether a word is known, and none of a name."""
    return word.islower() and bool(_list_lemmas(word))


def _share_lemma(word: str, other: str) -> bool:
    return not _list_lemmas(fold(word)).isdisjoint(_list_lemmas(fold(other)))


@lru_cache(maxsize=65536)
def _list_lemmas(word: str) -> frozenset[str]:
    from lemminflect import getAllLemmas  # type: ignore[import-untyped]

    return frozenset(lemma for lemmas in getAllLemmas(word).values() for lemma in lemmas)
