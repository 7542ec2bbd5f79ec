"""Turnabouts: where somebody said otherwise before than he says now, in two sentences that stand side by side.

`Marl confirmed that the pump had failed. He had earlier denied it.` The older word is not told without the newer one.
"""

import re

from agent.evidence.words.negation import speaks_against
from agent.verify.conflict.assertions import match_name
from index.language.names import find_names
from index.language.numbers import contradict_numbers, find_numbers
from index.language.terms import content_words, stem

_STRONG = r"(?:denied|insisted|rejected|dismissed|refused|ruled\sout|maintained)"
_SAY = (
    rf"(?:{_STRONG}|said|says|claimed|stated|told|put|reported|announced|promised|estimated|described|called|gave|counted|"
    r"blamed|declared|argued)"
)
_OWN = r"(?:confirm|admit|acknowledg|conced|apologi[sz]|retract|recant|revis|correct|backtrack|withdr[ae]w)\w*"
_BEFORE = r"(?:earlier|previously|initially|first|originally|at\sfirst|until\sthen|until\snow)"
_OPENING = (
    r"\W*(?:(?:But|And|Yet|Later|Now|Then|(?:Until|At|On|By|In|After)\s[\w\s]{1,30}?|"
    r"[\w\s]{1,30}?\s(?:later|ago)),?\s)?"
)
_NO_SUBJECT = rf"\b(?:who|which|that|as|though|when|after|before|since|because|{_SAY})\b"
_NO_ADVERB = "".join(
    rf"(?<!\b{word})" for word in ("the", "a", "an", "was", "were", "is", "are", "been", "its", "his", "her", "their")
)
"""What goes before a participle: the first reported case, was initially told."""


def _name(group: str) -> str:
    """Return the form of a subject that is read as a group of that name."""
    return rf"(?P<{group}>(?:(?!{_NO_SUBJECT})[^,;:“”\"]){{1,70}}?)"


_FORMER = re.compile(
    rf"{_OPENING}(?:{_name('who')}\sha[ds]\s(?:\w+\s)?{_BEFORE}\s(?:\w+ly\s)?(?P<said>{_SAY})\b|"
    rf"{_name('whom')}{_NO_ADVERB}(?<!['’]s)(?<!s['’])\s(?:initially|originally|first|at\sfirst)\s(?P<told>{_SAY})\b|"
    rf"(?:Earlier|Previously|Initially|Originally|At\sfirst|Until\sthen),?\s{_name('whose')}\s(?:had\s|has\s)?"
    rf"(?P<held>{_SAY})\b)"
)
"""How a sentence tells what somebody said before he said something else."""
_ADVERBS = r"(?:(?:has|have|had|later|now|then|since|also|subsequently|eventually|finally|\w+ly)\s){0,3}"
_NEWER = re.compile(rf"{_OPENING}(?P<who>[^,;:“”\"]{{1,90}}?)(?:,[^,]{{1,80}},)?\s{_ADVERBS}(?P<verb>{_SAY}|{_OWN})\b")
_OWNS = re.compile(_OWN, re.IGNORECASE)
_HARD = re.compile(_STRONG, re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:later|now|since|then|subsequently|eventually|finally|afterwards|(?:by|on)\s\w+day|in\sthe\send)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|we|I)$", re.IGNORECASE)


def recalls(stated: str, before: str) -> bool:
    """Tell whether a sentence tells what somebody said earlier of whom the one before it tells a newer word."""
    return _turns(before, stated, firm=True)


def takes_back(stated: str, behind: str) -> bool:
    """Tell whether a sentence tells the newer word of whom the one before it tells what he said at first."""
    return _turns(behind, stated, firm=False) and _NOW.search(behind) is not None


def _turns(newer: str, older: str, firm: bool) -> bool:
    """Tell whether one sentence has a newer word than another of the same speaker, and another one.

    `firm` says that the older word is told behind the newer one, where what was held firmly is told for the contrast.
    """
    former, latter = _FORMER.match(older), _NEWER.match(newer)
    if former is None or latter is None or _FORMER.match(newer) or newer.rstrip('”" ').endswith("?"):
        return False
    verb = former["said"] or former["told"] or former["held"]
    owned = _OWNS.fullmatch(latter["verb"]) is not None or (firm and _HARD.fullmatch(verb) is not None)
    who = former["who"] or former["whom"] or former["whose"]
    differs = owned or speaks_against(older) != speaks_against(newer) or _counts_otherwise(older, newer)
    pair = (latter["who"].strip(), who.strip())
    return differs and _is_one(*(pair if firm else reversed(pair)))


def _counts_otherwise(older: str, newer: str) -> bool:
    """Tell whether one sentence counts the same in another number than the other."""
    ours, theirs = find_numbers(older), find_numbers(newer)
    pairs = ((one, other) for one in ours for other in theirs if "" in (one.unit, other.unit) or one.unit == other.unit)
    return any(contradict_numbers(*pair) for pair in pairs)


def _is_one(one: str, other: str) -> bool:
    """Tell whether the second of two subjects may be the speaker who is the first: a pronoun, his name or noun."""
    if _PRONOUN.search(other):
        return True
    if any(match_name(name, find_names(one)) for name in find_names(other)):
        return True
    nouns, others = ({stem(word) for word in content_words(each)[-1:]} for each in (one, other))
    return bool(nouns & others)
