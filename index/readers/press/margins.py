"""What is printed in the margins of pages: running heads, page numbers, and what a browser prints around a page."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.article.shape import has_address, is_sentence
from index.readers.press.typeset import Line, body_size

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|seite|pág\.?|p\.)?\s*(?:\d{1,4}|[ivxl]{1,7})"
    r"(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?\W*$",
    re.I,
)
_COUNTED = re.compile(r"[^\W\d_]+ \d{1,4}\.?$")
"""The heading of a part, `Lesson 3`, of which each page may have the next."""
_EDGE = 3
"""Lines that a head or a foot has at most."""
_REPEATED_SHARE, _BAND_SHARE = 0.3, 0.5
_APART, _LARGER, _FIRM = 1.5, 1.3, 3
"""Space between the margin and the text, and size from which a line is a title, in sizes of the text; pages on which a
head is one for certain."""
_BROWSER = re.compile(r"^[a-z]+://\S+|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? \d{1,2}:\d\d\b")
_PRINTED = re.compile(r"^[a-z]+://.*\s(\d{1,4})/\d{1,4}$")
"""What a browser prints above and below a page, and that which has the number of the page as well."""

Page = Sequence[Line]
Key = tuple[str, int, int | None]
Band = tuple[int, int]


def drop_margins(pages: Sequence[Page]) -> list[list[Line]]:
    """Return the lines of the pages without running heads, feet and page numbers."""
    largest = _LARGER * body_size([line for page in pages for line in page])
    often = _repeated([[line for line in page if line.size <= largest] for page in pages])
    edges = _Edges(pages, largest)
    return [edges.strip(number, list(_inner(page, often, largest))) for number, page in enumerate(pages)]


def _repeated(pages: Sequence[Page]) -> set[str]:
    """Return the lines printed first or last, digits masked, that a good part of the pages have."""
    if len(pages) < 3:
        return set()
    near = Counter(key for page in pages for key in {_masked(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    outer = Counter(key for page in pages for key in {_masked(line) for line in (*page[:1], *page[-1:])})
    # A share, because left and right pages have different heads; three, because chapters have their own.
    often = {key for key, count in near.items() if count >= max(3, _REPEATED_SHARE * len(pages))}
    return often | {key for key, count in outer.items() if count >= 3 and any(map(str.isalpha, key))}


def _masked(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _goes_on(line: Line) -> bool:
    """Tell whether a line goes on with a sentence, as no head does."""
    return line.text[:1].islower() and "://" not in line.text and not has_address(line.text)


def _inner(page: Page, often: set[str], largest: float) -> Iterator[Line]:
    last = len(page) - 1
    for place, line in enumerate(page):
        edge = place < _EDGE or place > last - _EDGE
        repeated = _masked(line) in often and line.size <= largest and not _goes_on(line)
        number = place in (0, last) and not line.item and _PAGE_NUMBER.match(line.text)
        if not (edge and (repeated or number)):
            yield line


class _Edges:
    """What stands at the edges of pages: apart from the text, and at the same place on other pages."""

    def __init__(self, pages: Sequence[Page], largest: float) -> None:
        self._largest = largest
        self._sides = [_sides(page, _APART * largest / _LARGER) for page in pages]
        self._holders: defaultdict[Key, set[int]] = defaultdict(set)
        for number, sides in enumerate(self._sides):
            for line in (line for rows in sides for row in rows for line in row):
                for key in _keys(line, number):
                    self._holders[key].add(number)
        self._bands = self._usual_bands(len(pages))

    def strip(self, number: int, page: Page) -> list[Line]:
        """Return the lines of a page without its margins; what only two pages share is kept on the one or the other."""
        gone: set[Line] = set()
        kept: list[list[Line]] = []
        for at, (*rows, text) in enumerate(self._sides[number]):
            kept.append([])
            for row in rows:
                same = self._pages(row, number)
                if not self._is_margin(row, text, number):
                    break
                gone.update(row)
                outermost = (min, max)[at](same, default=number) == number
                if outermost and len(same) < _FIRM and not self._is_firm(row, number):
                    kept[at] += [line for line in row if line in page]
        head, foot = [*kept, [], []][:2]
        return [*head, *(line for line in page if line not in gone), *foot]

    def _is_margin(self, row: Sequence[Line], text: Sequence[Line], number: int) -> bool:
        if _is_own_number(row, number) or (
            self._is_printed(number) and any(_BROWSER.search(line.text) for line in row)
        ):
            return True
        same = self._pages(row, number)
        # Where the text is the same as well the pages are copies of one another.
        copied = len(same & self._pages(text, number)) > max(1, len(same) / 2)
        again = (len(same) > 1 and not copied) or any(_band(line) in self._bands for line in row)
        return again and not any(line.size > self._largest or is_sentence(line.text) for line in row)

    def _is_printed(self, number: int) -> bool:
        """Tell whether a browser printed a page: its address and its number stand at the foot."""
        feet = (line.text for rows in self._sides[number][1:] for row in rows[:-1] for line in row)
        return any(match[1] == str(number + 1) for foot in feet if (match := _PRINTED.match(foot)))

    def _is_firm(self, row: Sequence[Line], number: int) -> bool:
        """Tell whether a row has the number of the page, the mark of a browser, or the place of usual heads."""
        if _is_own_number(row, number):
            return True
        numbered = any(len(self._holders[key]) > 1 for line in row for key in _keys(line, number) if key[2] is not None)
        return numbered or any(_band(line) in self._bands or _BROWSER.search(line.text) for line in row)

    def _pages(self, row: Sequence[Line], number: int) -> set[int]:
        """Return the pages that have one of the lines at the same place."""
        found = [self._holders[key] for line in row for key in _keys(line, number)]
        return max(found, key=len, default=set())

    def _usual_bands(self, pages: int) -> set[Band]:
        """Return the heights at which most pages have a line that others have as well."""
        counts = Counter(
            band
            for number, sides in enumerate(self._sides)
            for band in {_band(row[0]) for *rows, _ in sides for row in rows if len(self._pages(row, number)) > 1}
        )
        return {band for band, count in counts.items() if count >= max(_FIRM, _BAND_SHARE * pages)}


def _sides(page: Page, space: float) -> list[list[list[Line]]]:
    """Return the few rows above the rest of a page and those below it that white space parts from it, and the next."""
    rows: defaultdict[int, list[Line]] = defaultdict(list)
    for line in page:
        rows[round(line.y)].append(line)
    sides = []
    for order in (sorted(rows, reverse=True), sorted(rows)):
        edge = next((at for at, (one, other) in enumerate(pairwise(order), 1) if abs(one - other) > space), 0)
        sides.append([rows[y] for y in order[: edge + 1]] if edge <= _EDGE else [[]])
    return sides if rows else []


def _is_own_number(row: Sequence[Line], number: int) -> bool:
    """Tell whether a row is nothing but the number that its page has by count."""
    alone = len(row) == 1 and _PAGE_NUMBER.match(row[0].text)
    return bool(alone) and _DIGITS.findall(row[0].text)[:1] == [str(number + 1)]


def _band(line: Line) -> Band:
    return round(line.y), round(line.size)


def _keys(line: Line, page: int) -> Iterator[Key]:
    """Yield what a line has in common with the same line on another page: all, or all but the number of the page."""
    if _goes_on(line):
        return
    yield line.text, round(line.y), None
    if _COUNTED.match(line.text) and not _PAGE_NUMBER.match(line.text):
        return
    for match in _DIGITS.finditer(line.text):
        if len(match[0]) <= 4:
            yield f"{line.text[: match.start()]}#{line.text[match.end() :]}", round(line.y), int(match[0]) - page
