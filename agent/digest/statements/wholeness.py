"""Wholeness: a claim that is only understood with what stands before it is told with that, or not at all."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.digest.accord.groups import Group
from agent.digest.digest import Status
from agent.digest.overview.ranking import Ranked
from agent.digest.statements.completion import MOST_WORDS
from agent.digest.statements.statements import Statement
from agent.verify.denial.denials import find_denials

_PRONOUN = re.compile(r"\W*(?:(?:But|And|So|Yet|Still|Then),?\s)?(?:He|She|It|They|His|Her|Its|Their|This|That)\b")
_SHORT = 8
"""Words of a sentence that leans on another and tells little besides."""


def keep_whole(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the claims that can be understood; one that rejects what was said before it is quoted with that.

    Claims of several voices, and both sides of a dispute, stand beside what they are about.
    """
    return [whole for item in ranked if (whole := _make_whole(item))]


def keep_telling(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the claims that are listed: those that are whole, and denials whose paragraph does not say whose they are.

    A charge is not told without its denial: `He denies the charge, his lawyer Sonja Lind said`.
    """
    return [told for item in ranked if (told := _make_whole(item) or _take_denial(item))]


def _make_whole(item: Ranked) -> Ranked | None:
    first, *others = item.group.statements
    if item.group.status is not Status.SINGLE or item.group.core:
        return item
    if any(denial.before for denial in find_denials(first.text)):
        whole = _quote_before(first)
        return replace(item, group=Group((whole, *others))) if whole else None
    return item if any(each.complete or _shows_subject(each) for each in (first, *others)) else None


def _take_denial(item: Ranked) -> Ranked | None:
    denials = find_denials(item.group.text)
    firm = any(denial.firm and not denial.before for denial in denials)
    return item if firm and len(item.group.text.split()) > _SHORT else None


def _shows_subject(statement: Statement) -> bool:
    """Tell whether a statement that leans back says of whom or what, be it that it opens its source under a title."""
    if statement.places[0].position == 0:
        return True
    return _PRONOUN.match(statement.text) is None and len(statement.text.split()) > _SHORT


def _quote_before(statement: Statement) -> Statement | None:
    """Return a statement with the sentence before it in its quote, None where none stands there."""
    place = statement.places[0]
    if place.before and place.before in statement.quote:
        return statement
    text = place.paragraph.text
    start = text.find(place.before) if place.before else -1
    end = text.find(statement.quote, start) + len(statement.quote)
    if start < 0 or end < start + len(statement.quote) or len(text[start:end].split()) > MOST_WORDS:
        return None
    return replace(statement, quote=text[start:end], complete=True)
