"""Dating: whether a day of a sentence is that of what is asked, or of something that was done after it."""

import re
from collections.abc import Sequence

from agent.evidence.words.likeness import Words
from agent.evidence.words.verbs import is_inflected
from agent.verify.conflict.assertions import match_words
from agent.verify.conflict.divergence import find_clause
from index.language.dates import DateMention
from index.language.terms import split_words

_HAPPEN = frozenset(
    """is are was were be been being has have had do does did happened occurred came took taken takes began begun
    begins started starts went goes held set scheduled planned according""".split()
)
"""Forms of verbs by which a deed is told with a noun: the collapse happened on Monday."""

_AFTER = re.compile(r"\b(?:after|since|following|from)\s(?:the|a|an|its|their|his|her|last|this)\b", re.IGNORECASE)
_REACH = 6
"""Words behind `after the` among which what is asked stands."""


def is_day_of(asked: Sequence[str], text: str, day: DateMention, words: Words) -> bool:
    """Tell whether no other deed stands between a day and what is asked: the toll of the collapse rose on Tuesday.

    `asked` are the words of what is asked that are no names. The day is that of its clause: of the deed that is asked
    where that is told by a verb there, or by a noun of which nothing else is told.
    """
    clause = find_clause(text, day)
    start = text.index(clause)
    ahead, behind = split_words(text[start : day.start]), split_words(text[day.end : start + len(clause)])
    told = [*ahead, *behind]
    found = match_words(told, asked, words) if told and asked else []
    if not any(found):
        return not any(match_words(split_words(text), asked, words))
    places = [place for place, here in enumerate(found) if here]
    done = [place for place in places if _is_deed(told[place])]
    nearest = min(done or places, key=lambda place: abs(place + 0.5 - len(ahead)))
    between = told[nearest + 1 : len(ahead)] if nearest < len(ahead) else told[len(ahead) : nearest]
    beside = between if done else [*between, *(ahead[:nearest] if nearest < len(ahead) else told[nearest + 1 :])]
    return not any(_is_deed(word) for word in beside)


def tells_aftermath(asked: Sequence[str], text: str, words: Words) -> bool:
    """Tell whether a sentence names what is asked as what something else came after or from: since the collapse."""
    behind = [split_words(text[match.end() :])[:_REACH] for match in _AFTER.finditer(text)]
    return any(any(match_words(told, asked, words)) for told in behind if told and asked)


def _is_deed(word: str) -> bool:
    return word.islower() and word not in _HAPPEN and not word.endswith("ing") and is_inflected(word)
