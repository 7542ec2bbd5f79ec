"""Ellipses: sentences that are nothing without the one before, which they deny or confirm: `It did not.`"""

import re

from agent.evidence.words.negation import speaks_against
from index.language.sentences import split_sentences

MOST_WORDS = 60
"""Words of a sentence and its ellipsis up to which the two are read as one."""

_WHO = r"(?:it|he|she|they|we|I|you|this|that|these|those|there)"
_HELPS = r"(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|should)"
_NOT = r"(?:\snot(?:\s(?:so|at\sall|yet))?|n['’]t|not)"
_END = r"[\s.!”\"’)]*$"
_TAIL = (
    rf"(?:{_END}|\s?[:;—–]\s?\S.*|,\s(?:say|says|said|he|she|they|it|we|I|there)\b[^,]*$|"
    rf",\s(?:and|but|because|according|nor|neither)\b(?!,|\s{_HELPS},).*)"
)
"""What may follow a denial: nothing, or a clause of its own; `It did not, however, rain` goes on."""
_OPENING = r"\W*(?:(?:But|And|Yet|In\sfact|In\sthe\send|Of\scourse),?\s)?"
_DENIES = re.compile(
    rf"{_OPENING}(?:{_WHO}\s(?:(?P<modal>should|can|could)?{_HELPS}?{_NOT}|never\s{_HELPS}|{_HELPS}\snever)|not\sso){_TAIL}",
    re.IGNORECASE | re.DOTALL,
)
_CONFIRMS = re.compile(rf"{_OPENING}{_WHO}\s{_HELPS}{_END}", re.IGNORECASE)
_QUOTES = ('"', "“", "”", "‘")


def is_ellipsis(before: str, sentence: str) -> bool:
    """Tell whether a sentence only denies, or confirms, the one before it, by a verb whose rest stands there.

    What follows a question answers it, and a quotation has another speaker than what stands around it.
    """
    asked = before.rstrip("”\"' )").endswith("?") or sentence.rstrip().endswith("?")
    if not before or asked or sentence.lstrip().startswith(_QUOTES) or len(f"{before} {sentence}".split()) > MOST_WORDS:
        return False
    return any(form.fullmatch(sentence.strip()) for form in (_DENIES, _CONFIRMS))


def denies_before(before: str, sentence: str) -> bool:
    """Tell whether an ellipsis says that what the sentence before it tells is not so."""
    if not is_ellipsis(before, sentence):
        return False
    found = _DENIES.fullmatch(sentence.strip())
    return not (found and found["modal"]) and (found is not None) != speaks_against(before)


def ends_denied(text: str) -> bool:
    """Tell whether a text, as it is quoted, ends with an ellipsis that denies what stands before it."""
    *before, last = split_sentences(text) or [""]
    return bool(before) and denies_before(before[-1], last)
