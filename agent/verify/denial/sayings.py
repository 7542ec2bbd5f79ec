"""Sayings: who says what a sentence tells, by the outermost of its verbs of speech: X said that Y had told him …"""

import re
from dataclasses import dataclass
from functools import lru_cache

from agent.evidence.words.verbs import is_inflected
from agent.verify.conflict.assertions import match_name, split_attribution
from index.language.names import find_names
from index.language.terms import content_words, split_words, stem

_VERBS = (
    r"(?:said|says|added|adds|wrote|writes|stated|states|claimed|claims|alleged|alleges|reported|reports|insisted|insists|"
    r"argued|argues|maintained|maintains|admitted|admits|announced|declared|confirmed|warned|testified|"
    r"say|(?:claim|allege|insist|argue|maintain|report|believe|testify)\sthat|t(?:old|ells)\s[^,;“”\"]{2,40}?\sthat)"
)
_SAYS = re.compile(
    rf"^(?P<who>[^;:“”\"]{{2,160}}?)\s(?:(?:also|later|then|has|had)\s)?{_VERBS},?\s(?:that\s)?(?P<said>\S.{{8,}})$"
)
_ASIDE = re.compile(r",[^,]*(?:,|$)")
_PRONOUN = re.compile(r"^(?:he|she|they|it|I|we)$", re.IGNORECASE)
_REPORTED = re.compile(
    r"\bha[ds]\s(?:\w+ly\s|never\s)?(?:told|said|promised|assured|asked|warned|threatened|ordered|agreed|offered|urged)\b"
)
_IMPERSONAL = re.compile(
    r"^\W*(?:\d+[.)]\s+)?(?:But\s|Yet\s|And\s)?it\s(?:is|was|has\sbeen|had\sbeen)\s(?:(?:also|now|often|sometimes|further|even|"
    r"widely|then)\s)?(?:said|claimed|suggested|rumou?red|reported|asserted|argued|put\sabout|put\sto\s(?:me|us|him|her|them))"
    r"(?:\s(?:against|of|by|in|on)\s[^,;]{2,60}?)?,?\sthat\b",
    re.IGNORECASE,
)
"""How a sentence tells what is said without who says it, mostly in order to deny it."""
_CHARGED = re.compile(r"\b(?:accus|alleg|claim|declar|announc|assert|report|suggest)ed\b")


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence with who says it, "" where the paper does, and what is said."""

    text: str
    speaker: str
    said: str

    @property
    def asserted(self) -> str:
        """What is said without what that only reports to have been promised, asked or told."""
        return _REPORTED.split(self.said)[0] if self.speaker else self.said

    def tells_of(self, other: str) -> bool:
        """Tell whether it tells of another speaker: names him, or has the noun for him, or whom a pronoun may mean."""
        named = find_names(self.said)
        if _PRONOUN.match(other):
            return bool(named)
        if names := find_names(other):
            return any(match_name(name, named) for name in names)
        noun = content_words(other)[-1:]
        return bool(noun) and stem(noun[0]) in map(stem, content_words(self.said))


@lru_cache(maxsize=16384)
def read_saying(text: str) -> Saying:
    """Return a sentence with its outermost speaker: the subject of the first verb of speech, or who stands behind."""
    plain = text.strip()
    match = _SAYS.match(plain)
    if match and not any(is_inflected(word) for word in split_words(_ASIDE.sub("", match["who"])) if word.islower()):
        return Saying(text, match["who"], match["said"])
    said, speaker = split_attribution(text)
    return Saying(text, speaker, said)


def is_said(text: str) -> bool:
    """Tell whether a sentence is what somebody says or charges, rather than the paper's own."""
    return bool(read_saying(text).speaker) or any(sign.search(text) for sign in (_IMPERSONAL, _CHARGED))
