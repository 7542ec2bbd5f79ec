"""Publishers: who published a document, by its first lines.

The name beside the date, or first, is that of the paper. An agency in a byline or in the tag of a report has
written it, and is told as its publisher only where no paper is named.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from index.article.credits import agency, is_byline, lead_agency
from index.article.datelines import dateline, has_mark, without_rows
from index.article.particulars import is_particular
from index.article.shape import DATE, is_sentence, words
from index.readers.imprints.imprint import is_dated_column
from index.readers.imprints.nameplates import is_nameplate, read_nameplate
from index.readers.imprints.outlets import LONGEST, is_beside, is_outlet, part_line, split_title, tells_outlet

_HEAD, _BEGINNING, _LEAST = 8, 3000, 4
"""Lines that are looked at, letters in which a name is looked for again, words of a headline under a nameplate."""
_JOINED = re.compile(r"\s*[,|/·]\s*|\s+(?:and|&|for|with)\s+")
_BY = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)
_STAFF = re.compile(r"(?:^|\s+)(?:staff|reporters?|correspondents?|in\s[A-Z]\w+)$", re.IGNORECASE)
_NOBODY = frozenset(("agencies", "news agencies", "news agency", "news service", "wire", "newswire"))
_AGENCY_WORDS = 4
_VOLUME = re.compile(r"\s\d{1,4}$")


def find_publisher(head: Sequence[str], title: str) -> str | None:
    """Return who published a document, None where its first lines, of which one may be its `title`, do not tell."""
    lines = [line if len(line) <= LONGEST and not has_mark(line) else "" for line in without_rows(head[: _HEAD + 1])]
    lines = lines[:_HEAD]
    _, behind = split_title(title)
    return behind or _find_outlet(lines, title) or _find_nameplate(lines, title, head) or _find_author(head)


def is_running_head(line: str) -> bool:
    """Tell whether a line says of which paper and day a page is, and nothing else: `THE LISK POST, MAY 3, 1884.`"""
    name = _find_in_line(line) if len(line) <= LONGEST and DATE.search(line) else None
    return name is not None and tells_outlet(line, name)


def _find_outlet(lines: Sequence[str], title: str) -> str | None:
    """Return the outlet, by the words that such names end in, beside a date or a byline."""
    head = [line for line in lines if line != title or is_outlet(title) or is_dated_column(title)]
    for place, line in enumerate(head):
        if is_outlet(line):
            near = [_next_to(head[place + 1 :]), _next_to(head[:place][::-1])]
            if any(dateline(other) or is_byline(other) for other in near):
                return line
        elif DATE.search(line) and (name := _find_in_line(line)):
            return name
        if is_sentence(line) and not DATE.search(line):
            return None
    return None


def _find_in_line(line: str) -> str | None:
    parts = list(part_line(line))
    signed = any(is_byline(part) for part in parts)
    return next((part for part in parts if is_outlet(part, signed)), None)


def _next_to(lines: Sequence[str]) -> str:
    """Return the first line that does more than give number, price or edition."""
    return next((line for line in lines if not is_particular(line)), "")


def _find_nameplate(lines: Sequence[str], title: str, head: Sequence[str]) -> str | None:
    """Return who is named by position: in or beside the line of the date, under the title or above a headline."""
    text = "\n".join([title, *head])[:_BEGINNING]
    for place, line in enumerate(lines):
        dated = DATE.search(line) is not None
        if not line or (is_beside(line) and not dated):
            continue
        if line == title and not _heads(lines, place):
            continue
        if line != title and is_sentence(line) and not dated:
            return None
        if dated:
            name = _read_dated(line, text)
        elif line == title or _is_dated(lines, place, title):
            name = read_nameplate(line, text)
        else:
            continue
        if name:
            return name
    return None


def _read_dated(line: str, text: str) -> str | None:
    """Return the name in the line of a date, without the number of a volume behind it; in a sentence it is first."""
    parts = list(part_line(line))
    names = [_VOLUME.sub("", part) for part in (parts[:1] if is_sentence(line) else parts) if not is_byline(part)]
    return next((name for name in names if is_nameplate(name, text)), None)


def _is_dated(lines: Sequence[str], place: int, title: str) -> bool:
    """Tell whether a date stands before or after a line, with nothing but the title and who wrote it between them."""
    for side in (lines[place + 1 :], lines[:place][::-1]):
        other = next((line for line in side if line != title and not is_particular(line) and not is_byline(line)), "")
        if dateline(other):
            return True
    return False


def _heads(lines: Sequence[str], place: int) -> bool:
    """Tell whether a date stands in or beside a line and a headline follows, so that it is no title itself."""
    following = [line for line in lines[place + 1 :] if line and not is_particular(line)]
    near = (*following[:1], _next_to(lines[:place][::-1]))
    if not any(dateline(line) for line in near) and not DATE.search(lines[place]):
        return False
    heading = next((line for line in following if not is_beside(line)), "")
    return len(words(heading)) >= _LEAST and not (is_sentence(heading) or heading.istitle())


def _find_author(head: Sequence[str]) -> str | None:
    """Return the agency, or else the paper, in a byline; last who is named before the text begins."""
    text = "\n".join(head)[:_BEGINNING]
    signed = (DATE.sub("", line).strip(" |,-–—·•") for line in head if len(line) <= LONGEST)
    parts = [part for line in signed if is_byline(line) for part in _part_byline(line)]
    agencies = [part for part in parts if agency(part) and part.lower() not in _NOBODY]
    if agencies:
        return agencies[0] if len(words(agencies[0])) <= _AGENCY_WORDS else agency(agencies[0])
    papers = (part for part in parts[1:] if is_nameplate(part, text))
    tags = {name for line in head if (name := lead_agency(line)) and len(words(name)) <= _AGENCY_WORDS}
    # Several are those of persons in a list (`Ann Lee (Green) – …`), or of parts that others have written.
    return next(chain(papers, tags if len(tags) == 1 else ()), None)


def _part_byline(line: str) -> Iterator[str]:
    """Yield those whom a byline names, each without what they are there."""
    parts = (_STAFF.sub("", part).strip() for part in _JOINED.split(_BY.sub("", line)))
    yield from (part for part in parts if part)
