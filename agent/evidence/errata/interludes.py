"""Interludes: what was so for a short while only, as the next sentence tells: `For an hour he was mayor. Then …`."""

import re

_COUNT = (
    r"(?:an?|half\san?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|several|some|"
    r"a\s(?:few|couple\sof)|\d+)"
)
_WHILE = re.compile(
    rf"\bfor\s(?:(?:just|only|about|almost|nearly|some|barely|all\sof|perhaps|around)\s)*{_COUNT}\s(?:[a-z]+\s)?"
    r"(?:seconds?|moments?|instant|minutes?|hours?|while)\b|^\W*(?:Briefly|Momentarily)\b",
    re.IGNORECASE,
)
"""How short something was so."""
_TURN = re.compile(
    r"^\W*(?:But|Then|Yet|Until|However|In\sthe\send|(?:[\w-]+\s){1,3}later)\b|^\W*(?:[\w’'-]+\s){1,4}then\b"
)
"""How the sentence begins that tells how it ended."""


def ends_interlude(before: str, sentence: str) -> bool:
    """Tell whether a sentence tells how that ended which the one before it tells was so for a short while."""
    return _WHILE.search(before) is not None and _TURN.match(sentence) is not None
