"""Identity: who somebody is, as a sentence says beside the name: `its new head, Ann Orr,` or `Ann Orr, a diver`."""

import re

from agent.evidence.question import Question
from index.language.names import find_names, same_name

_WHO = re.compile(r"^\W*who(?:\s(?:is|was)|['’]s)\s(?P<name>[A-Z][\w.'’-]*(?:\s[\w.'’-]+)*?)\W*$", re.IGNORECASE)
_DESCRIBED_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[A-Z][\w-]*['’]s?)\s(?:[\w'’-]+\s){0,6}?[a-z][\w-]+,\s(?:[A-Z][a-z]{0,4}\.?\s)?$"
)
_DESCRIBED_BEHIND = re.compile(
    r"^(?:,\s\d{1,3})?(?:,\s(?:the|an?|his|her|its|their|who\s(?:is|was|runs|heads|leads)|(?:[a-z-]+\s){1,3}(?:of|at|for|in))\s[a-z]"
    r"|\s(?:is|was|became|remains|has\sbeen)\s(?:the|an?|his|her|its|their|[\w-]+['’]s?)\s[a-z])"
)


def tells_identity(question: Question, sentence: str) -> bool:
    """Tell whether a question asks only who somebody is whom it names, and a sentence says it beside the name."""
    asked = _WHO.match(question.text)
    names = find_names(sentence) if asked and find_names(asked["name"]) == [asked["name"]] else []
    return any(
        (_DESCRIBED_BEFORE.search(sentence[: place.start()]) and sentence[place.end() :].startswith(","))
        or _DESCRIBED_BEHIND.match(sentence[place.end() :])
        for name in names
        if asked and same_name(asked["name"], name)
        for place in re.finditer(re.escape(name), sentence)
    )
