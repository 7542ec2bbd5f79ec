"""Agencies: whose news service a source carries, by its tags and credits, and sentences that pass on its reports."""

import re
from collections.abc import Sequence

from index.shape import agency, is_byline, is_credit, lead_agency
from index.source import Paragraph, Source

_SAID_TO = r"(?:told|tell|telling|to|by|according to|citing|cited by|quoting|quoted by)"
_REPORTED = r"(?:has |had )?(?:said|says|reported|reports|quoted|quotes|cited|cites)"
_EDGE = 4
"""Paragraphs at either end of a source that may carry a tag, a byline or a credit."""


def find_agency(source: Source, paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the news agency whose tag or credit a source carries, in lower case, else None."""
    if source.publisher and (name := agency(source.publisher)):
        return name.casefold()
    for paragraph in paragraphs[:_EDGE]:
        if name := lead_agency(paragraph.text):
            return name.casefold()
    for paragraph in [*paragraphs[:_EDGE], *paragraphs[-_EDGE:]]:
        if (is_byline(paragraph.text) or is_credit(paragraph.text)) and (name := agency(paragraph.text)):
            return name.casefold()
    return None


def relay_pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of sentences that only pass on what an agency was told or has reported."""
    escaped = re.escape(name)
    return re.compile(rf"\b{_SAID_TO} (?:the )?{escaped}\b|\b{escaped} {_REPORTED}\b", re.IGNORECASE)
