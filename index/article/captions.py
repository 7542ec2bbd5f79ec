"""Captions: what stands under a picture is text, whose picture it is at its end is not."""

import re

from index.article.shape import SMALL, words

_LABEL = (
    r"(?:(?:(?:AP|AFP|EPA|PA)\s)?(?:photo(?:graph)?|picture|image|illustration|graphic|video)(?:s|\scredit|\scourtesy)?"
    r"|credit|courtesy)"
)
_PARTED = r"(?:\s*[|(\[]\s*|\s[–—-]\s|(?<=[.!?”\"’)])\s+)"
_NAMES = r"\s?(?P<names>[^!?:;()\[\]]{2,70})[)\]]?$"
_CREDIT = re.compile(
    rf"(?:(?:{_PARTED}|\s+)(?:{_LABEL}\s?[:/]|©|\(c\)\s)|{_PARTED}{_LABEL}\s(?:by|of|via|from)\b){_NAMES}",
    re.IGNORECASE,
)
"""A credit by its label, in brackets or not."""
_AGENCY = r"(?:AP|AFP|EPA|PA|dpa|[Rr]euters|REUTERS|Getty(?:\sImages)?|Shutterstock|Alamy|Xinhua|Anadolu)"
_AGENCIES = re.compile(
    rf"{_PARTED}(?P<names>(?:[^.!?:;()\[\]]{{2,60}}/)?(?:[Vv]ia\s)?{_AGENCY}(?:/[^.!?:;()\[\]]{{2,60}})*)[)\]]?$"
)
"""A credit without a label, by the agency in it, behind a sentence."""
_MOST, _LEAST = 9, 3
"""Words of a credit at most, of a caption that says something at least."""


def drop_credit(caption: str) -> str:
    """Return a caption without whose picture it is; one that says nothing else stays as it is."""
    for pattern in (_CREDIT, _AGENCIES):
        match = pattern.search(caption)
        rest = caption[: match.start()].rstrip(" |–—-") if match else ""
        if match and _are_names(match["names"]) and len(words(rest)) >= _LEAST:
            return rest
    return caption


def _are_names(credit: str) -> bool:
    """Tell whether words are set as names are."""
    told = words(credit)
    return 0 < len(told) <= _MOST and all(not word[0].islower() or word in SMALL or word == "via" for word in told)
