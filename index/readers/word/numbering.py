"""The numbers and bullets that Word sets before the items of a list: they are in no paragraph's text."""

import re
from collections import defaultdict
from string import ascii_lowercase
from typing import Any

from index.readers.word.wording import find

_BULLET = "• "
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_HIGHEST, _STYLES = 399, 20
"""The highest number that is written in letters; styles that are based one on the other at most."""
_PLACE = re.compile(r"%(\d)")


class Numbering:
    """The lists of a document, counted while its paragraphs are told one after the other."""

    def __init__(self, part: Any, styles: Any) -> None:
        """Take the root elements of the parts for numbering (None where there is none) and for styles."""
        self._styles = {style.styleId: style for style in find(styles, "w:style[@w:styleId]")}
        kinds = [] if part is None else find(part, "w:abstractNum")
        self._lists = {} if part is None else {_value(each, "@w:numId"): each for each in find(part, "w:num")}
        self._kinds = {_value(each, "@w:abstractNumId"): each for each in kinds}
        self._linked = {_value(each, "w:styleLink/@w:val"): each for each in kinds}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: Any) -> str:
        """Return the number or bullet of the next paragraph with a space behind it, "" where it has none."""
        number, depth = self._place(paragraph)
        if number in ("", "0"):
            return ""
        level = self._level(number, depth)
        form = _value(level, "w:numFmt/@w:val") if level is not None else "bullet"
        if level is None or form in ("bullet", "none"):
            return _BULLET if form == "bullet" else ""
        self._count(number, depth)
        return self._written(number, level)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and the depth in it, which a paragraph has by itself or from its styles."""
        number = depth = ""
        at, name = paragraph, _value(paragraph, "w:pPr/w:pStyle/@w:val")
        for _ in range(_STYLES):
            number = number or _value(at, "w:pPr/w:numPr/w:numId/@w:val")
            depth = depth or _value(at, "w:pPr/w:numPr/w:ilvl/@w:val")
            if number or name not in self._styles:
                break
            at = self._styles[name]
            name = _value(at, "w:basedOn/@w:val")
        return number, int(depth) if depth.isdecimal() else 0

    def _level(self, number: str, depth: int) -> Any:
        """Return the form of one level of a list, None where the document does not tell it."""
        found = self._lists.get(number)
        if found is None:
            return None
        kind = self._kinds.get(_value(found, "w:abstractNumId/@w:val"))
        link = _value(kind, "w:numStyleLink/@w:val") if kind is not None else ""
        kind = self._linked.get(link, kind) if link else kind
        own = find(found, f'w:lvlOverride/w:lvl[@w:ilvl="{depth}"]')
        shared = find(kind, f'w:lvl[@w:ilvl="{depth}"]') if kind is not None else []
        return next(iter((*own, *shared)), None)

    def _count(self, number: str, depth: int) -> None:
        """Count one more item; lists of one kind go on counting, unless a list says where it starts."""
        found = self._lists[number]
        counts = self._counts[_value(found, "w:abstractNumId/@w:val")]
        start = _value(found, f'w:lvlOverride[@w:ilvl="{depth}"]/w:startOverride/@w:val')
        if start and (number, depth) not in self._begun:
            counts.pop(depth, None)
        self._begun.add((number, depth))
        counts[depth] = counts[depth] + 1 if depth in counts else int(start or self._start(number, depth))
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]

    def _start(self, number: str, depth: int) -> int:
        level = self._level(number, depth)
        start = _value(level, "w:start/@w:val") if level is not None else ""
        return int(start) if start.isdecimal() else 1

    def _written(self, number: str, level: Any) -> str:
        """Return the label of the item counted last: `2.`, `(b)`, `3.1`; a bullet where its signs are unknown."""
        counts = self._counts[_value(self._lists[number], "w:abstractNumId/@w:val")]
        plain = bool(find(level, "w:isLgl"))
        text = _value(level, "w:lvlText/@w:val")
        for place in set(_PLACE.findall(text)):
            depth = int(place) - 1
            above = self._level(number, depth)
            form = "decimal" if plain or above is None else _value(above, "w:numFmt/@w:val")
            sign = _sign(counts.get(depth, self._start(number, depth)), form)
            if sign is None:
                return _BULLET
            text = text.replace(f"%{place}", sign)
        return f"{text.strip()} " if text.strip() else ""


def _value(element: Any, path: str) -> str:
    return next((str(value) for value in find(element, path)), "")


def _sign(count: int, form: str) -> str | None:
    """Return a number as the format writes it, None for one that is not known."""
    if form in ("decimal", ""):
        return str(count)
    if form == "decimalZero":
        return f"{count:02}"
    if not 0 < count <= _HIGHEST:
        return None
    sign = {"Letter": _letters, "Roman": _roman}.get(form.removeprefix("lower").removeprefix("upper"))
    if sign is None:
        return None
    return sign(count).upper() if form.startswith("upper") else sign(count)


def _letters(count: int) -> str:
    """Return a to z, then aa to zz."""
    return ascii_lowercase[(count - 1) % 26] * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (count // value)
        count %= value
    return signs
