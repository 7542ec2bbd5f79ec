"""Turnabouts: where somebody said otherwise before than he says now, in two sentences that stand side by side.

`Marl confirmed that the pump had failed. He had earlier denied it.` The older word is not told without the newer one.
"""

import re

from agent.evidence.errata.turns import tells_other_value
from agent.evidence.words.negation import speaks_against
from agent.verify.conflict.assertions import match_name
from agent.verify.denial.sayings import is_said, read_saying
from index.language.names import find_names
from index.language.terms import content_words, stem

_SAY = (
    r"(?:said|says|denied|insisted|claimed|maintained|stated|rejected|dismissed|told|put|reported|announced|promised|"
    r"estimated|described|called|ruled\sout|refused|gave|spoke|counted|blamed|declared|argued)"
)
_BEFORE = r"(?:earlier|previously|initially|first|originally|at\sfirst|until\sthen|until\snow|before)"
_FORMER = re.compile(
    rf"\bha[ds]\s(?:\w+\s)?{_BEFORE}\s(?:\w+ly\s)?{_SAY}\b|\bhad\s(?:\w+ly\s)?{_SAY}\b[^;]*\s{_BEFORE}\W*$|"
    rf"^\W*(?:Earlier|Previously|Initially|Originally|At\sfirst|Until\sthen),?\s[^,;“”\"]{{2,80}}?\s(?:had\s|has\s)?{_SAY}\b|"
    rf"^[^,;“”\"]{{2,80}}?\s(?:initially|originally|first|at\sfirst)\s{_SAY}\b",
    re.IGNORECASE,
)
"""How a sentence tells what somebody said before he said something else."""
_OWNS = re.compile(
    r"\b(?:confirm|admit|acknowledg|conced|apologi[sz]|retract|recant|revis|correct|backtrack|withdr[ae]w)\w*\b",
    re.IGNORECASE,
)
"""How somebody owns what he denied."""
_NOW = re.compile(
    r"\b(?:later|now|since|then|subsequently|eventually|finally|afterwards|by\s\w+day|on\s\w+day|in\sthe\send|(?:day|week|month|hour|year)s?\slater)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^\W*(?:(?:But|And|Yet|Later|Now|Then|Earlier|Previously|Initially|Originally|(?:Until|At|On|By|In|After)\s[\w\s]{1,30}?|"
    r"[\w\s]{1,30}?\slater),?\s)?(?:he|she|they|it|we|I)\b",
    re.IGNORECASE,
)
_SPOKE = re.compile(rf"\b{_SAY}\b", re.IGNORECASE)


def recalls(stated: str, before: str) -> bool:
    """Tell whether a sentence tells what somebody said earlier of whom the one before it tells a newer word."""
    former = _FORMER.search(stated)
    if former is None or before.rstrip('”" ').endswith("?") or _FORMER.search(before):
        return False
    spoken = is_said(before) or any(sign.search(before) for sign in (_OWNS, _SPOKE))
    return spoken and _is_one(before, stated)


def takes_back(stated: str, behind: str) -> bool:
    """Tell whether a sentence tells the newer word of whom the one before it tells what he said at first."""
    if not _FORMER.search(stated) or behind.rstrip('”" ').endswith("?") or _FORMER.search(behind):
        return False
    owns = _OWNS.search(behind) is not None
    spoken = owns or (_NOW.search(behind) is not None and _SPOKE.search(behind) is not None)
    differs = owns or speaks_against(stated) != speaks_against(behind) or tells_other_value(stated, behind)
    return spoken and differs and _is_one(stated, behind)


def _is_one(one: str, other: str) -> bool:
    """Tell whether the second of two sentences may have the speaker of the first: a pronoun, his name, his noun."""
    if _SUBJECT.match(other):
        return True
    names = find_names(one)
    if any(match_name(name, names) for name in find_names(other[: _end(other)])):
        return True
    nouns = {stem(word) for word in content_words(one[: _end(one)])}
    return bool(nouns & {stem(word) for word in content_words(other[: _end(other)])})


def _end(text: str) -> int:
    """Return where what stands before the first verb of speech ends."""
    found = _OWNS.search(text) or _SPOKE.search(text)
    speaker = read_saying(text).speaker
    return found.start() if found else len(speaker)
