"""Polarity: which words of a sentence are denied there, and which of its verbs are only possible."""

import re
from calendar import day_name, month_name
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from agent.evidence.words.negation import DENYING, NEGATIONS
from agent.evidence.words.verbs import is_inflected
from agent.verify.conflict.assertions import word_keys
from agent.verify.conflict.modes import find_modes
from index.language.numbers import find_numbers
from index.language.terms import is_content, split_words, stem

_NEAR = 4
"""Words behind a negation or a word of possibility that it may bear on."""
_ROOT = 4
"""Letters that words must begin with in common to be of one root."""

_AHEAD = re.compile(
    r"\b(?:(?:set|expected|scheduled|poised|slated|about|due(?=\sto\s(?:be|have)\b)|"
    r"(?:is|are|was|were)\sdue(?=\sto\s[a-z]+(?<!s)(?<!ing)\s(?:the|an?|on|at|in|from|his|her|its|their|with|back|up|out|"
    r"home)\b))\sto\s[a-z]|(?:is|are|was|were)\s(?:slated|planned|scheduled|set)\sfor\b)"
)
"""`due to` mostly tells a cause: closed due to flooding."""
_BEFORE_OBJECT = re.compile(r"\b([a-z]+)(?<!ing)\s(?=(?:the|an?|his|her|its|their|this|that|all|no|up|out)\s|[A-Z\d])")
_CONTRACTED = re.compile(r"n['’]t\b|(?<=can)not\b", re.IGNORECASE)
_TIMES = frozenset(map(str.casefold, (*month_name[1:], *day_name)))
USUAL = frozenset("often usually typically normally generally".split())
"""Words for what is done now and then and not, or not only, this time."""
_YEAR = re.compile(r"(?:1\d|20)\d\d")
MARKS = ".,;:!?()[]“”‘’\"'"
"""What may stand around a word."""
_TURNING = USUAL | NEGATIONS
_MERELY = frozenset("only just merely simply".split())
"""Words behind a negation that make it none: not only a judge."""
_VOTE = re.compile(r"[“\"‘']no[”\"’']\s(?=votes?\b)", re.IGNORECASE)
"""How a vote is called that is against something."""
_STRAIGHT = str.maketrans("—–", "  ")
_EMPTY = frozenset("be have do say tell add become let".split())
"""Verbs that tell nothing of what was done."""
_LIGHT = frozenset("make take give get go come put keep hold".split())
"""Verbs that leave most of what was done to their objects; they count where a sentence has no other."""
_HELPING = frozenset("is are was were has have had will would can could may might must shall should did does".split())


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a sentence: its stems, and whether it is only possible there."""

    keys: frozenset[str]
    unreal: bool


def reports_denial(text: str) -> bool:
    """Tell whether a sentence has a word of denial (denied, disputes, refuted), whatever is denied."""
    return any(stem(word) in DENYING for word in split_words(text))


def lies_ahead(text: str) -> bool:
    """Tell whether a sentence gives a deed as one that is still to come: set to vote, due to be opened."""
    return _AHEAD.search(text) is not None


def turns(ours: str, theirs: str) -> bool:
    """Tell whether two nearly equal folded texts differ in a number, a negation or a word of possibility.

    The other may tell a day or month besides, but has to tell those of the first.
    """
    return read_turning(ours) != read_turning(theirs) or bool(_TIMES & (set(ours.split()) - set(theirs.split())))


@lru_cache(maxsize=16384)
def read_turning(text: str) -> tuple[frozenset[str], frozenset[float]]:
    """Return the words and numbers of a folded text that no text which says the same can lack, or have besides."""
    words = (word for word in text.split() if _YEAR.fullmatch(word) or word in _TURNING or find_modes(word))
    return frozenset(words), frozenset(mention.value for mention in find_numbers(text))


def denies_same(claim: str, other: str) -> bool:
    """Tell whether no word is denied in one sentence that the other has without a denial."""
    (denied, said), (its_denied, its_said) = read_denied(claim), read_denied(other)
    return not (_share_root(denied - its_denied, its_said) or _share_root(its_denied - denied, said))


def _share_root(denied: frozenset[str], said: frozenset[str]) -> bool:
    return any(one[:_ROOT] == other[:_ROOT] for one in denied for other in said if min(len(one), len(other)) >= _ROOT)


@lru_cache(maxsize=16384)
def read_denied(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of the words of a sentence that a negation stands right before, and of all others."""
    denied, said = set[str](), set[str]()
    near = 0
    for word in _CONTRACTED.sub(" not", _VOTE.sub("", text)).translate(_STRAIGHT).split():
        plain = word.strip(MARKS).casefold()
        if plain in NEGATIONS:
            near = _NEAR
            continue
        if plain in _MERELY and near == _NEAR:
            near = 0
        if is_content(plain) and plain:
            (denied if near > 0 else said).add(stem(plain))
        near = 0 if word[-1] in ".,;:" else near - 1
    return frozenset(denied), frozenset(said)


@lru_cache(maxsize=16384)
def read_verbs(text: str) -> tuple[Verb, ...]:
    """Return the verbs of a sentence, those that carry little meaning only where there are no others."""
    words = split_words(text)
    verbs = [
        Verb(word_keys(word), bool(find_modes(" ".join(words[max(0, number - _NEAR) : number]))))
        for number, word in enumerate(words)
        if _is_verb(word)
    ]
    return tuple([verb for verb in verbs if verb.keys.isdisjoint(_LIGHT)] or verbs)


@lru_cache(maxsize=16384)
def has_finite_verb(text: str) -> bool:
    """Tell whether a text has a verb that can make a sentence of it, and not only a participle in -ing."""
    return count_finite_verbs(text) > 0


def may_tell(text: str) -> bool:
    """Tell whether a text may have a verb of a sentence, be it spelt like a noun: the brigade holds the bridge."""
    return has_finite_verb(text) or any(map(is_inflected, _BEFORE_OBJECT.findall(text)))


def count_finite_verbs(text: str) -> int:
    """Return how many words of a text may be verbs that make a sentence of it; those run together count once."""
    finite = [_is_finite(word) for word in split_words(text)]
    return sum(here and not before for before, here in pairwise([False, *finite]))


@lru_cache(maxsize=65536)
def is_verb_form(word: str) -> bool:
    """Tell whether a word is a form of a verb in some sentence, and of no noun unless in -ed or -ing."""
    from lemminflect import getAllLemmas  # type: ignore[import-untyped]

    lemmas = getAllLemmas(word) if word.isascii() and word.isalpha() and word.islower() else {}
    return "VERB" in lemmas and ("NOUN" not in lemmas or word.endswith(("ed", "ing")))


@lru_cache(maxsize=65536)
def _is_finite(word: str) -> bool:
    """Tell whether a word is a helping verb, or an inflected verb that is no noun by chance."""
    from lemminflect import getAllLemmas

    if word in _HELPING:
        return True
    if not (word.isascii() and word.isalpha() and word.islower()) or word.endswith("ing"):
        return False
    lemmas = getAllLemmas(word)
    return word not in lemmas.get("VERB", (word,)) and ("NOUN" not in lemmas or word.endswith("ed"))


@lru_cache(maxsize=65536)
def _is_verb(word: str) -> bool:
    """Tell whether a word is a form of a verb that it is not by chance spelt like."""
    from lemminflect import getAllLemmas

    if not (word.isascii() and word.isalpha() and word.islower()):
        return False
    lemmas = getAllLemmas(word)
    verbs = set(lemmas.get("VERB", ()))
    if not is_content(word) and not verbs & _LIGHT:
        return False
    return bool(verbs) and not verbs & _EMPTY and ("NOUN" not in lemmas or (word not in verbs and word[-2:] == "ed"))
