"""From lines to paragraphs: hard-wrapped lines are joined, one-line paragraphs are left alone."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.readers.plain.overruns import END, ITEM, is_overrun, is_resumed
from index.readers.press.hyphens import Hyphens, is_broken

_BLANK = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")
_AUTHOR = re.compile(r"\s*(?:(?:posted|written|reported|edited) )?by [A-ZÀ-Ý]")
_SHORT = 0.75
"""Share of the width below which a line was not broken for want of room."""
_RUNNING, _RUNNING_PASSAGE = 0.2, 0.5
"""Share of the lines that go on within a sentence where a text, and where one passage of it, is wrapped."""
_LONGER, _FEW = 10, 4
"""One line of so many may be longer than the width at which a text is wrapped, and one where there are but a few."""
_WIDEST = 120
_NARROWEST = 30


def reflow(text: str) -> list[str]:
    """Return the paragraphs of plain text, however its lines are broken; whitespace inside them is single."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").expandtabs(4)
    blocks = [block.split("\n") for block in _BLANK.split(text.strip("\n"))]
    width = _wrap_width(blocks)
    lines = [line.strip() for block in blocks for line in block]
    hyphens = Hyphens(lines) if any(is_broken(*pair) for pair in pairwise(lines)) else None
    widths = [width or _passage_width(block) for block in blocks]
    paragraphs = (
        paragraph
        for block, measure in zip(blocks, widths, strict=True)
        for paragraph in _join_lines(block, measure, hyphens)
    )
    return [clean for paragraph in paragraphs if (clean := _single_spaced(paragraph))]


def _single_spaced(line: str) -> str:
    """Return a line whose words have one space between them; most lines are such and need not be split."""
    return line.strip() if line.isprintable() and "  " not in line else " ".join(line.split())


def _passage_width(block: Sequence[str]) -> int | None:
    """Return the column at which one passage was wrapped in a text that is not, as one that a letter quotes."""
    return _wrap_width([block], _RUNNING_PASSAGE) if len(block) > _FEW else None


def _wrap_width(blocks: Sequence[Sequence[str]], share: float = _RUNNING) -> int | None:
    """Return the column at which the lines were wrapped, or None if each line is a paragraph.

    `share` is that of the lines which go on within a sentence, at least.
    """
    pairs = [pair for block in blocks for pair in pairwise(block)]
    running = sum(_runs_on(line, following) for line, following in pairs)
    if not pairs or running < share * len(pairs):
        return None
    lengths = sorted((len(line) for block in blocks for line in block[:-1]), reverse=True)
    # A few lines may be longer than the others: a heading that was not broken, what was mended by hand.
    widest = lengths[len(lengths) // 20]
    longer = max(len(lengths) // _LONGER, len(lengths) >= _FEW)
    tried = [widest, *dict.fromkeys(each for each in lengths[: 1 + longer] if each < widest)]
    fitting = (width for width in tried if _NARROWEST <= width <= _WIDEST)
    return next((width for width in fitting if _is_wrapped(pairs, width)), None)


def _runs_on(line: str, following: str) -> bool:
    """Tell whether a sentence goes on from one line to the next."""
    return (not END.search(line) and following.lstrip()[:1].islower()) or is_overrun(line, following)


def _is_wrapped(pairs: Sequence[tuple[str, str]], width: int) -> bool:
    """Tell whether half of the lines could not take the first word of the next."""
    return sum(_is_full(line, following, width) for line, following in pairs) >= 0.5 * len(pairs)


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the first word of the following line had no place left on this one."""
    word = following.split(maxsplit=1)
    return len(line.rstrip()) + 1 + len(word[0] if word else "") > width


def _join_lines(lines: Sequence[str], width: int | None, hyphens: Hyphens | None) -> Iterator[str]:
    """Yield the paragraphs of one block of lines that were wrapped at `width` (None: not wrapped)."""
    held: list[str] = []
    last = ""
    for line in lines:
        whole = _breaks(last, line, held, width) if width else not _resumes(last, line, held)
        if held and not whole:
            _append(held, line, hyphens)
        else:
            yield from _joined(held)
            held = [line] if line else []
        last = line
    yield from _joined(held)


def _joined(held: Sequence[str]) -> list[str]:
    whole = " ".join(held)
    return [whole] if whole.strip() else []


def _resumes(last: str, line: str, held: Sequence[str]) -> bool:
    """Tell whether `line` goes on with the sentence before it in a text whose lines are paragraphs otherwise."""
    within = len(held) > 1
    return is_overrun(last, line, within) or is_resumed(last, line, within)


def _breaks(last: str, line: str, held: Sequence[str], width: int) -> bool:
    """Tell whether `line` begins a paragraph: a list item, an indent, or the line before ended early."""
    if ITEM.match(line):
        return True
    deeper = len(line) - len(line.lstrip()) >= len(last) - len(last.lstrip()) + 2
    if deeper and not ITEM.match(" ".join(held[:2])):
        return True
    if _is_full(last, line, width) or is_overrun(last, line, within=len(held) > 1):
        return False
    short = len(last.rstrip()) < _SHORT * width
    if line.lstrip()[:1].islower():
        return short and held == [last] and _AUTHOR.match(line) is not None
    return short or bool(END.search(last))


def _append(held: list[str], line: str, hyphens: Hyphens | None) -> None:
    before, text = held[-1].rstrip(), line.strip()
    if hyphens and is_broken(before, text):
        held[-1] = hyphens.join(before, text)
    else:
        held.append(line)
