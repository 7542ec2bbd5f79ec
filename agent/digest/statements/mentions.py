"""Mentions: where a text has a verb, or a noun that is spelt like it, and whether as something that only may be."""

import re
from collections.abc import Sequence

from agent.digest.accord.synonyms import same_deed
from agent.digest.statements.polarity import MARKS, Verb
from agent.evidence.words.negation import REVERSALS
from agent.verify.conflict.assertions import word_keys
from agent.verify.conflict.modes import find_modes
from index.language.terms import content_words, stem

_COMPOUND = re.compile(r"\b[a-z]+-[a-z-]+\b")
_DETERMINER = re.compile(r"(?:the|an?|his|her|its|their|this|that|\S+['’]s?)", re.IGNORECASE)
_ENDING = frozenset(
    map(stem, "lift lifted lifts repeal repealed suspend suspended rescind rescinded annul annulled".split())
)
"""Stems of words, beside those that take something back, by which a rule or a deed is at an end."""
_OBJECT = 3
"""Words before a noun among which the verb of which it is the object stands."""
_NEAR = 4
"""Words behind a word of possibility that it may bear on."""


def cut_compounds(text: str) -> str:
    """Return a text without words that hyphens join (a bird-watching trip), whose parts tell no deed."""
    return _COMPOUND.sub(" ", text)


def find_verb(verb: Verb, words: Sequence[str]) -> list[int]:
    """Return the places of words that may be forms of a verb, or of another of its class."""
    return [n for n, word in enumerate(words) if same_deed(word_keys(word.strip(MARKS)), verb.keys)]


def tells_in_noun(verb: Verb, said: str) -> bool | None:
    """Tell whether a text has a word of a verb that may be a noun (remains, the return) as of what really is.

    None where it has no such word; who lifts a ban or cancels a march tells of none.
    """
    words = cut_compounds(said).split()
    known = {key for word in content_words(" ".join(words)) for key in word_keys(word)}
    if known.isdisjoint(verb.keys):
        return None
    places = find_verb(verb, words)
    return not places or any(not (_may_only_be(words, place) or _is_undone(words, place)) for place in places)


def _is_undone(words: Sequence[str], place: int) -> bool:
    """Tell whether a noun is the object of a verb by which what it names is at an end, with a word or two between."""
    before = words[max(0, place - _OBJECT) : place]
    return any(stem(word) in REVERSALS | _ENDING and word[-1].isalpha() for word in before)


def _may_only_be(words: Sequence[str], place: int) -> bool:
    """Tell whether a word follows one of possibility, or is a noun of a sentence that has one."""
    is_noun = place > 0 and _DETERMINER.fullmatch(words[place - 1]) is not None
    return bool(find_modes(" ".join(words if is_noun else words[max(0, place - _NEAR) : place])))
