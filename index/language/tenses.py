"""Tenses: whether the words around a date speak of what is to come or of what has happened."""

import re

from index.language.arrangements import asks_ahead, is_arranged
from index.language.verbs import is_present

_WILL = re.compile(
    r"\b(?:will|won['’]t|shall|\w+['’]ll|(?:is|are)\s(?:set|due|expected|scheduled|likely|going|planned|to)|plans?\sto|upcoming|"
    r"hopes?\sto|expects?\sto)\b"
)
_WOULD = re.compile(r"\b(?:would|\w+['’]d)\s(?!have\b)")
"""What somebody says that is still to come, at the time when it is said."""
_BOUND = re.compile(r"\b(?:ahead\sof|until|deadline|(?:was|were)\s(?:set|due|expected|scheduled|planned|to))\b")
"""What points ahead from the time that is told of, which may be past: `was due`, `lasted until`."""
_ANNOUNCED = re.compile(
    r"^\W*(?!(?:According|Due|Thanks|Prior|Contrary|Next|Close|Subject)\b)(?:[A-Z][\w.’'-]*\s){1,4}(?:[a-z]+s\s)?"
    r"to\s(?!(?:the|an?|his|her|its|their|this|that|it|him|them)\b)(?=[a-z])"
)
"""The infinitive of a headline: `Senate to vote on Wednesday`."""
_PAST = re.compile(r"\b(?:said|says|told|was|were|had|did|came|went|took|made|found|met|held|began|left|\w{2,}ed)\b")
_PASSIVE = re.compile(
    r"\b(?:be|been|remain|stay|get|become|have)(?:\s(?:\w+ly|again|also|not|now|soon|still|then|first))?\s\w+(?:\s(?:and|or)\s\w+ed)?\b"
)
"""What a verb that points ahead governs: no participle there tells of the past (will be held, will remain closed)."""
_TO_BE = re.compile(r"\bbe\s(?:\w+ly\s)?\w+")
_LASTS = re.compile(
    r"\b(?:is|are|remains?|stays?|keeps?|runs?|lasts?)\s(?:(?!\w+ing\s)[\w-]+,?\s){0,4}(?:until|till)\s(?:[\w-]+\s)?$"
)
"""What is so now up to the day that follows: is closed until."""
_SINCE = re.compile(r"\b[Ss]ince\s(?:[\w-]+\s)?$")
_BY = re.compile(r"\bby\s(?:[\w-]+\s)?$")
"""What makes a day a limit: hopes to have all of them connected by Friday."""
_TOLD = re.compile(
    r"\bin\san?\s(?:[\w-]+\s){0,2}(?:interview|statement|tweet|letter|e-?mail|memo|post|briefing)\s(?:on\s)?$"
)
_AFTERWARDS = re.compile(r"\b(?:after|following|since)\s(?:[\w-]+\s)?\w+ing\b")
_LATER = re.compile(r"\blater\s(?:on\s)?$")
_JUST_PAST = re.compile(rf"{_PAST.pattern}(?:\s[\w-]+){{0,3}}\son\s$")
_WEEK_BEFORE = re.compile(r"\b(?P<week>[Ll]ast|[Tt]his|[Nn]ext)\sweek,?\s(?:on\s)?$")
_WEEK_AFTER = re.compile(
    r"(?:\s(?:morning|afternoon|evening|night))?,?\s(?:of\s)?(?P<week>last|this|next)\sweek\b(?!['’-])"
)
"""What tells of which week a weekday is: last week, on Thursday; on Thursday of last week."""
_CLAUSE_END = re.compile(r"(?<!\b[ap]\.m)[.;!?](?:\s|$)|[”\"]")
_WINDOW = 300
"""Characters on either side of a mention that may hold its clause."""


def points_ahead(match: re.Match[str], dated: bool = False) -> bool | None:
    """Tell whether the clause around a matched date speaks of what is to come; None where it may be either.

    Of a day that is `dated`, and no weekday, the present tells nothing: there are near ones and far ones.
    """
    before = _read_before(match)
    if _SINCE.search(before):
        return False
    cue = max((found.end() for found in _WILL.finditer(before)), default=-1)
    if cue >= 0:
        rest = _PASSIVE.sub(" ", before[cue:])
        told = (_PAST.search(rest) and not _BY.search(before)) or _TOLD.search(before, cue)
        return False if told else None if _AFTERWARDS.search(before, cue) else True
    said = max((found.end() for found in _WOULD.finditer(before)), default=-1)
    if said >= 0 and not (_PAST.search(_PASSIVE.sub(" ", before[said:])) or _AFTERWARDS.search(before, said)):
        return None
    if _LASTS.search(before):
        return True
    if _BOUND.search(before):
        return None if _PAST.search(_TO_BE.sub("be", before)) else True
    after = _CLAUSE_END.split(match.string[match.end() : match.end() + _WINDOW], maxsplit=1)[0]
    if asks_ahead(before):
        return None
    present = is_present(before, after)
    if present or (present is None and not dated):
        return None if dated else present
    if _PAST.search(before):
        return False
    if _ANNOUNCED.search(before):
        return True
    if len(before.split()) > 3:
        return False
    coming, past = (_WILL.search(after) or _BOUND.search(after)), _PAST.search(after)
    return coming is not None and (past is None or coming.start() <= past.start())


def _read_before(match: re.Match[str]) -> str:
    """Return the clause of a mention up to it."""
    return _CLAUSE_END.split(match.string[max(0, match.start() - _WINDOW) : match.start()])[-1]


def follows_past(match: re.Match[str]) -> bool:
    """Tell whether a matched date is past: `since` stands right before it, or a verb in the past and `on`."""
    before = _TO_BE.sub("be", match.string[max(0, match.start() - _WINDOW) : match.start()])
    if is_arranged(_read_before(match)):
        return False
    return (_SINCE.search(before) or _JUST_PAST.search(before)) is not None


def may_be_arranged(match: re.Match[str]) -> bool:
    """Tell whether a matched date may be one for which something was announced, asked for or promised."""
    return is_arranged(_read_before(match))


def find_week(match: re.Match[str]) -> str:
    """Return which week a matched weekday is said to be of: `last`, `this` or `next`, empty where none is named."""
    found = _WEEK_BEFORE.search(_read_before(match)) or _WEEK_AFTER.match(match.string, match.end())
    return found["week"].lower() if found else ""


def is_later(match: re.Match[str]) -> bool:
    """Tell whether `later` stands before a matched date, which is then told of on that day or just after."""
    return _LATER.search(_read_before(match)) is not None


def is_ahead(text: str, start: int, end: int) -> bool:
    """Tell whether the date at `text[start:end]` is one for which, as its clause says, something is to come."""
    match = re.compile(rf"[\s\S]{{{end - start}}}").match(text, start)
    return match is not None and points_ahead(match, dated=True) is True


def is_past(text: str, start: int, end: int) -> bool:
    """Tell whether the date at `text[start:end]` is one on which, as far as its clause says, something has happened.

    That of an arrangement may have passed, and that since when something is so is not when it happened.
    """
    match = re.compile(rf"[\s\S]{{{end - start}}}").match(text, start)
    if match is None:
        return False
    before = _read_before(match)
    return not (_SINCE.search(before) or is_arranged(before)) and points_ahead(match) is False
