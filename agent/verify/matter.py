"""The matter of a question: what it is about, apart from how it asks, judges or reports it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.evidence.question import Kind, Question
from agent.evidence.words.casualties import DEATH, join_deaths
from agent.evidence.words.deeds import find_deeds
from agent.evidence.words.likeness import Words
from agent.evidence.words.negation import DENIALS
from agent.verify.conflict.assertions import is_verb, match_name, match_words, word_keys
from agent.verify.conflict.comparisons import read_comparison
from agent.verify.conflict.modes import find_modes
from agent.verify.denial.bearing import find_asked, holds_value
from agent.verify.denial.judgements import name_matter
from index.language.terms import content_words, stem

MOST = 0.75
"""Share of a question's matter, or of what is denied, that a sentence must speak of to be of it."""

ENOUGH = 4
"""Words of a long question's matter that are enough."""

_OF_WHAT = re.compile(r"\b(?:what|which|how|why)\b", re.IGNORECASE)
_JUDGING = DENIALS | {stem(word) for word in ("fake", "real", "true", "accurate", "prank", "lie", "myth")}
"""Stems of words by which a question judges or denies."""


@dataclass(frozen=True, slots=True)
class Matter:
    """The content words of what a question is about, in order.

    `whether` says that it asks whether something is so, `modes` by what words it speaks of what may be, `names` are
    those of its words that are names (none where all are capitalised, as in a headline), `comparison` is what it
    asks to be more or less than what (`read_comparison`), `verbs` are its words that are nothing but verbs, and
    `asked` what is to be counted or, as `dated` says, dated (`find_asked`).
    """

    words: tuple[str, ...]
    whether: bool
    modes: frozenset[str]
    names: tuple[str, ...]
    comparison: tuple[str, str] | None = None
    verbs: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    dated: bool = False

    @property
    def needed(self) -> float:
        """How many of its words a sentence must speak of: most of a short one's, some of a long one's."""
        return min(MOST * len(self.words), ENOUGH)

    def is_done(self, told: str, words: Words) -> bool:
        """Tell whether a clause tells of what the question asks to be done, where it asks for that by a verb."""
        return not self.verbs or bool(select(self.verbs, content_words(told), words))

    def is_touched(self, denied: str, words: Words) -> bool:
        """Tell whether what is denied bears on what is to be counted or dated: that, a value, or that it was."""
        if not self.asked or holds_value(denied, self.dated) or select(self.asked, content_words(denied), words):
            return True
        return bool(select(find_deeds(denied), self.words, words))

    def select(self, others: Sequence[str], words: Words) -> tuple[str, ...]:
        """Return those of its words that are among others."""
        return select(self.words, others, words)


def read_matter(question: Question) -> Matter | None:
    """Return what a question is about; None where that is nothing, or no more than a name or a single word.

    Much may be denied of a name that is not asked, unless the question asks for accusations or reports. Whether
    anybody died may be asked in one word.
    """
    told = tuple(word for word in name_matter(" ".join(question.words)) if stem(word) not in _JUDGING)
    titled = not any(word.islower() for word in question.words)
    common = any(word.islower() for word in told) or titled or len(told) < len(question.words)
    if not common or (len(told) < 2 and not all(stem(word) in DEATH for word in told)):
        return None
    names = () if titled else tuple(word for word in told if not word.islower() and not word.isdigit())
    verbs = tuple(word for word in told if is_verb(word)) if question.kind is Kind.YES_NO else ()
    compared, asked, dated = read_comparison(question.text), find_asked(question), question.kind is Kind.WHEN
    return Matter(told, asks_whether(question), find_modes(question.text), names, compared, verbs, asked, dated)


def asks_whether(question: Question) -> bool:
    """Tell whether a question, or a statement with a question mark, asks whether something is so."""
    return question.kind is Kind.YES_NO or (question.kind is Kind.WHAT and not _OF_WHAT.search(question.text))


def is_named(word: str, others: Sequence[str]) -> bool:
    """Tell whether a word is among others itself, in whatever form or spelling, and no word near in meaning."""
    keys = word_keys(word)
    return any(not keys.isdisjoint(word_keys(other)) for other in others) or match_name(word, others)


def select(ours: Sequence[str], theirs: Sequence[str], words: Words) -> tuple[str, ...]:
    """Return those of our words that are among theirs, in any form or near in meaning."""
    found = match_words(join_deaths(ours), join_deaths(theirs), words)
    return tuple(word for word, here in zip(ours, found, strict=True) if here)
