"""Rebuttals: whether a sentence tells against the one right before it, by its form.

It points to what was said (`pointing`), or denies it in words of it: `had never spoken to Marl`. What is found is only
quoted beside what it tells against.
"""

import re
from collections.abc import Sequence

from agent.evidence.words.likeness import Words
from agent.evidence.words.negation import speaks_against
from agent.verify.conflict.assertions import match_name, match_words, word_keys
from agent.verify.denial.denials import find_denials, leaves_open
from agent.verify.denial.pointing import miscounts, points_such, points_to
from agent.verify.denial.sayings import Saying, is_said, read_saying
from index.language.names import find_names
from index.language.terms import content_words, stem

TOLD = 0.6
"""Share of the words of what is denied, verbs without a meaning of their own left out, that the other must tell."""

_NEGATED = re.compile(r"(?:\b(?:no|not|never|neither|nor|nobody|none|nothing)\b|n['’]t\b)(?P<scope>.+)", re.IGNORECASE)
_LIGHT = frozenset(map(stem, "take make give put go come hold keep have get receive hear do be see know say".split()))


def tells_against(stated: str, reply: str, asked: Sequence[str], words: Words) -> bool:
    """Tell whether a sentence tells against the one right before it; `asked` are the words of a question it answers."""
    if "?" in (stated.rstrip('”" ')[-1:], reply.rstrip('”" ')[-1:]):
        return False
    one, other = read_saying(stated), read_saying(reply)
    if one.speaker and match_name(one.speaker, [other.speaker]):
        return False
    if points_to(stated, reply) or miscounts(one, reply) or (is_said(stated) and points_such(one, reply)):
        return True
    if speaks_against(one.said):
        return False
    firm = [denial.scope for denial in find_denials(reply) if denial.firm and not (denial.before or denial.judged)]
    told = (*content_words(one.said), *asked)
    return any(_tells(scope, told, words) for scope in firm) or _answers(one, other, asked, words)


def _tells(scope: str, told: Sequence[str], words: Words) -> bool:
    """Tell whether what is denied is told: all names of it, and enough of its words with a meaning of their own."""
    own = [word for word in content_words(scope) if _LIGHT.isdisjoint(word_keys(word))]
    found = match_words(own, told, words)
    named = [here for word, here in zip(own, found, strict=True) if not word.islower()]
    return bool(own) and all(named) and sum(found) >= TOLD * len(own)


def _answers(stated: Saying, reply: Saying, asked: Sequence[str], words: Words) -> bool:
    """Tell whether he of whom somebody says something says himself that he did not do, or expect, that.

    What he did not do is told, or has to do with who says it or with what the question asks to be done.
    """
    negated = _NEGATED.search(reply.said)
    if not (stated.speaker and reply.speaker and negated) or leaves_open(reply.text):
        return False
    if not stated.tells_of(reply.speaker):
        return False
    scope = negated["scope"]
    if _tells(scope, content_words(stated.said), words):
        return True
    if any(match_name(name, find_names(scope)) for name in find_names(stated.speaker)):
        return True
    noun = [stem(word) for word in content_words(stated.speaker)[-1:]]
    deeds = [word for word in asked if word.islower()]
    return any(match_words(deeds, content_words(scope), words)) or not {*noun}.isdisjoint(
        map(stem, content_words(scope))
    )
