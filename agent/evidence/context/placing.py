"""Placing: what a sentence points to, and how the model reads a candidate with it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agent.evidence.context.anaphora import find_then, find_there
from agent.evidence.context.localities import find_places
from index.article.rows import is_row
from index.language.names import find_names
from index.language.sentences import lacks_speaker, split_sentences

if TYPE_CHECKING:
    from agent.evidence.candidates import Candidate

_POINTING = re.compile(r"\b(?:he|she|it|they|his|her|their|its|him|them)\b", re.IGNORECASE)
_QUOTED = ('"', "\u201c", "\u2018", "'")
_OPENING = 40
"""Characters of a sentence in which a pronoun points to the sentence before."""


_TOLD = 3
"""Words of a sentence that may tell what the next one points to; fewer are the mark of a list."""
_DANGLING = re.compile(
    r"[“\"]?(?:(?:But|And|So|Yet|Still|However|Also|Then),?\s)?(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|Both|Such|"
    r"There|Here|Others?|Another|Neither|he|she|it|they|this|that|these|those|his|her|their|its)\b"
)
_ENDING = re.compile(r"\b(?:this|that|it|so|them|these|those)\W*$", re.IGNORECASE)
_REPORTING = re.compile(r"^(?:There|It|That|This)\s(?:is|was|are|were|has|had)\b|^It\s(?:is|was)\b.{0,40}\bthat\b")


def place_all(candidates: Sequence["Candidate"], texts: Sequence[str]) -> list[str]:
    """Return the sentences as the model reads them.

    One that opens with a pronoun, or with a quotation and names nobody, stands behind its title and the one before: it
    says little by itself; others rank worse with what stands around them. A reply stands before what it replies to,
    which tells what is spoken of: the model heeds most what it reads last.
    """
    return [_place(*each) for each in zip(candidates, texts, strict=True)]


def _place(candidate: "Candidate", text: str) -> str:
    if candidate.reply:
        start = max(text.rfind(candidate.text), 0)  # all of it where the names of the reply are respelt
        return f"{text[start:]} {text[:start]}".strip()
    return place(candidate.paragraph.source.title, "" if candidate.withdrawal else candidate.before, text)


def place(title: str, before: str, text: str) -> str:
    """Return one sentence as the model reads it; `before` is the sentence before, empty for the first one."""
    nameless = text.startswith(_QUOTED) and not find_names(text)
    opening = f"{title}. {before}" if title else before
    return f"{opening} {text}" if nameless or _POINTING.search(text[:_OPENING]) else text


def needs_context(sentence: str) -> bool:
    """Tell whether a sentence is not understood alone: a bare quotation, or one that begins with a pronoun."""
    dangling = _DANGLING.match(sentence) is not None and _REPORTING.match(sentence) is None
    return dangling or lacks_speaker(sentence)


def means_elsewhere(sentence: str) -> bool:
    """Tell whether a sentence is of a place or time that only what stands before it names: `Two were hurt there`."""
    there, then = find_there(sentence), find_then(sentence)
    return then is not None or (there is not None and not any(find_places(sentence[:there])))


def _points_back(sentence: str) -> bool:
    """Tell whether a sentence begins with `it was`, ends with `that` or has a `there`, so that it may point back."""
    if means_elsewhere(sentence):
        return True
    return _REPORTING.match(sentence) is not None or _ENDING.search(sentence) is not None


def find_before(quote: str, paragraph: str, above: str = "") -> str:
    """Return the sentence before a quote, where the quote is not understood alone; else nothing.

    Of a row of a table it is the one above the table.

    `above` is the last sentence of the paragraph before, in case the quote opens its own.
    """
    if is_row(quote):
        return above
    start = paragraph.find(quote)
    if start < 0 or not (needs_context(quote) or _points_back(quote)):
        return ""
    before = (split_sentences(paragraph[:start]) or [above])[-1]
    return before if len(before.split()) >= _TOLD else ""
