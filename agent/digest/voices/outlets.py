"""Outlets: by whose voice a source speaks, so that a paper which reports again is known to be the same one."""

import re
from collections.abc import Mapping, Sequence

from agent.digest.voices.agencies import find_service
from index.article.credits import is_byline
from index.article.shape import has_address, words
from index.language.terms import fold
from index.readers.imprints.outlets import is_outlet
from index.source import Paragraph, Source

_EDGE = 4
"""Paragraphs at either end of a source that may tell its author."""
_PARTED = re.compile(r"\s*[|·•»>]\s*|\s[–—-]{1,2}\s|:\s")
_SITE = re.compile(r"(?:https?://)?(?:www\.)?(?P<name>[\w.-]+?)(?:\.(?:com?|org|net|gov|ac))?\.[a-z]{2,}(?:[/?#].*)?")
_SMALL = frozenset(("and", "of", "for", "in", "on", "from", "the", "our", "your", "more"))
_SECTION = frozenset(
    """news world politics political business finance financial money markets economy companies industry sport sports
    football opinion opinions comment commentary analysis editorial editorials letters blog blogs column columns culture
    arts art books film music science technology tech health environment climate education travel life lifestyle style
    food family fashion entertainment media society crime weather home front page local national international regional
    europe africa asia americas us uk live latest breaking top today features feature investigations obituaries
    corrections clarifications archive press release releases statement statements report reports article articles
    staff editor editors admin author newsroom desk unknown""".split()
)
"""Words of which the name of a section or a kind of text is made, and none of an outlet alone."""
_ISSUED = "".join(rf"(?<!{verb}\s)" for verb in ("produced", "published", "issued", "released"))
"""What a body does that brings out a document, and no author: produced by the Flood Office."""
_FORWARDED = re.compile(r"\W*(?:fwd?|fw|wg)\s?:", re.IGNORECASE)


def name_voices(story: Sequence[Source], paragraphs: Mapping[int, Sequence[Paragraph]]) -> dict[int, str]:
    """Return by its id the key of who speaks in each source of a story; a source of nobody known has none.

    What carries an agency's service is the agency's voice, whatever outlet prints it.
    """
    lines = "\n".join(line for source in story for line in _read_edges(paragraphs.get(source.id, ())))
    found: dict[int, str] = {}
    for source in story:
        name = find_service(paragraphs.get(source.id, ())) or _read_publisher(source, lines)
        if key := name_outlet(name):
            found[source.id] = key
    return found


def _read_publisher(source: Source, lines: str) -> str:
    """Return the publisher of a source; empty where that only sent it on, or is somebody who wrote."""
    name = (source.publisher or "").strip()
    if not name or _FORWARDED.match(source.title):
        return ""
    written = re.compile(rf"{_ISSUED}\bby:?\s(?:[\w’'-]+\s)?{re.escape(name)}\b", re.IGNORECASE)
    return name if is_outlet(name, signed=True) or not written.search(lines) else ""


def name_outlet(publisher: str) -> str:
    """Return a key that is equal for the spellings of one outlet; empty for a section, an address or an author."""
    if "@" in publisher or is_byline(publisher):
        return ""
    parts = [part for part in _PARTED.split(publisher.strip()) if not _is_section(part)]
    if len(parts) == 1 and has_address(parts[0]) and (site := _SITE.fullmatch(parts[0])):
        parts = [site["name"]]
    key = "".join(fold(word) for part in parts for word in words(part) if fold(word) != "and")
    return key.removeprefix("the") or key


def _is_section(part: str) -> bool:
    found = [fold(word) for word in words(part)]
    return all(word in _SECTION or word in _SMALL for word in found)


def _read_edges(body: Sequence[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in (*body[:_EDGE], *body[-_EDGE:])]
