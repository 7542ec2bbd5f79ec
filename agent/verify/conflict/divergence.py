"""Divergence: two sentences that say the same of the same thing but for a number or a date."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Literal, TypeVar

from agent.evidence.candidates import Candidate
from agent.evidence.words.likeness import Words
from agent.evidence.words.substitution import find_substitutions, tell_alike
from agent.verify.conflict.alignment import fit_names, overlap
from agent.verify.conflict.assertions import Assertion, match_words, read_assertion
from agent.verify.conflict.contraries import tells_contrary
from agent.verify.conflict.former import tells_change
from index.language.dates import DateMention, contradict_dates
from index.language.numbers import NumberMention, contradict_numbers
from index.language.terms import fold, stem

_Mention = NumberMention | DateMention

ALIGNED, DATED = 0.65, 0.75
"""Share of the shorter sentence that the other must have for their numbers, or dates, to be of the same thing."""
_EVENT = 0.6
"""Share of the words of the clause with fewer that the other must have for their counts to be of one event."""
_SHARED = 4
"""Words and names that two sentences must share for their numbers or dates to be of the same thing."""

_MEASURE = re.compile(
    r"-old$|^(?:[kcm]?ms?|km/h|kph|mph|ft|feet|miles?|yards?|(?:kilo|centi)?met(?:er|re)s?|degrees?)$", re.IGNORECASE
)
"""Units of what has many values side by side: ages, distances, speeds."""
_CLAUSE = re.compile(
    r"[;:—–]|,\s|\s(?:but|while|whereas|although|though|and|because|after|before|where|when|which|who)\s", re.IGNORECASE
)
_RELATIVE = re.compile(r"\s?(?:(?:in|of|at|from|to|on)\s)?(?:where|which|whom|who)\s", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:another|additional|others?|more|includ\w+|among|each|per|every|first|remaining|rest|further|about\shalf|"
    r"of\s(?:them|whom)|up\sfrom|down\sfrom|a\s(?:rise|fall|drop)|(?:in|de)crease\w*|previous\w*|earlier|new)\b",
    re.IGNORECASE,
)


_SPAN = re.compile(
    r"\b(?:until|till|since|before|after|by|from|between|through|ahead\sof|anniversary\sof)\s(?:the\s|late\s|early\s)?$",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:until|till|postpon\w+|delay\w+|resched\w+|moved|again|anniversary|first|second|third|last|late[rst]+|next|earli\w+|"
    r"previous\w*|initial\w*)\b",
    re.IGNORECASE,
)


def find_divergence(
    one: Assertion, other: Assertion, words: Words, published: tuple[str | None, str | None]
) -> Literal["number", "date"] | None:
    """Tell whether two sentences say the same of the same thing with a number, or a date, that excludes the other's.

    `published` are the days of publication (ISO): counts of different days may both be true. Sentences that are the
    same otherwise say the same whatever else they count.
    """
    if tells_change(one) != tells_change(other):
        return None  # what was before may have been told when it was so
    if found := _find_substituted(one, other, published):
        return found
    counted = _differ(one, other, words) and not _apart(one, other, published)
    if not counted and (one.numbers or other.numbers or not _dated_apart(one, other, words)):
        return None
    shared = overlap(one, other, words)
    if shared.count < _SHARED or not shared.named or shared.shorter < (ALIGNED if counted else DATED):
        return None
    if tells_contrary(one.said, other.said):
        return None
    return "number" if counted else "date"


def _find_substituted(
    one: Assertion, other: Assertion, published: tuple[str | None, str | None]
) -> Literal["number", "date"] | None:
    """Tell whether two sentences are the same but for one number or one day."""
    pairs = find_substitutions(one.text, other.text, published)
    if len(pairs) != 1 or not tell_alike(one.text, other.text, pairs[0], _SHARED):
        return None
    if tells_contrary(one.said, other.said):
        return None  # more is exchanged: visitors rose in March, and fell in April
    ours, theirs = (mention.value for mention in pairs[0])
    if isinstance(ours, NumberMention):
        return None if _MEASURE.search(ours.unit) or _apart(one, other, published) else "number"
    if isinstance(ours, DateMention) and isinstance(theirs, DateMention):
        moved = is_other_time(one.text, ours) or is_other_time(other.text, theirs)
        return None if moved else "date"
    return None


def _apart(one: Assertion, other: Assertion, published: tuple[str | None, str | None]) -> bool:
    """Tell whether two counts may be of different times: reports of different days that name no common day."""
    if not published[0] or not published[1] or published[0][:10] == published[1][:10]:
        return is_disjoint(one.dates, other.dates)
    return not {mention.value for mention in one.dates} & {mention.value for mention in other.dates}


def is_disjoint(one: tuple[DateMention, ...], other: tuple[DateMention, ...]) -> bool:
    """Tell whether the dates of two sentences are of different times."""
    values, others = {mention.value for mention in one}, {mention.value for mention in other}
    fixed = any(not mention.relative for mention in (*one, *other))
    return bool((values and others) or fixed) and not values & others


def _differ(one: Assertion, other: Assertion, words: Words) -> bool:
    """Tell whether the sentences count one thing differently; several counts of one unit in a sentence tell nothing."""
    if _PART.search(one.said) or _PART.search(other.said):
        return False
    ours, theirs = _by_unit(one), _by_unit(other)
    pairs = [(ours[unit], theirs[unit]) for unit in ours.keys() & theirs.keys()]
    alone = [(found[0], others[0]) for found, others in pairs if len(found) == len(others) == 1]
    return any(contradict_numbers(*pair) and _same_event(one, other, pair, words) for pair in alone)


def _same_event(one: Assertion, other: Assertion, pair: tuple[_Mention, _Mention], words: Words) -> bool:
    """Tell whether two counts or days are of one event, by the names and words of the clauses they stand in."""
    ours, theirs = (
        read_assertion(find_clause(each.said, mention)) for each, mention in zip((one, other), pair, strict=True)
    )
    if ours.names and theirs.names and not fit_names(ours.names, theirs.names):
        return False
    unit = {stem(fold(mention.unit)) for mention in pair if isinstance(mention, NumberMention)}
    told = [[word for word in each.words if stem(word) not in unit] for each in (ours, theirs)]
    few, many = sorted(told, key=len)
    return bool(few) and sum(match_words(few, many, words)) >= _EVENT * len(few)


def is_other_time(said: str, day: DateMention) -> bool:
    """Tell whether a day is the end of a span, or its clause tells of one of several times or of a changed plan."""
    return bool(_SPAN.search(said, 0, day.start) or _OTHER_TIME.search(find_clause(said, day)))


def find_clause(said: str, number: _Mention) -> str:
    """Return the clause that a number or date stands in, with the one it is relative to: `in Torsk, where 14 …`."""
    bounds = [match for match in _CLAUSE.finditer(said) if match.end() <= number.start]
    while bounds and _RELATIVE.match(said, bounds[-1].end() if bounds[-1][0].startswith(",") else bounds[-1].start()):
        bounds.pop()
    start = bounds[-1].end() if bounds else 0
    after = _CLAUSE.search(said, number.end)
    return said[start : after.start() if after else len(said)]


def _by_unit(assertion: Assertion) -> dict[str, list[NumberMention]]:
    units: dict[str, list[NumberMention]] = {}
    for mention in assertion.numbers:
        if mention.unit and mention.kind in ("plain", "money", "percent") and not _MEASURE.search(mention.unit):
            units.setdefault(stem(fold(mention.unit)), []).append(mention)
    return units


def _dated_apart(one: Assertion, other: Assertion, words: Words) -> bool:
    """Tell whether each sentence has one date, both of one precision, and they differ."""
    if len(one.dates) != 1 or len(other.dates) != 1 or not fit_names(one.names, other.names):
        return False
    ours, theirs = one.dates[0], other.dates[0]
    if ours.precision not in ("day", "year") or not contradict_dates(ours, theirs):
        return False
    if any(is_other_time(each.said, each.dates[0]) for each in (one, other)):
        return False
    return _same_event(one, other, (ours, theirs), words)


Told = TypeVar("Told")
"""What a sentence tells of what is asked: a count or a day."""


def pair_differing(
    candidates: Sequence[Candidate], told: Sequence[Told | None], differ: Callable[[Told, Told], bool]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of candidates of different sources that tell what differs, the best first; None tells nothing."""
    for (first, one), (second, other) in combinations(enumerate(told), 2):
        apart = candidates[first].paragraph.source != candidates[second].paragraph.source
        if one is not None and other is not None and apart and differ(one, other):
            yield first, second
