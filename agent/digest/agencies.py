"""Agencies: whose news service a source carries, by its tags and credits, and sentences that pass on its reports."""

import re
from collections.abc import Sequence

from index.shape import agency, is_byline, is_credit, lead_agency
from index.source import Paragraph, Source

_SAID_TO = r"(?:told|tell|telling|to|by|according to|citing|cited by|quoting|quoted by)"
_REPORTED = r"(?:has |had )?(?:said|says|reported|reports|quoted|quotes|cited|cites)"
_EDGE = 4
"""Paragraphs at either end of a source that may carry a tag, a byline or a credit."""
_PLACED = re.compile(r"(?P<place>[A-ZÀ-Ý][^.!?()]{1,60}?)\s*\((?P<name>[A-ZÀ-Ý][^()]{1,40})\)\W*")
"""A tag in a line of its own: ORME (North Wire)."""
_STAFF = re.compile(r"\b(?:and|correspondents?|reporters?|staff|our|own|special)\b", re.IGNORECASE)
"""What a byline or a tag has that names writers of the outlet, be it beside an agency."""


def find_agency(source: Source, paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the news agency whose tag or credit a source carries, in lower case, else None."""
    if source.publisher and (name := agency(source.publisher)):
        return name.casefold()
    if name := _find_tag(paragraphs):
        return name.casefold()
    for paragraph in [*paragraphs[:_EDGE], *paragraphs[-_EDGE:]]:
        if (is_byline(paragraph.text) or is_credit(paragraph.text)) and (name := agency(paragraph.text)):
            return name.casefold()
    return None


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
