"""Completion: the piece of a paragraph by which one of its sentences is understood, and does not mislead."""

from itertools import pairwise

from agent.digest.statements.context import drop_dateline, drop_number, leans_back
from agent.digest.voices.places import Place
from agent.evidence.context.placing import needs_context
from agent.evidence.errata.corrections import MARKER
from agent.evidence.errata.ellipses import is_ellipsis
from agent.evidence.errata.interludes import ends_interlude
from agent.verify.denial.denials import find_denials
from index.language.sentences import split_sentences

MOST_WORDS = 60
"""Words up to which a sentence is shown together with the one that it needs to be understood."""


def complete_place(place: Place) -> tuple[str, bool]:
    """Return the piece of the paragraph by which a sentence can be understood, and whether that is enough."""
    sentence, text = place.sentence, place.paragraph.text
    if place.withdrawal or place.reply:
        return MARKER.sub("", _piece(text, place.before, sentence) if place.before else sentence, count=1), True
    if place.refuted or (place.after and _is_ended(sentence, place.after)):
        fits = len(f"{sentence} {place.after}".split()) <= MOST_WORDS and not leans_back(sentence)
        return (_piece(text, sentence, place.after), True) if fits else (sentence, False)
    if not leans_back(sentence) or (place.position == 0 and not needs_context(sentence)):  # the title says what it is
        if place.after and leans_back(place.after) and any(denial.before for denial in find_denials(sentence)):
            return _piece(text, sentence, place.after), True
        return drop_dateline(sentence), True
    before = _find_antecedent(place)
    return (drop_dateline(_piece(text, before, sentence)), True) if before else (sentence, False)


def _is_ended(sentence: str, after: str) -> bool:
    """Tell whether the next sentence tells how that ended which a sentence tells, or only denies or confirms it."""
    return ends_interlude(sentence, after) or is_ellipsis(sentence, after)


def _find_antecedent(place: Place) -> str:
    """Return the nearest sentence before a place in its paragraph that is understood alone; empty for none near."""
    if not place.before:
        return ""
    sentences = [drop_number(each) for each in split_sentences(place.paragraph.text)]
    end = next((n for n, pair in enumerate(pairwise(sentences)) if pair == (place.before, place.sentence)), -1)
    words = len(place.sentence.split())
    for before in sentences[end::-1] if end >= 0 else ():
        words += len(before.split())
        if words > MOST_WORDS:
            return ""
        if not leans_back(before):
            return before
    return ""


def _piece(text: str, first: str, second: str) -> str:
    """Return the part of a paragraph from one sentence to the next."""
    start = text.index(first)
    return text[start : text.index(second, start + len(first)) + len(second)]
