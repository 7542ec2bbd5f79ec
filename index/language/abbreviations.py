"""Old abbreviations whose stop ends no sentence: of coins and measures, of forenames, of this month and the last."""

import re

from index.language.terms import FUNCTION_WORDS

_TAIL = 20
"""Characters in which an abbreviation is looked for."""
_MEASURED = re.compile(r"(?:(?<![\w.])[\d,.½¼¾]*[\d½¼¾]\s?|\bper\s)[a-z]{1,4}\.$")
"""What has an abbreviated measure: 4s., 3 cwt., per lb."""
_COINS = re.compile(r"(?:£\s?[\d,]+|(?<![\w.])[\d,]+\s?[sl])\.$")
_LESSER = re.compile(r"\d+[½¼¾]?\s?[sd]\b")
"""What goes on after pounds or shillings: £3. 4s. 6d."""
_FORENAME = re.compile(
    r"\b(?:Abm|Benj|Chas|Danl|Edwd?|Eliz|Fredk|Geo|Hy|Jas|Jno|(?<!in\s)(?<!from\s)(?<!near\s)Jos|Margt|Messrs|Nathl|Richd|Robt|Saml|Thos|Wm)"
    r"\s?\.$"
)
"""Messrs. and forenames as clerks and printers shortened them; Jos is a town as well."""
_OF_MONTH = re.compile(r"\d(?:st|nd|rd|th)?\.?\s(?:inst|ult|prox)\.$")
_LEADING = re.compile(r"(?:On|From|Since|By|Until|Before|After|At|In|Of)\s(?:\S+\s){0,6}\S+")
"""A few words that only say when something was: On the 3rd inst."""


def is_shortened(previous: str, piece: str) -> bool:
    """Tell whether what goes on in `piece` only has the stop of an old abbreviation before it: £3 4s., Thos., inst."""
    tail = previous[-_TAIL:]
    if piece[0].islower():
        return bool(_MEASURED.search(tail) or _OF_MONTH.search(tail))
    if piece[0].isdigit():
        return _COINS.search(tail) is not None and _LESSER.match(piece) is not None
    if _OF_MONTH.search(tail):
        return _LEADING.fullmatch(previous) is not None
    name = re.match(r"[A-ZÀ-Ý][\w'’]*", piece)
    return name is not None and name[0].lower() not in FUNCTION_WORDS and _FORENAME.search(tail) is not None
