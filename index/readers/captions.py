"""Captions: what is said in the subtitles of a film, without the numbers and times of its cues."""

import re
from collections.abc import Iterator

_TIME = r"(?:\d{1,2}:)?\d\d:\d\d[,.]\d{3}"
_CUE = re.compile(rf"^(?:[ \t]*\d+[ \t]*\n)?[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}.*$", re.MULTILINE)
_MARKUP = re.compile(r"</?(?:[ibucv]|font|ruby|rt)\b[^<>\n]*>|\{\\an?\d\}", re.IGNORECASE)
_HEADER = re.compile(r"\s*WEBVTT.*?(?:\n\s*\n|\Z)", re.DOTALL)
_SPEAKER = re.compile(r"[-–—]\s*\S|[A-ZÀ-Ý][\w .]{0,30}: \S")
_ENDED = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^<>\n]+)>")
_LEAST = 2
"""Cues from which a text that begins otherwise is one of subtitles."""


def find_captions(text: str) -> list[str] | None:
    """Return what is said, a paragraph for each sentence or speaker; None where a text is no subtitles."""
    text = text.replace("\r\n", "\n")
    before, *cues = _CUE.split(text)
    if not cues or (len(cues) < _LEAST and _HEADER.sub("", before).strip()):
        return None
    said = [line.strip() for line in _HEADER.sub("", before).split("\n") if line.strip()]
    return said + list(_join(line for cue in cues for line in _MARKUP.sub("", _VOICE.sub(r"\1: ", cue)).split("\n")))


def _join(lines: Iterator[str]) -> Iterator[str]:
    held = ""
    for line in (" ".join(line.split()) for line in lines):
        if not line:
            continue
        if held and (_ENDED.search(held) or _SPEAKER.match(line)):
            yield held
            held = ""
        held = f"{held} {line}".strip()
    if held:
        yield held
