"""Sittings: lines by themselves that say of which meeting, or in which version, a paper is: `Session of 9 July 2019`.

What such a line tells of in a sentence, or on the way to it (`Report on the meeting of`), is another paper's.
"""

import re

DAY = "\x00"
"""Stands in a line for its dates: no document has it."""

_OTHERS = r"on|about|after|against|at|before|by|following|for|from|in|into|of|since|to|under|with"
_HELD = r"meeting|session|sitting|hearing|assembly|proceedings"
_WRITTEN = r"amendment|revision|version|edition|draft|issue|order|decision|ruling|resolution|decree|report"
SITTING = re.compile(
    rf"(?:^|.*\s[–—|·]\s)(?:(?!(?:{_OTHERS})\b)[\w’'-]+\s){{0,4}}(?:{_HELD}|{_WRITTEN})(?:\s(?:of|by)\s[^,.;:{DAY}]{{2,60}})?"
    rf"\s(?:of|dated|held\son)\s{DAY}(?:\W*$|\s?\([^()]*\)$|,\s[A-Z]\w+$)",
    re.IGNORECASE,
)
"""A line whose dates are marked, with the day of a meeting or of a version at its end."""
