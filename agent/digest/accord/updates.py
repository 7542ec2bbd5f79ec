"""Updates: which reports tell one toll of an event, which another on the same day, and which a later one replaces."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from agent.digest.accord.figures import has_dates
from agent.digest.accord.firmness import says_as_firmly
from agent.digest.accord.parties import is_attributed, is_held
from agent.digest.statements.statements import Statement
from agent.digest.tallying.occasions import counts_all, is_one_event, is_surely_one_event, match_nouns
from agent.digest.tallying.tolls import Harm, Toll, list_names, list_other_words, read_tolls
from agent.evidence.words.likeness import Words
from agent.evidence.words.people import contradict_counts
from agent.verify.conflict.assertions import match_name
from agent.verify.conflict.contradiction import Kind
from index.language.names import find_names
from index.language.sentences import split_sentences
from index.source import Paragraph, Source

Told = tuple[Statement, Toll]


def list_tolls(statements: Sequence[Statement]) -> list[Told]:
    """Return the tolls that the statements of a story tell, in their order."""
    return [
        (statement, toll)
        for statement in statements
        if statement.plain and statement.withdrawal is None
        for toll in read_tolls(statement.text, statement.places[0].paragraph.source.date)
    ]


def find_equal(tolls: Sequence[Told], words: Words) -> Iterator[tuple[Statement, Statement]]:
    """Yield pairs of statements of which the second tells the toll of the first, and all else that that tells."""
    for (one, toll), (other, their) in permutations(tolls, 2):
        if toll.harm is not their.harm or one.origins & other.origins or not one.complete:
            continue
        if (toll.number.value, toll.number.hedge) != (their.number.value, their.number.hedge):
            continue
        if not (counts_all(toll, their) and is_surely_one_event(toll, their, words)):
            continue
        if len(one.assertion.numbers) > 1 or not _tells_rest(one, other, words):
            continue
        if not _has_changed(toll, _day(one), _day(other), tolls):
            yield one, other


def find_unequal(tolls: Sequence[Told], words: Words) -> Iterator[tuple[Statement, Statement, Kind]]:
    """Yield statements of one day that tell the same toll differently; who is missing changes by the hour.

    A source that tells both tolls tells of two events.
    """
    told = {(source, toll.harm, toll.number.value) for statement, toll in tolls for source in statement.sources}
    for number, (one, toll) in enumerate(tolls):
        for other, their in tolls[number + 1 :]:
            if toll.harm is not their.harm or toll.harm is Harm.MISSING or not _day(one) or _day(one) != _day(other):
                continue
            if one.sources & other.sources or one.origins & other.origins or not (one.complete and other.complete):
                continue
            both = [(source, toll.harm, their.number.value) for source in one.sources]
            both += [(source, toll.harm, toll.number.value) for source in other.sources]
            if not told.isdisjoint(both) or _stand_apart(one, other):
                continue
            if not (contradict_counts(toll.number, their.number) and counts_all(toll, their)):
                continue
            if counts_all(their, toll) and is_surely_one_event(toll, their, words):
                yield one, other, Kind.NUMBER


def _stand_apart(one: Statement, other: Statement) -> bool:
    """Tell whether the sentences before two statements have names, and none in common."""
    ours, theirs = (find_names(each.places[0].before) for each in (one, other))
    return bool(ours and theirs) and not any(match_name(name, theirs) for name in ours)


def find_replaced(tolls: Sequence[Told], words: Words) -> tuple[frozenset[int], frozenset[int]]:
    """Return the numbers of the statements whose toll a later report tells anew, and of those that tell the last."""
    pairs = [
        (one.number, other.number)
        for one, toll in tolls
        for other, their in tolls
        if toll.harm is their.harm
        and _replaces(their, _day(other), toll, _day(one))
        and is_one_event(toll, their, words, their.total)
    ]
    replaced = frozenset(one for one, _ in pairs)
    return replaced, frozenset(other for _, other in pairs) - replaced


def find_old_titles(
    story: Sequence[Source], paragraphs: Mapping[int, Sequence[Paragraph]], words: Words
) -> frozenset[str]:
    """Return the titles that tell a toll which a later report tells anew."""
    titled = [(source, toll) for source in story for toll in read_tolls(source.title, source.date)]
    if not titled:
        return frozenset()
    told = [
        (source, toll)
        for source in story
        for text in (
            source.title,
            *(part for each in paragraphs.get(source.id, ()) for part in split_sentences(each.text)),
        )
        for toll in read_tolls(text, source.date)
    ]
    return frozenset(
        source.title
        for source, toll in titled
        for other, their in told
        if toll.harm is their.harm
        and _replaces(their, (other.date or "")[:10], toll, (source.date or "")[:10])
        and is_one_event(toll, their, words, their.total)
    )


def _replaces(later: Toll, day: str, earlier: Toll, before: str) -> bool:
    """Tell whether a toll of a later day is another one, and not only a bound that the earlier one keeps."""
    if not before or day <= before or later.number.value == earlier.number.value:
        return False
    return later.number.hedge != "at least" or later.number.value > earlier.number.value


def _has_changed(toll: Toll, day: str, other: str, tolls: Sequence[Told]) -> bool:
    """Tell whether a report between two days tells another toll, so that the two may count different people."""
    first, last = sorted((day, other))
    return any(
        their.harm is toll.harm and their.number.value != toll.number.value and first < _day(each) < last
        for each, their in tolls
    )


def _tells_rest(one: Statement, other: Statement, words: Words) -> bool:
    """Tell whether a statement has the other words, names and days of one that tells a toll."""
    claim, theirs = one.assertion, other.assertion
    if not says_as_firmly(one.text, other.text) or not has_dates(claim, theirs):
        return False
    if is_held(theirs) and not is_attributed(claim):
        return False
    names = find_names(f"{other.places[0].paragraph.source.title}. {other.text}")
    if not all(match_name(name, names) for name in list_names(claim)):
        return False
    rest = list_other_words(claim)
    parts = [part for name in theirs.names for part in name.split()]
    return all(match_nouns(rest, (*theirs.words, *parts), words))


def _day(statement: Statement) -> str:
    return (statement.published or "")[:10]
