"""Replies: what a message quotes of others is given to who wrote it, each sentence, as it may be cited alone."""

import re
from collections.abc import Iterator, Sequence

from index.language.sentences import split_sentences

_QUOTED = re.compile(r"[ \t]?((?:>[ \t]?)+)(.*)")
_DEPTH = "\x00"
"""What a line begins with that tells how deep what follows is quoted; no text has it."""
_WROTE = re.compile(r"(?:On|Am|Le|El)\b(.{3,150})\b(?:wrote|schrieb|a écrit|escribió)(\s[^:]{2,80})?\s?:", re.DOTALL)
"""The line that says whose words are quoted after it, and from when they are."""
_WHEN = re.compile(r"\d[\d:/.+-]*(?:\s?(?:[AaPp]\.?[Mm]\.?|Uhr|h|GMT|UTC)(?!\w))?(?:\s\([A-Z]+\))?,?\s+")
_ADDRESS = re.compile(r"\s*[<(\[].*?[>)\]]|\s*\S+@\S+")
_FROM = re.compile(r"\*?From:\*?\s+(\S.*)")
_FURTHER = re.compile(r"\*?(?:Sent|Date|To|Cc|Subject):")
_UNKNOWN = "Quoted"


def mark_quotations(text: str) -> Iterator[str]:
    """Yield the lines of a message without the marks of quotation; where their depth changes a line tells it."""
    last = 0
    for line in text.replace("\r\n", "\n").split("\n"):
        match = _QUOTED.fullmatch(line)
        depth = match[1].count(">") if match else 0
        if depth != last:
            yield from ("", f"{_DEPTH}{depth}", "")
        yield match[2] if match else line
        last = depth


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
        elif sender := _read_sender(paragraphs, number):
            writers = {0: sender}
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
