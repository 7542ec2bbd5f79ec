"""Casualties: the words for dying and being hurt, which stand for one another where the dead or hurt are asked for."""

import re
from collections.abc import Sequence

from index.language.terms import split_words, stem

DEATH = frozenset(
    map(stem, "killed kills killing died dies dying dead death deaths toll perished fatality fatalities".split())
)
"""Stems of the words by which the dead are told."""
_OF_DEATH = DEATH | frozenset(
    map(
        stem,
        """lives life lost bodies body drowned murdered murder slain slaughtered executed massacred massacre victims
        casualties casualty fatal fatally suicide suicides shot mortality survived survive survivors
        remains buried gunned stabbed strangled beheaded crushed succumbed assassinated hanged""".split(),
    )
)
INJURY = frozenset(
    map(stem, "injured injures injuring injury injuries hurt hurts wounded wounds wounding maimed harmed".split())
)
_OF_INJURY = INJURY | frozenset(
    map(
        stem,
        """casualties casualty hospital hospitals hospitalised hospitalized treated treatment burns burned shot stabbed
        fractured broken bruised""".split(),
    )
)
"""Stems of words without one of which a sentence tells of no dead, or of nobody hurt."""

_TOTAL = re.compile(
    r"\b(?:toll|number|tally|count|total)\b[^.;:]{0,90}?\b(?:is|are|was|were|stands?|stood|ris(?:es|en)|rose|"
    r"reach(?:es|ed)|climb(?:s|ed)|gr(?:ew|own|ows)|fell|cut|lowered|revised|corrected)\s"
    r"(?:(?:now|still|already|to|at|up|down|about|around|nearly)\s)*$",
    re.IGNORECASE,
)
"""What stands before the number of all: the death toll has risen to, the number of injured is now."""


def lacks_casualties(asked: Sequence[str], sentence: str) -> bool:
    """Tell whether words ask for the dead, or the hurt, and a sentence speaks of none."""
    wanted, told = set(map(stem, asked)), set(map(stem, split_words(sentence)))
    return any(wanted & words and told.isdisjoint(near) for words, near in ((DEATH, _OF_DEATH), (INJURY, _OF_INJURY)))


def join_deaths(plain: Sequence[str]) -> list[str]:
    """Return words with one in place of all for dying."""
    return ["killed" if stem(word) in DEATH else word for word in plain]


def is_toll(asked: Sequence[str], before: str) -> bool:
    """Tell whether a number behind a text is that of all who died, or were hurt, if words ask for them."""
    total = _TOTAL.search(before)
    if total is None:
        return False
    wanted, told = set(map(stem, asked)), set(map(stem, split_words(total[0])))
    return any(wanted & words and told & words for words in (DEATH, INJURY))


def counts_casualties(counted: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether a question asks how many died or were hurt without a noun for them: `counted` begins with the deed.

    Both are stems of what stands behind `how many`, none if that is an auxiliary, and the words of the question.
    """
    deeds = set(counted[:1]) or set(map(stem, words))
    return not deeds.isdisjoint(DEATH | INJURY)
