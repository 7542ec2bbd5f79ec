"""Outlets: the name of the paper or broadcaster that a document is from, by the words that such names end in.

A title may have it behind a dash, or be nothing but the name of who issued the document.
"""

import re
from collections.abc import Iterator, Sequence

from index.datelines import dateline, has_mark, say_beside, without_rows
from index.shape import DATE, find_date, is_byline, is_caption, is_item, is_sentence, label, squeezed, words

_HEAD, _LONGEST, _WORDS = 6, 150, 6
"""Lines that are looked at, characters of one, words of a name."""
_SURE = (
    r"gazette|times|post|herald|tribune|courier|observer|mail|news|chronicle|telegraph|echo|dispatch|examiner|inquirer"
    r"|enquirer|sentinel|beacon|ledger|advertiser|argus|tidings|newswire|radio|television|tv|broadcasting|zeitung"
    r"|news\s(?:service|agency|network)|press\s(?:agency|association|service)|broadcasting\s(?:corporation|service)"
)
_UNSURE = (
    r"standard|express|independent|guardian|reporter|messenger|mercury|star|sun|globe|mirror|record|register|review"
    r"|journal|monitor|bulletin|press|wire|voice|nation"
)
_NAME = re.compile(
    rf"(?:.*\b(?:{_SURE})|(?:the|.*\b(?:daily|evening|morning|sunday|weekly))\s(?:.*\b)?(?:{_UNSURE})|radio\s.*)",
    re.IGNORECASE,
)
_SIGNED_NAME = re.compile(rf".*\b(?:{_UNSURE}|daily|weekly|quarterly|today|magazine)", re.IGNORECASE)
"""A name that is one where the author stands beside it in the same line."""
_KIND = re.compile(
    r"(?:latest|breaking|world|local|national|regional|business|sports?|top|more|our|your|press|good|bad|health|science"
    r"|technology|politic(?:s|al)|company|market|industry|school|church|parish|club|village|community|family|other|recent"
    r"|related|home|city|international|opening|closing|tide|train|bus|office|prayer|service|blog|guest|last|first|social"
    r"|trading|electronic|junk|voice|staff|chief|senior|local)\s(?:news|times|post|mail|radio|tv)",
    re.IGNORECASE,
)
"""What such a name is not: a kind of news, of times or of post."""
_CALL = re.compile(
    r"(?:about|advertise|contact|follow|from|join|log|more|read|search|see|subscribe|visit|welcome)\b", re.I
)
"""What an appeal to the reader begins with."""
_FOLLOWING, _HEADING, _ISSUER, _LEAST = 4, 120, 7, 3
"""Lines among which the heading under an issuer stands, characters that it has at most; words of an issuer at most, of
a heading at least."""
_FIRM = re.compile(r"\b(?:plc|PLC|Ltd|Limited|LLP|LLC|Inc|Corp|GmbH|AG|AS|SA|Oy)\.?$")
_ADDRESSED = re.compile(r"(?:From|To|Cc|Date|Sent):\s")
"""A line above a letter, a memorandum or a message."""
_SMALL = frozenset("of the and & for de la le der die das von on in".split())
_PARTED = re.compile(r"\s*[|·•()\[\]]\s*|\s+[–—-]{1,2}\s+|,\s+|[.,]$|^[.,]\s+")
_SUFFIX = re.compile(r"^(?P<title>\S.*?\S)\s+[-–—|]\s+(?P<name>[^-–—|]{3,60})$")


def is_outlet(name: str, signed: bool = False) -> bool:
    """Tell whether a few words, all in capitals but the small ones, are the name of a paper, agency or broadcaster.

    `signed` is where the author stands beside it: fewer names mean anything else there.
    """
    found = words(name)
    if not 2 <= len(found) <= _WORDS or name.endswith((".", ":", ";", ",", "?", "!")) or is_byline(name):
        return False
    if _CALL.match(name):
        return False
    capital = all(word[0].isupper() or word.lower() in _SMALL for word in found)
    named = _NAME.fullmatch(name) or (signed and _SIGNED_NAME.fullmatch(name))
    return capital and bool(named) and _KIND.fullmatch(name) is None


def find_outlet(lines: Sequence[str]) -> str | None:
    """Return the outlet that the first lines name beside a date or a byline; None where they name none."""
    head = without_rows(lines[: _HEAD + 1])[:_HEAD]
    for place, line in enumerate(head):
        if len(line) > _LONGEST or has_mark(line):
            continue
        if is_outlet(line):
            near = [*head[max(0, place - 1) : place], *head[place + 1 : place + 2]]
            if any(dateline(other) or is_byline(other) for other in near):
                return line
        elif DATE.search(line) and (name := _find_in_line(line)):
            return name
        if is_sentence(line) and not DATE.search(line):
            return None
    return None


def _find_in_line(line: str) -> str | None:
    parts = list(_part(line))
    signed = any(is_byline(part) for part in parts)
    return next((part for part in parts if is_outlet(part, signed)), None)


def split_title(title: str) -> tuple[str, str | None]:
    """Return a title without the name of its outlet, and that name: `Ferry sinks - The Lisk Post`."""
    match = _SUFFIX.match(title)
    if match is None or not is_outlet(match["name"]) or len(words(match["title"])) < 2:
        return title, None
    return match["title"], match["name"]


def is_beside(line: str) -> bool:
    """Tell whether a line only says who wrote or sent a document, to whom or when, and so is no heading of it."""
    return bool(dateline(line) or is_byline(line) or label(line) or _ADDRESSED.match(line))


def extend_title(title: str, paragraphs: Sequence[str], publisher: str | None = None) -> str:
    """Return a title that only tells who issued a document together with the heading that follows it.

    Where a line names another `publisher`, the title is whole.
    """
    if not _is_issuer(title):
        return title
    for line in paragraphs[:_FOLLOWING]:
        if publisher and squeezed(line) == squeezed(publisher) != squeezed(title):
            return title
        if line[0] == "(" or squeezed(line) == squeezed(title) or is_beside(line):
            continue
        if is_item(line) or is_sentence(line) or is_caption(line) or find_date(line) or len(line) > _HEADING:
            return title
        return f"{title}: {line}" if len(words(line)) >= _LEAST else title
    return title


def _is_issuer(title: str) -> bool:
    """Tell whether a title is a few words in capitals, as of a letterhead, or the name of a firm."""
    few = len(words(title)) <= _ISSUER
    return few and (title.isupper() or _FIRM.search(title) is not None)


def tells_outlet(line: str, publisher: str | None) -> bool:
    """Tell whether a line says only who published, wrote and when, and `publisher` is who published."""
    if publisher is None or len(line) > _LONGEST:
        return False
    key = squeezed(publisher)
    if key not in squeezed(line):
        return False
    parts = list(_part(line))
    rest = [part for part in parts if squeezed(part) != key and not is_byline(part)]
    return len(rest) < len(parts) and not any(words(say_beside(part)) for part in rest)


def _part(line: str) -> Iterator[str]:
    """Yield the pieces of a line between its marks, without its dates."""
    pieces = (piece.strip(" –—-.") for piece in _PARTED.split(DATE.sub(" | ", line)) if piece)
    yield from (piece for piece in pieces if words(piece))
