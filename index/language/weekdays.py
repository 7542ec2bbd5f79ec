"""Weekdays: which of them name a day that follows from that of publication; others recur, or count from another."""

import re
from calendar import day_name, month_name

_DAY_NAME = rf"(?:{'|'.join(day_name)})"
_MONTH = rf"(?:{'|'.join(month_name[1:])})"
_PAPERS = (
    r"(?!\s(?:Times|Telegraph|Mail|Post|Mirror|Express|Herald|Tribune|Star|Sun|Night\sLive|World)\b|s\b)"
    r"(?!['’]s\b(?=\s[A-Z]))"
)
_FIXED_BY = ("every", "each", "a", "Black", "Good", "Super", "Cyber", "Ash", "Easter", "Palm", "News")
_NTH = ("first", "second", "third", "fourth", "fifth", "final")
_COUNTED_ON = (r"the\sfollowing", r"the\spreceding")
_FIXED = "".join(rf"(?<!\b{word}\s)" for word in (*_FIXED_BY, *_NTH, *_COUNTED_ON))
"""Every Monday, Good Friday, the first Monday of May, the following Monday."""
_THIS = r"\sof\s(?:last|this|next|the\ssame)\b"
_OF_EVENT = rf"(?<!\b[Tt]he\s)|(?!{_DAY_NAME}\sof\s)|(?={_DAY_NAME}{_THIS})"
"""The Monday of the trial; without an article, what follows is of a verb or noun before: told a court on Monday of."""
_TIME = (
    r"(?:[Ww]eeks?|weekend|months?|years?|fortnight|season|term|semester|festival|[Gg]ames|Lent|Advent|Easter|Ramadan|"
    r"Passover)\b(?!['’])"
)
_OF_TIME = (
    rf"(?!\sof\s(?:(?:early\s|late\s|mid[\s-])?{_MONTH}\b|\d|the\s\d"
    rf"|(?:(?!(?:last|this|next|same|\w+ing(?!\sweek))\b)[\w’'-]+\s){{0,2}}?{_TIME}))"
)
"""Monday of race week, Monday of the week before."""
_ELSEWHERE = r"(?!\s(?:preceding\b|(?:following|after|before)(?:\W*$|[,.;:—])))"
"""On the Friday preceding."""

NAMED = re.compile(
    rf"{_FIXED}(?:{_OF_EVENT})\b(?:(?P<lead>(?i:last|next|this|coming))\s)?(?P<weekday>{_DAY_NAME})\b"
    rf"{_PAPERS}{_OF_TIME}{_ELSEWHERE}"
)
"""A weekday, with what is put before it to tell its week."""
