"""Lapses: what an older report of a story tells as present or still to come, which is so no more in the newest ones.

It is no news of the last day: what was due on a day that is past by then, what is `still` so, a bare toll that has
risen since, and who holds an office that a later report says they left.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from agent.digest.accord.groups import Group
from agent.digest.accord.quotations import cut_quotes
from agent.digest.accord.updates import Told, list_tolls
from agent.digest.chronology.days import read_day
from agent.digest.statements.polarity import lies_ahead
from agent.digest.statements.statements import Statement
from agent.verify.conflict.assertions import match_name
from index.language.names import find_names

_NOW = re.compile(r"\b(?:still|now|currently|at\spresent|so\sfar|at\sthe\smoment)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:until|by|before|since|just|even|right)\snow\b|\bnow[\s-](?:that|former|defunct|retired)\b")
"""Where `now` tells nothing of how things are."""
_HOLDS = re.compile(
    r"\b(?:is|are|remains?|heads?|leads?|runs?|chairs?|manages?|directs?)\b(?!\s(?:to\s)?(?:leave|resign|retire|quit|step))"
)
_LEFT = re.compile(
    r"\s(?:has\s|had\s|was\s|were\s|been\s|have\s|who\s|also\s){0,3}(?:resigned|quit|stepped\s(?:down|aside|back)|retired|died|"
    r"dismissed|sacked|fired|ousted|removed|replaced|suspended|voted\sout)\b"
)
"""What stands behind the name of somebody who holds no office any more."""


def find_day(statements: Iterable[Statement]) -> date | None:
    """Return the last day on which one of some statements was published, None where none is known."""
    found = (read_day(place.paragraph.source.date) for each in statements for place in each.places)
    return max((day for day in found if day), default=None)


def find_lapsed(groups: Iterable[Group], statements: Sequence[Statement]) -> frozenset[int]:
    """Return the numbers of the first statements of claims that no report of the last day tells, and that lapsed."""
    last = find_day(statements)
    left, tolls = list(_list_departures(statements)), list_tolls(statements)
    lapsed = set[int]()
    for group in groups:
        first, day = group.statements[0], find_day(group.statements)
        if last and day and day < last and (_has_lapsed(first, day, last, left) or _is_outgrown(first, day, tolls)):
            lapsed.add(first.number)
    return frozenset(lapsed)


def _has_lapsed(statement: Statement, day: date, last: date, left: Sequence[tuple[str, date]]) -> bool:
    told, dates = cut_quotes(statement.text), statement.assertion.dates
    ahead = any(mention.value > last.isoformat() for mention in dates)
    if _NOW.search(_PAST.sub(" ", told)) or (lies_ahead(told) and not ahead):
        return True
    if any(day.isoformat() < mention.value <= last.isoformat() for mention in dates if mention.precision == "day"):
        return True
    gone = [name for name, since in left if since > day]
    names = find_names(told) if gone and _HOLDS.search(told) else []
    return any(match_name(name, names) for name in gone)


def _is_outgrown(statement: Statement, day: date, tolls: Sequence[Told]) -> bool:
    """Tell whether a statement has a toll without a word of its event, and a later report of the story a higher one."""
    bare = [toll for one, toll in tolls if one is statement and not (toll.words or toll.names)]
    return any(
        their.harm is toll.harm
        and their.number.value > toll.number.value
        and (since := find_day([other]))
        and since > day
        for toll in bare
        for other, their in tolls
    )


def _list_departures(statements: Iterable[Statement]) -> Iterator[tuple[str, date]]:
    """Yield the names of those who are told to have left an office or died, each with the day of the report."""
    for statement in statements:
        told, day = cut_quotes(statement.text), find_day([statement])
        for name in find_names(told) if day and _LEFT.search(told) else ():
            if day and re.search(rf"\b{re.escape(name)}{_LEFT.pattern}", told):
                yield name, day
