"""Replies: what a source tells against a sentence that is quoted, right behind it or before it.

A reader who sees a claim sees the answer to it. What is found is only quoted beside the claim: whether it contradicts
it is told by the disputes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.answer.composition import Part
from agent.evidence.candidates import Candidate
from agent.evidence.context.neighbours import find_neighbours
from agent.evidence.errata.ellipses import ends_denied
from agent.evidence.forms.kinds import holds_kind
from agent.evidence.forms.values import differs_in_value
from agent.evidence.question import Kind
from agent.evidence.quotable import split_quotable
from agent.evidence.ranked import SURE, Ranking
from agent.evidence.words.negation import speaks_against
from agent.verify.conflict.assertions import match_name
from agent.verify.denial.decisions import decides
from agent.verify.denial.rebuttals import tells_against
from agent.verify.denial.sayings import is_said, read_saying
from agent.verify.denial.stances import asks_who
from agent.verify.denial.turnabouts import recalls, takes_back
from agent.verify.matter import asks_whether
from index.article.shape import drop_mark
from index.language.numbers import find_numbers

MOST = 2
"""Replies that are quoted in an answer."""

READ = 3
"""Sentences, best first, one of which tells why: another speaker's reason is looked for among them."""

_VALUES = (Kind.NUMBER, Kind.WHEN, Kind.WHERE, Kind.WHO)
_QUOTED = re.compile(r"[“\"]")
_SAME = re.compile(r"(?:he|she|they|it|I|we|his|her|their|its|our|my)\b")
_DRIVEN = r"(?:asked|told|forced|pushed|pressed|pressured|ordered|urged|persuaded|made)"
_REASON = re.compile(
    r"\b(?:because|since|so\sthat|in\sorder\sto|due\sto|owing\sto|for\sfear|reasons?|blamed|"
    rf"{_DRIVEN}\s(?:him|her|them|it|[A-Z]\w+)\s(?:to|out|go|leave)|(?:was|were|been)\s(?:\w+ly\s)?{_DRIVEN}\s(?:to|out|aside))\b"
)
"""Words by which a sentence tells why something was done, or who had it done."""


def add_replies(parts: Sequence[Part], ranking: Ranking) -> list[Part]:
    """Return the sentences of an answer, each followed by what its source tells against it, up to MOST in all."""
    find = find_outcomes if asks_who(ranking.question) else find_replies
    told = {_key(candidate) for part in parts for candidate in part.support}
    shown: list[Part] = []
    for part in parts:
        shown.append(part)
        for reply in (each for candidate in part.support for each in find(ranking, candidate)):
            if _key(reply) not in told and len(shown) - len(parts) < MOST:
                told.add(_key(reply))
                shown.append(Part(reply.text, (reply,)))
    return shown


def find_replies(ranking: Ranking, stated: Candidate) -> Iterator[Candidate]:
    """Yield what stands beside a quoted sentence and tells against it, by its form or as another speaker's version."""
    yield from find_outcomes(ranking, stated)
    before, behind = find_neighbours(stated)
    question, words = ranking.question, ranking.words
    asked = question.words
    if question.kind not in _VALUES or is_said(stated.text):
        for place, reply in enumerate(behind):
            if place and not _QUOTED.match(behind[0].text):
                break
            if tells_against(stated.text, reply.text, asked, words):
                yield reply
    if before and tells_against(before[0].text, stated.text, asked, words):
        yield before[0]
    elif len(before) > 1 and _goes_on(stated.text) and tells_against(before[1].text, before[0].text, asked, words):
        yield _find_figure(before[1]) if question.kind is Kind.NUMBER else before[1]
    yield from (other for other in (*behind[:1], *before[:1]) if _tells_otherwise(ranking, stated, other))


def find_outcomes(ranking: Ranking, stated: Candidate) -> Iterator[Candidate]:
    """Yield what stands beside a sentence in its paragraph and without which it misleads, whatever is asked.

    What somebody asked for is told with what was decided, an older word of somebody with his newer one, and what the
    source denies at once with the number or time that it gives instead.
    """
    sides = find_neighbours(stated)
    before, behind = ([each for each in side if each.paragraph.n == stated.paragraph.n][:1] for side in sides)
    yield from (each for each in behind if decides(stated.text, each.text) or takes_back(stated.text, each.text))
    yield from (each for each in before if decides(each.text, stated.text) or recalls(stated.text, each.text))
    if ranking.question.kind in (Kind.NUMBER, Kind.WHEN) and ends_denied(stated.text):
        yield from (each for each in behind if holds_kind(ranking.question, each.text) > 0.0)


def _goes_on(text: str) -> bool:
    """Tell whether who spoke before a sentence goes on in it: as a pronoun, or in a quotation without a speaker."""
    speaker = read_saying(text).speaker
    return _SAME.match(speaker) is not None if speaker else _QUOTED.match(text) is not None


def _find_figure(answered: Candidate) -> Candidate:
    """Return the first sentence with a number of what is answered, which stands in the paragraph above, or its last."""
    if not answered.paragraph.text.rstrip().endswith(answered.text):
        return answered
    sentences = map(drop_mark, split_quotable(answered.paragraph.text))
    counted = next((text for text in sentences if find_numbers(text)), answered.text)
    return replace(answered, text=counted, before="")


def _tells_otherwise(ranking: Ranking, stated: Candidate, other: Candidate) -> bool:
    """Tell whether a sentence beside another is another speaker's version: reason, number, or whether it is so."""
    one, two = read_saying(stated.text).speaker, read_saying(other.text).speaker
    question = ranking.question
    if other.text.endswith("?") or (one and match_name(one, [two])):
        return False
    if question.kind is Kind.WHY:
        told = [_key(item.candidate) for item in ranking.best(READ)]
        return bool(one and two and _key(other) in told) and _REASON.search(other.text) is not None
    if question.kind is Kind.NUMBER:
        return bool(one and two) and differs_in_value(question, stated, other)
    if not asks_whether(question) or not (one or two) or speaks_against(stated.text) == speaks_against(other.text):
        return False
    found = next((item for item in ranking.items if _key(item.candidate) == _key(other)), None)
    return found is not None and found.probability >= SURE


def _key(candidate: Candidate) -> tuple[int, int, str]:
    return candidate.paragraph.source.id, candidate.paragraph.n, candidate.text
