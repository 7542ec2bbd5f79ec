"""Victims: a first report that nobody died, or was hurt, is told with a later one that somebody was."""

import re
from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.publication import count_days, find_newest
from agent.evidence.question import Kind
from agent.evidence.ranked import Ranking
from agent.evidence.words.casualties import DEATH, INJURY
from index.language.names import find_names
from index.language.terms import split_words, stem

_NONE = re.compile(r"\b(?:nobody|none|no(?:[\s-]one)?|not)\b|n['’]t\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:if|whether|may|might|could|would|should|fear\w*|risk\w*|almost|nearly)\b", re.IGNORECASE)
_LOST = re.compile(
    r"\b(?:los(?:t|es?|ing)\s(?:his|her|their|its)\sli(?:fe|ves)|claimed\s(?:[\w-]+\s){1,3}(?:li(?:fe|ves)|victims?)"
    r"|(?:the|her|his|their|a|[\w-]+)\sbod(?:y|ies)\s(?:of\s[^.;]{2,80}?\s)?(?:was|were|had\sbeen|has\sbeen|have\sbeen)"
    r"\s(?:found|recovered|identified|pulled|brought))\b",
    re.IGNORECASE,
)
"""How a death is told without a word for dying."""


def find_victims(ranking: Ranking, quoted: Sequence[Candidate]) -> Candidate | None:
    """Return the newest sentence that tells of the dead, or hurt, where what leads is an older one that tells of none.

    Only in a library that may be of one event.
    """
    asked = set(map(stem, split_words(ranking.question.text)))
    for words in (DEATH, INJURY):
        if ranking.few and quoted and asked & words and _tells_none(quoted[0].text, words):
            found = [
                item.candidate
                for item in ranking.items
                if count_days(item.candidate, quoted[0]) > 0 and _tells_some(item.candidate.text, words)
            ]
            if ranking.question.kind is Kind.WHO:
                found = [candidate for candidate in found if find_names(candidate.text)]
            return find_newest(found) if found else None
    return None


def _tells_none(text: str, words: frozenset[str]) -> bool:
    return _NONE.search(text) is not None and _has(text, words)


def _tells_some(text: str, words: frozenset[str]) -> bool:
    """Tell whether a sentence tells of the dead, or hurt, and neither denies nor only fears anything."""
    if _NONE.search(text) or _OPEN.search(text) or text.rstrip("”\"’' ").endswith("?"):
        return False
    return _has(text, words) or (words is DEATH and _LOST.search(text) is not None)


def _has(text: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(map(stem, split_words(text)))
