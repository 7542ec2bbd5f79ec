"""Contraries: words of which one says the contrary of another, and sentences that are the same but for such a word."""

import re
from collections.abc import Sequence

from agent.evidence.words.wording import REVERSING
from agent.verify.conflict.assertions import Assertion, word_keys
from index.language.terms import content_words, fold, is_content, split_words, stem

_DECISIVE = (
    ("rise climb increase grow jump soar gain", "fall drop decrease decline plunge sink shrink slump"),
    ("win beat", "lose"),
    ("accept approve adopt", "reject refuse veto spurn"),
    ("support back favour favor endorse", "oppose"),
    ("convict", "acquit clear"),
    ("survive live", "die perish"),
    ("admit confess", "deny"),
    ("allow permit", "ban bar forbid prohibit"),
    ("strengthen", "weaken"),
    ("succeed", "fail"),
    ("majority", "minority"),
    ("guilty", "innocent"),
    ("alive", "dead"),
    ("sober", "drunk"),
    ("safe", "dangerous"),
    ("profit", "loss"),
    ("surplus", "deficit"),
    ("true", "false"),
)
"""Words of which one thing at one time bears only one."""
_OTHERS = (
    ("open reopen", "close shut"),
    ("begin start", "end finish stop"),
    ("arrive enter join", "leave depart quit"),
    ("buy", "sell"),
    ("release free", "arrest detain jail"),
    ("hire appoint", "fire dismiss sack"),
    ("advance", "retreat"),
    ("lift", "impose"),
    ("maximum", "minimum"),
    ("victory", "defeat"),
    ("public", "private"),
    ("full", "empty"),
    ("strong", "weak"),
    ("rich", "poor"),
    ("north northern", "south southern"),
    ("east eastern", "west western"),
    ("first", "last"),
    ("early", "late"),
    ("high", "low"),
    ("large big", "small"),
    ("old", "young new"),
    ("morning", "evening afternoon night"),
    ("man male boy husband", "woman female girl wife"),
    ("father son brother", "mother daughter sister"),
)
"""Words of which one thing bears now the one, now the other, or two things one each."""
_SHARED = 4
"""Content words that two sentences must share to be the same but for a word."""
_GRAMMAR = frozenset("a an the is are was were be been has have had that also".split())
"""Words that one of two such sentences may have more than the other."""
_STANCE = re.compile(r"\b([a-z]{4,})(?:\s[\w’'-]+){0,4}?\s(for|in\sfavou?r\sof|against)\b")
"""A verb or noun with the side that is taken: voted seven to two against."""
_ORDER = re.compile(
    r"\b(first|second|third|fourth|fifth)\b(?!-|\s(?:minister|lady|gentleman|responders?|aid|time|degree|largest|biggest|"
    r"world\swar|hand|class)\b)",
    re.IGNORECASE,
)


Sides = tuple[tuple[frozenset[str], frozenset[str]], ...]


def _read(pairs: Sequence[tuple[str, str]]) -> Sides:
    return tuple((frozenset(map(stem, one.split())), frozenset(map(stem, other.split()))) for one, other in pairs)


_PLAIN, _ALL = _read(_DECISIVE), _read((*_DECISIVE, *_OTHERS))


def tells_contrary(one: str, other: str, sides: Sides = _ALL) -> bool:
    """Tell whether a word of one sentence has its contrary in the other, while neither has both."""
    ours, theirs = _list_keys(one), _list_keys(other)
    for pair in sides:
        for first, second in (pair, pair[::-1]):
            if ours & first and theirs & second and not (ours & second or theirs & first):
                return True
    return _reverses(one, other) or _reverses(other, one)


def take_two_sides(one: str, other: str) -> bool:
    """Tell whether one text is for what another is against, by the same verb: voted for it, voted against it."""
    ours, theirs = ({(stem(verb), side == "against") for verb, side in _STANCE.findall(text)} for text in (one, other))
    return any((verb, not side) in theirs - ours and (verb, side) not in theirs for verb, side in ours)


def tell_of_two(one: str, other: str) -> bool:
    """Tell whether two texts name different ones of several: the first attack, the second; or only one of them does."""
    ours, theirs = ({fold(word) for word in _ORDER.findall(text)} for text in (one, other))
    return ours != theirs


def exchanges_contrary(one: Assertion, other: Assertion) -> bool:
    """Tell whether two sentences are the same but for a word and its contrary, of which only one can be true."""
    if one.names != other.names or not tells_contrary(one.said, other.said, _PLAIN):
        return False
    ours, theirs = (frozenset(map(stem, set(split_words(each.said)) - _GRAMMAR)) for each in (one, other))
    shared = ours & theirs
    told = sum(map(is_content, shared))
    return told >= _SHARED and max(len(ours - shared), len(theirs - shared)) <= 1


def _list_keys(text: str) -> frozenset[str]:
    return frozenset(key for word in split_words(text) if word.islower() for key in word_keys(word))


def _reverses(one: str, other: str) -> bool:
    """Tell whether a word of one stands in the other only with a prefix that turns it into its contrary."""
    ours, theirs = (frozenset(word for word in content_words(text) if word.islower()) for text in (one, other))
    return any(
        word[len(prefix) :] in theirs and word not in theirs and word[len(prefix) :] not in ours
        for word in ours
        for prefix in REVERSING
        if word.startswith(prefix) and len(word) > len(prefix) + 3
    )
