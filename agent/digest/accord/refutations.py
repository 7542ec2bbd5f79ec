"""Refutations: what others tell in earnest against what a source tells only to deny it at once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from agent.digest.accord.agreement import supports
from agent.digest.accord.rarity import Rarity
from agent.digest.statements.statements import Statement
from agent.evidence.words.likeness import Words
from agent.verify.conflict.assertions import read_assertion
from agent.verify.conflict.contradiction import Kind
from agent.verify.denial.sayings import read_saying

_IT_IS_SAID = re.compile(r"^\W*(?:\d+[.)]\s+)?It\s(?:is|was|has\sbeen)\s(?:\w+\s){1,3}?that\s", re.IGNORECASE)


def find_refuted(
    pairs: Sequence[tuple[Statement, Statement]], words: Words, rarity: Rarity
) -> Iterator[tuple[Statement, Statement, Kind]]:
    """Yield what another source tells in earnest, with the sentence of a source that repeats it and denies it."""
    for one, other in pairs:
        if one.refuted == other.refuted or one.sources & other.sources:
            continue
        told, denied = (one, other) if other.refuted else (other, one)
        repeated = _strip(denied)
        if supports(told, repeated, words, rarity) or supports(repeated, told, words, rarity):
            yield told, denied, Kind.DENIAL


def _strip(denied: Statement) -> Statement:
    """Return a statement as what it says is said, without who says it."""
    place = denied.places[0]
    said = _IT_IS_SAID.sub("", read_saying(denied.text).said)
    bare = replace(place, sentence=said)
    return replace(denied, places=(bare,), assertion=read_assertion(said, place.paragraph.source.date), quote=said)


def drop_refuted(
    supporters: Mapping[int, Sequence[Statement]], statements: Sequence[Statement]
) -> dict[int, Sequence[Statement]]:
    """Return what supports what without what is told only to be denied, which supports nothing and needs no support."""
    refuted = {each.number for each in statements if each.refuted}
    return {
        number: [each for each in others if not each.refuted]
        for number, others in supporters.items()
        if number not in refuted
    }
