"""Outlets: the name of the paper or broadcaster that a document is from, by the words that such names end in.

A title may have it behind a dash, or be nothing but the name of who issued the document.
"""

import re
from collections.abc import Iterator, Sequence

from index.article.credits import is_byline, is_caption
from index.article.datelines import dateline, say_beside
from index.article.particulars import drop_particulars, is_particular
from index.article.shape import DATE, find_date, has_address, is_item, is_sentence, label, squeezed, words

LARGEST_NAME = 6
"""Words of a name at most."""
LONGEST = 150
"""Characters of a line that may name an outlet among other things."""
_SURE = (
    r"gazette|times|post|herald|tribune|courier|observer|mail|news|chronicle|telegraph|echo|dispatch|examiner|inquirer"
    r"|enquirer|sentinel|beacon|ledger|advertiser|argus|tidings|newswire|wire|radio|television|tv|broadcasting|zeitung"
    r"|news\s(?:service|agency|network)|press\s(?:agency|association|service)|broadcasting\s(?:corporation|service)"
)
_UNSURE = (
    r"standard|express|independent|guardian|reporter|messenger|mercury|star|sun|globe|mirror|record|register|review"
    r"|journal|monitor|bulletin|press|voice|nation"
)
_NAME = re.compile(
    rf"(?:.*\b(?:{_SURE})|(?:the|.*\b(?:daily|evening|morning|sunday|weekly))\s(?:.*\b)?(?:{_UNSURE})|radio\s.*)",
    re.IGNORECASE,
)
_SIGNED_NAME = re.compile(rf".*\b(?:{_UNSURE}|daily|weekly|quarterly|today|magazine)", re.IGNORECASE)
"""A name that is one where the author stands beside it in the same line."""
KIND = re.compile(
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
_PARTED = re.compile(r"\s*[|·•()\[\]]\s*|\s+[–—-]{1,2}\s+|,\s+|(?<=[A-Z]{4})\.\s+(?=[A-Z])|[.,]$|^[.,]\s+")
_SUFFIX = re.compile(r"^(?P<title>\S.*?\S)\s+[-–—|]\s+(?P<name>[^-–—|]{3,60})$")


def is_outlet(name: str, signed: bool = False) -> bool:
    """Tell whether a few words, all in capitals but the small ones, are the name of a paper, agency or broadcaster.

    `signed` is where the author stands beside it: fewer names mean anything else there.
    """
    telling = sum(word.lower() not in _SMALL for word in words(name))
    if len(words(name)) < 2 or telling > LARGEST_NAME or not is_titled(name):
        return False
    named = _NAME.fullmatch(name) or (signed and _SIGNED_NAME.fullmatch(name))
    return bool(named) and KIND.fullmatch(name) is None


def is_titled(name: str) -> bool:
    """Tell whether words are set as a name: in capitals but for small ones, no sentence, byline, appeal, address."""
    if name.endswith((".", ":", ";", ",", "?", "!")) or is_byline(name) or _CALL.match(name):
        return False
    return all(word[0].isupper() or word.lower() in _SMALL for word in words(name)) and not has_address(name.lower())


def split_title(title: str) -> tuple[str, str | None]:
    """Return a title without the name of its outlet, and that name: `Ferry sinks - The Lisk Post`."""
    match = _SUFFIX.match(title)
    if match is None or not is_outlet(match["name"]) or len(words(match["title"])) < 2:
        return title, None
    return match["title"], match["name"]


def is_beside(line: str) -> bool:
    """Tell whether a line only says who wrote or sent a document, to whom or when, and so is no heading of it."""
    told = dateline(line) or is_byline(line) or label(line) or _ADDRESSED.match(line)
    return bool(told) or is_particular(line)


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
    return few and ((title.isupper() and not title.endswith(".")) or _FIRM.search(title) is not None)


def tells_outlet(line: str, publisher: str | None) -> bool:
    """Tell whether a line says only who published, wrote and when, and `publisher` is who published."""
    if publisher is None or len(line) > LONGEST:
        return False
    key = squeezed(publisher)
    if key not in squeezed(line):
        return False
    parts = list(part_line(line))
    rest = [part for part in parts if squeezed(part) != key and not is_byline(part)]
    return len(rest) < len(parts) and not any(words(say_beside(part)) for part in rest)


def part_line(line: str) -> Iterator[str]:
    """Yield the pieces of a line between its marks, without its dates and without edition, number, price and page."""
    pieces = (piece.strip(" –—-.") for piece in _PARTED.split(DATE.sub(" | ", drop_particulars(line))) if piece)
    yield from (piece for piece in pieces if words(piece))
