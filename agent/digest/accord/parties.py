"""Parties: whether a report gives a claim only as what somebody holds, and not as news of what happened.

Outlets attribute nearly everything. That the police said how many were hurt is the news; that critics say how much
water is lost, or that a candidate claims it, is theirs, and nobody who passes it on agrees with it.
"""

import re

from agent.digest.voices.letters import read_quoted
from agent.verify.conflict.assertions import Assertion
from index.language.names import find_names
from index.language.terms import content_stems

_PRONOUN = re.compile(r"(?:he|she|they|we|I)\b", re.IGNORECASE)
_SIDE = re.compile(
    r"\b(?:critics?|opponents?|supporters?|proponents?|campaigners?|activists?|rivals?|s[ck]eptics?|detractors?|lobby(?:ists?)?"
    r"|(?:the|an)\sopposition|advocates?|the\sdefen[cs]e$|lawyers?|attorneys?|some|many|others)\b",
    re.IGNORECASE,
)
"""Who speaks for one side by what they are called."""
_KNOWING = re.compile(
    r"\b(?:police|sheriffs?|officers?|officials?|authorit(?:y|ies)|fire(?:fighters?|\s(?:chief|service|department|brigade|crews?))"
    r"|hospitals?|doctors?|medics?|paramedics?|coroners?|courts?|judges?|prosecutors?|(?:district|state)\sattorneys?|D\.A|attorneys?\sgeneral|investigators?|detectives?|inspectors?|constables?|superintendents?"
    r"|departments?|agenc(?:y|ies)|survey|institute|bureau|navy|army|military|rescue\w*|coast\s?guard|records?|documents?"
    r"|data|figures|spokes(?:man|woman|person|men|people))\b",
    re.IGNORECASE,
)
"""Whose word on what happened is the news itself."""
_ANY_OFFICIAL = re.compile(r"\b(?:officials?|authorit(?:y|ies))\b", re.IGNORECASE)
_HOLDS = (
    r"(?:say|says|argue[sd]?|claim(?:s|ed)?|insist(?:s|ed)?|alleg(?:es?|ed)|maintain(?:s|ed)?|contend(?:s|ed)?|believes?|"
    r"thinks?|complain(?:s|ed)?)\b"
)
_HELD = re.compile(
    rf"^\W*(?P<who>[^,;:“”\"]{{2,90}}?(?<!who)(?<!which)(?<!that))\s(?:ha[sd]\s|have\s)?(?:\w+ly\s)?{_HOLDS}\s(?=that\b|(?:the|an?|it|there|he|she|they|[A-Z])\b)"
)
_TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]w\w*|retract\w*|recant\w*|disown\w*)\s(?!from\b)[^.;]{0,60}?\b(?:in\swhich|which|that|where)\b",
    re.IGNORECASE,
)
"""What somebody has said and says no more: withdrew the leaflet in which it said."""


def is_attributed(claim: Assertion) -> bool:
    """Tell whether a sentence says whose claim it is."""
    return bool(claim.speaker) or _HELD.match(claim.text) is not None


def is_held(other: Assertion) -> bool:
    """Tell whether a sentence gives what it says only as what a party holds: critics say, he claimed, a letter."""
    if read_quoted(other.text):
        return True
    held = _HELD.match(other.text)
    speaker = other.speaker or (held["who"] if held else "")
    if not speaker or _KNOWING.search(speaker):
        return False
    if held or _PRONOUN.match(speaker) or _SIDE.search(speaker):
        return True
    name = re.escape(speaker)
    return re.search(rf"{name},?\s(?:\w+\s)?{_HOLDS}|\b{_HOLDS}\s{name}", other.text) is not None


def has_role(role: str, speaker: str) -> bool:
    """Tell whether a speaker may be whom a role without a name means: a commander, Abu Ali, a commander of the rebels.

    Officials are whoever speaks for an authority.
    """
    if not role or not speaker:
        return True
    described = set(content_stems(speaker)) - {part for name in find_names(speaker) for part in content_stems(name)}
    if set(content_stems(role)) & described:
        return True
    return _ANY_OFFICIAL.search(role) is not None and _KNOWING.search(speaker) is not None


def takes_back(claim: str, other: str) -> bool:
    """Tell whether the other only tells that somebody withdrew what the claim tells."""
    return _TAKEN_BACK.search(other) is not None and _TAKEN_BACK.search(claim) is None
