"""Respellings: sentences of several sources that tell the same in the same words, however these are spelt."""

import re

from rapidfuzz import fuzz

from agent.digest.statements.context import drop_dateline
from agent.digest.statements.polarity import turns
from agent.digest.voices.copies import NEAR, fold_text
from agent.evidence.words.wording import exchanges_word
from agent.verify.conflict.assertions import match_name, split_attribution
from index.language.names import find_names

_QUOTE = re.compile(r"[“”\"]")


def is_same_text(one: str, other: str) -> bool:
    """Tell whether sentences differ in no more than spelling: no part is missing, no word stands for another.

    A part is missing as well where only one of them says whose claim it is.
    """
    if one == other:
        return True
    if not _QUOTE.search(one + other) and bool(split_attribution(one)[1]) != bool(split_attribution(other)[1]):
        return False
    plain, its_plain = fold_text(one), fold_text(other)
    if fuzz.ratio(plain, its_plain) < NEAR or turns(plain, its_plain):
        return False
    if exchanges_word(drop_dateline(one), drop_dateline(other)):
        return False
    return _has_names_of(one, other) or _has_names_of(other, one)


def _has_names_of(one: str, other: str) -> bool:
    """Tell whether all names of a text are in another, be it run together with what stands beside them there."""
    names, run = find_names(drop_dateline(other)), fold_text(other).replace(" ", "")
    return all(
        match_name(name, names) or fold_text(name).replace(" ", "") in run for name in find_names(drop_dateline(one))
    )
