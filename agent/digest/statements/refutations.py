"""Refutations: what a source tells only in order to deny it in its own voice, in the next sentence.

`It is said that I refused the money. I deny this.` It asserts the contrary of what the first sentence tells.
"""

import re

from agent.evidence.errata.ellipses import denies_before
from agent.verify.denial.pointing import denies_said, points_to
from agent.verify.denial.sayings import is_said, read_saying

_OWN = re.compile(
    r"\W*(?:(?:But|And|Yet|In\sfact|In\struth),?\s)?(?:I|We|It|This|That|These|Those|None|Nothing|No|Not|There|Both|Neither|"
    r"(?:The|This|That|Such\san?)\s(?:\w+\s)?(?:claim|report|allegation|accusation|suggestion|assertion|charge|rumou?r|account|"
    r"statement|story))s?\b"
)
"""How a sentence begins that denies in the voice of the text."""

_DUE = re.compile(r"\b(?:shall|should|would|will|must|may|might|if|unless|plan\w*|propos\w*)\b", re.IGNORECASE)
"""What is not there yet is not denied by `there is no such thing`."""
_QUOTES = ('"', "“", "‘", "'")
_OF_SOME = re.compile(r"\b(?:true|so|the\scase|correct)\s(?:of|for|in|at)\b", re.IGNORECASE)
"""How it is limited: not true of all cases."""


def is_refuted(sentence: str, after: str) -> bool:
    """Tell whether a source denies in its own voice, right after a sentence, what that says is said, or tells."""
    if not after or denies_before(sentence, after):
        return bool(after)
    if (
        _OWN.match(after) is None
        or after.startswith(_QUOTES)
        or not is_said(sentence)
        or _names_speaker(after)
        or _OF_SOME.search(after)
    ):
        return False
    whole = points_to(sentence, after) or not _DUE.search(read_saying(sentence).said)
    return whole and denies_said(sentence, after)


def _names_speaker(after: str) -> bool:
    """Tell whether somebody else says what a sentence tells: That was a lie, said Rowe."""
    return read_saying(after).speaker not in ("", "I", "we", "We")
