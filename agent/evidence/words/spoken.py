"""Spoken: the days on which somebody said what is told, which say nothing of when it happened."""

import re

_VERBS = (
    r"(?:said|says|say|saying|told|tells|tweeted|reported|reports|announced|stated|wrote|declared|confirmed|revealed|"
    r"disclosed|acknowledged|added|claimed|warned|insisted|argued|admitted|alleged|explained|estimated)"
)
_HEARERS = (
    r"(?:\s(?:reporters|journalists|lawmakers|parliament|investors|(?:the\s|an?\s)?(?:[A-Z][\w.&'’-]*\s?){1,4}|"
    r"(?:the|an?)\s(?:\w+\s)?(?:agency|channel|station|newspaper|broadcaster|paper|conference|briefing|court|hearing)))?"
)
_OCCASION = (
    r"(?:\s(?:in|at|during|on|via|through|to)\s(?:an?|the|his|her|its|their)?\s?(?:[\w-]+\s){0,2}"
    r"(?:statement|interview|speech|address|briefing|conference|tweet|post|email|e-mail|memo|letter|report|release|"
    r"filing|broadcast|message|hearing|Twitter|Facebook|reporters|journalists))?"
)
_LEAD = r"(?:\s(?:on|late|early|later|earlier|this|last|[A-Z]\w+day)){0,3}\s?"
_ACTIVE = r"(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbe\s)(?<!\bbeen\s)(?<!\bbeing\s)"
_BEHIND = re.compile(rf"{_ACTIVE}\b{_VERBS}{_HEARERS}{_OCCASION}{_LEAD}$")
"""What stands before the day: `said in a statement late on`. What was declared or announced on a day happened then."""

_OPENING = re.compile(r"^(?:[^\s,;:]+\s){0,6}$")
_BEFORE = re.compile(
    rf"^,?\s(?:(?:morning|afternoon|evening|night),?\s)?(?:(?!when|as|after|before|that|who)[^\s,;:–“”\"]+\s){{0,5}}(?!saying){_VERBS}\b"
)
"""What stands behind a day that opens a sentence: `on Monday, Tollan told reporters`."""

_DATELINE = re.compile(r"^\W*[A-Z][A-Z][\w\s,.'’/-]{0,40}$")
_WIRE = re.compile(r"^\s?(?:\([^)]{2,40}\)\s)?[-–—]")

_REACH = 120
"""Characters before a day in which the saying is looked for."""

_ASKED = re.compile(
    rf"\b(?:{_VERBS}|tell|tweet|report|announce|state|write|declare|confirm|reveal|disclose|add|claim|warn|insist|argue|"
    r"admit|allege|explain|estimate)\b"
)


def asks_speech(question: str) -> bool:
    """Tell whether a question is itself about somebody's saying something."""
    return _ASKED.search(question.lower()) is not None


def is_spoken(sentence: str, start: int, end: int) -> bool:
    """Tell whether a day at `sentence[start:end]` is when something was said or reported, or stands in a dateline."""
    before, behind = sentence[:start], sentence[end:]
    if _DATELINE.match(before) and _WIRE.match(behind):
        return True
    if _BEHIND.search(before[-_REACH:]):
        return not behind.startswith(("'s", "’s"))
    opens = _OPENING.match(before) is not None and not sentence[start:end].isdecimal()
    return opens and _BEFORE.match(behind) is not None
