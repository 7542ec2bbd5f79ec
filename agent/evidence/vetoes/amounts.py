"""Amounts: of what a sum of money is that a sentence does not say of what, as `the cost has risen to 9,950 pounds`.

It is of what the section is about that it stands in. Of a report without sections nothing is told apart: a film is
called a drama there, and a bridge a crossing.
"""

import re
from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.context.topics import read_back
from agent.evidence.question import Question
from index.article.shape import is_sentence
from index.language.numbers import find_numbers
from index.language.terms import content_stems, stem

_ASKED = re.compile(
    r"\b(?:costs?|price|budget|how\smuch\b.*\b(?:pa(?:y|id|ys)|spen[dt]|cost|raised?|g[eo]t|getting|given?|money|worth|sold))\b",
    re.IGNORECASE,
)
_MONEY = frozenset(
    map(
        stem,
        """cost costs price pay pays paid paying spend spent worth money budget bill much amount sum total figure get
        gets got getting give given gave receive received raise raised sell sold expected estimated estimate currently
        million pound pounds dollar dollars euro euros final original new old actually exactly altogether overall
        far""".split(),
    )
)
"""Stems of words of a question that say that money is asked for, and not what for."""
_HEADED = 10
"""Words of a heading at most."""


def tell_other_amounts(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sums are of something else: no word of what is asked about stands in their section up to there.

    None that stand under a title with such a word, or where no sentence has any.
    """
    told = [False] * len(candidates)
    words = frozenset(question.terms) - _MONEY
    if not _ASKED.search(question.text) or not words:
        return told
    if not any(words.intersection(content_stems(each.text)) for each in candidates):
        return told
    return [_has_sum(each.text) and _is_elsewhere(words, each) for each in candidates]


def _has_sum(sentence: str) -> bool:
    return any(each.kind == "money" for each in find_numbers(sentence))


def _is_elsewhere(words: frozenset[str], candidate: Candidate) -> bool:
    """Tell whether a sentence stands in a section that up to there has none of some words, nor its document's title."""
    section = _find_section(candidate)
    if not section:
        return False
    texts = (*read_back(candidate), candidate.paragraph.source.title, candidate.context, *section)
    return all(words.isdisjoint(content_stems(text)) for text in texts)


def _find_section(candidate: Candidate) -> list[str]:
    """Return the paragraphs above a sentence up to the heading of its section; none where there are no sections."""
    headings = [each.n for each in candidate.body if _is_heading(each.text)]
    above = [n for n in headings if n < candidate.paragraph.n]
    if not above or not any(is_sentence(each.text) for each in candidate.body[headings[0] : headings[-1]]):
        return []
    return [each.text for each in candidate.body[above[-1] - 1 : candidate.paragraph.n - 1]]


def _is_heading(text: str) -> bool:
    return not is_sentence(text) and len(text.split()) <= _HEADED
