"""Ages: whose age a sentence tells, so that one person's is not taken for another's."""

import re
from collections.abc import Iterator

from agent.evidence.words.verbs import is_inflected
from index.language.names import find_names, same_name

_ASKED = re.compile(r"\bhow old (?:is|was|are|were)\s(?P<whose>.+)", re.IGNORECASE)
_NAME = r"(?:[A-Z][\w.'’-]*\s)*[A-Z][\w'’-]*"
_BEFORE = re.compile(
    rf"(?P<name>{_NAME})(?:,?\s(?:who\s)?(?:is|was|turns|turned)(?:\snow)?|,(?:\s(?:now|then|aged?))?)\s\d{{1,3}}"
    r"(?=[,.;)]|\syears|\sand\b|$)"
)
"""A name with its age behind it: Orla Vance, 44, and Orla Vance is 44."""
_BEHIND = re.compile(rf"\b\d{{1,3}}-year-old\s(?P<between>(?:[a-z-]+\s){{0,3}})(?P<name>{_NAME})")
_OLD = re.compile(r"\b\d{1,3}-year-old\b")
"""An age with whom it is of behind it: the 44-year-old mayor Orla Vance."""
_MANY = re.compile(
    r"\b(?:pair|couple|group|both|two|three|four|five|six|several|many)\s(?:of\s)?(?:\w+\s)?$", re.IGNORECASE
)
"""What stands before the age of several."""


def tells_age_of_others(question: str, sentence: str) -> bool:
    """Tell whether all ages of a sentence are those of others than the one whose age a question asks for by name."""
    asked = _ASKED.search(question)
    names = find_names(asked["whose"]) if asked else []
    if not names:
        return False
    owners = list(_find_owners(sentence))
    return bool(owners) and not any(owner is None or any(same_name(owner, name) for name in names) for owner in owners)


def _find_owners(sentence: str) -> Iterator[str | None]:
    """Yield whose age each age of a sentence is, "" if it is that of several; None where that is not told."""
    for found in _BEFORE.finditer(sentence):
        yield found["name"]
    for old in _OLD.finditer(sentence):
        behind = _BEHIND.match(sentence, old.start())
        if _MANY.search(sentence, 0, old.start()):
            yield ""
        else:
            yield behind["name"] if behind and not any(map(is_inflected, behind["between"].split())) else None
