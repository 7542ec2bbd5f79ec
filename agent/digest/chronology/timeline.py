"""Timeline: the days on which something happened, each with the sentence that says what.

What later reports look back to is what mattered: a day weighs as many sources as speak of it two days later or more,
and a little for those published on the day itself and the day after (`mentions`).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.digest.chronology.mentions import LATER, find_mentions, weigh_days
from agent.digest.chronology.moments import Mention, is_about_others
from agent.digest.chronology.occurrences import is_news
from agent.digest.statements.context import lacks_voice
from agent.digest.statements.eras import read_eras
from index.language.terms import content_stems
from index.source import Paragraph, Source

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
    rating = 0.5 * (mention.paragraph.n <= 3) + 0.5 * (mention.gap is not None and mention.gap < LATER)
    rating -= 0.5 * (not _SHORTEST <= words <= _LONGEST) + (mention.sentence.endswith("?"))
    return rating - lacks_voice(mention.text) - 0.5 * is_about_others(mention.text)
