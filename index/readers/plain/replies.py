"""Replies: what a message quotes of others is given to who wrote it, each sentence, as it may be cited alone."""

import re
from collections.abc import Iterable, Iterator, Sequence

from index.language.sentences import split_sentences

_QUOTED = re.compile(r"[ \t]?((?:>[ \t]?)+)(.*)")
_DEPTH = "\x00"
"""What a line begins with that tells how deep what follows is quoted; no text has it."""
_WROTE = re.compile(r"(?:On|Am|Le|El)\b(.{3,150})\b(?:wrote|schrieb|a écrit|escribió)(\s[^:]{2,80})?\s?:", re.DOTALL)
"""The line that says whose words are quoted after it, and from when they are."""
_NAMED = re.compile(
    r"(?!(?:I|He|She|It|We|You|They)\s)([A-ZÀ-Ý][\w.'’-]*(?:,?\s(?:[A-ZÀ-Ý][\w.'’-]*|de|der|la|of|the|van|von)){0,4}"
    r"(?:\s?[<(\[][^>)\]]{3,80}[>)\]])?)\s(?:wrote|schrieb|a écrit|escribió)\s?:"
)
"""The same without a day, where what follows is marked as quoted: `Ann Lee wrote:`"""
_WHEN = re.compile(r"\d[\d:/.+-]*(?:\s?(?:[AaPp]\.?[Mm]\.?|Uhr|h|GMT|UTC)(?!\w))?(?:\s\([A-Z]+\))?,?\s+")
_ADDRESS = re.compile(r"\s*[<(\[].*?[>)\]]|\s*\S+@\S+")
_FROM = re.compile(r"\*?From:\*?\s+(\S.*)")
_FURTHER = re.compile(r"\*?(?:Sent|Date|To|Cc|Subject):")
_UNKNOWN = "Quoted"


def mark_quotations(text: str) -> Iterator[str]:
    """Yield the lines of a message without the marks of quotation; where their depth changes a line tells it."""
    found = ((_QUOTED.fullmatch(line), line) for line in text.replace("\r\n", "\n").split("\n"))
    return mark_depths((match[1].count(">"), match[2]) if match else (0, line) for match, line in found)


def mark_depths(lines: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Yield lines, each given with how deep it is quoted; where that changes one between two empty ones tells it."""
    last = 0
    for depth, line in lines:
        if depth != last:
            yield from ("", f"{_DEPTH}{depth}", "")
        yield line
        last = depth
    if last:  # what follows is another part of the message
        yield from ("", f"{_DEPTH}0", "")


def attribute_quotations(paragraphs: Sequence[str], writer: str = "") -> Iterator[str]:
    """Yield the paragraphs of a message; what it quotes is told as `Ann Lee wrote: “…”`, a sentence a paragraph.

    `writer` is who wrote all of it, "" where the message itself says so. What stands below the headers of another
    message is its sender's.
    """
    writers = {0: writer}
    depth, opening, quoted = 0, "", ""
    for number, paragraph in enumerate(paragraphs):
        if paragraph.startswith(_DEPTH):
            depth = int(paragraph[1:])
        elif wrote := _WROTE.fullmatch(paragraph):
            opening, quoted = paragraph, _find_writer(wrote[2] or wrote[1])
        elif (named := _NAMED.fullmatch(paragraph)) and _goes_deeper(paragraphs[number + 1 :], depth):
            opening, quoted = paragraph, _ADDRESS.sub("", named[1]).strip(" ,*\"'") or named[1]
        elif sender := _read_sender(paragraphs, number):
            writers = {level: name for level, name in writers.items() if level < depth} | {depth: sender}
            yield paragraph
        elif _FURTHER.match(paragraph):
            yield paragraph
        else:
            if quoted:
                writers[depth], quoted = quoted, ""
            name = writers.get(depth, "" if depth == 0 else _UNKNOWN)
            yield from _quote(paragraph, name, opening)
            opening = ""
    if opening:
        yield opening


def _goes_deeper(following: Sequence[str], depth: int) -> bool:
    """Tell whether what follows at once is quoted deeper."""
    return bool(following) and following[0].startswith(_DEPTH) and int(following[0][1:]) > depth


def _quote(paragraph: str, name: str, opening: str) -> Iterator[str]:
    if not name:
        yield f"{opening} {paragraph}".strip()
        return
    introduction = f"{name}:" if name == _UNKNOWN else f"{name} wrote:"
    for number, sentence in enumerate(split_sentences(paragraph)):
        yield f"{opening if opening and number == 0 else introduction} “{sentence}”"


def _find_writer(written: str) -> str:
    """Return who wrote, of what stands between `On` and `wrote`: a day, an hour and a name or an address."""
    name = _WHEN.split(_ADDRESS.sub("", f"{written} "))[-1].strip(" ,")
    address = re.search(r"[^\s<(\[]+@", written)
    return name or (address[0].rstrip("@") if address else _UNKNOWN)


def _read_sender(paragraphs: Sequence[str], number: int) -> str:
    """Return the sender of a message whose headers a paragraph begins, "" if it begins none."""
    match = _FROM.match(paragraphs[number])
    if match is None or not any(_FURTHER.match(each) for each in paragraphs[number + 1 : number + 3]):
        return ""
    return _ADDRESS.sub("", match[1]).strip(" ,*\"'") or match[1]
