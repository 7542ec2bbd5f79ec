"""Frames: how an outlet speaks of what it published itself, and by which words it owns that this was wrong.

`In our report we said that …`, `An earlier version of this article misstated …`, `… was given as 63`.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

_ERRING = (
    r"(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)mis(?:stated|spelled|spelt|identified|reported|quoted|attributed|named|printed|"
    r"labell?ed|represented|calculated|characteri[sz]ed|translated|dated|placed|described|interpreted)"
)
_WRONGLY = r"(?:incorrectly|wrongly|erroneously|mistakenly|inaccurately|falsely)"
_SAYING = (
    r"(?:said|wrote(?!\sto\b)|stated|reported|gave|called|named|described|put|quoted|identified|claimed|suggested|"
    r"listed|implied|indicated|referred|printed|published|attributed|credited|spelled|spelt|dated|placed|presented)"
)
_GIVING = r"(?:gave|contained|included|used|carried|had)\s(?:an?|the)\s(?:incorrect|wrong|erroneous|inaccurate)"
_TELLING = rf"(?:{_ERRING}|{_GIVING}|(?:{_WRONGLY}\s)?{_SAYING})"
_ERRONEOUS = rf"(?:{_ERRING}|{_GIVING}|{_WRONGLY}\s{_SAYING}|{_SAYING}\s{_WRONGLY})"
NOUN = (
    r"(?:article|story|stories|report|piece|post|page|column|headline|caption|editorial|review|obituary|profile|"
    r"graphic|chart|table|map|item|dispatch|feature|bulletin|newsletter|edition)s?\b"
)
_OF_ONE = rf"(?:[\w'’-]+\s){{0,3}}?{NOUN}"
_GAP = r"(?:(?!\b(?:that|which|who|says?|shows?)\b)[^;]){0,110}?\b"
"""What stands between what was published and the verb: on Tuesday about the flood."""
_ABOUT = r"(?:on|about|last|yesterday|published)\b(?:(?!\b(?:that|which|who|by|says?|in\sthe)\b)[^;]){0,110}?\b"
"""The same behind an article that is no other outlet's."""
_ADVERBS = rf"(?:(?:also|then|had|have|first|previously|originally|further|{_WRONGLY})\s)*"
_LEAD = (
    r"^(?:(?:in|on|at|for|from|under|by|due|owing|because|through|last|yesterday|earlier|also|similarly|separately|and|"
    r"further)\b[^;:]*?[\s,])?"
)
_DAY = r"(?:yesterday|today|last\s\w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)['’]s"
_VERSION = (
    r"(?:earlier|previous|original|first|initial|prior|print(?:ed)?|online|early)\s(?:online\s|print\s)?"
    r"(?:version|edition)s?"
)
_SLIP = (
    r"\b(?:due\sto|because\sof|owing\sto|through|as\sa\sresult\sof)\s(?:an?|our)\s(?:\w+\s)?(?:editing|production|typing|"
    r"typographical|transcription|translation|printing|layout|sub-?editing|copy-?editing|reporting|editorial)\s"
    r"(?:error|mistake|slip|mix-up)s?\b"
)
_BEEN = r"\b(?:was|were|has\sbeen|had\sbeen|have\sbeen)\s"
_PUT_AS = r"(?:given|reported|stated|listed|recorded|printed|shown|quoted|put|described)\s(?:as|at)"
_FALSE = r"(?:wrong|incorrect|inaccurate|untrue|false|mistaken|an\serror)"


class Weight(IntEnum):
    """What a frame counts: enough by itself, where the error is owned as well, or only in a column of corrections."""

    TOLD = 1
    OURS = 2
    SURE = 3


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_JUDGED = _compile(
    r"^(?:our\s(?:statement|claim|report|assertion|description|suggestion)\s(?:that|of)|we\swere\swrong\s(?:to|in|when)|"
    r"it\swas\swrong\sto)\s(?P<error>[^;]+?)(?=\s(?:was|is)\s"
    rf"{_FALSE}\b|[;,.]|$)"
)
"""How an outlet judges what it published and names it at once."""
_PATTERNS = (
    (Weight.SURE, _JUDGED),
    (Weight.SURE, _compile(rf"{_VERSION}\sof\s(?:this|our)\s(?:\w+\s)?{NOUN}{_GAP}{_TELLING}\b")),
    (Weight.SURE, _compile(rf"{_VERSION}\sof\s(?:the|that)\s(?:article|story|piece|post|page)\b{_GAP}{_TELLING}\b")),
    (Weight.SURE, _compile(rf"\bit\s{_BEEN}{_ADVERBS}{_SAYING}\sin\s(?:an?|the)\s{_VERSION}\sof\s\w+\s{NOUN}")),
    (Weight.SURE, _compile(rf"{_LEAD}(?:this|our)\s{_OF_ONE}{_GAP}{_ERRONEOUS}\b")),
    (Weight.SURE, _compile(rf"{_LEAD}we\s(?:(?:also|then|had|have)\s)*{_ERRONEOUS}\b")),
    (Weight.SURE, _compile(rf"^in\san?\s(?:story|article|headline|caption)\b{_GAP}{_ERRONEOUS}\b")),
    (Weight.SURE, _compile(rf"^an?\s(?:\w+\s)?(?:article|headline|caption|obituary|graphic)\s{_ABOUT}{_ERRONEOUS}\b")),
    (Weight.SURE, _compile(rf"{_SLIP}{_GAP}(?:{_TELLING}|given)\b(?:\sas\b)?")),
    (Weight.OURS, _compile(rf"{_LEAD}(?:we|I)\s{_ADVERBS}{_SAYING}\b")),
    (Weight.OURS, _compile(rf"{_LEAD}(?:this|our)\s{_OF_ONE}{_GAP}{_TELLING}\b")),
    (Weight.TOLD, _compile(rf"{_LEAD}(?:an?|the|that|these|several|some|two|{_DAY})\s{_OF_ONE}{_GAP}{_TELLING}\b")),
    (Weight.TOLD, _compile(rf"\b(?:an?|the)\s{_VERSION}\s{_ADVERBS}{_TELLING}\b")),
    (Weight.TOLD, _compile(
        rf"{_BEEN}(?:{_ERRING}|{_WRONGLY}\s{_SAYING}|{_SAYING}\s{_WRONGLY}|{_PUT_AS}|(?:said|stated|described|named|"
        rf"called|identified|reported|given)\b[^;]*\sin\s(?:an?|the|our|this|that)\s{_OF_ONE})\b(?:\sas\b)?"
    )),
)  # fmt: skip
_HINT = _compile(
    rf"\b(?:we|our|version|edition|contrary|mis\w+(?:ed|elt)|{_WRONGLY}|{_PUT_AS}|I|due\sto|because|owing|through|"
    rf"result|it\swas\swrong|{NOUN})"
)
_CITED = _compile(rf"\b(?:our|this|that|an?|the|same|several|some|two)\s{_OF_ONE}")
_TRAILED = _compile(
    rf"(?:,\s(?:and\s)?not|\sand\snot|\sinstead\sof|\srather\sthan)\s[^;]*\bas\s(?:we\s{_ADVERBS}{_SAYING}|"
    rf"(?:was\s)?{_ADVERBS}{_SAYING}\sin\s(?:an?|the|our|this)\s(?:{_OF_ONE}|{_VERSION}))|"
    rf"\bcontrary\sto\s(?:what\s(?:we|our)\b|our\s{_OF_ONE})"
)
"""How a sentence that tells what is right names what was published only beside it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How a sentence speaks of what was published: what that counts, and where what was told begins.

    `cited` says that it names a publication: our report of 3 May.
    """

    weight: Weight
    end: int
    cited: bool


def may_frame(sentence: str) -> bool:
    """Tell whether a sentence has any word without which it speaks of nothing that was published."""
    return _HINT.search(sentence) is not None


def find_frame(sentence: str) -> Frame | None:
    """Return how a sentence repeats what an outlet published, None where it does not; `sentence` has no marker."""
    plain = mask_quotes(sentence)
    if trails(plain):
        return None
    for weight, pattern in _PATTERNS:
        if match := pattern.search(plain):
            end = match.start("error") if pattern is _JUDGED else match.end()
            return Frame(weight, end, _CITED.search(plain[:end]) is not None)
    return None


def trails(plain: str) -> bool:
    """Tell whether a sentence tells what is right and beside it what was published: …, not 60, as we wrote."""
    return _TRAILED.search(plain) is not None


def mask_quotes(text: str) -> str:
    """Return a text with neutral letters in the place of what stands between quotation marks."""
    return re.sub(r"“[^”]*”|\"[^\"]*\"", lambda match: "x" * len(match[0]), text)
