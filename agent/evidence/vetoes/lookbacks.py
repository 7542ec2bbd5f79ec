"""Look-backs: counts of an earlier year, where a question names no time and others tell the same of the present.

`Some 12,000 people were evacuated in 2021` is no answer while another report says how many are evacuated now.
"""

import re
from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.forms.kinds import holds_kind, lacks_figure
from agent.evidence.question import Kind, read_question
from index.article.rows import is_row
from index.language.terms import content_stems

_IN_YEAR = re.compile(
    r"\b(?i:in|of|during)\s(?:the\s)?(?:(?:early|late|spring|summer|autumn|winter|[A-Z][a-z]+)\s){0,2}((?:19|20)\d\d)"
    r"(?![\w%]|[.,:/-]\d)|\b(?i:the|that)\s((?:19|20)\d\d)\s[a-z]",
)
"""A year in which something was, or of what: in June 2021, the 2019 outbreak; `since 2021` goes on to this day."""
_ANY_YEAR = re.compile(r"(?<![\w$€£#.,:/-])(?:19|20)\d\d(?![\w%]|[.,:/-]\d)")
_PAST = re.compile(
    r"\d{4}|\b(?:last|previous|earlier|former|first|ever|history|before|ago|then|old|older|usual|usually|average|record|original\w*|"
    r"born|built|founded|establish\w*|began|start\w*|become|became|years?|times)\b",
    re.IGNORECASE,
)
"""How a question may ask for what is long past."""


def tell_of_earlier_years(question: str, candidates: Sequence[Candidate], answering: Sequence[bool]) -> list[bool]:
    """Tell which counts are of an earlier year, where a sentence that may answer counts as much that is asked for now.

    `answering` says which may. None where a question is no `how many`, or asks for what is past.
    """
    told = [False] * len(candidates)
    asked = read_question(question)
    if asked.kind is not Kind.NUMBER or not re.search(r"\bhow\smany\b", question, re.I) or _PAST.search(question):
        return told
    latest = max((each.paragraph.source.date or "" for each in candidates), default="")[:4]
    past = [_is_of_past(each, latest) for each in candidates]
    cover = [len(set(asked.terms).intersection(_list_stems(each))) for each in candidates]
    now = [
        count
        for count, each, may, old in zip(cover, candidates, answering, past, strict=True)
        if may
        and not old
        and not lacks_figure(asked, each.text)
        and (holds_kind(asked, each.text) == 1.0 or is_row(each.text))
    ]
    return [old and 0 < count <= max(now, default=0) for old, count in zip(past, cover, strict=True)]


def _list_stems(candidate: Candidate) -> list[str]:
    """Return the stems of a sentence with those of its title, whose words a report need not repeat."""
    return content_stems(f"{candidate.text} {candidate.paragraph.source.title}")


def _is_of_past(candidate: Candidate, latest: str) -> bool:
    """Tell whether a sentence tells of years all of which lie before that in which its report appeared."""
    year = (candidate.paragraph.source.date or "")[:4] or latest
    told = [match[1] or match[2] for match in _IN_YEAR.finditer(candidate.text)]
    return bool(year and told) and max(told) < year and max(_ANY_YEAR.findall(candidate.text), default="") < year
