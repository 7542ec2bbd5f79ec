"""Particulars: what stands beside a paper's name and day: edition, number, page, price, hour of a change, who copied.

They say nothing of who published it or when, so that a line is read without them.
"""

import re

from index.article.shape import DATE

_PARTS = re.compile(r"(\s*[|·•()\[\]]\s*|\s+[–—-]{1,2}\s+|[,;]\s+|\.\s+(?=[A-Z][a-z])|(?<=[A-Z\x00])\.\s+(?=[A-Z]{2}))")
_NUMBER = r"\d[\d.,/-]*"
_NOTICE = r"(?:(?:press|news|media)\s)?(?:release|statement|notice|bulletin|circular)\s"
_TIME = r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?"
_MONEY = r"(?:[£$€¥]\s?\d+(?:[.,]\d\d?)?|\d+(?:[.,]\d\d?)?\s?(?:p|c|ct|[£$€]|cents?|pence|eur|usd|gbp|kr\.?|crowns?))"
_PARTICULAR = re.compile(
    r"(?:(?:the\s)?(?:[\w-]+\s){0,2}edition|late\s(?:final|extra)|(?:night|final|city)\s(?:final|extra)"
    rf"|(?:{_NOTICE})?(?:no|nr|number|issue|edition|vol|volume|page|pages|p|pp)\.?\s?{_NUMBER}(?:\s\d{{4}})?"
    r"|(?:vol|volume)\.?\s(?-i:[IVXLC]+)"
    rf"|(?:price|cover\sprice)?:?\s?{_MONEY}|price\s(?:[a-z]+[\s-]){{1,2}}(?:half)?(?:penny|pence)"
    rf"|(?:first\s|last\s)?(?:published|posted|updated|changed|modified)(?:\sat)?\s{_TIME}"
    r"|(?:last\s)?updated\s\d{1,2}\s\w+|(?:last\s)?updated\s[a-z]+\s\d{1,2}"
    r"|(?:dictated|transcribed|typed|retyped|copied|translated|scanned|digiti[sz]ed)(?:\s(?:out|down))?(?:\s(?:by|from)\s[^.;|]+)?"
    r"|(?:not\s)?for\s(?:immediate\s)?release|(?:established|founded|since|est\.?)(?:\sin)?\s\d{4})",
    re.IGNORECASE,
)
_PAGE = re.compile(r"^\[?\d{1,3}\]?\s+(?=[A-ZÀ-Ý]{3,}\s)|(?<=\b[12]\d{3}\.)\s+\[?\d{1,3}\]?$")
"""The number of a page before or behind the running head of a paper, which is in capitals."""
_LONGEST = 150
_DAY = "\x00"
"""Stands for a date while a line is parted: no document has it."""


def drop_particulars(line: str) -> str:
    """Return a short line without those of its parts that are particulars, and without the marks before them."""
    if len(line) > _LONGEST or not _PARTS.search(line):
        return line
    if line.isupper() and DATE.search(line):
        line = _PAGE.sub("", line)
    dates = iter(DATE.finditer(line))
    parts = _PARTS.split(DATE.sub(_DAY, line))
    kept = [place for place in range(0, len(parts), 2) if not _is_particular(parts[place])]
    if not kept or 2 * len(kept) > len(parts):
        return line
    plain = "".join(("" if place == kept[0] else parts[place - 1]) + parts[place] for place in kept).strip()
    plain = re.sub(_DAY, lambda _: next(dates)[0], plain)
    return plain if "(" in plain or "[" in plain else plain.rstrip(" )]")


def is_particular(line: str) -> bool:
    """Tell whether a line holds nothing but particulars."""
    parts = [part for part in _PARTS.split(line)[::2] if part.strip()] if len(line) <= _LONGEST else []
    return bool(parts) and all(map(_is_particular, parts))


def _is_particular(part: str) -> bool:
    return _PARTICULAR.fullmatch(part.strip(" .")) is not None
