"""Pages: text that was set for a printer, with form feeds between pages that repeat their heads and feet."""

import re
from collections import Counter
from itertools import pairwise

_NUMBER = re.compile(
    r"\W*(?:page|seite|pág\.?|p\.)?\s*(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?\W*", re.I
)
_DIGITS = re.compile(r"\d+")
_ENDED = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*\s*$")
_EDGE, _SHARE, _LEAST, _TAIL = 2, 0.3, 3, 100
"""Lines at each edge of a page, share of the pages that repeat one, the fewest pages that are compared, and characters
that tell whether a page ends a sentence."""


def join_pages(text: str) -> str:
    """Return text without form feeds, the numbers, heads and feet of its pages; a paragraph goes on over a page."""
    pages = [page.strip("\n").split("\n") for page in text.replace("\r\n", "\n").split("\f") if page.strip()]
    if len(pages) < 2:
        return text
    repeated = _find_repeated(pages) if len(pages) >= _LEAST else set()
    # What stands on the first page too may be the title, from which the heads of the others are taken.
    gone = [set(), *[repeated] * (len(pages) - 1)]
    bodies = ["\n".join(_body(page, heads)).strip("\n") for page, heads in zip(pages, gone, strict=True)]
    return _join([body for body in bodies if body.strip()])


def _find_repeated(pages: list[list[str]]) -> set[str]:
    """Return the lines at the edges of pages, digits masked, that several of them have."""
    found = Counter(key for page in pages for key in {_mask(page[place]) for place in _edges(page)})
    return {key for key, count in found.items() if count >= max(2, _SHARE * len(pages))}


def _edges(page: list[str]) -> list[int]:
    filled = [place for place, line in enumerate(page) if line.strip()]
    return filled[:_EDGE] + filled[_EDGE:][-_EDGE:]


def _body(page: list[str], repeated: set[str]) -> list[str]:
    edges = _edges(page)
    ends = {edges[0], edges[-1]}
    gone = {
        place
        for place in edges
        if _mask(page[place]) in repeated or (place in ends and _NUMBER.fullmatch(page[place].strip()))
    }
    return [line for place, line in enumerate(page) if place not in gone]


def _mask(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))


def _join(bodies: list[str]) -> str:
    whole = bodies[:1]
    for last, body in pairwise(bodies):
        goes_on = not _ENDED.search(last[-_TAIL:]) and body.lstrip()[:1].islower()
        whole += ["\n" if goes_on else "\n\n", body]
    return "".join(whole)
