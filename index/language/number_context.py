"""What stands around a number: what it counts, how firmly, and whether it is a part of a name."""

import re

from index.language.number_forms import AFTER, AGED, HEDGE_AFTER, HEDGES, IDENTIFIER, JOINED, PLURAL, STOP, Hedge
from index.language.terms import is_content


def read_unit(text: str, end: int, link: str = "", one: bool = False) -> str:
    """Return the noun that is counted: one joined to the number, or the first plural or measure of the next words."""
    if aged := AGED.match(text, end):
        return f"{aged[1]}-old"
    if joined := JOINED.match(text, end):
        return joined[1]
    hedge = HEDGE_AFTER.match(text, end)
    after = re.compile(link + AFTER.pattern).match(text, hedge.end() if hedge else end)
    words: list[str] = []
    for word in after[1].split() if after else ():
        if STOP.fullmatch(word) or any(map(str.isdigit, word)):
            break
        words.append(word)
    return next((word for word in words if PLURAL.fullmatch(word)), words[0] if words and one else "")


def read_hedge(text: str, start: int, end: int) -> Hedge:
    """Return how firmly the number in `text[start:end]` is stated, from the words before and after it."""
    if after := HEDGE_AFTER.match(text, end):
        return "at least" if after["least"] else "at most" if after["most"] else "about"
    return next((name for name, words in HEDGES if words.search(text, max(0, start - 24), start)), "")


def is_name(before: str, match: re.Match[str], unit: str) -> bool:
    """Tell whether the digits are a part of a name (Boeing 737, Article 5) rather than a count."""
    plain = match["low"].isdigit() and not (match["low_scale"] or match["percent"] or match["rank"] or match["high"])
    identifier = IDENTIFIER.search(before)
    if not plain or identifier is None:
        return False
    opens = identifier.start() == 0 or before[: identifier.start()].rstrip()[-1:] in ".!?"
    if opens and not is_content(identifier[0].strip()):  # its capital is the sentence's: Only 12 of them
        return False
    return not (PLURAL.fullmatch(unit) or (opens and unit))
