"""Captions: what is said in the subtitles of a film, without the numbers and times of its cues."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

_TIME = r"(?:\d{1,2}:)?\d\d:\d\d[,.]\d{3}"
_CUE = re.compile(rf"^(?:[ \t]*\d+[ \t]*\n)?[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}.*$", re.MULTILINE)
_MARKUP = re.compile(r"</?(?:[ibucv]|font|ruby|rt)\b[^<>\n]*>|\{\\an?\d\}", re.IGNORECASE)
_HEADER = re.compile(r"\s*WEBVTT(?![^\s])[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_NOTE = re.compile(r"^(?:NOTE|STYLE|REGION)(?![^\s])[^\n]*(?:\n[^\n]*\S[^\n]*)*", re.MULTILINE)
"""What such a file says of itself, up to the next empty line."""
_SPEAKER = re.compile(r"[-–—]\s*\S|[A-ZÀ-Ý][\w .]{0,30}: \S")
_ENDED = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^<>\n]+)>")
_EMPTY = re.compile(r"\n[ \t]*\n\s*")


def find_captions(text: str) -> list[str] | None:
    """Return what is said, a paragraph for each sentence or speaker; None where a text is no subtitles.

    A text that begins otherwise is one of subtitles where it has more cues than lines before them.
    """
    text = text.replace("\r\n", "\n")
    header = _HEADER.match(text)
    before, *cues = _CUE.split(_NOTE.sub("", text[header.end() :]) if header else text)
    said = [line.strip() for line in before.split("\n") if line.strip()]
    if not cues or (not header and len(cues) <= len(said)):
        return None
    lines = (_MARKUP.sub("", line) for cue in cues for line in _lines(_VOICE.sub(r"\1: ", cue)))
    return said + list(_join(map(unescape, lines) if header else lines))


def _lines(cue: str) -> Iterator[str]:
    """Yield the lines of a cue, and an empty one where it ends before the next begins: what follows is none of it."""
    shown, *others = _EMPTY.split(cue.strip())
    yield from shown.split("\n")
    for other in others:
        yield from ("", *other.split("\n"), "")


def _join(lines: Iterable[str]) -> Iterator[str]:
    held = ""
    for line in (" ".join(line.split()) for line in lines):
        if held and (not line or _ENDED.search(held) or _SPEAKER.match(line)):
            yield held
            held = ""
        held = f"{held} {line}".strip()
    if held:
        yield held
