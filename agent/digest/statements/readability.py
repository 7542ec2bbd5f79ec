"""Readability: which quotations can stand in a summary by themselves."""

import re

from agent.digest.statements.statements import Statement
from index.article.credits import is_byline, is_caption, is_credit
from index.article.shape import has_address
from index.language.names import find_names

SHORTEST, LONGEST = 6, 55
"""Words of a sentence that can be shown."""

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_CREDIT = re.compile(r"^[(\[]|^[A-Z][\w ]+:\s|[^.!?”\"’')]$")
_FRAGMENT = re.compile(
    r"^\W*(?:[a-z]|[A-Z]\.?,\s|[A-Z]\.\s[a-z])|^[-–—]|\?\W*$|\?[\"”’]?\s+[A-Z]|(?:^|[\s-])[A-Z]\.\W*$"
)
_SERVICE = re.compile(
    r"\b(?:click|subscri\w+|newsletter|sign(?:ed)? up|read more|scroll down|download the app|follow us|pictured|"
    r"file photo|watch (?:the )?video|updated? (?:at|on|to)|"
    r"this (?:story|article|post|report) (?:was|has been|is|will be)|contributed (?:to|from)|"
    r"all rights reserved|copyright)\b|©",
    re.IGNORECASE,
)
_CONNECTIVES = (
    "But|And|Or|So|Yet|Still|Instead|Rather|Moreover|Furthermore|Indeed|Similarly|Likewise|Nevertheless|Also|Then|"
    "However|Nor|Therefore|Thus|Hence|Meanwhile|Besides|Otherwise|Even so|After all|In fact|In addition|In other words|"
    "For example|For instance|That said|As a result|By contrast|In contrast|On the other hand|Of course|Not only that|"
    "At the (?:same )?time|Until then|Since then|By then|Even then|By that time|In any event|In the end|Either way|"
    "For now|As such|First|Second|Third|Finally|Asked"
)
_CONTINUED = re.compile(rf"^\W*(?:{_CONNECTIVES})\b(?!\s+[A-Z][a-z]+\s+of\b)|^\W*(?:[\w.’'-]+\s){{1,4}}also\s")
_OPENER = re.compile(r"^(?:But|And|Yet|Still|However|Meanwhile|Also),?\s+(?=[A-Za-z“\"])")
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself|they|them|their|theirs)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"^\W*(?:In|With|At|As|Despite|After|Before|While|When|During|Since|Through|For|On|By|Like|Among|Under|\w+ing)\b"
    r"[^,]*,\s+(?P<subject>.{1,40})"
)
_NOUN = re.compile(r"\b(?:the|an?|one|two|three|some|many|several|no|another|each|every|most)\s+\w+", re.IGNORECASE)
_PLURAL = re.compile(r"\b[A-Za-z]{3,}s\b")
_SPEAKING = re.compile(
    r"[,”\"]\s*(?:he|she|they|it)\s+(?:also |later |then )?"
    r"(?:said|says|added|told|wrote|explained|noted|continued|declared)\b"
)
_STOP = re.compile(r"[.!?][”\"]?\s")
_POINTING = re.compile(
    r"\b(?:those|these|such(?!\sas\b|\san?\b)|the (?:latter|former|two|pair|trio|same))\s+[a-z]+", re.IGNORECASE
)


def is_showable(statement: Statement) -> bool:
    """Tell whether a statement reads as a whole sentence of the report that can stand alone."""
    return statement.plain and statement.complete and is_sentence(statement.quote)


def is_sentence(quote: str) -> bool:
    """Tell whether a text reads as a whole sentence that can stand alone."""
    return SHORTEST <= len(quote.split()) <= LONGEST and is_whole(quote) and not points_back(quote)


def is_whole(quote: str) -> bool:
    """Tell whether a text is one or more sentences of a report: no credit, caption, question, notice or scrap."""
    if quote.count("“") != quote.count("”") or quote.count('"') % 2:
        return False
    if _CREDIT.search(quote) or _FRAGMENT.search(quote) or _SERVICE.search(_QUOTED.sub(" ", quote)):
        return False
    return not (is_byline(quote) or is_credit(quote) or is_caption(quote) or has_address(quote))


def speaks_unnamed(quote: str) -> bool:
    """Tell whether a text opens with what somebody says for whom it has only a pronoun: “…,” she said."""
    speaking = _SPEAKING.search(quote)
    return speaking is not None and not _STOP.search(quote[: speaking.start()])


def points_back(quote: str) -> bool:
    """Tell whether a text goes on from what was said before, or has a pronoun for someone whom it does not name."""
    rest = _QUOTED.sub(" ", quote)
    if speaks_unnamed(quote):
        return True
    return _CONTINUED.match(quote) is not None or _POINTING.search(rest) is not None or _lacks_referent(rest)


def _lacks_referent(rest: str) -> bool:
    found = _PRONOUN.search(rest)
    if found is None:
        return False
    before = rest[: found.start()]
    if any(" " in name or not name.endswith("ing") for name in find_names(before)):
        return False
    if ahead := _AHEAD.match(rest):
        return not find_names(ahead["subject"])
    if found[0].casefold().startswith("th") and _PLURAL.search(before):
        return False
    return _NOUN.search(before) is None


def drop_opener(quote: str) -> str:
    """Return a text without the word by which it is joined to the one before (`But`, `However`)."""
    rest = _OPENER.sub("", quote)
    return rest[:1].upper() + rest[1:]
