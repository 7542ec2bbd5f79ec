"""Withdrawals: whether a report still tells what a correction withdraws."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.evidence.errata.mentions import excludes_unit, has_unit, is_among, is_one_name, names_topic
from agent.evidence.words.negation import speaks_against
from agent.evidence.words.substitution import Mention, list_mentions
from index.language.dates import find_dates
from index.language.names import find_names
from index.language.numbers import NumberMention
from index.language.terms import content_stems, content_words, stem
from index.source import Source

TOLD, HERE = 0.6, 0.5
"""Share of the words and of the names of an error that stand around what tells it, and share of all in itself."""

MATTER = 0.34
"""Share of what a correction is of that stands with an error which says little by itself (that *it* cost 4 million)."""

_DENIED = re.compile(r"\b(?:not|never|instead\sof|rather\sthan)\s(?:\w+\s)?$", re.IGNORECASE)
"""What stands before a number that is said not to be so."""

_COMPARED = re.compile(
    r"(?:\s?(?:per\s?cent|%))?\s(?:points?\s)?(?:more|less|fewer|higher|lower|greater|increase|rise|drop|fall|decline)\b",
    re.IGNORECASE,
)
"""What stands behind a number that tells by how much something is more, not how much it is."""

_NOT = " not "

Terms = tuple[set[str], list[str]]
"""Stems of words, and names."""

_ROOT = 4
"""Letters of a stem by which words are one: the builder, built."""

_FEW = 3
"""Words and names from which on an error says enough by itself."""

_SAID = frozenset(
    map(
        stem,
        """say said tell told write wrote report reported state stated give gave given call called name described
        article story page version edition caption headline error mistake editing production misstated misspelled
        contrary correction yesterday earlier previous statement""".split(),
    )
)
"""Stems of words for what was published, which say nothing of what it told."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What a correction says was told wrongly (`error`), of what (`matter`), and what it puts in its place (`right`).

    A sentence that tells both, `40 metres, not 60`, is both. `day` is that of the correction (ISO).
    """

    error: str
    matter: str
    right: str
    day: str | None = None

    def is_told(self, text: str, before: str, source: Source) -> bool:
        """Tell whether a sentence of a source tells the error; `before` is the sentence before it."""
        around = f"{source.title}. {before}"
        wrong, new = self._weigh_values()
        told = list_mentions(text, None)
        if any(is_among(each, new) and not is_among(each, wrong) for each in told):
            return False
        numbers = [each for each in wrong if isinstance(each.value, NumberMention)]
        if not numbers and names_topic(self.error):
            return False
        kept = self._list_kept(wrong)
        if kept and not any(is_among(each, kept) and not _COMPARED.match(text, each.end) for each in told):
            return False
        valued = [each for each in told if is_among(each, numbers) and not _DENIED.search(text, 0, each.start)]
        if not valued if numbers else speaks_against(text) != self._denies():
            return False
        own = self._list_own(numbers, new)
        if not numbers and self._misses_value(told):
            return _count(own, text) >= HERE * (len(own[0]) + len(own[1])) and any(own)
        if numbers and self._names_report(source) and any(has_unit(each, numbers) for each in valued):
            return True
        covered = _covers_valued(own, text, around) if numbers else _covers(own, text, around)
        return covered and self._is_of_matter(own, f"{around} {text}")

    def _list_kept(self, wrong: Sequence[Mention]) -> list[Mention]:
        """Return the numbers that were told wrongly and are right of something else: 38 per cent were the rise only."""
        told = list_mentions(self.error, None) if self.error != self.right else []
        numbers = [each for each in told if isinstance(each.value, NumberMention)]
        return [] if any(is_among(each, wrong) for each in numbers) else numbers

    def _denies(self) -> bool:
        return self.error != self.right and speaks_against(self.error)

    def _misses_value(self, told: Sequence[Mention]) -> bool:
        """Tell whether a sentence has another number than is right, where the correction names no wrong one.

        `misstated the price of a ticket. It is 41 crowns.`
        """
        if list_mentions(self.error, None) or _NOT in self.right:
            return False
        right = list_mentions(self.right, None)
        return any(excludes_unit(each, other) for each in told for other in right) and not any(
            is_among(each, right) for each in told if isinstance(each.value, NumberMention)
        )

    def _names_report(self, source: Source) -> bool:
        """Tell whether the correction names the day of a report: On 3 May we said that …"""
        days = {each.value for each in find_dates(self.matter, self.day) if each.precision == "day"}
        return source.date is not None and source.date[:10] in days

    def _weigh_values(self) -> tuple[list[Mention], list[Mention]]:
        """Return the numbers, names and days that were told wrongly, and those of a kind with them that are right."""
        put, _, denied = self.right.partition(_NOT)
        told = list(list_mentions(denied, None))
        if self.error != self.right:
            told += list_mentions(self.error, None)
        right = list_mentions(put, None)
        kinds = {type(each.value) for each in told}
        wrong = [each for each in told if not is_among(each, right)]
        return wrong, [each for each in right if type(each.value) in kinds and not is_among(each, told)]

    def _list_own(self, numbers: Sequence[Mention], new: Sequence[Mention]) -> Terms:
        """Return the words and the names of what was told wrongly, or of what the correction is of if it has none."""
        texts = (self.error, f"{self.matter} {self.right}")
        found = (_list_terms(text, numbers, new) for text in texts)
        return next((terms for terms in found if any(terms)), (set(), []))

    def _is_of_matter(self, own: Terms, told: str) -> bool:
        """Tell whether what is told is of the matter of an error that says little by itself."""
        matter = {each for each in content_stems(self.matter) if not each[0].isdigit()} - _SAID
        enough = len(own[0]) + len(own[1]) >= _FEW or bool(own[1])
        return enough or not matter or len(matter & set(content_stems(told))) >= MATTER * len(matter)


def _covers(own: Terms, text: str, around: str) -> bool:
    """Tell whether a sentence, with what is around it, has enough of words and names; all words where it has none."""
    words, names = own
    near = _list_roots(f"{around} {text}")
    known = [name for name in names if _is_named(name, f"{around} {text}")]
    unnamed = not find_names(text) and len(words) >= _FEW and words <= near
    if not any(own) or len(words & near) < TOLD * len(words) or (len(known) < TOLD * len(names) and not unnamed):
        return False
    return _count(own, text) >= HERE * (len(words) + (0 if unnamed else len(names)))


def _covers_valued(own: Terms, text: str, around: str) -> bool:
    """Tell whether a sentence that has the wrong number tells it of the same: it may tell little else."""
    size, here = len(own[0]) + len(own[1]), _count(own, text)
    plain = {each for each in content_stems(text) if not each[0].isdigit()} - _SAID
    if here and _count(own, f"{around} {text}") >= TOLD * size:
        return True
    return here >= min(2, max(1, size - 1)) and here >= HERE * min(size, len(plain))


def _count(own: Terms, text: str) -> int:
    """Return how many of words and names a text has."""
    words, names = own
    return len(words & _list_roots(text)) + sum(_is_named(name, text) for name in names)


def _is_named(name: str, text: str) -> bool:
    return any(is_one_name(name, each) for each in find_names(text))


def _list_terms(text: str, values: Sequence[Mention], new: Sequence[Mention]) -> Terms:
    """Return the stems of the words of a text that are no name, value or word of publishing, and its old names."""
    right = [each.value for each in new if isinstance(each.value, str)]
    names = [name for name in find_names(text) if name not in right]
    taken = {each for name in (*names, *right, *(value.text for value in values)) for each in content_stems(name)}
    words = {stem(word) for word in content_words(text) if not word[0].isdigit()}
    return {each[:_ROOT] for each in words - taken - _SAID}, names


def _list_roots(text: str) -> set[str]:
    return {each[:_ROOT] for each in content_stems(text)}
