"""Composing a story: from its paragraphs to its claims, its summary and their citations."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Event

from agent.digest.accord.claims import find_claims
from agent.digest.accord.groups import Group
from agent.digest.citations import Register
from agent.digest.digest import Claim, Status, SummarySentence
from agent.digest.overview.ranking import Ranked, drop_contained, rank_groups
from agent.digest.overview.summary import write_summary
from agent.digest.statements.statements import Original, Statement, Voice, gather_statements
from agent.digest.statements.wholeness import keep_telling, keep_whole
from agent.evidence.words.likeness import Words
from agent.models import Model
from index.source import Paragraph, Source

_POSSESSIVE = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?['’]s?\s")
_ORDER = {Status.AGREED: 0, Status.DISPUTED: 1, Status.SINGLE: 2}


@dataclass(frozen=True, slots=True)
class Composition:
    """What the sources of a story say; numbers in claims and summary are those of the register's citations."""

    claims: tuple[Claim, ...]
    summary: tuple[SummarySentence, ...]
    statements: tuple[Statement, ...]
    """What was read, for whoever goes on with it (the timeline)."""


def compose_story(
    sources: Sequence[Source],
    paragraphs: Mapping[int, Sequence[Paragraph]],
    voice: Voice,
    words: Words,
    register: Register,
    model: Model | None = None,
    title: str = "",
    stop: Event | None = None,
    original: Original = lambda *_: True,
) -> Composition:
    """Return the claims and the summary of a story; the same input gives the same output.

    `paragraphs` are given by source id; `voice` tells the origin (from 1) of a sentence of a paragraph, `original`
    where it is its source's own. The citations are numbered in `register`, those of the summary first. A `model` is
    one that can phrase; without it the summary is made of quotations. Setting `stop` ends what the model writes.
    """
    ordered = sorted(sources, key=lambda source: (source.name, source.id))
    read = [paragraph for source in ordered for paragraph in paragraphs.get(source.id, ())]
    statements = gather_statements(read, voice, original)
    ranked = rank_groups(find_claims(statements, words), statements, words)
    summary = write_summary(keep_whole(ranked), register, model, title, stop)
    listed = sorted(drop_contained(keep_telling(ranked)), key=lambda item: (_ORDER[item.group.status], item.outdated))
    return Composition(tuple(_claim(item, register) for item in listed), summary, tuple(statements))


def _claim(item: Ranked, register: Register) -> Claim:
    group = item.group
    return Claim(
        group.text,
        group.status,
        len(group.origins),
        register.cite_group(group),
        tuple(dict.fromkeys(register.cite_statement(statement) for statement in group.opposing)),
        _date(group),
    )


def _date(group: Group) -> str | None:
    """Return the first day on which it is told to be so (ISO), or else by which something is named; None without one.

    Monday's blast is named by its day: how many it had killed may have been told on another one.
    """
    assertions = [statement.assertion for statement in group.statements]
    days = [(each.said, date) for each in assertions for date in each.dates if date.precision == "day"]
    told = [date for said, date in days if not _POSSESSIVE.match(said, date.end)]
    return next((date.value for date in (*told, *(date for _, date in days))), None)
