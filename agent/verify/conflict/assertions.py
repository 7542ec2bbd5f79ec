"""Assertions: a sentence taken apart for comparison: who says it, what it names, counts, dates and tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.evidence.words.likeness import Words
from index.language.dates import DateMention, find_dates
from index.language.names import find_names, same_name
from index.language.numbers import NumberMention, find_numbers
from index.language.terms import content_words, fold, stem

ALIKE = 0.6
"""Likeness (`Words.compare`) from which two words are taken for the same."""

_SAID = r"(?:said|says|saying|added|adds|wrote|reported|reports|announced|declared|stated|told\s[^,“”\"]{2,40})"
_THAT = (
    r"(?:insisted|argued|claimed|maintained|confirmed|acknowledged|warned|noted|admitted|explained|estimated|believes?)"
)
_WHO = r"[^,;“”\"]{2,90}(?:,[^,;“”\"]{2,110},)?"
_ADVERB = r"(?:\s(?:also|later|again|has|had|have|earlier))?"
_WHEN = r"(?:\s(?:on|in|at|late|early|earlier|to|by)\s[^,;“”\"]{1,50}?)?"
_ATTRIBUTIONS = (
    re.compile(
        rf"^(?P<who>[^,;“”\"]{{2,90}},\s(?:who|whose|whom|which)\s[^;“”\"]{{2,160}},){_ADVERB}\s(?:{_SAID}|{_THAT})\s(?:that\s)?(?=[a-z])"
    ),
    re.compile(rf"[,”\"]\s*(?P<who>{_WHO}){_ADVERB}\s{_SAID}(?P<when>[^,;“”\"]{{0,60}})$"),
    re.compile(rf"[,”\"]\s*{_SAID}\s(?!(?:he|she|they|it|we|I|that|there)\b)(?P<who>[^;“”\"]{{2,160}})$"),
    re.compile(rf"^(?P<who>{_WHO}){_ADVERB}\s(?:{_SAID}|{_THAT}){_WHEN},?\s(?:that\s|(?=[“\"]))"),
    re.compile(rf"^(?P<who>{_WHO}){_ADVERB}\s(?:said|says)(?:\s(?:on|late|early|earlier)\s\w+)?\s(?=[a-zA-Z])"),
    re.compile(r"(?:^|,?\s)[Aa]ccording to (?P<who>[^,;.“”\"]{2,120}),?"),
)
_HELD_IN = re.compile(
    r"\b(?:(?:in|at|on|by|from|during|after|before|for|to|through|with)\s(?:which|whom)|where|when)(?P<subject>(?:\s[\w’'-]+){1,4})$"
)
"""Where the verb of speech belongs to a clause: withdrew the letter in which he said that."""
_PREDICATE = re.compile(r"\b(?:is|are|was|were|be|been)\s(?P<predicate>.+)")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)$")
"""How nobody speaks: 40 cases have been reported."""
_SPOKEN = frozenset(("said", "say", "says", "saying", "told", "add", "added", "adds"))


@dataclass(frozen=True, slots=True)
class Assertion:
    """A sentence as it is compared: `said` without its attribution, and what that names, counts, dates and tells."""

    text: str
    speaker: str
    said: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    """Content words that are no part of a name, number or date, in order."""
    numbers: tuple[NumberMention, ...]
    dates: tuple[DateMention, ...]


@lru_cache(maxsize=16384)
def read_assertion(text: str, published: str | None = None) -> Assertion:
    """Return a sentence taken apart; relative dates are resolved against the day of publication (ISO)."""
    said, speaker = split_attribution(text)
    names = tuple(name for name in find_names(text) if name in said)
    dates = tuple(find_dates(said, published))
    numbers = tuple(find_numbers(said))
    return Assertion(text, speaker, said, names, _rest(said, names, numbers, dates), numbers, dates)


def split_attribution(text: str) -> tuple[str, str]:
    """Return what a sentence says without the words that name its speaker, and these."""
    plain = text.rstrip(" .!")
    for pattern in _ATTRIBUTIONS:
        match = pattern.search(plain)
        if match and len(plain) - len(match[0]) >= 12 and not (_is_held(match["who"]) or _goes_on(match)):
            return (plain[: match.start()] + " " + plain[match.end() :]).strip(" ,"), match["who"]
    return text, ""


def _goes_on(match: re.Match[str]) -> bool:
    """Tell whether somebody else says the rest of the sentence: it broke, she said, and the mayor said it was old."""
    return (
        match["who"].startswith(("and ", "but ", "while ")) and len((match.groupdict().get("when") or "").split()) > 3
    )


def _is_held(who: str) -> bool:
    """Tell whether what is read as a speaker has the verb of speech in its own clause, or in the passive."""
    held = _HELD_IN.search(who)
    return _PASSIVE.search(who) is not None or (held is not None and not any(map(is_verb, held["subject"].split())))


def _rest(
    said: str, names: Sequence[str], numbers: Sequence[NumberMention], dates: Sequence[DateMention]
) -> tuple[str, ...]:
    plain = list(said)
    spans = [(number.start, number.end) for number in numbers] + [(date.start, date.end) for date in dates]
    spans += [match.span() for name in names for match in re.finditer(re.escape(name), said)]
    for start, end in spans:
        plain[start:end] = " " * (end - start)
    return tuple(word for word in content_words("".join(plain)) if word.lower() not in _SPOKEN)


def list_predicate(assertion: Assertion) -> tuple[str, ...]:
    """Return the words for what a form of `be` says of a subject: the bridge is `unsafe`."""
    told = _PREDICATE.search(assertion.said)
    return tuple(word for word in assertion.words if told and word in told["predicate"])


@lru_cache(maxsize=65536)
def word_keys(word: str) -> frozenset[str]:
    """Return the stems by which a word is found: its own and those of the verbs it may be a form of (took: take)."""
    from lemminflect import getAllLemmas  # type: ignore[import-untyped]

    lemmas = getAllLemmas(fold(word), upos="VERB").get("VERB", ()) if word.isascii() and word.isalpha() else ()
    return frozenset((stem(word), *map(stem, lemmas)))


@lru_cache(maxsize=4096)
def is_verb(word: str) -> bool:
    """Tell whether a word is a form of a verb and of nothing else: died, declared, but not fight or closed."""
    from lemminflect import getAllLemmas

    return word.islower() and word.isascii() and set(getAllLemmas(word)) == {"VERB"}


def match_words(ours: Sequence[str], theirs: Sequence[str], words: Words) -> list[bool]:
    """Tell for each of our words whether one of theirs is the same: a form of it, or near in meaning."""
    known = frozenset(key for word in theirs for key in word_keys(word))
    exact = [not known.isdisjoint(word_keys(word)) for word in ours]
    missing = [word for word, found in zip(ours, exact, strict=True) if not found]
    near = iter(words.best(missing, theirs) >= ALIKE) if missing and theirs else iter([False] * len(missing))
    return [found or bool(next(near)) for found in exact]


def match_name(name: str, others: Sequence[str]) -> bool:
    """Tell whether a name is among others, in whatever spelling, shortened, or as the people of the place."""
    return any(same_name(name, other) for other in others)
