"""From the lines of printed pages, with their places, to paragraphs."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from statistics import median

from index.article.rows import is_row
from index.article.shape import BULLETS
from index.readers.press.hyphens import Hyphens, is_broken

_ITEM = re.compile(rf"(?:[{BULLETS}]|\(?[a-z][.)])\s+\S")
_DASHES = "–—-"
_NUMBERED = re.compile(rf"(?:[{_DASHES}]|\(?\d{{1,3}}[.)]|\d+(?:\.\d+)+\.?)\s+\S")
"""What begins an item of a list, unless it is within a sentence that goes on: `At` and `15.40 she left`."""
_CAPTION = re.compile(r"(?:Table|Figure|Fig\.|Chart|Box|Plate|Map|Exhibit)\s\d{1,3}[a-z]?[.:]\s")
END = re.compile(r"[.!?:;…。！？؟।]['\"’”»)\]]*$")
"""The end of a line that ends a sentence, or what introduces a list."""
_COUNT = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3})*)[.)]?\s")
_LEADER = re.compile(r"(?<!\.)(?<!\.\s)(?:\.\s?){3,}\s*\w{1,6}$")
"""The dots and the number of a page that end a line of a table of contents."""
_PROSE_LETTERS = 30
_GAP, _SIZE, _SHORT, _FULL, _LEADING, _HEADED = 1.25, 1.15, 0.6, 0.85, 1.8, 0.7


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: text, number of the page, place of its beginning and size in points.

    It may begin an `item`, be of a `note` that parts a sentence, and be set in `bold` as a whole.
    """

    text: str
    page: int
    x: float
    y: float
    size: float
    item: bool = False
    note: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in a document: distance of lines, and within paragraphs of each size; letters of a line; size."""

    spacing: float
    spacings: Mapping[float, float]
    width: int
    size: float


def body_size(lines: Sequence[Line]) -> float:
    """Return the size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def paragraphs_of(lines: Sequence[Line]) -> list[str]:
    """Return the paragraphs of the lines by gaps, indents and sizes; words broken at line ends are mended."""
    prose = [line for line in lines if not is_row(line.text)]
    drops = [(last.y - line.y, line.size) for last, line in pairwise(lines)]
    gaps = [drop for drop, size in drops if 0 < drop < 3 * size]
    lengths = sorted(len(line.text) for line in prose if len(line.text) > _PROSE_LETTERS)
    width = lengths[len(lengths) * 9 // 10] if lengths else _PROSE_LETTERS
    measure = _Measure(median(gaps) if gaps else inf, _spacings(lines), width, body_size(lines))
    text, notes = [line for line in lines if not line.note], [line for line in lines if line.note]
    hyphens = Hyphens([line.text for line in (*text, *notes) if not is_row(line.text)])
    return list(_joined(lines, measure, hyphens))


def _spacings(lines: Sequence[Line]) -> dict[float, float]:
    """Return the distance of two lines of one paragraph for each size; among many short ones it is not the usual."""
    gaps: defaultdict[float, list[float]] = defaultdict(list)
    for last, line in pairwise(lines):
        if 0.8 * line.size < last.y - line.y < 3 * line.size and abs(last.size - line.size) < 0.5:
            gaps[round(line.size)].append(last.y - line.y)
    return {size: sorted(found)[len(found) // 4] for size, found in gaps.items()}


def _joined(lines: Sequence[Line], measure: _Measure, hyphens: Hyphens) -> Iterator[str]:
    """Yield the paragraphs, notes behind that whose sentence they part."""
    held = ""
    last: Line | None = None
    notes: list[Line] = []
    for line in lines:
        if line.note:
            notes.append(line)
            continue
        if last is None or _breaks(last, line, held, measure):
            if held:
                yield held
            yield from _part_notes(notes, measure, hyphens)
            notes = []
            held = line.text
        else:
            held = hyphens.join(held, line.text)
        last = line
    if held:
        yield held
    yield from _part_notes(notes, measure, hyphens)


def _part_notes(notes: Sequence[Line], measure: _Measure, hyphens: Hyphens) -> Iterator[str]:
    """Yield the paragraphs of notes."""
    if notes:
        yield from _joined([replace(line, note=False) for line in notes], measure, hyphens)


def _breaks(last: Line, line: Line, held: str, measure: _Measure) -> bool:
    """Tell whether a paragraph begins at `line`."""
    if (
        is_row(last.text)
        or line.item
        or _ITEM.match(line.text)
        or max(last.size, line.size) > _SIZE * min(last.size, line.size)
    ):
        return True
    if is_broken(last.text, line.text):
        return False
    ended = bool(END.search(last.text))
    if last.bold != line.bold and not line.text[:1].islower() and (last.bold or ended):
        return True
    share = len(last.text) / measure.width
    if _LEADER.search(last.text):
        return True
    if _NUMBERED.match(line.text) and (ended or share < _SHORT or _follows(held, line.text)):
        return True
    if last.page != line.page or last.y <= line.y:
        return share < _SHORT or (ended and (share < _FULL or line.text[:1].isupper()))
    if _is_heading(last, line, measure) and _is_wrapped(last, line, measure):
        return False
    gap = last.y - line.y
    if gap > _GAP * measure.spacing or (ended and gap > _GAP * measure.spacings.get(round(line.size), inf)):
        return True
    if ended and _CAPTION.match(line.text):
        return True
    indented = line.x > last.x + 0.7 * line.size and not (_ITEM.match(held) or _NUMBERED.match(held))
    return indented or share < _SHORT or (ended and share < _FULL and not line.text[:1].islower())


def _follows(held: str, text: str) -> bool:
    """Tell whether a line has a dash as the item before it, or the number after its: 3 or 2.2 or 2.1.1 after 2.1."""
    if held[0] == text[0] in _DASHES:
        return True
    before, number = _COUNT.match(held), _COUNT.match(text)
    if not before or not number:
        return False
    old, new = before[1].split("."), number[1].split(".")
    depth = len(new)
    if depth > len(old):
        return new == [*old, "1"]
    return new[:-1] == old[: depth - 1] and int(new[-1]) == int(old[depth - 1]) + 1


def _is_heading(last: Line, line: Line, measure: _Measure) -> bool:
    """Tell whether two lines are set alike and larger than the text."""
    return abs(last.size - line.size) < 0.1 and line.size > _SIZE * measure.size


def _is_wrapped(last: Line, line: Line, measure: _Measure) -> bool:
    """Tell whether a heading goes on in a second line, as its next word had no place on the first."""
    room = measure.width * measure.size / line.size
    needed = len(last.text) + 1 + len(line.text.split(maxsplit=1)[0])
    return last.y - line.y <= _LEADING * line.size and needed > _HEADED * room and not END.search(last.text)
