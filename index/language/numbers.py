"""Numbers: the quantities that a text states, what they count, and how firmly.

Digits, number words (read by text2num) and mixtures: `1.5 million`, `$10bn`, `twenty-three`, `about a dozen`.
What belongs to a date, a time, a code or a name (`F-16`, `Article 5`) is no quantity.
"""

import math
import re
from dataclasses import dataclass
from typing import Literal

from text_to_num import text2num

from index.language.dates import find_dates
from index.language.number_context import is_name, read_hedge, read_unit
from index.language.number_forms import CURRENCIES, HINT, LOOSE, NUMBER, RANKS, SCALES, SHARES, STERLING, VAGUE, Hedge

_ABOUT, _ROUNDED = 0.2, 0.05
"""Share of a number by which one that is told to be about may be off, and at most by which a round one may."""
_FARTHINGS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

Kind = Literal["plain", "percent", "money", "ordinal", "vague", "score"]


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A quantity in `text[start:end]`, from `value` to `high`: equal but for ranges and scores (`3-1`)."""

    start: int
    end: int
    text: str
    value: float
    high: float
    kind: Kind
    unit: str
    """Currency, unit or counted noun where it follows directly, else ""."""
    hedge: Hedge


def find_numbers(text: str) -> list[NumberMention]:
    """Return the quantities of a text in order."""
    if not HINT.search(text):
        return []
    taken = bytearray(len(text))
    for date in find_dates(text, "2000-01-01"):
        taken[date.start : date.end] = b"x" * (date.end - date.start)
    mentions: list[NumberMention] = []
    for pattern, read in ((STERLING, _read_sterling), (LOOSE, _read_loose), (NUMBER, _read_number)):
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]) and (mention := read(match)):
                mentions.append(mention)
                taken[start:end] = b"x" * (end - start)
    return sorted(mentions, key=lambda mention: mention.start)


def _read_number(match: re.Match[str]) -> NumberMention | None:
    text, start, end = match.string, *match.span()
    rest, unit = text[end : end + 12], read_unit(text, end, one=match["low"].lower() in ("one", "1"))
    if re.match(r"\s?[ap]\.?m\b|\so['’]clock|°", rest) or (
        not match["currency"] and is_name(text[max(0, start - 40) : start], match, unit)
    ):
        return None
    if match["low"].lower() == "one" and not unit:
        return None
    if not unit and _is_length(match):
        value = _read_value(match["low"], "")
        return _state(match, value, value, "plain", "m")
    try:
        return _read_quantity(match, unit)
    except ValueError:  # words in an order that is no number ("one million million")
        return None


def _is_length(match: re.Match[str]) -> bool:
    """Tell whether an m behind a number stands for metres, and not for millions of money or of what follows."""
    plain = not (match["currency"] or match["high"]) and (match["low_scale"] or "").strip() == "m"
    return plain and not re.match(r"\s(?:[A-Z]|[a-z]+s\b|people\b|more\b)", match.string[match.end() :])


def _read_quantity(match: re.Match[str], unit: str) -> NumberMention:
    """Read value, range, kind and unit; ValueError where the words are no number."""
    low, high = _read_value(match["low"], match["low_scale"] or ""), None
    if match["high"]:
        high = _read_value(match["high"], match["high_scale"] or "")
        low = low if match["low_scale"] or not match["high_scale"] else _read_value(match["low"], match["high_scale"])
        if high <= low:
            return _state(match, low, high, "score", "")
    kind: Kind = "ordinal" if match["rank"] else "percent" if match["percent"] else "plain"
    name = CURRENCIES.get(unit.lower().rstrip("s"), "")
    if match["currency"] or name:
        kind, unit = (
            "money",
            name or CURRENCIES.get(match["currency"].strip().lower(), match["currency"].strip()),
        )
    return _state(match, low, high or low, kind, "" if kind == "percent" else unit)


def _read_value(number: str, scale: str) -> float:
    words = re.sub(r"^an?\s?", "one ", number.lower()) if not number[-1].isdigit() else number
    words = words.strip().removesuffix("-")
    factor = SCALES.get(scale.strip(" -\u00a0").lower(), 1.0)
    if words[-1:].isdigit():
        return round(float(words.replace(",", "")) * factor, 6)
    return float(text2num(words.replace("-", " "), "en")) * factor


def _read_sterling(match: re.Match[str]) -> NumberMention:
    """Read pounds, shillings (20 to a pound) and pence (12 to a shilling) as one sum of pounds."""
    pounds = float((match["pounds"] or match["libra"] or "0").replace(",", ""))
    shillings = float(match["shillings"] or match["under"] or 0)
    pence = _read_pence(match["pence"] or match["mere"] or match["last"] or "0")
    value = round(pounds + shillings / 20 + pence / 240, 6)
    return _state(match, value, value, "money", "£")


def _read_pence(written: str) -> float:
    return float(written.rstrip("".join(_FARTHINGS)) or 0) + _FARTHINGS.get(written[-1], 0.0)


def _read_loose(match: re.Match[str]) -> NumberMention | None:
    """Read `hundreds of thousands`, `twice`, `two thirds of`, `half a million` and `the third`."""
    unit = read_unit(match.string, match.end())
    if match["vague"]:
        low = VAGUE[match["vague"].lower()] * VAGUE.get((match["more"] or "").lower(), 1.0)
        return _state(match, low, math.inf, "vague", read_unit(match.string, match.end(), link=r"\sof"))
    if match["times"]:
        value = {"twice": 2.0, "thrice": 3.0}[match["times"].lower()]
        return _state(match, value, value, "plain", "times")
    if match["halved"]:
        value = SCALES[match["halved"].split()[-1].lower()] / 2
        return _state(match, value, value, "plain", unit)
    if match["nth"]:
        rank = float(RANKS.index(match["nth"].lower()) + 1)
        return _state(match, rank, rank, "ordinal", read_unit(match.string, match.end(), one=True))
    count = {"two": 2.0, "three": 3.0, "four": 4.0}.get((match["count"] or "").lower(), 1.0)
    share = round(SHARES[match["share"].lower().rstrip("s")] * count, 2)
    return (
        None if match["share"].lower() != "half" and not match["count"] else _state(match, share, share, "percent", "")
    )


def _state(match: re.Match[str], low: float, high: float, kind: Kind, unit: str) -> NumberMention:
    text, (start, end) = match.string, match.span()
    return NumberMention(start, end, match[0], low, high, kind, unit, read_hedge(text, start, end))


def contradict_numbers(a: NumberMention, b: NumberMention) -> bool:
    """Tell whether two statements of one quantity cannot both be true (`at least 20` and `23` can)."""
    if {a.kind, b.kind} - {"plain", "vague"} and a.kind != b.kind:
        return False
    if a.unit and b.unit and _stem(a.unit) != _stem(b.unit):
        return False
    if a.kind == "score":
        return (a.value, a.high) != (b.value, b.high)
    (low_a, high_a), (low_b, high_b) = _bound(a), _bound(b)
    return low_a > high_b or low_b > high_a


def _stem(unit: str) -> str:
    return {"people": "person", "men": "man", "women": "woman", "children": "child"}.get(unit, unit.rstrip("s"))


def _bound(number: NumberMention) -> tuple[float, float]:
    """Return the least and the most that a statement allows; round figures are taken as rounded."""
    if number.kind == "ordinal":
        return number.value, number.high
    slack = _ABOUT if number.hedge == "about" else _read_slack(number.value)
    low, high = number.value * (1 - slack), number.high * (1 + slack)
    return (-math.inf if number.hedge == "at most" else low), (math.inf if number.hedge == "at least" else high)


def _read_slack(value: float) -> float:
    """Return the share by which a number may be off: half of its last digit where the others are zeros, 5% at most."""
    if not 100 <= value < math.inf or float(f"{value:.1e}") != value:
        return 0.0
    digit = 10.0 ** (math.floor(math.log10(value)) - (float(f"{value:.0e}") != value))
    return min(_ROUNDED, digit / 2 / value)


def rounds_to(number: float, figure: float) -> bool:
    """Tell whether a figure of two digits and zeros (1,300) is what a number (1,318) comes to when it is rounded."""
    return figure >= 100 and float(f"{figure:.1e}") == figure == float(f"{number:.1e}")
