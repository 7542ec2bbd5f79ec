"""Timeline: the days on which something happened, each with the sentence that says what.

Days are found in sentences and resolved against the publication date of their source. What later reports look
back to is what mattered: a day weighs as many sources as speak of it two days later or more, and a little for
those published on the day itself and the day after.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from agent.digest.chronology.moments import Mention, is_about_others
from agent.digest.chronology.occurrences import has_happened, is_news, may_lie_ahead
from agent.digest.chronology.stretches import find_moment
from agent.digest.statements.context import lacks_voice
from agent.digest.statements.eras import Era, read_eras
from agent.digest.statements.refutations import is_refuted
from agent.evidence.errata.amendments import BEFORE, read_amendments
from index.language.sentences import split_sentences
from index.language.terms import content_stems, fold, split_words
from index.source import Paragraph, Source

PUBLISHED = 0.2
"""Weight of a source published on a day or the day after, against one that looks back to the day; chosen on
Timeline17, topic by topic on the others."""
_LATER = 2
"""Days from which a report looks back."""
_BACKGROUND = 365
"""Days before the first publication from which a day is background, and told only if two sources name it."""
_LONGEST, _SHORTEST = 50, 6
"""Words of a sentence that tells an event well."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """What happened on a day (ISO date): a sentence of a paragraph that names the day, and how much it weighs."""

    date: str
    text: str
    paragraph: Paragraph
    weight: float


def make_timeline(
    story: Sequence[Source], paragraphs: Mapping[int, Sequence[Paragraph]], limit: int = 15
) -> list[DatedEvent]:
    """Return the `limit` weightiest days of a story in order, each told by the sentence that tells it best.

    A day after the last publication has not happened yet; a day that is only foretold is left out as well.
    """
    read = [paragraph for source in story for paragraph in paragraphs.get(source.id, ())]
    mentions = find_mentions(read)
    years = [era.year for era in read_eras(read).values() if era.year]
    published = [source.date for source in story if source.date]
    weights = weigh_days(mentions, published, since=min(years, default=None))
    told = [
        each
        for each in mentions
        if (each.gap is None or each.gap >= 0)
        and each.happened
        and each.tells
        and is_news(each.text, each.paragraph, paragraphs.get(each.paragraph.source.id, ()))
    ]
    by_day: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in told:
        by_day[mention.day].append(mention)
    led = {mention.day for mention in told if mention.leading}
    chosen = sorted(by_day.keys() & weights, key=lambda day: (-weights[day], day not in led, day))[:limit]
    common = _count_stems(told)
    best: dict[str, Mention] = {}
    for day in chosen:
        shown = {mention.sentence for mention in best.values()}
        if left := [mention for mention in by_day[day] if mention.sentence not in shown]:
            best[day] = _choose(left, common)
    return [DatedEvent(day, best[day].text, best[day].paragraph, weights[day]) for day in sorted(best)]


def find_mentions(paragraphs: Iterable[Paragraph]) -> list[Mention]:
    """Return the days that sentences name, in order; a sentence that was read before (a copy) is left out.

    So is one that repeats what a correction withdraws, whose day is that of a report, or that is denied at once.
    """
    mentions: list[Mention] = []
    seen: set[tuple[str, str]] = set()
    above: list[Paragraph] = []
    read = list(paragraphs)
    eras = read_eras(read)
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
            days = _days(told, paragraph.source, eras[paragraph.source.id])
            for order, (day, happened) in enumerate(days.items()):
                key = (day, " ".join(fold(word) for word in split_words(sentence)))
                if key not in seen:
                    seen.add(key)
                    gap = _gap(day, paragraph.source.date)
                    mentions.append(Mention(day, gap, paragraph, sentence, before, happened, order == 0))
    return mentions


def _days(sentence: str, source: Source, era: Era) -> dict[str, bool]:
    """Return the days that a sentence names, each with whether what it tells has happened on it."""
    days: dict[str, bool] = {}
    mentions = era.find_days(sentence)
    for number, mention in enumerate(mentions):
        if mention.precision == "day" and not may_lie_ahead(sentence, mention):
            moment = find_moment(sentence, mentions, number)
            day = moment or mention.value
            days[day] = days.get(day, False) or (moment is not None and has_happened(sentence, mention, source))
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
        if mention.gap is None or mention.gap >= _LATER:
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


def _count_stems(mentions: Sequence[Mention]) -> Counter[str]:
    """Count for each word the sources that have it in a sentence that names a day."""
    held = {(mention.paragraph.source.id, stem) for mention in mentions for stem in content_stems(mention.sentence)}
    return Counter(stem for _, stem in held)


def _choose(mentions: Sequence[Mention], common: Mapping[str, int]) -> Mention:
    """Return the mention whose sentence has most of what its day and its story are about, told as news."""
    that_day = Counter(stem for mention in mentions for stem in set(content_stems(mention.sentence)))

    def rate(mention: Mention) -> float:
        stems = set(content_stems(mention.sentence)) or {""}
        shared = sum(math.log1p(that_day[stem] - 1) + math.log1p(common.get(stem, 1) - 1) for stem in stems)
        return shared / max(len(stems), _SHORTEST) + _rate_form(mention)

    return min(mentions, key=lambda each: (-rate(each), each.paragraph.source.name, each.paragraph.n))


def _rate_form(mention: Mention) -> float:
    """Rate how a sentence tells: early in a report soon after the day, no question and no bare quotation."""
    words = mention.sentence.count(" ") + 1
    rating = 0.5 * (mention.paragraph.n <= 3) + 0.5 * (mention.gap is not None and mention.gap < _LATER)
    rating -= 0.5 * (not _SHORTEST <= words <= _LONGEST) + (mention.sentence.endswith("?"))
    return rating - lacks_voice(mention.text) - 0.5 * is_about_others(mention.text)
