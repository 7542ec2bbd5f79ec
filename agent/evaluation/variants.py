"""Variants: sentences that say what their source says, a little shorter or in another spelling."""

import re
from collections.abc import Iterator

from index.language.names import find_names
from index.language.numbers import find_numbers
from index.language.terms import fold

KINDS = ("itself", "parenthesis", "apposition", "opening", "quotes", "separators", "spelling", "initial", "title")
"""How a variant differs: see `vary`."""

_PARENTHESIS = re.compile(r"\s+\((?:[A-Z\d]|\S+\s)[^()]*\)")
_OPENING = re.compile(r"^(?:But|And)\s+(\w)")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? (?=[A-Z])")
_INITIAL = re.compile(r"(?<=[^\W\d_] )[A-Z]\. (?=[A-Z][a-z])")
_CLAUSE = re.compile(r"\b(?:who|whom|whose|which|that|is|are|was|were|has|have|had|not|we|they|he|she|it)\b")
_LONGEST = 8


def vary(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, variant), one of each of KINDS that the sentence allows, itself first.

    parenthesis, apposition, opening: without a name, a number or some words in brackets, without a short
    description between commas after a name, without a leading "But" or "And"; quotes: with typewriter quotation
    marks; separators: numbers with or without commas; spelling: a name without accents, hyphens or dots; initial,
    title: a name without its middle initial, without Mr. and the like. Quotations stay as they are, but for
    their marks.
    """
    makers = (
        ("parenthesis", _cut(sentence, _PARENTHESIS)),
        ("apposition", _drop_apposition(sentence)),
        ("opening", _OPENING.sub(lambda match: match[1].upper(), sentence)),
        ("quotes", re.sub("[‘’]", "'", re.sub("[“”]", '"', sentence))),
        ("separators", _change_separators(sentence)),
        ("spelling", _respell(sentence)),
        ("initial", _cut(sentence, _INITIAL)),
        ("title", _cut(sentence, _TITLE)),
    )
    yield "itself", sentence
    yield from ((kind, text) for kind, text in makers if text != sentence)


def _cut(sentence: str, pattern: re.Pattern[str]) -> str:
    """Return the sentence without the first match that stands outside quotations."""
    match = next((match for match in pattern.finditer(sentence) if not _is_quoted(sentence, match.start())), None)
    return sentence[: match.start()] + sentence[match.end() :] if match else sentence


def _is_quoted(sentence: str, place: int) -> bool:
    before = sentence[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _drop_apposition(sentence: str) -> str:
    """Return the sentence without the first "the …" or "a …" that follows a name between two commas."""
    for name in find_names(sentence):
        pattern = rf"({re.escape(name)}), (?:the|an?) ([^,;:“”\"()—]+),(?! (?:and|or|[A-Z]))"
        match = re.search(pattern, sentence)
        if match is None or _is_quoted(sentence, match.start()):
            continue
        listed = re.search(r"(?:,|\band|\bor)\s*$", sentence[: match.start()])
        if not listed and len(match[2].split()) <= _LONGEST and not _CLAUSE.search(match[2]):
            return sentence[: match.end(1)] + sentence[match.end() :]
    return sentence


def _change_separators(sentence: str) -> str:
    for mention in find_numbers(sentence):
        text = sentence[mention.start : mention.end]
        changed = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
        if changed == text:
            changed = re.sub(r"(?<![\d.,])(\d{1,3})(\d{3})(?![\d.,])", r"\1,\2", text)
        if changed != text and not _is_quoted(sentence, mention.start):
            return sentence[: mention.start] + changed + sentence[mention.end :]
    return sentence


def _respell(sentence: str) -> str:
    for name in find_names(sentence):
        place = sentence.index(name)
        for changed in () if _is_quoted(sentence, place) else _spell(name):
            if changed != name:
                return sentence[:place] + changed + sentence[place + len(name) :]
    return sentence


def _spell(name: str) -> Iterator[str]:
    yield "".join(letter if letter.isascii() else fold(letter) for letter in name)
    yield re.sub(r"(?<=\w)-(?=[A-Z])", " ", name)
    if re.fullmatch(r"(?:[A-Z]\.){2,}", name):
        yield name.replace(".", "")
