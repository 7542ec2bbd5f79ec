"""Ellipses: sentences that are nothing without the one before, which they deny or confirm: `It did not.`"""

import re

from agent.evidence.words.negation import speaks_against
from index.language.sentences import split_sentences

MOST_WORDS = 60
"""Words of a sentence and its ellipsis up to which the two are read as one."""

_WHO = r"(?:it|he|she|they|we|I|you|this|that|these|those|there)"
_HELPS = r"(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|should)"
_NOT = r"(?:\snot(?:\s(?:so|at\sall|yet))?|n['’]t|not)"
_TAIL = (
    r"(?:\W*$|\s?[:;—–]\s?\S.*|,\s(?:say|says|said)\b[^,]*$|"
    rf",\s(?:and|but|because|as|according|he|she|they|it|we|I|there|nor|neither)\b(?!,|\s{_HELPS},).*)"
)
"""What may follow: nothing, or a clause of its own; `It did not, however, rain` goes on."""
_ELLIPSIS = re.compile(
    rf"\W*(?:(?:But|And|Yet|In\sfact|In\sthe\send|Of\scourse),?\s)?"
    rf"(?:{_WHO}\s(?:{_HELPS}(?P<not>{_NOT})?|never\s(?P<never>{_HELPS})|{_HELPS}\s(?P<ever>never))|(?P<no>no|not\sso))"
    rf"(?P<tail>{_TAIL})",
    re.IGNORECASE | re.DOTALL,
)
_QUOTES = ('"', "“", "”", "‘")


def is_ellipsis(before: str, sentence: str) -> bool:
    """Tell whether a sentence only denies, or confirms, the one before it, by a verb whose rest stands there.

    What follows a question answers it, and a quotation has another speaker than what stands around it.
    """
    asked = before.rstrip("”\"' )").endswith("?") or sentence.rstrip().endswith("?")
    if not before or asked or sentence.lstrip().startswith(_QUOTES) or len(f"{before} {sentence}".split()) > MOST_WORDS:
        return False
    return _ELLIPSIS.fullmatch(sentence.strip()) is not None


def denies_before(before: str, sentence: str) -> bool:
    """Tell whether an ellipsis is the contrary of the sentence before it."""
    found = _ELLIPSIS.fullmatch(sentence.strip()) if is_ellipsis(before, sentence) else None
    if found is None:
        return False
    negated = any(found[name] for name in ("not", "never", "ever", "no"))
    return negated != speaks_against(before)


def ends_denied(text: str) -> bool:
    """Tell whether a text, as it is quoted, ends with an ellipsis that denies what stands before it."""
    *before, last = split_sentences(text) or [""]
    return bool(before) and denies_before(before[-1], last)
