"""Mentions: whether the numbers, names and days that two texts mention are the same, to the letter.

Where a correction puts `Carla` for `Carl`, these are two and no spellings of one.
"""

import re
from collections.abc import Collection, Sequence

from agent.evidence.words.substitution import Mention
from index.language.numbers import NumberMention
from index.language.terms import content_words, fold

_ONLY_TOPIC = re.compile(
    r"\W*(?:the\s)?(?:number|figure|source|date|day|year|age|amount|total|location|time)s?\s(?:of|when|at)\b"
    r"|\W*(?:who|whom|what|when|where|which|how|why)\b",
    re.IGNORECASE,
)
"""How a correction says of what something wrong was told, but not what: the number of the drowned, who was there."""


def is_among(mention: Mention, others: Collection[Mention]) -> bool:
    """Tell whether one of other mentions tells the same."""
    return any(is_equal(mention, other) for other in others)


def is_equal(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions tell the same: one number, one day, or a name and its part."""
    if isinstance(one.value, NumberMention) and isinstance(other.value, NumberMention):
        return (one.value.value, one.value.high) == (other.value.value, other.value.high)
    if isinstance(one.value, str) and isinstance(other.value, str):
        return is_one_name(one.value, other.value)
    return type(one.value) is type(other.value) and not one.excludes(other)


def is_one_name(one: str, other: str) -> bool:
    """Tell whether a name has all words of another, to the letter: a correction may be of one."""
    ours, theirs = ({fold(word) for word in content_words(name)} for name in (one, other))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def excludes_unit(one: Mention, other: Mention) -> bool:
    """Tell whether two numbers of one unit exclude each other."""
    if not (isinstance(one.value, NumberMention) and isinstance(other.value, NumberMention)):
        return False
    return one.value.unit == other.value.unit != "" and one.excludes(other)


def has_unit(mention: Mention, others: Sequence[Mention]) -> bool:
    """Tell whether a number counts or measures in the same as an equal one."""
    units = [each.value.unit for each in others if isinstance(each.value, NumberMention) and is_equal(mention, each)]
    return isinstance(mention.value, NumberMention) and mention.value.unit != "" and mention.value.unit in units


def names_topic(error: str) -> bool:
    """Tell whether a correction says only of what something wrong was told: it misstated the number of the drowned."""
    return _ONLY_TOPIC.match(error) is not None
