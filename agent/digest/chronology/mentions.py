"""Mentions: the days that sentences name, resolved against the day of their source, and how much each day weighs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise

from agent.digest.chronology.certainty import count_from, find_written, is_certain, is_dateline
from agent.digest.chronology.clauses import find_beside
from agent.digest.chronology.moments import Mention
from agent.digest.chronology.occurrences import has_happened, may_lie_ahead
from agent.digest.chronology.stretches import find_moment
from agent.digest.statements.eras import Era, read_eras
from agent.digest.statements.refutations import is_refuted
from agent.evidence.errata.amendments import BEFORE, read_amendments
from index.language.sentences import split_sentences
from index.language.terms import fold, split_words
from index.source import Paragraph, Source

PUBLISHED = 0.2
"""Weight of a source published on a day or the day after, against one that looks back to the day; chosen on
Timeline17, topic by topic on the others."""
LATER = 2
"""Days from which a report looks back."""
_BACKGROUND = 365
"""Days before the first publication from which a day is background, and told only if two sources name it."""


def find_mentions(paragraphs: Iterable[Paragraph]) -> list[Mention]:
    """Return the days that sentences name, in order; a sentence that was read before (a copy) is left out.

    So is one that repeats what a correction withdraws, whose day is that of a report, or that is denied at once.
    """
    mentions: list[Mention] = []
    seen: set[tuple[str, str]] = set()
    above: list[Paragraph] = []
    read = list(paragraphs)
    bodies = {key: list(body) for key, body in groupby(read, key=lambda paragraph: paragraph.source.id)}
    eras, written = read_eras(read), {key: find_written(body) for key, body in bodies.items()}
    for paragraph in read:
        sentences = split_sentences(paragraph.text)
        above = above if above and above[-1].source == paragraph.source else []
        amended = read_amendments(paragraph, sentences, above)
        above = [*above[-BEFORE:], paragraph]
        for number, (before, sentence) in enumerate(pairwise(["", *sentences])):
            right = amended.get(number)
            if number in amended and not (right and right.before):
                continue
            replied = right is not None and right.withdrawal is None
            if not replied and is_refuted(sentence, "".join(sentences[number + 1 : number + 2])):
                continue
            told = sentence
            if right and replied:
                sentence, told = f"{right.before} {right.text}", right.text
            days = _days(told, paragraph.source, eras[paragraph.source.id], written[paragraph.source.id])
            for order, (day, happened) in enumerate(days.items()):
                key = (day, " ".join(fold(word) for word in split_words(sentence)))
                if key not in seen:
                    seen.add(key)
                    gap = _gap(day, paragraph.source.date)
                    mentions.append(Mention(day, gap, paragraph, sentence, before, happened, order == 0))
    return mentions


def _days(sentence: str, source: Source, era: Era, written: str | None) -> dict[str, bool]:
    """Return the days that a sentence names, each with whether what it tells has happened on it.

    Where it tells of a day itself, none of what is only told beside it has.
    """
    days: dict[str, bool] = {}
    named = [each for each in era.find_days(sentence) if not is_dateline(sentence, each, source.date)]
    found = [count_from(each, source.date, written) for each in named]
    told: list[tuple[str, bool, bool]] = []
    for number, (mention, beside) in enumerate(zip(found, find_beside(sentence, found), strict=True)):
        sure = mention.precision == "day" and is_certain(sentence, mention, era.published)
        if sure and not may_lie_ahead(sentence, mention):
            moment = find_moment(sentence, found, number)
            happened = moment is not None and has_happened(sentence, mention, source)
            told.append((moment or mention.value, happened, beside))
    led = any(happened and not beside for _, happened, beside in told)
    for day, happened, beside in told:
        days[day] = days.get(day, False) or (happened and not (led and beside))
    return days


def _gap(day: str, published: str | None) -> int | None:
    number = _number(published)
    return None if number is None else number - date.fromisoformat(day).toordinal()


def _number(day: str | None) -> int | None:
    """Return the number of an ISO day; None where there is none or it is not whole."""
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return None


def weigh_days(
    mentions: Sequence[Mention],
    published: Sequence[str],
    publication: float = PUBLISHED,
    since: int | None = None,
) -> dict[str, float]:
    """Return the weight of every day that is mentioned or published on, none after the last publication.

    `published` has the publication date (ISO) of every source that has one, `publication` is what each counts;
    `since` is the first year that one of them is about, where that is not its own time: its days are no background.
    """
    days = Counter(number for each in published if (number := _number(each)) is not None)
    naming: defaultdict[int, set[int]] = defaultdict(set)
    looking_back: defaultdict[int, set[int]] = defaultdict(set)
    for mention in mentions:
        number = date.fromisoformat(mention.day).toordinal()
        naming[number].add(mention.paragraph.source.id)
        if mention.gap is None or mention.gap >= LATER:
            looking_back[number].add(mention.paragraph.source.id)
    last = max(days, default=date.max.toordinal())
    first = min(days, default=0) - _BACKGROUND
    first = min(first, date(since, 1, 1).toordinal()) if since else first
    return {
        # Days that nobody looks back to yet are told apart by how many name them at all.
        date.fromordinal(number).isoformat(): len(looking_back[number])
        + publication * (days[number] + days[number + 1])
        + 0.01 * len(naming[number])
        for number in sorted({*naming, *days})
        if number <= last and (number >= first or len(naming[number]) > 1)
    }
