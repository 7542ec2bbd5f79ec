"""Mentions: where a text has a verb, or a noun that is spelt like it, and whether as something that only may be."""

import re
from collections.abc import Sequence

from agent.digest.accord.synonyms import same_deed
from agent.digest.statements.polarity import MARKS, Verb
from agent.verify.conflict.assertions import word_keys
from agent.verify.conflict.modes import find_modes
from index.language.terms import content_words

_COMPOUND = re.compile(r"\b[a-z]+-[a-z-]+\b")
_DETERMINER = re.compile(r"(?:the|an?|his|her|its|their|this|that|\S+['’]s?)", re.IGNORECASE)
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

    None where it has no such word.
    """
    words = cut_compounds(said).split()
    known = {key for word in content_words(" ".join(words)) for key in word_keys(word)}
    if known.isdisjoint(verb.keys):
        return None
    places = find_verb(verb, words)
    return not places or any(not _may_only_be(words, place) for place in places)


def _may_only_be(words: Sequence[str], place: int) -> bool:
    """Tell whether a word follows one of possibility, or is a noun of a sentence that has one."""
    is_noun = place > 0 and _DETERMINER.fullmatch(words[place - 1]) is not None
    return bool(find_modes(" ".join(words if is_noun else words[max(0, place - _NEAR) : place])))
