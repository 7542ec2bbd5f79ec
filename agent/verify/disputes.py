"""Disputes: retrieved sentences that contradict each other on what is asked.

A dispute that is not there is worse than one that is missed, so both sides must speak of the question's matter. Four
kinds are told: another count or day of what is asked for, one side that denies or judges false what another tells,
two sentences that are the same but for what is asked for, and two that contradict each other by themselves. A report
that can supersede the other, being the later one, is told as an update.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from agent.evidence.beside import stands_beside
from agent.evidence.candidates import Candidate
from agent.evidence.forms.kinds import may_answer
from agent.evidence.publication import count_days, find_day, tell_of_one_time
from agent.evidence.question import WH, Question
from agent.evidence.question import Kind as Asked
from agent.evidence.ranked import Ranking
from agent.evidence.words.likeness import Words
from agent.verify.conflict.contradiction import Kind, contradict
from agent.verify.conflict.counts import find_other_counts
from agent.verify.conflict.days import find_other_days, may_date
from agent.verify.conflict.exchanges import find_exchanges
from agent.verify.denial.denials import find_denials
from agent.verify.denial.stances import asks_who, find_sides, points_elsewhere
from agent.verify.matter import read_matter
from agent.verify.sides import Contradiction, FoundDispute, are_of_one_matter, find_latest, may_supersede, take_sides
from index.language.terms import content_words

COVERED = 0.6
"""Likeness from which a word of the question counts as spoken of."""

READ = 16
"""Sentences, best first, that are held against each other; one that denies what is asked is looked for in all."""

TELLING = 0.6
"""Probability that a sentence answers, to the model, below which it does not tell what another denies.

Of headlines, which ask nothing, the model knows less well what answers them.
"""

NEARLY = 0.75
"""Share of the question's words that a side must speak of: all of a short question, most of a long one."""


def find_contradiction(
    question: Question, candidates: Sequence[Candidate], words: Words, telling: Container[int] | None = None
) -> Contradiction | None:
    """Return the best ranked candidates that contradict each other on what is asked, or None.

    `telling` are the positions of those that may tell what another denies, or all.
    """
    read = candidates[:READ]
    if question.kind is Asked.NUMBER and (counted := _find_counted(question, candidates, words)):
        latest = find_latest(counted, candidates)
        apart = count_days(*(candidates[n] for n in latest))
        return replace(take_sides(counted, latest, candidates, True), update=apart != 0)
    if question.kind is Asked.WHEN and (dated := list(find_other_days(question, read, words))):
        return take_sides(dated, dated[0], candidates, True)
    sides = list(find_sides(question, candidates, words, telling))
    disputed = [pair for pair in sides if not may_supersede(candidates, *pair)]
    if disputed:
        clear = [pair for pair in disputed[1:] if not points_elsewhere(*(candidates[n] for n in pair))]
        return take_sides([disputed[0], *clear], disputed[0], candidates)
    exchanged = [pair for pair in find_exchanges(question, read) if _is_matter(pair[0], question, read, words)]
    exchanged = [pair for pair in exchanged if not any(stands_beside(question, read[n].text) for n in pair)]
    if exchanged:
        latest = find_latest(exchanged, candidates)
        apart = question.kind is not Asked.WHEN and count_days(*(candidates[n] for n in latest)) != 0
        return replace(take_sides(exchanged, latest, candidates, True), update=apart)
    told = next(_told_pairs(question, candidates, words, telling is None or 0 in telling), None)
    return told or (replace(take_sides(sides, sides[0], candidates), update=True) if sides else None)


def _find_counted(question: Question, candidates: Sequence[Candidate], words: Words) -> list[tuple[int, int]]:
    """Return the candidates that count what is asked for differently in one matter."""
    pairs = find_other_counts(question, candidates[:READ], words)
    return [(one, two) for one, two in pairs if are_of_one_matter(candidates[one], candidates[two], candidates)]


def _is_matter(number: int, question: Question, candidates: Sequence[Candidate], words: Words) -> bool:
    """Tell whether a candidate speaks of what is asked: it answers best, or has most of the question's words."""
    return number == 0 or covers(question, candidates[number].text, words)


def _told_pairs(
    question: Question, candidates: Sequence[Candidate], words: Words, first: bool
) -> Iterator[Contradiction]:
    """Yield pairs that contradict each other by themselves and both speak of most of what is asked.

    Where, who or what a name is has no two sides because something is told and denied of it. `first` says that the
    first candidate answers, whichever words it has. What a source says right after is looked for in all candidates.
    """
    read = candidates[:READ]
    if WH.search(question.text) and not any(word.islower() for word in question.words):
        return
    near = [n for n, candidate in enumerate(read) if covers(question, candidate.text, words)]
    near = [n for n in near if not stands_beside(question, read[n].text)]
    deniable = not asks_who(question)
    if deniable:
        best = [0] if first and candidates and 0 not in near else []
        yield from _answering_pairs([*best, *near], candidates, words)
    for stated, denied in combinations(near, 2):
        pair = read[stated], read[denied]
        if pair[0].paragraph == pair[1].paragraph:
            continue
        kind = contradict(pair[0].text, pair[1].text, words, (find_day(pair[0]), find_day(pair[1])))
        if kind is Kind.DATE and not all(may_date(question, each, words) for each in pair):
            continue
        denial = kind in (Kind.DENIAL, Kind.NEGATION)
        asked = not denial or (deniable and _denies_asked(question, pair, words))
        if kind and asked and tell_of_one_time(*pair):
            swapped = denial and not find_denials(pair[1].text)
            yield Contradiction((denied,), (stated,)) if swapped else Contradiction((stated,), (denied,))


def _denies_asked(question: Question, pair: Sequence[Candidate], words: Words) -> bool:
    """Tell whether what one of two sentences denies is of what the question asks to be done, counted or dated."""
    matter = read_matter(question)
    denials = (denial for candidate in pair for denial in find_denials(candidate.text))
    if matter is None:
        return True
    return any(matter.is_done(each.scope, words) and matter.is_touched(each.scope, words) for each in denials)


def _answering_pairs(near: Sequence[int], candidates: Sequence[Candidate], words: Words) -> Iterator[Contradiction]:
    """Yield pairs of which the second comes right after the first in its source and denies "this"."""
    for stated in near:
        one = candidates[stated]
        for denied, other in enumerate(candidates):
            follows = other.before == one.text and other.paragraph.source == one.paragraph.source
            day = one.paragraph.source.date
            if follows and contradict(one.text, other.text, words, (day, day), follows=True) is Kind.DENIAL:
                yield Contradiction((stated,), (denied,))


def covers(question: Question, sentence: str, words: Words) -> bool:
    """Tell whether a sentence speaks of what the question names: of all of a short one, of most of a long one."""
    if not question.words:
        return False
    return bool((words.best(question.words, content_words(sentence)) >= COVERED).mean() >= NEARLY)


def find_dispute(question: Question, ranking: Ranking, gathered: Sequence[Candidate] = ()) -> FoundDispute | None:
    """Return the two sides on which the sources contradict each other, or None.

    `gathered` are all candidates, also those that cannot answer by themselves: a question about a denial ranks only
    sentences that deny, but what these deny is told by others.
    """
    candidates = [item.candidate for item in ranking.pertinent]
    candidates += [candidate for candidate in gathered if not may_answer(question, candidate.text)]
    doubtful = {n for n, item in enumerate(ranking.pertinent) if item.probability < TELLING}
    telling = set(range(len(candidates))) - (doubtful if question.kind is Asked.YES_NO else set())
    found = find_contradiction(question, candidates, ranking.words, telling)
    if found is None:
        return None
    stated, denied = (tuple(candidates[n] for n in side) for side in (found.stated, found.denied))
    return FoundDispute(stated, denied, found.update)
