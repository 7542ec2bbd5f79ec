"""Alternatives: what another source tells otherwise than the sentences that are quoted.

Another number or day of what is asked, or, where it is asked whether something is so, what goes the other way; with a
large model also what it reads as an answer. What is found is only quoted beside the answer: it is not said to
contradict it.
"""

from collections.abc import Sequence
from dataclasses import replace

from agent.answer.composition import repeats
from agent.evidence.apart import stands_apart
from agent.evidence.candidates import Candidate
from agent.evidence.forms.values import excludes_values
from agent.evidence.pertinence import pertains
from agent.evidence.publication import count_days, find_newest
from agent.evidence.question import Kind
from agent.evidence.ranked import HEARD, Ranked, Ranking
from agent.evidence.words.negation import speaks_against
from agent.verify.conflict.assertions import match_words
from agent.verify.conflict.dating import is_day_of, tells_aftermath
from agent.verify.matter import asks_whether, read_matter
from agent.verify.victims import find_victims
from index.language.dates import find_dates
from index.language.terms import content_words, stem

READ = 8
"""Sentences, best first, among which another number, day or later report is looked for."""

SPOKEN, TOLD, LEAST = 0.5, 0.3, 2
"""Share of the question's matter, and of its words beside a number or day, that another sentence must speak of.

LEAST are the words of a short question's matter that it must speak of.
"""


def find_alternative(ranking: Ranking, quoted: Sequence[Candidate]) -> Candidate | None:
    """Return the best ranked sentence of a source not quoted that tells otherwise than all those quoted, or None.

    Where one of those quoted tells otherwise than the first already it is that one, unless another was published later
    than both.
    """
    if victims := find_victims(ranking, quoted):
        return victims
    sources = {candidate.paragraph.source.id for candidate in quoted}
    items = [item for item in ranking.pertinent if item.candidate.paragraph.source.id not in sources]
    items = [item for item in items if not stands_apart(ranking.question, quoted[0], item.candidate)]
    found = [item.candidate for item in items if _tells_otherwise(ranking, quoted, item)]
    for candidate in quoted[1:]:
        if _stand_apart(ranking, quoted[0], candidate):
            later = find_newest([each for each in found if _is_later(each, quoted)])
            return later or candidate
    if found:
        return find_newest([found[0], *(each for each in found[1:] if _is_later(each, [quoted[0], found[0]]))])
    return next((item.candidate for item in items if _is_another_answer(quoted, item)), None)


def _is_later(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    return all(count_days(candidate, other) > 0 for other in others)


def _stand_apart(ranking: Ranking, first: Candidate, other: Candidate) -> bool:
    """Tell whether a quoted sentence of another source has another number or day than the first, or another way."""
    if first.paragraph.source.id == other.paragraph.source.id:
        return False
    if ranking.question.kind in (Kind.NUMBER, Kind.WHEN):
        return _tells_other(ranking, [first], other)
    return asks_whether(ranking.question) and speaks_against(first.text) != speaks_against(other.text)


def _tells_otherwise(ranking: Ranking, quoted: Sequence[Candidate], item: Ranked) -> bool:
    if ranking.question.kind in (Kind.NUMBER, Kind.WHEN):
        likely = item.probability >= HEARD and item in ranking.best(READ)
        return likely and _tells_other(ranking, quoted, item.candidate)
    return asks_whether(ranking.question) and _goes_other_way(ranking, quoted, item)


def _is_another_answer(quoted: Sequence[Candidate], item: Ranked) -> bool:
    """Tell whether a large model leans to a sentence's stating the answer, and it repeats none of those quoted."""
    if item.parts.get("reading", -1.0) < 0.0:
        return False
    return not repeats(item.candidate.text, (candidate.text for candidate in quoted))


def _tells_other(ranking: Ranking, quoted: Sequence[Candidate], other: Candidate) -> bool:
    """Tell whether a sentence that has to do with what is asked has a number or day of it, and none also quoted."""
    if not (_has_to_do(ranking, other) and excludes_values(ranking.question, quoted, other)):
        return False
    return ranking.question.kind is not Kind.WHEN or _is_dated(ranking, other)


def _is_dated(ranking: Ranking, other: Candidate) -> bool:
    """Tell whether a sentence has a day that is not only that of what was done after what is asked."""
    asked = [word for word in ranking.question.words if word.islower()]
    if not tells_aftermath(asked, other.text, ranking.words):
        return True
    days = find_dates(other.text, other.paragraph.source.date)
    return not days or any(is_day_of(asked, other.text, day, ranking.words) for day in days)


def _has_to_do(ranking: Ranking, other: Candidate) -> bool:
    """Tell whether a sentence has to do with what is asked, apart from what is counted: speaks of some of it."""
    asked = [word for word in ranking.question.words if stem(word) != ranking.question.focus]
    if not asked:
        return True
    if sum(match_words(asked, content_words(other.text), ranking.words)) >= max(1.0, TOLD * len(asked)):
        return True
    matter = replace(ranking.question, words=tuple(asked))
    return pertains(matter, ranking.items[0].candidate.text, other.text, ranking.words)


def _goes_other_way(ranking: Ranking, quoted: Sequence[Candidate], item: Ranked) -> bool:
    """Tell whether a sentence of the question's matter denies what those quoted tell, or the reverse, or came later."""
    matter = read_matter(ranking.question)
    if matter is None:
        return False
    other = item.candidate
    later = item in ranking.best(READ) and all(count_days(other, candidate) > 0 for candidate in quoted)
    if speaks_against(other.text) == speaks_against(quoted[0].text) and not later:
        return False
    needed = max(SPOKEN * len(matter.words), min(LEAST, len(matter.words)))
    return len(matter.select(content_words(other.text), ranking.words)) >= needed
