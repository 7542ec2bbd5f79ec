"""Measures: whether a number is of what a question measures: money, a duration, a length, a share, or a count."""

import re
from collections.abc import Callable

from agent.evidence.question import Question
from agent.evidence.words.casualties import is_toll
from agent.evidence.words.people import count_alike
from index.language.numbers import NumberMention, find_numbers
from index.language.terms import content_words, fold, stem

_PRICED = re.compile(
    r"\b(money|costs?|pa(?:y|ys|id|ying)|worth|spen[dt]s?|price|fined?|tax|earn(?:s|ed)?|salary|raised?|charged?|owed?"
    r"|donated?|fund(?:ing|s|ed)?|budget|bail|settle(?:ment)?|sum|revenue|profit|loss|debt)\b",
    re.IGNORECASE,
)
_DURATIONS = frozenset(map(stem, "second minute hour day week month year decade century".split()))
_LENGTHS = frozenset(
    map(stem, "metre meter kilometre kilometer mile foot feet inch yard km cm mm m ft".split()),
)
_CHANGE = re.compile(
    r"\bhow far\b.*\b(?:fall|fell|fallen|drop|rise|rose|risen|climb|plunge|slump|sink|slip|decline|gain|jump)",
    re.IGNORECASE,
)
"""How far shares fell, which is told as a share and not as a length."""
_QUAKE = re.compile(r"\bmagnitude\b|\bhow (?:strong|powerful)\b.*\b(?:(?:earth)?quake|tremor|temblor)", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmagnitude\b|\bRichter\b|-strength\b", re.IGNORECASE)
_DEPTH = re.compile(r"\bhow deep\b|\bdepth\b", re.IGNORECASE)
_DEEP = re.compile(r"\b(?:deep|depths?|below|beneath|under(?:ground|neath)?|down)\b", re.IGNORECASE)


def asks_figure(question: Question) -> bool:
    """Tell whether a question asks how many or for a sum of money, which is told by a number or not at all."""
    return re.search(r"\bhow many\b", question.text, re.IGNORECASE) is not None or bool(_PRICED.search(question.text))


def lacks_measure(question: Question, sentence: str) -> bool:
    """Tell whether a sentence has no number that is of the measure where a magnitude or a depth is asked for."""
    named = _QUAKE.search(question.text) or _DEPTH.search(question.text)
    return bool(named) and not any(measures(question, mention, sentence) for mention in find_numbers(sentence))


def measures(question: Question, mention: NumberMention, sentence: str) -> bool:
    """Tell whether a number of a sentence is of the measure, or counts the things, that a question asks for."""
    fits = next((fits for asked, fits in _MEASURES if asked.search(question.text)), _counts)
    return fits(question, mention, sentence)


def _counts(question: Question, mention: NumberMention, sentence: str) -> bool:
    """Tell whether a number counts what is asked for, which stands right behind it, or is the toll of the dead."""
    if question.focus is None or is_toll(question.words, sentence[: mention.start]):
        return True
    behind = content_words(sentence[mention.end : mention.end + 40])[:2]
    alike = question.counted and mention.unit and count_alike(question.counted, mention.unit)
    return bool(alike) or question.focus in map(stem, behind)


def _is_beside(sign: re.Pattern[str], mention: NumberMention, sentence: str) -> bool:
    """Tell whether a number stands beside what says that it measures the magnitude, or the depth, of something."""
    before, behind = sentence[: mention.start].split()[-3:], sentence[mention.end :].split()[:4]
    return sign.search(" ".join(before)) is not None or sign.search(" ".join(behind)) is not None


_Fits = Callable[[Question, NumberMention, str], bool]
_MEASURES: tuple[tuple[re.Pattern[str], _Fits], ...] = (
    (re.compile(r"\bhow (long|often)\b", re.I), lambda _, mention, __: stem(fold(mention.unit)) in _DURATIONS),
    (_CHANGE, lambda _, mention, __: mention.kind in ("percent", "money") or stem(fold(mention.unit)) == "point"),
    (_QUAKE, lambda _, mention, sentence: _is_beside(_MAGNITUDE, mention, sentence)),
    (_DEPTH, lambda _, mention, sentence: _is_beside(_DEEP, mention, sentence)),
    (
        re.compile(r"\bhow (far|tall|high|wide)\b|\b(distance|height|length)\b", re.I),
        lambda _, mention, __: stem(fold(mention.unit)) in _LENGTHS,
    ),
    (
        re.compile(r"\b(percentage|percent|share|proportion)\b", re.I),
        lambda _, mention, __: mention.kind == "percent",
    ),
    (re.compile(r"\bscore\b", re.I), lambda _, mention, __: mention.kind == "score"),
    (re.compile(rf"^(?!.*\bhow many\b).*{_PRICED.pattern}", re.I), lambda _, mention, __: mention.kind == "money"),
    (re.compile(r"\bhow much\b", re.I), lambda *_: True),
)
"""What a question of a number measures, and the numbers that do; others count the noun that they are asked for."""
