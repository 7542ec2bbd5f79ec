"""Agencies: whose news service a source carries, by its tags and credits, and sentences that pass on its reports.

A wire is named by all its words, as there are many; `Skyline` is `Skyline News Agency`.
"""

import re
from collections.abc import Iterable, Sequence

from index.article.credits import agency, is_byline, is_credit, lead_agency
from index.source import Paragraph, Source

_SAID_TO = r"(?:told|tell|telling|to|by|according to|citing|cited by|quoting|quoted by)"
_REPORTED = r"(?:has |had )?(?:said|says|reported|reports|quoted|quotes|cited|cites)"
_KIND = re.compile(r"(?:^|\s)(?:(?:news|press)\s)?(?:agency|agencies|service|newswire|wire)$", re.IGNORECASE)
"""What only tells that a name is that of an agency."""
_REPRINTED = re.compile(
    r"\b(?:(?:first|originally|previously)\s(?:published|appeared|printed|issued|reported|posted)"
    r"|(?:re(?:printed|published)|syndicated|taken)(?:\swith\s(?:the\s)?permission)?)\s(?:by|in|on|at|of|from)\s",
    re.IGNORECASE,
)
_EDGE = 4
"""Paragraphs at either end of a source that may carry a tag, a byline or a credit."""
_PLACED = re.compile(r"(?P<place>[A-ZÀ-Ý][^.!?()]{1,60}?)\s*\((?P<name>[A-ZÀ-Ý][^()]{1,40})\)\W*")
"""A tag in a line of its own: ORME (North Wire)."""
_STAFF = re.compile(r"\b(?:and|correspondents?|reporters?|staff|our|own|special)\b", re.IGNORECASE)
"""What a byline or a tag has that names writers of the outlet, be it beside an agency."""


def find_agency(source: Source, paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the news agency whose tag or credit a source carries, in lower case, else None."""
    if source.publisher and (name := agency(source.publisher)):
        return (name if _KIND.sub("", name) else source.publisher).casefold()
    if name := _find_tag(paragraphs):
        return name.casefold()
    for paragraph in [*paragraphs[:_EDGE], *paragraphs[-_EDGE:]]:
        if (is_byline(paragraph.text) or is_credit(paragraph.text)) and (name := agency(paragraph.text)):
            return name.casefold()
    return None


def same_agency(one: str | None, other: str | None) -> bool:
    """Tell whether two names are those of one agency, with or without the word that says that it is one."""
    return bool(one and other) and _bare(one or "") == _bare(other or "")


def credits_other(source: Source, paragraphs: Sequence[Paragraph], publishers: Iterable[str]) -> bool:
    """Tell whether a source says that it was first published by another of these publishers."""
    ends = [paragraph.text for paragraph in (*paragraphs[:_EDGE], *paragraphs[-_EDGE:])]
    credited = [text[match.end() :].casefold() for text in ends for match in _REPRINTED.finditer(text)]
    others = [_bare(name) for name in publishers if name != source.publisher]
    return any(_bare(text).startswith(other) for text in credited for other in others if other)


def _bare(name: str) -> str:
    plain = name.casefold().removeprefix("the ").strip()
    return _KIND.sub("", plain) or plain


def find_service(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the agency whose service a source carries as it came, by its tag or by a byline of nobody else."""
    if (name := _find_tag(paragraphs)) and not _STAFF.search(name):
        return name
    for paragraph in paragraphs[:_EDGE]:
        line = paragraph.text
        if is_byline(line) and agency(line) and not _STAFF.search(line) and "," not in line:
            return line.split(maxsplit=1)[1]
    return None


def _find_tag(paragraphs: Sequence[Paragraph]) -> str | None:
    for paragraph in paragraphs[:_EDGE]:
        if name := lead_agency(paragraph.text):
            return name
        if (placed := _PLACED.fullmatch(paragraph.text)) and placed["place"].isupper():
            return placed["name"].strip()
    return None


def relay_pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of sentences that only pass on what an agency was told or has reported."""
    escaped = re.escape(name)
    return re.compile(rf"\b{_SAID_TO} (?:the )?{escaped}\b|\b{escaped} {_REPORTED}\b", re.IGNORECASE)
