"""Arrangements: whether a day is one for which something is announced, planned, promised or asked for.

Such a day lies ahead of the deed that is told, whatever its tense: called for a march on 26 October.
"""

import re

from index.language.verbs import tells_past

_ARRANGED = (
    r"(?:announc(?:es?|ed|ing)|invit(?:es?|ed|ing)|call(?:s|ed|ing)?(?:\s\w+)?\sfor|promis(?:es?|ed|ing)|pledg(?:es?|ed|ing)|"
    r"vow(?:s|ed|ing)?|agree(?:s|d|ing)?|ask(?:s|ed|ing)?|urg(?:es?|ed|ing)|order(?:s|ed|ing)?|plan(?:s|ned|ning)?|"
    r"schedul(?:es?|ed|ing)|propos(?:es?|ed|ing)|demand(?:s|ed|ing)?|summon(?:s|ed|ing)?|book(?:s|ed|ing)?|"
    r"postpon(?:es?|ed|ing)|adjourn(?:s|ed|ing)?|reschedul(?:es?|ed|ing)|delay(?:s|ed|ing)?|arrang(?:es?|ed|ing)|"
    r"convene[sd]?|threaten(?:s|ed|ing)?|decid(?:es?|ed|ing)|want(?:s|ed)?|hop(?:es?|ed|ing)|intend(?:s|ed)?|"
    r"expect(?:s|ed|ing)?|declar(?:es?|ed)\sa\sstrike|plans?|invitations?|proposals?|calls?|appeals?|demands?)"
)
_ASKED = re.compile(
    rf"\b{_ARRANGED}\b(?:\s(?!(?:who|which|that|and|but|after|when)\b)[\w’'-]+,?){{0,6}}?\s"
    r"(?:not\s)?to\s(?!(?:the|an?|his|her|its|their|this|that|it|him|them)\b)[a-z]+\b(?P<rest>[^;:]*)$"
)
"""Asked all members to stay at home on, agreed to meet on."""
_NAMED = re.compile(
    rf"\b{_ARRANGED}\s(?:(?!(?:who|which|that|and|but|after|when|because|on)\b)[\w’'-]+,?\s){{0,8}}?"
    r"(?:an?|another|new|fresh|further|more|two|three|four|his|her|their|its)\s"
    r"(?P<rest>(?:(?!(?:who|which|that|and|but|after|when|because|on)\b)[\w’'-]+\s){1,4})(?:on|by|for)\s(?:the\s)?$"
)
"""Announced a march on, called for witnesses to a meeting on."""
_FIXED = re.compile(
    r"\b(?:planned|scheduled|set|due|fixed|booked|slated|arranged|postponed|adjourned|rescheduled|delayed|put\soff|moved"
    r"|brought\sforward|given|named|foreseen|earmarked)\s(?:\w+\s){0,2}(?:for|to|until|till|as)\s(?:the\s|late\s|early\s)?$"
)
"""Planned for, put off until."""
_HAPPENED = re.compile(r"\b(?:after|when|who|which|have)\b")


def asks_ahead(before: str) -> bool:
    """Tell whether the clause before a date gives it as that for which something was agreed, asked or set."""
    asked = _ASKED.search(before)
    if asked is None:
        return _FIXED.search(before) is not None
    return not (_HAPPENED.search(asked["rest"]) or tells_past(asked["rest"]))


def is_arranged(before: str) -> bool:
    """Tell whether the clause before a date may give it as that of what was announced, asked for or promised."""
    named = _NAMED.search(before)
    return asks_ahead(before) or (named is not None and not tells_past(f"it {named['rest']}"))
