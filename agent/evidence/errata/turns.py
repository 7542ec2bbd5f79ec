"""Turns: where a sentence that repeats an error turns to what is right: `we gave his age as 44; he is 47`."""

import re

from agent.evidence.errata.frames import Frame, mask_quotes
from agent.evidence.words.substitution import Mention, list_mentions
from index.language.numbers import NumberMention

_TURN = re.compile(
    r"\s*;\s+(?=\S+\s\S)|\s[—–-]{1,2}\s(?=(?:it|he|she|they|there|in\sfact|the|that|this)\b)|"
    r",?\s(?:but|when|whereas|while|although)\s(?=in\sfact|actually|it\b|he\b|she\b|they\b|there\b)|"
    r",?\s(?:instead\sof|rather\sthan|and\snot|in\sfact)\b|,\snot\b|,\swhen\b|,\s(?=(?:he|she|it|they)\s)",
    re.IGNORECASE,
)
"""Where a sentence may turn from what was told to what is right."""


def tells_other_value(error: str, right: str) -> bool:
    """Tell whether a text has another number, name or day than what it puts right."""
    return any(one.excludes(other) for one in list_mentions(error, None) for other in list_mentions(right, None))


def tells_other_measure(error: str, right: str) -> bool:
    """Tell whether a text has another number of the unit, or another day, than what it puts right."""
    pairs = ((one, other) for one in list_mentions(error, None) for other in list_mentions(right, None))
    return any(_is_comparable(one, other) and one.excludes(other) for one, other in pairs)


def _is_comparable(one: Mention, other: Mention) -> bool:
    if not (isinstance(one.value, NumberMention) and isinstance(other.value, NumberMention)):
        return type(one.value) is type(other.value) and not isinstance(one.value, str)
    same = one.value.unit == other.value.unit != ""
    return same or one.value.kind == other.value.kind != "plain"


def find_turn(text: str, frame: Frame) -> int | None:
    """Return where a sentence turns from what was told to what is right, None where it only repeats the error."""
    plain = mask_quotes(text)
    for turn in _TURN.finditer(plain, frame.end):
        bare = turn[0].strip() in (",", ", when") or not turn[0].strip()
        if not bare or tells_other_value(text[frame.end : turn.start()], text[turn.end() :]):
            return turn.start()
    return None
