"""Corrections: which sentences of an outlet repeat what it got wrong, and which put it right.

A sentence of the first kind asserts nothing: `On 3 May we wrote that the bridge is shut. It is not.`
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.evidence.errata.admissions import MOST_SENTENCES, admits, find_righted, is_owned
from agent.evidence.errata.frames import NOUN, Frame, Weight, find_frame, mask_quotes, may_frame, trails
from agent.evidence.errata.turns import find_turn
from index.article.shape import drop_mark
from index.language.dates import MONTH
from index.language.sentences import split_sentences

MOST_WORDS = 45
"""Words of one correction that are taken together as what puts an error right."""

_HEADING = (
    r"(?:corrections?|clarifications?|amplifications?|errat(?:um|a)|corrigend(?:um|a)|for\sthe\srecord)\b"
    r"(?:\s(?:and|&)\s(?:corrections?|clarifications?|amplifications?|apologies)\b)?"
)
_HEADED = re.compile(
    rf"\W*{_HEADING}\W*(?:$|\d|(?:{MONTH})\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|\W*{_HEADING}\s\||"
    rf"\W*{_HEADING}\s(?:to|in)\s(?:[\w’'.-]+\s){{0,4}}?{NOUN}",
    re.IGNORECASE,
)
"""How a correction, or a page or column of them, is headed."""
_TITLED = re.compile(rf"\s[|–—-]\s+{_HEADING}\W*(?:$|\d|(?:{MONTH})\b)", re.IGNORECASE)
"""How the title of a page of corrections ends that begins with the outlet's name."""
MARKER = re.compile(rf"\W*{_HEADING}\s*(?:\([^()]*\))?\W*?(?:[:.—–]|\s-\s)\W*", re.IGNORECASE)
"""What stands before a correction in its first line."""
_AMENDED = re.compile(
    r"\W*this\s(?:article|story|report|post|page|piece)\s(?:was|has\sbeen)\s(?:\w+\s)?(?:amended|corrected|updated)\b",
    re.IGNORECASE,
)
_SORRY = re.compile(
    r"^\W*(?:https?://|(?:we|the\s[A-Z]\w+)\s(?:\w+\s)?(?:regret|apologi[sz]e|are\ssorry)\b|apologies\b|the\s(?:error|mistake)\s(?:was|is|has)\b|"
    r"(?:this|it|the\s\w+)\s(?:has|have|was)\s(?:been\s)?(?:since\s|now\s)?(?:been\s)?(?:corrected|amended|updated|fixed|removed|changed|altered)\b)",
    re.IGNORECASE,
)
"""How an outlet speaks of the error itself, and what is no sentence."""
_REGRETS = re.compile(
    r"\W*(?:(?:we|the\s\w+)\s(?:\w+\s)?(?:regrets?|apologi[sz]es?)\s(?:[\w’']+\s){0,3}?(?:error|mistake|confusion)s?\b|"
    r"the\s(?:error|mistake)s?\s(?:was|were|is|are)\sours\b)",
    re.IGNORECASE,
)
"""How an outlet is sorry for an error of its own."""
_JUDGED = re.compile(r"\s(?:was|is)\s(?:wrong|incorrect|inaccurate|untrue|false|mistaken|an\serror)\W*$", re.IGNORECASE)
_ERRS = re.compile(r"\b(?:mis\w+|incorrect|wrong|erroneous|inaccurate)\W*$", re.IGNORECASE)
_VALUED = re.compile(r",\s(?=(?:he|she|it|they)\s|(?:which|who|whose)\s(?:is|was|are|were)\b)", re.IGNORECASE)
"""How a sentence that owns an error without repeating it tells beside it what is right: misspelt Orr, who is …"""


@dataclass(frozen=True, slots=True)
class Correction:
    """What one correction withdraws and what puts it right, as numbers of the sentences read; see `read_corrections`.

    `error` is what was told wrongly, as far as it is repeated, and `matter` what stands before it (our report of …).
    """

    withdrawn: tuple[int, ...]
    right: tuple[int, ...]
    error: str
    matter: str

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all its sentences."""
        return (*self.withdrawn, *self.right)


def is_correction_heading(line: str) -> bool:
    """Tell whether a line heads a correction, or a page or column of them, and says nothing of what it is about."""
    return _HEADED.match(line) is not None


def read_corrections(sentences: Sequence[str], title: str = "", above: Sequence[str] = ()) -> list[Correction]:
    """Return the corrections among the sentences of a paragraph, in order; `above` are the paragraphs before it.

    One sentence may withdraw and put right at once: it is then among what is `right`, and nothing is withdrawn.
    """
    headed = _heads_page(title) or any(map(_REGRETS.match, sentences)) or _goes_on(above)
    found: list[Correction] = []
    place = 0
    while place < len(sentences):
        headed = headed or bool(found) or _is_headed(sentences[place])
        read = _read_from(sentences, place, headed) if may_frame(sentences[place]) else None
        found += [read] if read else []
        place = max(read.numbers) + 1 if read else place + 1
    return found


def _heads_page(title: str) -> bool:
    return _HEADED.match(title) is not None or _TITLED.search(title) is not None


def _goes_on(above: Sequence[str]) -> bool:
    """Tell whether a paragraph goes on below the heading of a correction: those between begin by repeating an error."""
    for text in reversed(above):
        if _HEADED.match(text) or _is_headed(text):
            return True
        if find_frame((split_sentences(text) or [""])[0]) is None:
            return False
    return False


def _is_headed(sentence: str) -> bool:
    return MARKER.match(sentence) is not None or _AMENDED.match(sentence) is not None


def _strip(sentence: str) -> str:
    """Return a sentence without its number in a list and without what marks a correction."""
    return MARKER.sub("", drop_mark(sentence), count=1)


def _read_from(sentences: Sequence[str], place: int, headed: bool) -> Correction | None:
    """Return the correction that begins with a sentence, or None."""
    text = _strip(sentences[place])
    if trails(mask_quotes(text)):
        return Correction((), (place,), text, "")
    frames = _read_frames(sentences, place)
    if not frames or not (
        headed or frames[0].weight is Weight.SURE or is_owned(sentences, place + len(frames), frames[-1])
    ):
        return None
    owned = any(map(admits, sentences[place + 1 : place + 2]))
    if len(frames) == 1 and not owned and (turn := find_turn(text, frames[0])):
        return Correction((), (place,), _JUDGED.sub("", text[frames[0].end : turn]), text[: frames[0].end])
    withdrawn = tuple(range(place, place + len(frames)))
    texts = [_strip(sentences[n]) for n in withdrawn]
    error = " ".join(text[frame.end :] for text, frame in zip(texts, frames, strict=True))
    matter = " ".join(text[: frame.end] for text, frame in zip(texts, frames, strict=True))
    right = _take_right(sentences, place + len(frames))
    if frames[-1].weight is Weight.TOLD and (end := find_righted(sentences, place + len(frames), frames[-1])):
        right = tuple(n for n in right if n <= end) or (end,)
    if not right and _ERRS.search(matter) and _VALUED.search(mask_quotes(text), frames[0].end):
        return Correction((), withdrawn, error, matter)
    return Correction(withdrawn, right, error, matter)


def _read_frames(sentences: Sequence[str], place: int) -> list[Frame]:
    """Return the frames of the sentences from one on that repeat what was published, one behind the other."""
    frames: list[Frame] = []
    for sentence in sentences[place:]:
        text = _strip(sentence)
        frame = find_frame(text)
        if frame is None or _SORRY.match(text) or (frames and find_turn(text, frame)):
            break
        frames.append(frame)
        if find_turn(text, frame):
            break
    return frames


def _take_right(sentences: Sequence[str], start: int) -> tuple[int, ...]:
    """Return the sentences from one on that put an error right: up to the next error, an apology or the end."""
    taken: list[int] = []
    words = 0
    for number in range(start, min(len(sentences), start + MOST_SENTENCES)):
        text = sentences[number]
        words += len(text.split())
        if _SORRY.match(text) or find_frame(text) or (taken and words > MOST_WORDS):
            break
        taken.append(number)
    return tuple(taken)
