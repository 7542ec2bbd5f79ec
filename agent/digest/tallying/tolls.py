"""Tolls: how many a sentence says have died, were hurt or are missing in all.

Reports tell the toll of an event in any words: eleven people died, the number of dead rose to eleven. What counts
only some of them (two of them, another three), what may be, and what happened at another time is no toll.
"""

import re
from calendar import day_name
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from agent.digest.tallying.scope import counts_part, is_elsewhere
from agent.evidence.words.people import is_people
from agent.verify.conflict.assertions import Assertion, read_assertion
from agent.verify.conflict.divergence import find_clause
from agent.verify.conflict.modes import find_modes
from index.language.numbers import NumberMention
from index.language.terms import stem


class Harm(StrEnum):
    """What befell those who are counted."""

    DEATH = "death"
    INJURY = "injury"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of those whom something befell, with its clause, the words there that say in what, and the names."""

    harm: Harm
    number: NumberMention
    clause: str
    words: tuple[str, ...]
    names: tuple[str, ...]
    total: bool = False
    """Whether it is told as the number of all: the death toll rose to eleven."""


_LEAST = 2
"""Persons from which a count is a toll: one dead is somebody."""

_DAYS = frozenset(day_name)
_BEFELL = {
    Harm.DEATH: r"(?:died|dead|killed|perished|lost\stheir\slives)",
    Harm.INJURY: r"(?:injured|hurt|wounded)",
    Harm.MISSING: r"(?:missing|unaccounted\sfor)",
}
_DOING = {
    Harm.DEATH: r"(?:kill(?:s|ed|ing)|claim(?:s|ed|ing)\sthe\slives\sof)",
    Harm.INJURY: r"(?:injur(?:es|ed|ing)|hurt(?:s|ing)?|wound(?:s|ed|ing))",
    Harm.MISSING: r"(?!)",
}
_NAMED = {
    Harm.DEATH: r"(?:death\stoll|toll|number\sof\s(?:\w+\s)?(?:dead|deaths|killed|fatalities))",
    Harm.INJURY: r"number\sof\s(?:\w+\s)?(?:injured|wounded|injuries)",
    Harm.MISSING: r"number\sof\s(?:\w+\s)?missing",
}
_NOUN = r"(?!(?:and|or|but|as|with|while|the)\b)[a-z-]+"
_BETWEEN = (
    rf"(?:\s(?:{_NOUN}\s){{0,2}}?{_NOUN})?"
    r"(?:\s(?:is|are|was|were|has|have|had|been|be|now|still|known|thought|confirmed|to|also|later)){0,6}\s"
)
"""What may stand between a count and what befell those counted: dock workers are now known to have."""
_HEDGED = r"(?:at\sleast\s|about\s|around\s|some\s|more\sthan\s|over\s|up\sto\s)?(?:the\s)?"
_REACHED = (
    r"(?:\s[^.;:,]{0,80}?)?\s(?:(?:has\s|had\s)?(?:now\s)?(?:rose|risen|rises|climbs?|climbed|grew|grown|went\sup|stands?|stood|"
    r"reach(?:es|ed)|remains?|is|was|(?:was|were|been)\s(?:revis|cut|lower|rais|reduc|correct|updat)\w*(?:\s(?:up|down)(?:wards?)?)?)"
    r"(?:\snow)?)\s(?:(?:to|at)\s)?"
)
_BRINGS = (
    r"(?:br(?:ing|ought)|rais|tak|took|push|lift|cut|lower|reduc|revis|correct|updat)\w*\s(?:(?:up|down)\s)?the\s"
    r"(?:official\s|total\s|overall\s)?"
)
"""What makes a toll what it is: another body was found, which brings the death toll to; they cut it to."""
_PUTS = r"\b(?:puts?|putting|gave|gives?|giving|sets?|places?d?|estimat(?:es?|ed|ing))\s"
"""How somebody tells it: the county put the final death toll at."""
_DOUBTFUL = re.compile(
    r"\b(?:fear\w*|believed|presumed|not|no|never|nobody|un(?:clear|known)|denied|false|wrong\w*)\b", re.IGNORECASE
)
_OF_TOLL = frozenset(
    map(
        stem,
        """died dead killed killing kill perished lives death deaths toll number fatalities injured injuring injuries
        hurt wounded wounding missing unaccounted known confirmed rose risen climbed climb climbs stands stood reached
        reaches people persons least still remains bringing brings brought cut lowered reduced revised corrected
        updated final official latest overall provisional""".split(),
    )
)


@lru_cache(maxsize=16384)
def read_tolls(text: str, published: str | None = None) -> tuple[Toll, ...]:
    """Return the tolls that a sentence tells, none of a harm of which it tells several."""
    assertion = read_assertion(text, published)
    if is_elsewhere(assertion, published):
        return ()
    found = [
        Toll(harm, number, *_describe(assertion, number, harm), _is_total(assertion.said[: number.start], harm))
        for number in assertion.numbers
        if number.kind == "plain" and number.value == number.high >= _LEAST
        for harm in Harm
        if _befell(assertion.said, number, harm)
    ]
    return tuple(each for each in found if sum(other.harm is each.harm for other in found) == 1)


def _befell(said: str, number: NumberMention, harm: Harm) -> bool:
    before, after = said[: number.start], said[number.end :]
    if counts_part(said, number) or (number.unit and not is_people(_last_noun(after))):
        return False
    if not _tells(before, after, harm):
        return False
    clause = find_clause(said, number)
    return not (_DOUBTFUL.search(clause) or find_modes(clause))


def _tells(before: str, after: str, harm: Harm) -> bool:
    if re.match(rf"{_BETWEEN}{_BEFELL[harm]}\b", after):
        return True
    if re.search(rf"\b{_DOING[harm]}\s{_HEDGED}$", before, re.IGNORECASE):
        return True
    return _is_total(before, harm)


def _is_total(before: str, harm: Harm) -> bool:
    if _find_put(before, harm):
        return True
    reached = rf"\b(?:{_NAMED[harm]}{_REACHED}|{_BRINGS}{_NAMED[harm]}(?:\s[^.;:,]{{0,60}})?\sto\s){_HEDGED}$"
    return re.search(reached, before, re.IGNORECASE) is not None


def _find_put(before: str, harm: Harm) -> re.Match[str] | None:
    """Return where somebody is told to put a toll at the number that follows; `told` is all but who does."""
    told = rf"(?P<told>the\s(?:\w+\s){{0,2}}?{_NAMED[harm]}(?:\s[^.;:,]{{0,60}})?\s(?:at|as)\s{_HEDGED})$"
    return re.search(_PUTS + told, before, re.IGNORECASE)


def _describe(assertion: Assertion, number: NumberMention, harm: Harm) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the clause of a toll, its words and its names, without who puts it at the number."""
    put = _find_put(assertion.said[: number.start], harm)
    if put is None:
        return read_clause(assertion, number)
    clause = read_assertion(assertion.said[put.start("told") : number.end])
    return clause.said, list_other_words(clause), list_names(clause)


def _last_noun(after: str) -> str:
    """Return the noun that a number counts, be it the second word behind it: four dock workers."""
    words = re.findall(
        r"[a-z-]+", re.split(r"[^\w\s-]|\s(?:in|at|on|who|were|was|have|had|are)\b", after, maxsplit=1)[0]
    )
    return next((word for word in words[:3] if is_people(word)), words[0] if words else "people")


def read_clause(assertion: Assertion, number: NumberMention) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the clause of a number, with its words but for those by which tolls are told, and its names."""
    clause = read_assertion(find_clause(assertion.said, number))
    return clause.said, list_other_words(clause), list_names(clause)


def list_other_words(assertion: Assertion) -> tuple[str, ...]:
    """Return the words of a sentence but for those by which tolls are told."""
    return tuple(
        word
        for word in assertion.words
        if stem(word) not in _OF_TOLL and word not in _DAYS and not is_people(word) and word.islower()
    )


def list_names(assertion: Assertion) -> tuple[str, ...]:
    """Return the names of a sentence that are no days and no numbers."""
    counted = {number.text for number in assertion.numbers}
    return tuple(name for name in assertion.names if name not in _DAYS and name not in counted)
